"""The advocates' hand-over: who was called, what is needed of whom, and what is due before morning."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from generator.audience.project import InternalCase
from generator.derive.actions import status
from generator.derive.contact import update_promises
from generator.model.calls import Attempt, Escalation
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment

MORNING = time(8)


@dataclass(frozen=True, slots=True)
class Call:
    """One climb of the call log: its last ring, and who took it on after how long."""

    escalation: Escalation
    last: Attempt | None
    minutes: int | None

    @property
    def is_open(self) -> bool:
        """Whether nobody has taken it on yet."""
        return self.escalation.why == "needed" and not is_taken(self.escalation)


@dataclass(frozen=True, slots=True)
class Due:
    """Something due before morning; `section` and `index` say which item of the case, None the next update."""

    at: Moment
    what: str
    section: str | None = None
    index: int | None = None


def calls(case: InternalCase) -> tuple[Call, ...]:
    """The climbs of a case, in the order of the file."""
    return tuple(_call(escalation) for escalation in case.whole.escalations)


def _call(escalation: Escalation) -> Call:
    last = max(escalation.attempts, key=lambda attempt: attempt.at.order, default=None)
    return Call(escalation, last, minutes_to_engage(escalation))


def is_taken(escalation: Escalation) -> bool:
    """Whether somebody has taken it on, be it written down as `engaged` or only as what came of a ring."""
    return escalation.engaged is not None or any(ring.outcome == "engaged" for ring in escalation.attempts)


def minutes_to_engage(escalation: Escalation) -> int | None:
    """Minutes from asking to somebody taking it on; None while nobody has, or where a moment is missing."""
    rings = sorted(escalation.attempts, key=lambda attempt: attempt.at.order)
    asked = escalation.asked or (rings[0].at if rings else None)
    taken = escalation.engaged.at if escalation.engaged else None
    taken = taken or next((ring.at for ring in rings if ring.outcome == "engaged"), None)
    if asked is None or taken is None:
        return None
    return max(int(between(asked.at, taken.at).total_seconds() // 60), 0)


def before_morning(case: InternalCase, as_of: datetime) -> tuple[Due, ...]:
    """What is due, or late already, before the next 08:00 where the case is."""
    morning = next_morning(as_of).astimezone(UTC)
    found = [
        Due(promise.at, "", None, None)
        for promise in update_promises(case, as_of)[-1:]
        if promise.kept is None and promise.at.end <= morning and case.stage != "closed"
    ]
    for index, action in enumerate(case.actions):
        if action.due and status(action, case.actions, as_of).is_open and action.due.end <= morning:
            found.append(Due(action.due, action.what, "actions", index))
    for index, promise in enumerate(case.commitments):
        if promise.due and promise.kept is None and promise.due.end <= morning:
            found.append(Due(promise.due, promise.what, "commitments", index))
    return tuple(sorted(found, key=lambda due: due.at.end.astimezone(UTC)))


def next_morning(as_of: datetime) -> datetime:
    """The next 08:00 in the zone of an aware moment."""
    today = datetime.combine(as_of.date(), MORNING, as_of.tzinfo)
    if as_of < today:
        return today
    return datetime.combine(as_of.date() + timedelta(days=1), MORNING, as_of.tzinfo)
