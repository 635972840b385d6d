"""Whether a plan hangs together: each cause acted on, each action for something, each criterion measured, each
recommendation somebody's or decided."""

from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Severity
from generator.rules.in_words import capital
from generator.rules.scene import Scene, named

CAUSE_WITHOUT_ACTION = code(
    "cause-without-action",
    Severity.WARNING,
    "A confirmed cause that no action serves",
    "A cause that is known and that nobody works on will do the same again. Write the action that removes it and give "
    "it `serves` with the cause's `id`; one that was dropped counts for nothing. Cases in `engaged` are not asked yet.",
)
ACTION_SERVES_NOTHING = code(
    "action-serves-nothing",
    Severity.WARNING,
    "An action that does not say what it is for",
    "`serves` names the cause, factor, criterion or recommendation that an action is for, so that a reader can follow "
    "it from the cause to the criterion. An action that is for none of them may be the swirl of the next report. Asked "
    "from `customer-review` on, when the criteria are there.",
)
CRITERION_WITHOUT_MEASURE = code(
    "criterion-without-measure",
    Severity.WARNING,
    "An exit criterion that nobody can measure",
    "Without `measure` the two sides will argue at the end about whether a criterion is met. From `get-well` on it must "
    "be there.",
)
RECOMMENDATION_OPEN = code(
    "recommendation-open",
    Severity.WARNING,
    "A recommendation that nobody owns and nobody decided",
    "What is recommended to everybody is done by nobody. Write `owner`, or `decision` with what was decided; an offer "
    "has its own `decision`, which is awaited until its trial ends.",
)
GIVEN_UP = ("declined", "withdrawn", "merged", "customer-left")
"""Outcomes that end a case before its plan was carried out."""


def find(scene: Scene) -> Iterator[Finding]:
    """What does not hang together in the plan of a case."""
    if scene.case.stage == "engaged" or scene.case.outcome in GIVEN_UP:
        return
    yield from causes(scene)
    if scene.case.stage != "planning":
        yield from actions(scene)
    yield from criteria(scene)
    yield from recommendations(scene)


def causes(scene: Scene) -> Iterator[Finding]:
    """Confirmed causes that no action serves."""
    served = {key for action in scene.case.actions if action.dropped is None for key in action.serves}
    for index, cause in enumerate(scene.case.root_causes):
        if cause.state == "confirmed" and cause.id not in served:
            message = f"{capital(named(cause, 'cause'))} is confirmed, and no action serves it."
            remedy = (
                f"Add an action with `serves: [{cause.id}]`, or add that to the one that removes it."
                if cause.id
                else "Give it an `id`, such as `id: C1`, and name that under `serves` of the action that removes it."
            )
            yield CAUSE_WITHOUT_ACTION.at(scene.place("root_causes", index), message, remedy)


def actions(scene: Scene) -> Iterator[Finding]:
    """Actions that are for nothing."""
    for index, action in enumerate(scene.case.actions):
        if not action.serves and action.dropped is None:
            message = f"{capital(named(action, 'action'))} does not say what it is for."
            remedy = "Add `serves:` with the id of the cause, factor, criterion or recommendation it is for."
            yield ACTION_SERVES_NOTHING.at(scene.place("actions", index), message, remedy)


def criteria(scene: Scene) -> Iterator[Finding]:
    """Criteria without a measure; in `get-well` the stage itself demands one."""
    if scene.case.stage == "get-well":
        return
    for index, criterion in enumerate(scene.case.exit_criteria):
        if criterion.measure is None and criterion.dropped is None:
            message = f"{capital(named(criterion, 'criterion'))} does not say how it is measured."
            remedy = "Add `measure:` with what is counted or shown, and `target:` where it is a number."
            yield CRITERION_WITHOUT_MEASURE.at(scene.place("exit_criteria", index), message, remedy)


def recommendations(scene: Scene) -> Iterator[Finding]:
    """Recommendations that are nobody's and undecided."""
    for index, item in enumerate(scene.case.recommendations):
        offer = item.mitigation
        awaited = offer is not None and (offer.decision is not None or offer.trial is not None)
        if item.owner is None and item.decision is None and not awaited:
            message = f"{capital(named(item, 'recommendation'))} has no owner and no decision."
            remedy = "Add `owner:` with a person's key, or `decision:` with what was decided."
            yield RECOMMENDATION_OPEN.at(scene.place("recommendations", index), message, remedy)
