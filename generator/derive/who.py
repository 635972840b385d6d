"""Who is who: everybody whom a case's readers meet in it, by side, each with what they do there."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.audience.customer_case import CustomerCase
from generator.audience.faces import Face
from generator.audience.shown.meetings import MeetingShown
from generator.model.people import SideName

SIDES: tuple[SideName, ...] = ("customer", "us", "party")


@dataclass(frozen=True, slots=True)
class Who:
    """A person with what they do in the case: their part on the team, their role at the meeting."""

    face: Face
    parts: tuple[str, ...]


def who_is_who(case: CustomerCase, meeting: MeetingShown | None) -> dict[SideName, tuple[Who, ...]]:
    """The advocate, the team and those at a meeting, by side, each person once, in that order."""
    found: dict[Face, list[str]] = {}
    for face, part in _people(case, meeting):
        parts = found.setdefault(face, [])
        if part and part not in parts:
            parts.append(part)
    who = [Who(face, tuple(parts)) for face, parts in found.items()]
    return {side: people for side in SIDES if (people := tuple(one for one in who if one.face.side == side))}


def _people(case: CustomerCase, meeting: MeetingShown | None) -> Iterator[tuple[Face, str | None]]:
    if case.advocate is not None:
        yield case.advocate, None
    yield from ((member.person, member.part) for member in case.team)
    yield from ((one.person, one.role) for one in (meeting.attendees if meeting else ()))
