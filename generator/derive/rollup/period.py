"""The period of a roll-up or a digest, and the one before that it is held against."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from generator.model.scalars.instants import day_start
from generator.model.scalars.moments import Moment


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day, both counted, as the calendar of a zone has them."""

    start: date
    end: date
    zone: ZoneInfo

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.end - self.start).days + 1

    @property
    def begins(self) -> datetime:
        """Its first instant, aware."""
        return day_start(self.start, self.zone)

    @property
    def ends(self) -> datetime:
        """The first instant after it, aware."""
        return day_start(self.end + timedelta(days=1), self.zone)

    def day_of(self, when: Moment | date) -> date:
        """The day on which something was, by the calendar of the period; a day that was typed alone stays that day."""
        if isinstance(when, Moment):
            return when.day if when.whole_day else when.at.astimezone(self.zone).date()
        return when

    def holds(self, when: Moment | date | None) -> bool:
        """Whether something was within it; what has no day was not."""
        return when is not None and self.start <= self.day_of(when) <= self.end

    @property
    def before(self) -> "Period":
        """The period before: as many whole months before whole months; before a part of a quarter the same days of the
        quarter before; else as many days just before.
        """
        months = self._whole_months
        if months:
            start = _months_before(self.start, months)
        elif self._is_quarter_to_date:
            start = _months_before(self.start, 3)
            last = self.start - timedelta(days=1)
            return Period(start, min(start + timedelta(days=self.days - 1), last), self.zone)
        else:
            start = self.start - timedelta(days=self.days)
        return Period(start, self.start - timedelta(days=1), self.zone)

    @property
    def _whole_months(self) -> int:
        """How many months it is made of, 0 where it is not of whole ones."""
        last = monthrange(self.end.year, self.end.month)[1]
        if self.start.day != 1 or self.end.day != last:
            return 0
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def _is_quarter_to_date(self) -> bool:
        first = self.start.day == 1 and self.start.month % 3 == 1
        return first and self.end.year == self.start.year and self.end.month <= self.start.month + 2


def _months_before(day: date, months: int) -> date:
    """The first of the month so many months before the first of a month."""
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
