"""What should change, and a service that is offered, as the readers of one case see them."""

from generator.audience.readers import Readers
from generator.audience.shown.recommendations import (
    CheckpointShown,
    DecisionShown,
    MitigationShown,
    RecommendationShown,
    TrialShown,
)
from generator.model.recommendations import Mitigation, Recommendation, Trial


def recommendation(readers: Readers, item: Recommendation) -> RecommendationShown:
    """A recommendation; its offer only where that is open to them."""
    offer = item.mitigation if readers.sees.offer(item.mitigation) else None
    return RecommendationShown(
        what=readers.words(item),
        id=item.id,
        owner=readers.faces.of(item.owner),
        decision=item.decision,
        serves=readers.known(item.serves),
        mitigation=mitigation(readers, offer) if offer else None,
    )


def mitigation(readers: Readers, offer: Mitigation) -> MitigationShown:
    """A service that is offered, by its name where it has one."""
    product = readers.workspace.settings.products.get(offer.product)
    decision = offer.decision
    return MitigationShown(
        product=product.name if product else offer.product,
        prevents=offer.prevents,
        agreement=offer.agreement,
        price=offer.price,
        period=offer.period,
        trial=_trial(offer.trial) if offer.trial else None,
        decision=DecisionShown(decision.answer, decision.on, readers.faces.of(decision.by))
        if decision
        else None,
    )


def _trial(trial: Trial) -> TrialShown:
    points = tuple(CheckpointShown(point.on, point.what) for point in trial.checkpoints)
    return TrialShown(trial.start, trial.days, trial.switch_off, points)
