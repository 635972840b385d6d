"""An attempt as the call log takes it: whom it was, on which rung, and where in the case it goes."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.climb import Next, Step
from generator.edit import Append, Change, Put, Value
from generator.model.calls import Attempt
from generator.model.scalars.instants import with_offset
from generator.model.settings import RUNGS, Rung


@dataclass(frozen=True, slots=True)
class Opened:
    """What a climb that begins with an attempt is for."""

    area: str
    why: str | None = None
    need: str | None = None


def whom(steps: Sequence[Step], following: Next | None, person: str | None, rung: Rung | None) -> str | None:
    """Whom an attempt was made at: as said, else who holds the rung that was said, else whom the ladder says is next."""
    if person is not None:
        return person
    if rung is not None:
        return next((step.person for step in steps if step.rung == rung), None)
    if following is None:
        return None
    return following.delegate or (following.step.person if following.step else None)


def rung_of(steps: Sequence[Step], following: Next | None, person: str) -> Rung | None:
    """The rung on which somebody is rung: the next one where it is theirs, else the first that is."""
    expected = following.step if following else None
    ahead = [expected] if expected is not None and expected.person == person else []
    for step in [*ahead, *(one for one in steps if one.person == person)]:
        found = next((rung for rung in RUNGS if rung == step.rung), None)
        if found is not None or step is expected:
            return found
    return None


def log_changes(index: int | None, opened: Opened, attempt: Attempt) -> list[Change]:
    """What the case's file takes: the attempt at the end of the climb at an index, or in a climb of its own.

    Who has taken it on is written with it. The moments carry their offset, so that a later change of the zone does
    not move them.
    """
    at = with_offset(attempt.at.at)
    ring: dict[str, Value] = {"at": at}
    for key in ("person", "rung", "outcome", "to", "notes"):
        if getattr(attempt, key) is not None:
            ring[key] = getattr(attempt, key)
    engaged: dict[str, Value] = {"person": attempt.person or "", "at": at}
    if index is not None:
        where = ("escalations", index)
        added: list[Change] = [Append((*where, "attempts"), ring)]
        return [*added, Put((*where, "engaged"), engaged)] if attempt.outcome == "engaged" else added
    climb: dict[str, Value] = {"area": opened.area}
    climb |= {"why": opened.why} if opened.why else {}
    climb |= {"need": opened.need} if opened.need else {}
    climb |= {"asked": at, "attempts": [ring]}
    climb |= {"engaged": engaged} if attempt.outcome == "engaged" else {}
    return [Append(("escalations",), climb)]
