"""A climb as the ladder would have it: what was out of order or passed over, what came late, and whom to ring next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from generator.derive.duty import Holder, ladder_of
from generator.derive.hand_over import is_taken
from generator.derive.ladder_calls import rung_of
from generator.model.calls import Attempt, Escalation
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment
from generator.model.settings import RUNGS, Ladder, Rung
from generator.model.workspace import Workspace

ENDS_WAITING = ("engaged", "called-back")
"""What came of a ring after which nobody waits for the next: they took it on, or spoke to us later."""
UNREACHABLE = ("none", "nobody", "away")
"""Why nobody can be rung on a rung."""


@dataclass(frozen=True, slots=True)
class Step:
    """One ring of a climb: its index in `attempts`, its rung where it has one, and the rungs that it passed over."""

    index: int
    attempt: Attempt
    rung: Rung | None
    skipped: tuple[Rung, ...] = ()
    after: Rung | None = None
    """The higher rung that was rung before this one, which was not rung yet."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A time without a ring that was longer than the ladder allows, until the ring with that index; None: until now."""

    start: datetime
    length: timedelta
    until: int | None


def allowed(ladder: Ladder) -> timedelta:
    """How long may pass between two rings: a step, and what is tolerated."""
    return ladder.step.about + ladder.tolerance.about


def follows_ladder(escalation: Escalation) -> bool:
    """Whether a climb is held to the ladder: one for help, in real time."""
    return escalation.why == "needed" and escalation.climbs


def steps(workspace: Workspace, escalation: Escalation) -> tuple[Step, ...]:
    """The rings of a climb in the order of time, each with what the ladder says against it."""
    in_time = sorted(enumerate(escalation.attempts), key=lambda entry: entry[1].at.order)
    rung = [rung_of(workspace, escalation, attempt) for _, attempt in in_time]
    return tuple(
        Step(
            index,
            attempt,
            rung[number],
            _skipped(workspace, escalation, attempt, rung, number),
            _after(rung, number),
        )
        for number, (index, attempt) in enumerate(in_time)
    )


def _after(rung: list[Rung | None], number: int) -> Rung | None:
    """The highest rung before a ring, where it is higher and the ring is the first on its own."""
    own, before = rung[number], [one for one in rung[:number] if one is not None]
    if own is None or own in before:
        return None
    highest = max(before, key=RUNGS.index, default=own)
    return highest if RUNGS.index(highest) > RUNGS.index(own) else None


def _skipped(
    workspace: Workspace, escalation: Escalation, attempt: Attempt, rung: list[Rung | None], number: int
) -> tuple[Rung, ...]:
    """The rungs between the highest before a ring and its own which could be rung and never were."""
    own, area = rung[number], workspace.contacts.areas.get(escalation.area)
    if own is None or area is None:
        return ()
    reached = max((RUNGS.index(one) for one in rung[:number] if one is not None), default=-1)
    missing = [one for one in RUNGS[reached + 1 : RUNGS.index(own)] if one not in rung]
    if not missing:
        return ()
    tried = {one.person for one in escalation.attempts}
    ladder = ladder_of(workspace.contacts, area, workspace.settings.ladder, attempt.at.at)
    there = {one.rung for one in ladder if one.reason not in UNREACHABLE and one.person not in tried}
    return tuple(one for one in missing if one in there)


def waits(escalation: Escalation, ladder: Ladder, as_of: datetime) -> Iterator[Wait]:
    """The times of a climb in which the next ring came too late, or has not come at an aware moment.

    Days without an hour are passed over, and so is everything after somebody took it on.
    """
    taken = escalation.engaged.at if escalation.engaged else None
    times: list[tuple[Moment, str, int]] = [(escalation.asked, "asked", -1)] if escalation.asked else []
    in_time = sorted(enumerate(escalation.attempts), key=lambda entry: entry[1].at.order)
    times += [(attempt.at, attempt.outcome, index) for index, attempt in in_time]
    for (before, outcome, _), (after, _, index) in pairwise(times):
        if outcome in ENDS_WAITING or (taken is not None and between(taken.at, after.at) >= timedelta()):
            return
        length = between(before.at, after.at)
        if length > allowed(ladder) and not before.whole_day and not after.whole_day:
            yield Wait(before.at, length, index)
    if times and not is_taken(escalation) and times[-1][1] not in ENDS_WAITING:
        length = between(times[-1][0].end, as_of)
        if length > allowed(ladder):
            yield Wait(times[-1][0].at, length, None)


def next_holder(workspace: Workspace, escalation: Escalation, as_of: datetime) -> Holder | None:
    """Whom to ring next at an aware moment: the first above the highest rung that was rung, then the first again.

    None where there is nobody on the whole ladder, or no such area.
    """
    area = workspace.contacts.areas.get(escalation.area)
    if area is None:
        return None
    ladder = ladder_of(workspace.contacts, area, workspace.settings.ladder, as_of)
    there = [holder for holder in ladder if holder.reason not in UNREACHABLE]
    made = steps(workspace, escalation)
    reached = max((RUNGS.index(step.rung) for step in made if step.rung), default=-1)
    above = [holder for holder in there if RUNGS.index(holder.rung) > reached]
    return next(iter([*above, *there]), None)
