"""What a customer's copy shows of why it happened."""

from dataclasses import dataclass

from generator.audience.faces import SideFace
from generator.audience.shown.chronology import EvidenceShown


@dataclass(frozen=True, slots=True)
class CauseShown:
    """A root cause: suspected, confirmed, ruled-out or not-found."""

    what: str
    state: str
    id: str | None = None
    how: str | None = None
    evidence: tuple[EvidenceShown, ...] = ()


@dataclass(frozen=True, slots=True)
class FactorShown:
    """A contributing factor with whose it is."""

    what: str
    owner: SideFace | None
    id: str | None = None
    evidence: tuple[EvidenceShown, ...] = ()
