"""A meeting minute by minute."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from generator.audience.customer_case import CustomerCase
from generator.audience.shown.meetings import MeetingShown, TopicShown
from generator.derive.agenda_rows import AgendaRow, laid_out, name_of
from generator.derive.kinds import AnyMeeting
from generator.derive.standing import OF_CUSTOMER, standing
from generator.model.scalars.instants import between

UNSAID = 60
"""The minutes that a meeting is taken to last where it does not say."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting's rows, when it ends, and how its minutes add up.

    `planned` sums up the minutes that are said; `is_counted` is whether every topic says its own.
    """

    meeting: MeetingShown
    rows: tuple[AgendaRow, ...]
    ends: datetime | None
    planned: int
    decisions_wanted: int
    is_counted: bool = True

    @property
    def balance(self) -> int | None:
        """Minutes left over; below zero when the topics take longer than the meeting."""
        return None if self.meeting.minutes is None else self.meeting.minutes - self.planned

    @property
    def state(self) -> Literal["fits", "over", "spare", "unknown"]:
        """Whether the minutes add up; unknown while a topic does not say how long it takes, unless it is too much."""
        if self.balance is None or not self.rows:
            return "unknown"
        if self.balance < 0:
            return "over"
        if not self.is_counted:
            return "unknown"
        return "fits" if self.balance == 0 else "spare"


def next_meeting(case: CustomerCase, as_of: datetime) -> MeetingShown | None:
    """The next meeting: the first that is neither held nor over, else the last of all."""
    ahead = [one for one in case.meetings if not one.held and between(as_of, ends(one)) >= timedelta()]
    if ahead:
        return min(ahead, key=lambda one: one.at.order)
    return max(case.meetings, key=lambda one: one.at.order, default=None)


def ends(meeting: AnyMeeting) -> datetime:
    """When a meeting is over: after its minutes, an hour where none are given."""
    if meeting.at.whole_day:
        return meeting.at.end
    minutes = UNSAID if meeting.minutes is None else meeting.minutes
    return later(meeting.at.at, minutes) or meeting.at.at


def later(moment: datetime, minutes: int) -> datetime | None:
    """The aware moment so many minutes on, by the time that goes by; None where no calendar reaches."""
    try:
        return (moment.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(moment.tzinfo)
    except OverflowError:
        return None


def agenda_of(case: CustomerCase, meeting: MeetingShown, as_of: datetime) -> Agenda:
    """The meeting's topics with their clock times: what was typed, what earlier meetings left open, and between them
    the standing items of its kind, as of an aware moment.

    What is carried over and stands on the agenda again is not doubled, nor is a standing item that somebody wrote.
    Standing items take no more minutes than the others leave; where nobody wrote a topic they fill the meeting.
    """
    rows = laid_out(standing(case, meeting, as_of), _written(case, meeting), meeting.minutes)
    starts = _starts(rows, None if meeting.at.whole_day else meeting.at.at.astimezone(meeting.zone))
    timed = tuple(replace(row, starts=start) for row, start in zip(rows, starts, strict=True))
    counted = all(row.topic.minutes is not None for row in rows if row.standing is None)
    planned = sum(row.topic.minutes or 0 for row in rows)
    wanted = sum(row.topic.purpose == "decide" for row in rows)
    return Agenda(meeting, timed, _end(meeting), planned, wanted, counted)


def _starts(rows: Sequence[AgendaRow], clock: datetime | None) -> Iterator[datetime | None]:
    """When each row begins; a standing item that got no minutes takes none."""
    for row in rows:
        yield clock
        minutes = row.topic.minutes if row.standing is None else row.topic.minutes or 0
        clock = later(clock, minutes) if clock and minutes is not None else None


def _end(meeting: MeetingShown) -> datetime | None:
    if meeting.at.whole_day or meeting.minutes is None:
        return None
    return ends(meeting).astimezone(meeting.zone)


def _written(case: CustomerCase, meeting: MeetingShown) -> list[AgendaRow]:
    """What was typed for a meeting, and behind it what is carried over to it."""
    carried = _carried_over(case, meeting)
    typed = [AgendaRow(None, topic, carried.pop(name_of(topic), (None, None))[1]) for topic in meeting.agenda]
    return [*typed, *(AgendaRow(None, topic, origin) for topic, origin in carried.values())]


def _carried_over(case: CustomerCase, meeting: MeetingShown) -> dict[str, tuple[TopicShown, MeetingShown]]:
    """What other meetings carried over to this one, and what the last one left open, by name, as the latest has it."""
    others = sorted((one for one in case.meetings if one.id != meeting.id), key=lambda one: one.at.order)
    last = _last_of_its_sort(others, meeting)
    return {
        name_of(topic): (topic, other)
        for other in others
        for topic in other.agenda
        if topic.carry == meeting.id or (other is last and _is_open(topic))
    }


def _last_of_its_sort(others: Sequence[MeetingShown], meeting: MeetingShown) -> MeetingShown | None:
    """The last meeting held before this one among the same people: with the customer, or among ourselves."""
    sort = OF_CUSTOMER if meeting.kind in OF_CUSTOMER else (meeting.kind,)
    before = [one for one in others if one.held and one.kind in sort and one.at.order < meeting.at.order]
    return before[-1] if before else None


def _is_open(topic: TopicShown) -> bool:
    """Whether something that was to be talked over or decided came to nothing and was carried nowhere."""
    return topic.purpose in ("discuss", "decide") and topic.outcome is None and topic.carry is None
