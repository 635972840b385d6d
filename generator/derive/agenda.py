"""A meeting minute by minute."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from generator.audience.customer_case import CustomerCase, MeetingShown, TopicShown
from generator.derive.kinds import AnyMeeting


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One topic with the clock time it begins at (aware, in the meeting's zone); None once the minutes are unknown."""

    starts: datetime | None
    topic: TopicShown
    carried_from: MeetingShown | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting's rows, when it ends, and how its minutes add up: `over` and `spare` in minutes."""

    meeting: MeetingShown
    rows: tuple[AgendaRow, ...]
    ends: datetime | None
    planned: int
    decisions_wanted: int

    @property
    def balance(self) -> int | None:
        """Minutes left over; below zero when the topics take longer than the meeting."""
        return None if self.meeting.minutes is None else self.meeting.minutes - self.planned

    @property
    def state(self) -> Literal["fits", "over", "spare", "unknown"]:
        """Whether the minutes add up."""
        if self.balance is None or not self.rows:
            return "unknown"
        return "fits" if self.balance == 0 else "over" if self.balance < 0 else "spare"


def next_meeting(case: CustomerCase, as_of: datetime) -> MeetingShown | None:
    """The next meeting that is not held yet: the first that has not ended, else the last of all."""
    waiting = sorted((one for one in case.meetings if not one.held), key=lambda one: one.at.order)
    ahead = [one for one in waiting if ends(one) >= as_of]
    return ahead[0] if ahead else max(case.meetings, key=lambda one: one.at.order, default=None)


def ends(meeting: AnyMeeting) -> datetime:
    """When a meeting is over: after its minutes, an hour where none are given."""
    if meeting.at.whole_day:
        return meeting.at.end
    return meeting.at.at + timedelta(minutes=meeting.minutes or 60)


def agenda_of(case: CustomerCase, meeting: MeetingShown) -> Agenda:
    """The meeting's topics with their clock times, those carried over from earlier meetings first named as such."""
    carried = _carried_over(case, meeting)
    topics = [(topic, carried.get(topic.topic.casefold())) for topic in meeting.agenda]
    listed = {topic.topic.casefold() for topic in meeting.agenda}
    topics += [
        (t, origin) for key, origin in carried.items() if key not in listed for t in _topic(origin, key)
    ]
    clock: datetime | None = None if meeting.at.whole_day else meeting.at.at.astimezone(meeting.zone)
    rows = []
    for topic, origin in topics:
        rows.append(AgendaRow(clock, topic, origin))
        clock = clock + timedelta(minutes=topic.minutes) if clock and topic.minutes else None
    planned = sum(topic.minutes or 0 for topic, _ in topics)
    wanted = sum(topic.purpose == "decide" for topic, _ in topics)
    end = None if meeting.at.whole_day or meeting.minutes is None else ends(meeting).astimezone(meeting.zone)
    return Agenda(meeting, tuple(rows), end, planned, wanted)


def _carried_over(case: CustomerCase, meeting: MeetingShown) -> dict[str, MeetingShown]:
    return {
        topic.topic.casefold(): other
        for other in case.meetings
        for topic in other.agenda
        if topic.carry == meeting.id and other.id != meeting.id
    }


def _topic(meeting: MeetingShown, key: str) -> list[TopicShown]:
    return [topic for topic in meeting.agenda if topic.topic.casefold() == key]
