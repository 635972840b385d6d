"""The holes that lie ahead in the matrix: when nobody would answer on a rung, or one person on two."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from generator.derive.roster import Roster, Stretch
from generator.model.contacts import Area, Contacts, Override, Post
from generator.model.settings import Rung
from generator.model.workspace import CaseFile

HoleKind = Literal["not-begun", "no-alternate", "not-cleared", "alternate-away", "double"]


@dataclass(frozen=True, slots=True)
class Hole:
    """A time, from an aware moment until before another, in which a rung of an area does not answer.

    `person` is away, or (`double`) primary and backup at once; None where a rotation has not begun. `absence` is the
    index of the absence that brings it, `override` the override. `start` lies before the time that was looked at where
    the hole is there already.
    """

    kind: HoleKind
    area: str
    rung: Rung
    person: str | None
    start: datetime
    end: datetime
    absence: int | None = None
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A time in which the advocate of open cases is away and nobody stands in; `cases` are these cases."""

    kind: HoleKind
    person: str
    cases: tuple[CaseFile, ...]
    start: datetime
    end: datetime
    absence: int


def holes(contacts: Contacts, start: datetime, end: datetime) -> list[Hole]:
    """Every hole of the matrix that is there at some time from an aware moment until before another.

    Worked out from every hand-over, override and absence; a rotation is followed only where somebody in it is away or
    might be on two rungs. In the order of the areas, then of the rungs, then of time.
    """
    roster = Roster(contacts, start.astimezone(UTC), end.astimezone(UTC))
    return [hole for key, area in contacts.areas.items() for hole in _of_area(roster, key, area)]


def _of_area(roster: Roster, key: str, area: Area) -> Iterator[Hole]:
    for rung, post in area.posts():
        if post is not None:
            yield from _not_begun(roster, key, rung, post)
            yield from _joined(
                Hole(one.fault, key, rung, one.person, one.start, one.end, one.absence)
                for one in roster.uncovered(post)
                if one.fault
            )
    if area.primary and area.backup and not always_double(roster.contacts, area):
        yield from _joined(_doubles(roster, key, area.primary, area.backup))


def _not_begun(roster: Roster, key: str, rung: Rung, post: Post) -> Iterator[Hole]:
    """The time before a rotation begins, less what overrides cover of it."""
    plan = roster.contacts.rotations.get(post.rotation or "")
    if plan is None or plan.start.at.astimezone(UTC) <= roster.start:
        return
    at = roster.start
    for turn in roster.turns(post, roster.start, roster.end):
        if at < turn.start.astimezone(UTC):
            yield Hole("not-begun", key, rung, None, at, turn.start.astimezone(UTC))
        at = turn.end.astimezone(UTC)
        if at > plan.start.at.astimezone(UTC):
            return
    if at < roster.end:
        yield Hole("not-begun", key, rung, None, at, plan.start.at.astimezone(UTC))


def always_double(contacts: Contacts, area: Area) -> str | None:
    """Who is primary and backup of an area by what is typed on the two rungs alone, whatever the clock says.

    The same person or rotation stands on both, or somebody takes turns on one rung who has the other for good.
    """
    primary, backup = area.primary, area.backup
    if primary is None or backup is None:
        return None
    if primary.rotation and primary.rotation == backup.rotation:
        plan = contacts.rotations.get(primary.rotation)
        return plan.order[0] if plan else None
    for one, other in ((primary, backup), (backup, primary)):
        if other.person is None or other.rotation or other.is_none:
            continue
        plan = contacts.rotations.get(one.rotation or "")
        if other.person in (plan.order if plan else [] if one.rotation else [one.person]):
            return other.person
    return None


def _doubles(roster: Roster, key: str, primary: Post, backup: Post) -> Iterator[Hole]:
    if not roster.may_answer(primary) & roster.may_answer(backup):
        return
    for one, other in _overlapping(list(roster.stretches(primary)), list(roster.stretches(backup))):
        if one.answers is not None and one.answers == other.answers:
            start, end = max(one.start, other.start), min(one.end, other.end)
            absence = other.absence if one.absence is None else one.absence
            yield Hole(
                "double", key, "backup", one.answers, start, end, absence, one.override or other.override
            )


def _overlapping(first: list[Stretch], second: list[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """The pairs of two rows in the order of time that hold at some time both."""
    i = j = 0
    while i < len(first) and j < len(second):
        one, other = first[i], second[j]
        if max(one.start, other.start) < min(one.end, other.end):
            yield one, other
        if one.end <= other.end:
            i += 1
        else:
            j += 1


def _joined(found: Iterable[Hole]) -> Iterator[Hole]:
    """Holes in the order of time, each together with those of its like that follow at once."""
    last: Hole | None = None
    for hole in found:
        if (
            last is not None
            and replace(hole, start=last.start, end=last.end) == last
            and hole.start == last.end
        ):
            last = replace(last, end=hole.end)
            continue
        if last is not None:
            yield last
        last = hole
    if last is not None:
        yield last


def uncovered_advocates(
    contacts: Contacts, open_cases: Iterable[CaseFile], start: datetime, end: datetime
) -> list[Uncovered]:
    """When the advocate of open cases is away uncovered at some time from an aware moment until before another."""
    roster = Roster(contacts, start.astimezone(UTC), end.astimezone(UTC))
    cases: dict[str, list[CaseFile]] = {}
    for file in open_cases if roster.away else ():
        cases.setdefault(file.case.advocate, []).append(file)
    return [
        Uncovered(one.fault, one.person, tuple(files), one.start, one.end, one.absence)
        for advocate, files in cases.items()
        for one in roster.uncovered(_post(contacts, advocate))
        if one.fault and one.absence is not None
    ]


def _post(contacts: Contacts, advocate: str) -> Post:
    return Post(person=advocate) if advocate in contacts.people else Post(rotation=advocate)
