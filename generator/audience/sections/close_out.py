"""How a case ends, what was learnt and which cases go with it, as its readers see it."""

from generator.audience.readers import Readers
from generator.audience.shown.close_out import (
    CloseOutShown,
    DisputeShown,
    HandedBackShown,
    LessonShown,
    RelatedShown,
)
from generator.model.close_out import CloseOut, Dispute, Related
from generator.model.lessons import Lesson


def lesson(readers: Readers, item: Lesson) -> LessonShown:
    """What was learnt."""
    return LessonShown(readers.words(item), item.id)


def related(readers: Readers, item: Related) -> RelatedShown:
    """Another case of the same customer; why the two are related is for us alone."""
    other = readers.workspace.cases.get(item.case)
    title = other.case.title if other else item.case
    say = item.say if not readers.sees.whole else item.say or item.why
    return RelatedShown(title, item.case, item.how, say, item.id)


def close_out(readers: Readers, end: CloseOut) -> CloseOutShown | None:
    """The close-out, or of one that is withheld only the concerns that are opened one by one."""
    proposed, back = end.proposed, end.handed_back
    disputes = tuple(dispute(readers, item) for item in readers.sees.shown("close_out", end.disputes))
    if not readers.sees.section("close_out"):
        return CloseOutShown(disputes=disputes) if disputes else None
    return CloseOutShown(
        proposed_on=proposed.on if proposed else None,
        proposed_by=readers.faces.of(proposed.by) if proposed else None,
        proposed_to=readers.faces.of(proposed.to) if proposed else None,
        answer=end.answer,
        on=end.on,
        by=readers.faces.of(end.by),
        how=end.how,
        said=end.said,
        disputes=disputes,
        handed_back=HandedBackShown(readers.faces.of(back.person), back.start, back.calls) if back else None,
    )


def dispute(readers: Readers, item: Dispute) -> DisputeShown:
    """A concern at close-out; a case that was opened for it only where it is of the same customer."""
    own = item.case if item.case and item.case.startswith(f"{readers.file.owner.key}/") else None
    return DisputeShown(
        concern=item.concern,
        criterion=next(iter(readers.known([item.criterion])), None) if item.criterion else None,
        by=readers.faces.of(item.by),
        on=item.on,
        ruling=item.ruling,
        why=item.why,
        case=item.case if readers.sees.whole else own,
        settled=item.settled,
        id=item.id,
    )
