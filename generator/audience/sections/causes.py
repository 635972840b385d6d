"""Why it happened, as the readers of one case see it."""

from generator.audience.readers import Readers
from generator.audience.shown.causes import CauseShown, FactorShown
from generator.model.causes import Factor, RootCause


def cause(readers: Readers, item: RootCause) -> CauseShown:
    """A root cause with the evidence that they see."""
    evidence = readers.cited(item.evidence)
    return CauseShown(readers.words(item), item.state, item.id, item.how, evidence)


def factor(readers: Readers, item: Factor) -> FactorShown:
    """A contributing factor with whose it is."""
    owner = readers.faces.side(item.owner)
    return FactorShown(readers.words(item), owner, item.id, readers.cited(item.evidence))
