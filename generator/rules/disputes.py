"""Disputes at close-out: each names a criterion, is ruled on, and leads where its ruling says."""

from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.close_out import Dispute
from generator.rules.in_words import shortened
from generator.rules.scene import Scene

CRITERION_UNSAID = code(
    "dispute-without-criterion",
    Severity.ERROR,
    "A concern that names no criterion",
    "A disagreement at close-out goes back to the criteria that were agreed, so each concern names one. A matter that no "
    "criterion covers is a separate case.",
)
UNRULED = code(
    "dispute-unruled",
    Severity.WARNING,
    "A concern on which nobody has ruled",
    "A concern is ruled `related`, and the case goes back to `customer-review` with a new end, or `separate`, and a new "
    "case is opened and linked. Nothing stays open-ended.",
)
SEPARATE_UNLINKED = code(
    "separate-unlinked",
    Severity.ERROR,
    "A separate matter without its own case",
    "A similar but separate matter becomes a separate case, linked on both sides, so that this one can close.",
)
UNNAMED = code(
    "dispute-unnamed",
    Severity.ERROR,
    "A disputed close-out without a concern",
    "Where the customer disputes the close-out, `disputes` says what about, and which criterion it concerns.",
)
NEW_END_UNTOLD = code(
    "new-end-untold",
    Severity.WARNING,
    "A related concern, and no new end that the customer was told",
    "Where a concern is ruled related, the get-well plan gets a new end that the customer was told, as an entry under "
    "`extended`.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the disputes of a case."""
    end = scene.case.close_out
    if end is None:
        return
    if end.answer == "disputed" and not end.disputes:
        remedy = "Add `disputes:` with `criterion`, `concern`, `by` and `on`."
        yield UNNAMED.at(
            scene.place("close_out", "answer"), "Nothing says what the customer disputes.", remedy
        )
    for index, dispute in enumerate(end.disputes):
        yield from of_dispute(scene, dispute, index)


def of_dispute(scene: Scene, dispute: Dispute, index: int) -> Iterator[Finding]:
    """What is wrong with one of them."""
    path, words = ("close_out", "disputes", index), shortened(dispute.concern)
    if dispute.criterion is None and dispute.ruling != "separate":
        message = f'The concern "{words}" names no exit criterion.'
        yield CRITERION_UNSAID.at(
            scene.place(*path), message, "Add `criterion:` with the id of the criterion it is about."
        )
    if dispute.ruling is None and dispute.settled is None:
        remedy = "Add `ruling: related` or `ruling: separate`, with `why`."
        yield UNRULED.at(scene.place(*path), f'Nobody has ruled on the concern "{words}".', remedy)
    elif dispute.ruling == "separate":
        yield from separate(scene, dispute, index)
    elif dispute.ruling == "related" and dispute.settled is None and not told_of_new_end(scene):
        message = f'The concern "{words}" was ruled related, and the customer was told no new end.'
        remedy = "Add an entry with `from`, `to`, `why` and `told` to `extended` under `get_well`."
        yield NEW_END_UNTOLD.at(scene.place(*path), message, remedy)


def separate(scene: Scene, dispute: Dispute, index: int) -> Iterator[Finding]:
    """Whether a separate matter has its case, and that case is linked."""
    words = shortened(dispute.concern)
    if dispute.case is None:
        message = f'The concern "{words}" was ruled separate and has no case of its own.'
        remedy = "Open one, and write it as `case:` here."
        yield SEPARATE_UNLINKED.at(scene.place("close_out", "disputes", index), message, remedy)
    elif all(link.case != dispute.case for link in scene.case.related):
        message = f"The separate case `{dispute.case}` is not linked."
        remedy = f"Add `- {{case: {dispute.case}, how: similar-but-separate}}` to `related`, in both cases."
        yield SEPARATE_UNLINKED.at(scene.place("close_out", "disputes", index, "case"), message, remedy)


def told_of_new_end(scene: Scene) -> bool:
    """Whether the get-well plan was extended and the customer told."""
    plan = scene.case.get_well
    return plan is not None and any(move.told for move in plan.extended)
