"""Who stands on each rung of the matrix at a moment, and why."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from generator.model.contacts import Absence, Area, Contacts, Post
from generator.model.scalars.durations import Duration
from generator.model.scalars.instants import between
from generator.model.settings import RUNGS, Ladder, Rung
from generator.model.turns import absence_at, turn_at, turns_between

Reason = Literal["static", "rotation", "override", "standing-in", "away", "none", "nobody"]


@dataclass(frozen=True, slots=True)
class Holder:
    """Who stands on a rung: the person to ring, and why it is they.

    `instead_of` is the person away whom they stand in for; `until` the aware moment at which this may change;
    `leaves` an absence of theirs that begins within a day. With reason `away` nobody stands in who has agreed.
    """

    rung: Rung
    minute: int
    person: str | None
    reason: Reason
    instead_of: str | None = None
    until: datetime | None = None
    absence: Absence | None = None
    leaves: Absence | None = None


def ladder_of(contacts: Contacts, area: Area, ladder: Ladder, at: datetime) -> tuple[Holder, ...]:
    """The five rungs of an area at an aware moment, each with the minute at which it is rung."""
    step = ladder.step.about.total_seconds() // 60
    return tuple(
        _holder(contacts, rung, int(number * step), getattr(area, rung), at)
        for number, rung in enumerate(RUNGS)
    )


def _holder(contacts: Contacts, rung: Rung, minute: int, post: Post | None, at: datetime) -> Holder:
    if post is None or (post.person is None and post.rotation is None):
        return Holder(rung, minute, None, "nobody")
    if post.is_none:
        return Holder(rung, minute, None, "none")
    if post.rotation is None:
        return present(contacts, Holder(rung, minute, post.person, "static"), at)
    turn = turn_at(contacts, post.rotation, at)
    if turn is None:
        return Holder(rung, minute, None, "nobody", until=_begins(contacts, post.rotation, at))
    reason: Reason = "override" if turn.override else "rotation"
    return present(contacts, Holder(rung, minute, turn.person, reason, until=turn.end), at)


def present(contacts: Contacts, holder: Holder, at: datetime) -> Holder:
    """The holder as named, or who stands in for them when they are away at an aware moment."""
    person = holder.person or ""
    away = absence_at(contacts, person, at)
    if away is None:
        return _with_leave(contacts, holder, at)
    until = _first(_next_edge(contacts, person, at), holder.until)
    if away.alternate is None or away.cleared is None:
        return replace(holder, reason="away", until=until, absence=away)
    until = _first(_next_edge(contacts, away.alternate, at), until)
    if absence_at(contacts, away.alternate, at):
        return replace(holder, reason="away", until=until, absence=away)
    return replace(
        holder, person=away.alternate, reason="standing-in", instead_of=person, until=until, absence=away
    )


def _begins(contacts: Contacts, rotation: str, at: datetime) -> datetime | None:
    """When somebody first has a turn after an aware moment at which nobody has."""
    plan = contacts.rotations.get(rotation)
    if plan is None:
        return None
    start = plan.start.at.astimezone(UTC)
    return next(
        (turn.start for turn in turns_between(contacts, rotation, at, start + timedelta.resolution)), None
    )


def _next_edge(contacts: Contacts, person: str, at: datetime) -> datetime | None:
    """The next moment at which an absence of a person begins or ends."""
    ours = (absence for absence in contacts.absences if absence.person == person)
    edges = (edge for absence in ours for edge in (absence.start.at, absence.end.end))
    return _first(*(edge for edge in edges if between(at, edge) > timedelta()))


def _with_leave(contacts: Contacts, holder: Holder, at: datetime) -> Holder:
    leaves = _next_absence(contacts, holder.person or "", at)
    if leaves is None:
        return holder
    soon = between(leaves.start.at, Duration(1, "day").after(at)) >= timedelta()
    return replace(holder, until=_first(leaves.start.at, holder.until), leaves=leaves if soon else None)


def _next_absence(contacts: Contacts, person: str, at: datetime) -> Absence | None:
    """The next absence of a person that begins after a moment."""
    ahead = (a for a in contacts.absences if a.person == person and between(at, a.start.at) > timedelta())
    return min(ahead, key=lambda absence: absence.start.order, default=None)


def _first(*moments: datetime | None) -> datetime | None:
    said = (moment for moment in moments if moment is not None)
    return min(said, key=lambda moment: moment.astimezone(UTC), default=None)
