"""What must hold before the case is closed, as its readers see it."""

from generator.audience.readers import Readers
from generator.audience.shown.actions import DroppedShown
from generator.audience.shown.criteria import AgreedShown, AmendedShown, CriterionShown, ReadingShown
from generator.model.close_out import Dispute
from generator.model.criteria import Agreed, ExitCriterion


def criterion(readers: Readers, item: ExitCriterion) -> CriterionShown:
    """An exit criterion with all that its state follows from."""
    dropped = item.dropped
    return CriterionShown(
        what=readers.words(item),
        id=item.id,
        measure=item.measure,
        target=item.target,
        unit=item.unit,
        readings=tuple(ReadingShown(reading.at, reading.value) for reading in item.readings),
        agreed=_agreed(readers, item.agreed),
        met=AgreedShown(item.met.on, None, readers.cited(item.met.evidence)) if item.met else None,
        accepted=AgreedShown(item.accepted.on, readers.faces.of(item.accepted.by)) if item.accepted else None,
        dropped=DroppedShown(dropped.on, dropped.why, readers.faces.of(dropped.by)) if dropped else None,
        amended=tuple(
            AmendedShown(change.on, readers.faces.of(change.by), change.before) for change in item.amended
        ),
        disputed=any(dispute.criterion == item.id and dispute.is_open for dispute in _disputes(readers)),
    )


def _disputes(readers: Readers) -> list[Dispute]:
    """The disputes that name a criterion; its state is told as it is, even where the close-out is withheld."""
    end = readers.file.case.close_out
    return [dispute for dispute in end.disputes if dispute.criterion] if end else []


def _agreed(readers: Readers, agreed: Agreed | None) -> AgreedShown | None:
    return AgreedShown(agreed.on, readers.faces.of(agreed.by)) if agreed else None
