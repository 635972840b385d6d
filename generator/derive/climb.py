"""An area's ladder as it is climbed: whom to ring at which minute, what is passed over, and whom after the last rung."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from generator.derive.duty import Holder, ladder_of, present
from generator.derive.hand_over import is_taken
from generator.model.calls import Attempt, Escalation
from generator.model.contacts import Area, Contacts
from generator.model.scalars.durations import Duration
from generator.model.settings import Ladder, Rung

Extra = Literal["last-resort", "again"]
WAITED_FOR = ("no-answer", "voicemail", "called-back")
"""Outcomes after which somebody may still answer; after the others nothing keeps us from ringing on."""


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of a climb. `at` is the aware moment to ring it, None where there is nobody to ring on it.

    `rung` is the area's own, or what comes after them: `last-resort` (settings), or `again` for the primary.
    `minute` counts from the first ring; a rung that is passed over costs no time, so it has none.
    """

    rung: Rung | Extra
    holder: Holder
    minute: int | None
    at: datetime | None

    @property
    def person(self) -> str | None:
        """Whom to ring; None where the rung is passed over."""
        return self.holder.person


def climb(contacts: Contacts, area: Area, ladder: Ladder, at: datetime) -> tuple[Step, ...]:
    """The whole climb of an area from an aware moment on: its five rungs, then the last resort or the primary again.

    Who stands on a rung is taken as of the start. Rungs with nobody on them are passed over at once.
    """
    holders = ladder_of(contacts, area, ladder, at)
    steps = [_step(holder.rung, holder) for holder in holders]
    if ladder.last_resort is not None:
        last = present(contacts, Holder("vp", 0, ladder.last_resort, "static"), at)
        steps.append(_step("last-resort", last))
    elif (first := next((holder for holder in holders if holder.person), None)) is not None:
        steps.append(_step("again", first))
    return tuple(_timed(steps, ladder.step, at))


def _step(rung: Rung | Extra, holder: Holder) -> Step:
    return Step(rung, holder, None, None)


def _timed(steps: Sequence[Step], step: Duration, at: datetime) -> list[Step]:
    """The steps with their moments, a step apart, from a moment on."""
    timed, count, minutes = [], 0, int(step.about.total_seconds() // 60)
    for one in steps:
        if one.person is None:
            timed.append(one)
            continue
        timed.append(replace(one, minute=count * minutes, at=_later(step, count, at)))
        count += 1
    return timed


def _later(step: Duration, count: int, at: datetime) -> datetime:
    return Duration(count * step.number, step.unit).after(at) if count else at


def open_escalation(
    escalations: Sequence[Escalation], area: str, why: str | None = None
) -> tuple[int, Escalation] | None:
    """The climb of an area that nobody has taken on yet, with its index: the last one, a needed one before others."""
    found = [
        (index, one)
        for index, one in enumerate(escalations)
        if one.area == area and not is_taken(one) and why in (None, one.why)
    ]
    needed = [pair for pair in found if pair[1].why == "needed"]
    chosen = needed or found
    return chosen[-1] if chosen else None


@dataclass(frozen=True, slots=True)
class Next:
    """Whom to ring next. `at` is the aware moment by which to ring; `waits` whether it is worth waiting until then.

    `delegate` is set where the last one named somebody to ring instead, and `over` where the ladder begins again.
    `passed` are the rungs between that nobody stands on.
    """

    step: Step | None
    at: datetime
    waits: bool
    delegate: str | None = None
    passed: tuple[Step, ...] = ()
    over: bool = False


def next_ring(
    steps: Sequence[Step], attempts: Sequence[Attempt], step: Duration, now: datetime
) -> Next | None:
    """Whom to ring after these attempts, by one step after the last; None where the last one took it on.

    Without attempts it is the first of the climb, now. Somebody the last one named is rung at once.
    """
    rings = [one for one in steps if one.person is not None]
    if not attempts:
        return (
            Next(rings[0], now, False, passed=_between(steps, None, rings[0]))
            if rings
            else Next(None, now, False)
        )
    last = attempts[-1]
    if last.outcome == "engaged":
        return None
    if last.outcome == "delegated" and last.to is not None:
        return Next(None, last.at.at, False, last.to)
    reached = _reached(rings, attempts)
    at, waits = step.after(last.at.at), last.outcome in WAITED_FOR
    if not rings:
        return Next(None, at, waits)
    over = reached + 1 >= len(rings)
    following = rings[0] if over else rings[reached + 1]
    before = rings[reached] if reached >= 0 and not over else None
    return Next(following, at, waits, passed=() if over else _between(steps, before, following), over=over)


def _reached(rings: Sequence[Step], attempts: Sequence[Attempt]) -> int:
    """The index of the highest rung that the attempts have reached since the ladder was last begun; -1 for none."""
    reached = -1
    for attempt in attempts:
        fits = [index for index, one in enumerate(rings) if _fits(one, attempt)]
        if reached + 1 >= len(rings) and 0 in fits:
            reached = 0
        elif fits:
            reached = max(reached, next((index for index in fits if index > reached), fits[-1]))
    return reached


def _fits(step: Step, attempt: Attempt) -> bool:
    if attempt.rung is not None and step.rung not in ("last-resort", "again"):
        return attempt.rung == step.rung
    return attempt.person == step.person


def _between(steps: Sequence[Step], before: Step | None, following: Step) -> tuple[Step, ...]:
    """The rungs passed over between two."""
    start = steps.index(before) + 1 if before is not None else 0
    return tuple(steps[start : steps.index(following)])
