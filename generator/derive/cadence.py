"""How long a customer may wait for word, in the hours of their segment."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.derive.contact import Gap
from generator.model.case import Case
from generator.model.scalars.durations import Duration
from generator.model.scalars.hours import Hours
from generator.model.scalars.instants import between
from generator.model.settings import SegmentPlan


@dataclass(frozen=True, slots=True)
class Cadence:
    """The longest time between two contacts, and the hours that count towards it, read on the customer's clock.

    In a segment that is not served round the clock a day is a day's served hours and a week a week's, so that who
    was called on Friday at four is called again by Monday at four. Without `zone` hours are read where a gap begins.
    """

    every: Duration
    hours: Hours
    zone: ZoneInfo | None = None

    def is_broken(self, gap: Gap) -> bool:
        """Whether a gap lasted longer in served hours than the segment allows."""
        return self.waited(gap) > self._allowed(gap.start)

    def waited(self, gap: Gap) -> timedelta:
        """The served time in a gap."""
        return self.hours.within(self._local(gap.start), gap.end)

    def _allowed(self, start: datetime) -> timedelta:
        if self.every.unit in ("minute", "hour"):
            return self.every.about
        if self.hours.closes is None:
            return between(start, self.every.after(self._local(start)))
        weeks, days = divmod(self.every.about.days, 7)
        return (weeks * served_days(self.hours) + days) * served_a_day(self.hours)

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone) if self.zone else moment


def served_days(hours: Hours) -> int:
    """On how many days of the week a segment is served."""
    return (hours.last - hours.first) % 7 + 1


def served_a_day(hours: Hours) -> timedelta:
    """How long a segment is served on a day that it is served on."""
    if hours.closes is None:
        return timedelta(days=1)
    return datetime.combine(date.min, hours.closes) - datetime.combine(date.min, hours.opens)


def cadence_of(case: Case, segment: SegmentPlan | None, zone: ZoneInfo | None = None) -> Cadence | None:
    """The cadence for a case's severity in its customer's segment, or None where none is set.

    `zone` is the customer's, in which the segment's hours are read.
    """
    if segment is None or case.severity is None or case.severity not in segment.update_every:
        return None
    return Cadence(segment.update_every[case.severity], segment.hours, zone)
