"""Actions: late, without an owner or a date, waiting for each other."""

from collections.abc import Iterator
from datetime import timedelta

from generator.codes import code
from generator.derive.actions import status
from generator.finding import Finding, Severity
from generator.model.actions import Action
from generator.model.scalars.moments import Moment
from generator.rules.in_words import capital, length_in_words, listed
from generator.rules.scene import Scene, named

ACTION_LATE = code(
    "action-late",
    Severity.WARNING,
    "An action whose day has passed",
    "An action with its day behind it is done, dropped with a reason, or gets a new day that somebody agreed to. One "
    "that the customer sees is a promise to them.",
    clock=True,
)
ACTION_WITHOUT_OWNER = code(
    "action-without-owner",
    Severity.WARNING,
    "An action that nobody owns",
    "What nobody owns is done by nobody. The owner may be ours, the customer's or an outside firm's person.",
)
ACTION_WITHOUT_DUE = code(
    "action-without-due",
    Severity.WARNING,
    "An action without a day",
    "An action without a day cannot be late, so nobody sees it slip. Nothing stays open-ended.",
)
ACTION_DONE_AND_DROPPED = code(
    "action-done-and-dropped",
    Severity.ERROR,
    "An action that is both done and dropped",
    "A paper can show an action as done or as dropped. Keep the one that is right.",
)
ACTIONS_IN_CIRCLE = code(
    "actions-in-circle",
    Severity.ERROR,
    "Actions that wait for each other",
    "Each of these actions depends on the next, and the last on the first, so none could ever begin.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the actions of a case."""
    items = scene.case.actions
    for index, action in enumerate(items):
        if action.done is not None and action.dropped is not None:
            message = f"{capital(named(action, 'action'))} is done and dropped at once."
            remedy = "Keep `done` or `dropped`, whichever is right."
            yield ACTION_DONE_AND_DROPPED.at(scene.place("actions", index, "dropped"), message, remedy)
        state = status(action, items, scene.as_of)
        if state.is_open:
            yield from unfinished(scene, action, index)
            if state.late is not None and action.due is not None:
                yield late(scene, action, index, action.due, state.late)
    yield from circles(scene)


def late(scene: Scene, action: Action, index: int, due: Moment, by: timedelta) -> Finding:
    """The finding for an action whose day has passed."""
    whose = f" for {scene.name_of(action.owner)}" if action.owner else ""
    message = (
        f"{capital(named(action, 'action'))} was due{whose} on {scene.words(due)}, {length_in_words(by)} ago."
    )
    remedy = "Add `done:` with the day, agree another `due`, or write `dropped: {on: ..., why: ...}`."
    return ACTION_LATE.at(scene.place("actions", index, "due"), message, remedy)


def unfinished(scene: Scene, action: Action, index: int) -> Iterator[Finding]:
    """What an open action lacks."""
    what = capital(named(action, "action"))
    if action.owner is None:
        remedy = "Add `owner:` with a person's key."
        yield ACTION_WITHOUT_OWNER.at(scene.place("actions", index), f"{what} has no owner.", remedy)
    if action.due is None:
        remedy = "Add `due:` with the day until which it is done."
        yield ACTION_WITHOUT_DUE.at(scene.place("actions", index), f"{what} has no day.", remedy)


def circles(scene: Scene) -> Iterator[Finding]:
    """One finding for each circle of actions that depend on each other, at its first action in the file."""
    needs = {action.id: action.depends_on for action in scene.case.actions if action.id and action.depends_on}
    told: set[str] = set()
    for index, action in enumerate(scene.case.actions):
        circle = circle_from(action.id, needs) if action.id in needs else []
        if circle and told.isdisjoint(circle):
            told.update(circle)
            over = f", by way of {listed(circle[1:])}" if len(circle) > 1 else ""
            message = f"Action {circle[0]} depends on itself{over}."
            remedy = "Take one of them out of `depends_on`."
            yield ACTIONS_IN_CIRCLE.at(scene.place("actions", index, "depends_on"), message, remedy)


def circle_from(start: str | None, needs: dict[str, list[str]]) -> list[str]:
    """The way from an action over what it depends on back to itself; empty where there is none."""
    ways = [[start]] if start else []
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for after in needs.get(way[-1], ()):
            if after == start:
                return way
            if after not in seen:
                seen.add(after)
                ways.append([*way, after])
    return []
