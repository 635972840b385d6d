"""A meeting minute by minute."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from generator.audience.customer_case import CustomerCase, MeetingShown, TopicShown
from generator.derive.kinds import AnyMeeting
from generator.model.scalars.times import between

UNSAID = 60
"""The minutes that a meeting is taken to last where it does not say."""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One topic with the clock time it begins at (aware, in the meeting's zone); None once the minutes are unknown."""

    starts: datetime | None
    topic: TopicShown
    carried_from: MeetingShown | None = None


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
    """The next meeting: the first that is neither held nor over, else the last of all.

    One without an agenda counts only where none has one.
    """
    meetings = [one for one in case.meetings if one.agenda] or list(case.meetings)
    ahead = [one for one in meetings if not one.held and between(as_of, ends(one)) >= timedelta()]
    if ahead:
        return min(ahead, key=lambda one: one.at.order)
    return max(meetings, key=lambda one: one.at.order, default=None)


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


def agenda_of(case: CustomerCase, meeting: MeetingShown) -> Agenda:
    """The meeting's topics with their clock times, and behind them those that earlier meetings carried over to it.

    One that stands on its agenda again is not doubled.
    """
    topics = _topics(case, meeting)
    clock: datetime | None = None if meeting.at.whole_day else meeting.at.at.astimezone(meeting.zone)
    rows = []
    for topic, origin in topics:
        rows.append(AgendaRow(clock, topic, origin))
        clock = later(clock, topic.minutes) if clock and topic.minutes is not None else None
    planned = sum(topic.minutes or 0 for topic, _ in topics)
    wanted = sum(topic.purpose == "decide" for topic, _ in topics)
    counted = all(topic.minutes is not None for topic, _ in topics)
    return Agenda(meeting, tuple(rows), _end(meeting), planned, wanted, counted)


def _end(meeting: MeetingShown) -> datetime | None:
    if meeting.at.whole_day or meeting.minutes is None:
        return None
    return ends(meeting).astimezone(meeting.zone)


def _topics(case: CustomerCase, meeting: MeetingShown) -> list[tuple[TopicShown, MeetingShown | None]]:
    carried = _carried_over(case, meeting)
    topics = [(topic, carried.pop(_name(topic), (None, None))[1]) for topic in meeting.agenda]
    return [*topics, *carried.values()]


def _carried_over(case: CustomerCase, meeting: MeetingShown) -> dict[str, tuple[TopicShown, MeetingShown]]:
    """What other meetings carried over to this one, by name, as the latest of them has it."""
    others = sorted((one for one in case.meetings if one.id != meeting.id), key=lambda one: one.at.order)
    return {
        _name(topic): (topic, other)
        for other in others
        for topic in other.agenda
        if topic.carry == meeting.id
    }


def _name(topic: TopicShown) -> str:
    return " ".join(topic.topic.casefold().split())
