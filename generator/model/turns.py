"""Whose turn it is: rotations, the overrides of single turns, and who stands in for somebody away."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from generator.model.contacts import Absence, Contacts, Override, Rotation
from generator.model.scalars.durations import LONG, Duration
from generator.model.scalars.instants import between
from generator.model.spans import laid_over


@dataclass(frozen=True, slots=True)
class Turn:
    """Who holds a turn, from when until when (aware), and the override that changed it."""

    person: str
    start: datetime
    end: datetime
    override: Override | None = None


def handed_over(rotation: Rotation, count: int) -> datetime:
    """The aware moment of the hand-over with that number; days and weeks keep the local hour of the start."""
    zone = rotation.timezone or rotation.start.at.tzinfo
    start = rotation.start.at.astimezone(zone)
    if count == 0:
        return start
    length = Duration(abs(count) * rotation.every.number, rotation.every.unit)
    if rotation.every.unit in ("day", "week"):
        moved = start.replace(tzinfo=None) + (length.about if count > 0 else -length.about)
        return moved.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    elapsed = timedelta(seconds=count * rotation.every.number * LONG[rotation.every.unit])
    return (start.astimezone(UTC) + elapsed).astimezone(zone)


def turn_number(rotation: Rotation, at: datetime) -> int | None:
    """How many hand-overs there were at an aware moment since the start; None before it."""
    now = at.astimezone(UTC)
    if now < rotation.start.at.astimezone(UTC):
        return None
    about = between(rotation.start.at, at) // rotation.every.about
    return next(
        number
        for number in (about + 1, about, about - 1)
        if number >= 0 and handed_over(rotation, number).astimezone(UTC) <= now
    )


def regular_turn(rotation: Rotation, at: datetime) -> Turn | None:
    """The turn that holds at an aware moment by the rotation alone; None before its start."""
    number = turn_number(rotation, at)
    if number is None:
        return None
    return Turn(_whose(rotation, number), handed_over(rotation, number), handed_over(rotation, number + 1))


def _whose(rotation: Rotation, number: int) -> str:
    return rotation.order[number % len(rotation.order)]


def turn_at(contacts: Contacts, rotation: str, at: datetime) -> Turn | None:
    """The turn of a rotation at an aware moment, overrides counted; the last one written wins.

    A turn that an override cuts short begins or ends with that override.
    """
    plan = contacts.rotations.get(rotation)
    return _turn_of(plan, overrides_of(contacts, rotation), at)


def overrides_of(contacts: Contacts, rotation: str) -> list[Override]:
    """The overrides of a rotation that take any time, in the order of the file."""
    ours = (override for override in contacts.overrides if override.rotation == rotation)
    return [override for override in ours if between(override.start.at, override.end.end) > timedelta()]


def _turn_of(plan: Rotation | None, overrides: Iterable[Override], at: datetime) -> Turn | None:
    turn = regular_turn(plan, at) if plan else None
    cuts: list[datetime] = []
    for override in overrides:
        start, end = override.start.at, override.end.end
        if _holds(start, end, at):
            turn, cuts = Turn(override.person, start, end, override), []
        else:
            cuts += [start, end]
    return _cut(turn, cuts, at) if turn else None


def _cut(turn: Turn, cuts: list[datetime], at: datetime) -> Turn:
    """The part of a turn around a moment that lies between the nearest cuts."""
    starts = [turn.start, *(cut for cut in cuts if between(cut, at) >= timedelta())]
    ends = [turn.end, *(cut for cut in cuts if between(at, cut) > timedelta())]
    return Turn(turn.person, max(starts, key=_instant), min(ends, key=_instant), turn.override)


def _holds(start: datetime, end: datetime, at: datetime) -> bool:
    return _instant(start) <= _instant(at) < _instant(end)


def _instant(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def turns_between(contacts: Contacts, rotation: str, start: datetime, end: datetime) -> Iterator[Turn]:
    """Each turn of a rotation that holds at some time from an aware moment until before another, in their order.

    The first began before, and the last ends after, where they do. Times at which nobody has the turn are left out.
    """
    plan = contacts.rotations.get(rotation)
    if plan is not None:
        yield from turns_of(plan, seen_overrides(overrides_of(contacts, rotation)), start, end)


Swap = tuple[datetime, datetime, Override]
"""A time (UTC) in which an override gives a turn to somebody else, no later one over it."""


def seen_overrides(overrides: Sequence[Override]) -> list[Swap]:
    """When each override of a rotation holds, in the order of time."""
    seen = laid_over([(one.start.at, one.end.end) for one in overrides])
    return [(start, end, overrides[index]) for start, end, index in seen]


def turns_of(plan: Rotation, swaps: Sequence[Swap], start: datetime, end: datetime) -> Iterator[Turn]:
    """The turns of a rotation with its overrides that hold at some time from a moment until before another."""
    following = bisect_right(swaps, _instant(start), key=lambda swap: swap[1])
    regular = regular_turn(plan, start)
    edges = [regular.start if regular else start, *(swap[1] for swap in swaps[following - 1 : following])]
    at = max(edges, key=_instant)
    for begins, ends, override in (swaps[index] for index in range(following, len(swaps))):
        if begins >= _instant(end):
            break
        if begins > _instant(start):
            yield from _regular_between(plan, at, begins)
        zone = override.start.at.tzinfo
        at = ends.astimezone(zone)
        yield Turn(override.person, begins.astimezone(zone), at, override)
    yield from _regular_between(plan, at, end, cut=False)


def _regular_between(plan: Rotation, start: datetime, end: datetime, cut: bool = True) -> Iterator[Turn]:
    """The turns by the rotation alone from a moment until before another, there cut short unless told not to."""
    at = max(start, plan.start.at, key=_instant)
    number = turn_number(plan, at) or 0
    while _instant(at) < _instant(end):
        following = handed_over(plan, number + 1)
        ends = min(following, end, key=_instant) if cut else following
        yield Turn(_whose(plan, number), at, ends)
        at, number = following, number + 1


def absence_at(contacts: Contacts, person: str, at: datetime) -> Absence | None:
    """The absence that keeps a person away at an aware moment."""
    away = (a for a in contacts.absences if a.person == person and _holds(a.start.at, a.end.end, at))
    return next(away, None)


def advocate_at(contacts: Contacts, advocate: str, at: datetime) -> str:
    """The person behind a case's advocate: a person's key as it is, a rotation's holder at an aware moment."""
    if advocate in contacts.people:
        return advocate
    turn = turn_at(contacts, advocate, at)
    return turn.person if turn else advocate
