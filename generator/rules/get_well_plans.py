"""The get-well plan against the calendar: its end, its milestones, its extensions, its readings."""

from collections.abc import Iterator

from generator.codes import code
from generator.derive.criteria import state_of
from generator.derive.get_well import plan_day
from generator.finding import Finding, Severity
from generator.model.get_well import GetWell
from generator.rules.in_words import capital, counted
from generator.rules.scene import Scene, named

GET_WELL_ENDED = code(
    "get-well-ended",
    Severity.WARNING,
    "A get-well plan past its end with criteria open",
    "The customer agreed to a last day. Either the criteria are met and the case closes, or the customer is told why "
    "not and by when, which `extended` records. Nothing stays open-ended.",
    clock=True,
)
MILESTONE_LATE = code(
    "milestone-late",
    Severity.WARNING,
    "A milestone of the get-well plan whose day has passed",
    "Milestones show the customer that the plan holds. Add `met` with the day it was reached, or agree another day.",
    clock=True,
)
EXTENSION_UNTOLD = code(
    "extension-untold",
    Severity.WARNING,
    "A get-well plan that moved without the customer being told",
    "The end of a get-well plan is a promise. Where it moves, the entry says on which day the customer was told.",
)
EXTENSION_DIFFERS = code(
    "extension-differs",
    Severity.ERROR,
    "A get-well plan that ends on two days",
    "The last extension says to which day the plan was extended, and `end` says another. A paper could print either.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the get-well plan of a case."""
    plan = scene.case.get_well
    if plan is None:
        return
    yield from extensions(scene, plan)
    if scene.file.is_open:
        yield from milestones(scene, plan)
        yield from ended(scene, plan)


def ended(scene: Scene, plan: GetWell) -> Iterator[Finding]:
    """The plan's last day, where it has passed and criteria are open."""
    day = plan_day(plan, scene.now)
    if day is None or not day.is_over:
        return
    disputes = scene.case.close_out.disputes if scene.case.close_out else []
    states = [state_of(criterion, disputes) for criterion in scene.case.exit_criteria]
    if still := sum(state in ("proposed", "agreed", "disputed") for state in states):
        ago, open_ones = (
            counted(day.number - day.total, "day"),
            f"{still} of {counted(len(states), 'criterion')}",
        )
        open_ones = open_ones.replace("criterions", "criteria")
        verb = "is" if still == 1 else "are"
        message = (
            f"The get-well plan ended on {scene.words(day.end)}, {ago} ago, and {open_ones} {verb} open."
        )
        remedy = (
            "Agree a new end with the customer, and add it to `extended` with `from`, `to`, `why` and `told`."
        )
        yield GET_WELL_ENDED.at(scene.place("get_well", "end"), message, remedy)


def milestones(scene: Scene, plan: GetWell) -> Iterator[Finding]:
    """Milestones whose day has passed."""
    today = scene.now.date()
    for index, step in enumerate(plan.milestones):
        if step.due is not None and step.met is None and step.due < today:
            ago = counted((today - step.due).days, "day")
            message = f"{capital(named(step, 'milestone'))} was due on {scene.words(step.due)}, {ago} ago."
            remedy = "Add `met:` with the day, or agree another `due` with the customer."
            yield MILESTONE_LATE.at(scene.place("get_well", "milestones", index, "due"), message, remedy)


def extensions(scene: Scene, plan: GetWell) -> Iterator[Finding]:
    """Extensions that the customer was not told, and a last one that is not the end."""
    for index, move in enumerate(plan.extended):
        if move.told is None:
            moved = f"from {scene.words(move.old)} to {scene.words(move.new)}"
            message = f"The end moved {moved}, and nothing says when the customer was told."
            place = scene.place("get_well", "extended", index)
            yield EXTENSION_UNTOLD.at(place, message, "Tell them, and add `told:` with the day.")
    last = plan.extended[-1] if plan.extended else None
    if last is not None and plan.end is not None and plan.end != last.new:
        message = f"The plan was extended to {scene.words(last.new)}, and `end` says {scene.words(plan.end)}."
        remedy = f"Write `end: {last.new}`, or correct the extension."
        yield EXTENSION_DIFFERS.at(scene.place("get_well", "end"), message, remedy)
