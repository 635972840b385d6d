"""Times that contradict each other: out of order, in the future, an end before its beginning."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.scalars.instants import is_later
from generator.model.scalars.moments import Moment
from generator.rules.scene import Scene
from generator.source.nodes import Path

OUT_OF_ORDER = code(
    "out-of-order",
    Severity.WARNING,
    "Entries that do not stand in the order of time",
    "Events, readings, calls and changes of stage are written one below the other as they happened, so that a wrong "
    "date is seen at once. A date alone is never out of order with the times of its day, and an approximate time "
    "never is at all. Mend the time, or move the entry.",
)
IN_THE_FUTURE = code(
    "in-the-future",
    Severity.ERROR,
    "Something that happened in the future",
    "What is recorded as having happened lies ahead of the moment taken for now. It is most often a wrong month or "
    "year. What is still to come is written as `due`, `next_update`, a meeting or a milestone.",
)
ENDS_FIRST = code(
    "ends-before-it-begins",
    Severity.ERROR,
    "An end that lies before its beginning",
    "A stretch of time ends when it begins or later. One of the two times is wrong.",
)
CLOSED_FIRST = code(
    "closed-before-opened",
    Severity.ERROR,
    "A case that was closed before it was opened",
    "`closed` lies before `opened`, so every figure about how long cases take would be wrong. One of the two is wrong.",
)
LEARNED_FIRST = code(
    "learned-before-it-happened",
    Severity.ERROR,
    "Something known before it happened",
    "`learned` says when we knew of an event, where that was later than the event itself. Leave it out where we knew "
    "at once.",
)
PROMISED_BEHIND = code(
    "promised-for-the-past",
    Severity.ERROR,
    "A next update that was promised for the past",
    "The `next_update` of a contact is when the customer hears from us again, so it lies after the contact.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the times of a case."""
    yield from future(scene)
    yield from events(scene)
    yield from lists_in_order(scene)
    yield from stretches(scene)


def future(scene: Scene) -> Iterator[Finding]:
    """What is said to have happened later than now."""
    now, today = scene.now, scene.now.date()
    for path, what, when in scene.happened:
        if (when > today) if isinstance(when, date) else is_later(when.at, now):
            message = f"{what} on {scene.words(when)}, which is still to come on {scene.words(now)}."
            yield IN_THE_FUTURE.at(
                scene.place(*path), message, "Correct the time, or take it out until it has happened."
            )


def events(scene: Scene) -> Iterator[Finding]:
    """Events in order, each ending and learned after it began, promising what is to come."""
    before: Moment | None = None
    for index, event in enumerate(scene.case.events):
        if not event.approximate:
            out = before is not None and precedes(event.at, before)
            if out and before is not None:
                yield misplaced(scene, ("events", index, "at"), "event", event.at, before)
            # A date alone between two times of its day does not hide that those are out of order.
            before = event.at if before is None or out or not is_later(before.at, event.at.at) else before
        if event.until and is_later(event.at.at, event.until.end):
            yield reversed_at(scene, ("events", index, "until"), "This event", event.at, event.until)
        if event.learned and is_later(event.at.at, event.learned.end):
            message = f"We cannot have learned on {scene.words(event.learned)} of what happened on {scene.words(event.at)}."
            remedy = "Correct one of the two times, or leave `learned` out."
            yield LEARNED_FIRST.at(scene.place("events", index, "learned"), message, remedy)
        if event.next_update and not is_later(event.next_update.end, event.at.at):
            message = (
                f"On {scene.words(event.at)} an update was promised for {scene.words(event.next_update)}."
            )
            remedy = "Write the moment at which the customer hears next."
            yield PROMISED_BEHIND.at(scene.place("events", index, "next_update"), message, remedy)


def precedes(later: Moment, earlier: Moment) -> bool:
    """Whether a moment that stands behind another lies before it; a date alone reaches to the end of its day."""
    return not is_later(later.end, earlier.at) if later.whole_day else is_later(earlier.at, later.at)


def lists_in_order(scene: Scene) -> Iterator[Finding]:
    """The same for the stage's log, readings and calls."""
    case = scene.case
    yield from in_order(scene, ("stage_log",), "change of stage", [entry.at for entry in case.stage_log])
    for index, item in enumerate(case.exit_criteria):
        path: Path = ("exit_criteria", index, "readings")
        yield from in_order(scene, path, "reading", [reading.at for reading in item.readings])
    for index, climb in enumerate(case.escalations):
        path = ("escalations", index, "attempts")
        yield from in_order(scene, path, "call", [attempt.at for attempt in climb.attempts])


def in_order(scene: Scene, path: Path, what: str, times: Sequence[Moment]) -> Iterator[Finding]:
    """One finding for each entry of a list that lies before the one above it."""
    for index, (before, at) in enumerate(pairwise(times), 1):
        if precedes(at, before):
            yield misplaced(scene, (*path, index, "at"), what, at, before)


def misplaced(scene: Scene, path: Path, what: str, at: Moment, before: Moment) -> Finding:
    """The finding for an entry that lies before the one above it."""
    message = f"This {what} of {scene.words(at)} stands below one of {scene.words(before)}."
    return OUT_OF_ORDER.at(scene.place(*path), message, f"Correct the time, or move the {what} up.")


def stretches(scene: Scene) -> Iterator[Finding]:
    """Stretches of time other than those of events."""
    case = scene.case
    if case.closed and is_later(case.opened.at, case.closed.end):
        opened, closed = scene.words(case.opened), scene.words(case.closed)
        message = f"The case was opened on {opened} and closed before that, on {closed}."
        yield CLOSED_FIRST.at(scene.place("closed"), message, "Correct `opened` or `closed`.")
    plan = case.get_well
    if plan and plan.start and plan.end and plan.end < plan.start:
        yield reversed_at(scene, ("get_well", "end"), "The get-well plan", plan.start, plan.end)
    for index, member in enumerate(case.team):
        if member.joined and member.left and is_later(member.joined.at, member.left.end):
            name = scene.name_of(member.person)
            yield reversed_at(
                scene, ("team", index, "left"), f"The time of {name} on the team", member.joined, member.left
            )


def reversed_at(scene: Scene, path: Path, what: str, start: Moment | date, end: Moment | date) -> Finding:
    """The finding for a stretch that ends before it begins."""
    message = f"{what} begins on {scene.words(start)} and ends on {scene.words(end)}, before that."
    return ENDS_FIRST.at(scene.place(*path), message, "Correct one of the two times.")
