"""The rungs of a climb as a call sheet lists them: when each is rung, and what came of those that were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from generator.audience.faces import Face, Faces
from generator.derive.climb import Next, Step
from generator.documents.matrix import Rung, rung_of
from generator.documents.sheets import Desk
from generator.model.calls import Attempt
from generator.model.scalars.moments import Moment

Listener = Literal["expert", "supervisor", "vp"]
"""To whom the words are said: who can help, who can name somebody that can, and who can make it happen."""
LISTENERS: dict[str, Listener] = {
    "primary": "expert",
    "backup": "expert",
    "again": "expert",
    "manager": "supervisor",
    "director": "supervisor",
    "vp": "vp",
    "last-resort": "vp",
}


@dataclass(frozen=True, slots=True)
class Tried:
    """A ring of the call log: who, when, what came of it, and to whom it was passed on."""

    at: Moment
    who: Face | None
    outcome: str
    to: Face | None


@dataclass(frozen=True, slots=True)
class Ring:
    """A rung on the sheet. `at` is the aware moment to ring it, None where it is passed over or was tried already.

    `again` says that the same person stands on a rung before it.
    """

    step: Step
    rung: Rung
    at: datetime | None
    tried: tuple[Tried, ...]
    listener: Listener
    is_next: bool = False
    again: bool = False


def rings_of(
    desk: Desk, faces: Faces, steps: Sequence[Step], after: Next | None, attempts: Sequence[Attempt]
) -> tuple[tuple[Ring, ...], tuple[Tried, ...]]:
    """The rungs after some attempts, with what was tried on each, and the attempts that were on none of them.

    `after` says whom to ring next: from there on each rung has its moment, a step apart.
    """
    told = [_tried(faces, attempt) for attempt in attempts]
    placed = _placed(steps, attempts)
    moments = _moments(desk, steps, after, [bool(on) for on in placed])
    seen: set[str | None] = {None}
    rings = []
    for step, at, on in zip(steps, moments, placed, strict=True):
        is_next = after is not None and after.step == step
        tried = tuple(told[one] for one in on)
        rung = rung_of(desk, step.holder)
        again = step.person is not None and step.person in seen
        rings.append(Ring(step, rung, at, tried, LISTENERS[step.rung], is_next, again))
        seen.add(step.person)
    others = (one for index, one in enumerate(told) if not any(index in on for on in placed))
    return tuple(rings), tuple(others)


def _moments(
    desk: Desk, steps: Sequence[Step], after: Next | None, tried: Sequence[bool]
) -> Iterator[datetime | None]:
    """When each rung is rung: None for those before the next one and those passed over.

    Where somebody is rung first whom the last one named, the ladder goes on above what was tried, a step later.
    """
    length = desk.workspace.settings.ladder.step
    at = max(after.at, desk.as_of) if after else desk.as_of
    if after is not None and after.delegate is not None:
        begins, at = len(tried) - list(reversed(tried)).index(True) if any(tried) else 0, length.after(at)
    else:
        begins = next((place for place, step in enumerate(steps) if after and after.step == step), len(steps))
    for place, step in enumerate(steps):
        rung = place >= begins and step.person is not None
        yield at if rung else None
        at = length.after(at) if rung else at


def _placed(steps: Sequence[Step], attempts: Sequence[Attempt]) -> list[list[int]]:
    """For each rung the indexes of the attempts that reached it; an attempt stands on one rung alone."""
    placed: list[list[int]] = [[] for _ in steps]
    for index, attempt in enumerate(attempts):
        fits = [place for place, step in enumerate(steps) if _stands_on(step, attempt)]
        if fits:
            placed[fits[0]].append(index)
    return placed


def _stands_on(step: Step, attempt: Attempt) -> bool:
    own = attempt.rung == step.rung and attempt.person in (None, step.person, step.holder.instead_of)
    return own or (attempt.rung is None and attempt.person == step.person)


def _tried(faces: Faces, attempt: Attempt) -> Tried:
    return Tried(attempt.at, faces.of(attempt.person), attempt.outcome, faces.of(attempt.to))
