"""The hours in which a segment is served, and the time that counts within them."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Annotated, Any

from generator.model.scalars.instants import day_start
from generator.model.scalars.typed import fault, one_text, scalar

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CLOCK = r"([01][0-9]|2[0-3]):([0-5][0-9])"
HOURS = re.compile(rf"({'|'.join(DAYS)})(?:-({'|'.join(DAYS)}))? {CLOCK}-{CLOCK}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Hours:
    """Served hours: `first` to `last` day of the week (0 is Monday), `opens` to `closes`, local; or round the clock."""

    first: int = 0
    last: int = 6
    opens: time = time()
    closes: time | None = None

    def within(self, start: datetime, end: datetime) -> timedelta:
        """How much served time lies between two aware moments, in the zone of the first."""
        if self.closes is None:
            return max(end.astimezone(UTC) - start.astimezone(UTC), timedelta())
        return sum((self._of_day(start, end, number) for number in range(_days(start, end))), timedelta())

    def _of_day(self, start: datetime, end: datetime, number: int) -> timedelta:
        day = start.date() + timedelta(days=number)
        if self.closes is None or not self._serves(day.weekday()):
            return timedelta()
        opens, closes = (datetime.combine(day, clock, start.tzinfo) for clock in (self.opens, self.closes))
        return max(min(_utc(closes), _utc(end)) - max(_utc(opens), _utc(start)), timedelta())

    def _serves(self, weekday: int) -> bool:
        if self.first <= self.last:
            return self.first <= weekday <= self.last
        return weekday >= self.first or weekday <= self.last

    def __str__(self) -> str:
        if self.closes is None:
            return "24x7"
        days = DAYS[self.first] if self.first == self.last else f"{DAYS[self.first]}-{DAYS[self.last]}"
        return f"{days} {self.opens:%H:%M}-{self.closes:%H:%M}"


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _days(start: datetime, end: datetime) -> int:
    last = end.astimezone(start.tzinfo)
    return max((day_start(last.date(), last.tzinfo).date() - start.date()).days + 1, 0)


def read_hours(value: Any) -> Hours:
    """`24x7`, or days and a clock like `Mon-Fri 08:00-18:00`."""
    if isinstance(value, Hours):
        return value
    text = one_text(value, "served hours")
    if text == "24x7":
        return Hours()
    found = HOURS.fullmatch(text)
    if found:
        first, last, *clock = found.groups()
        opens, closes = time(int(clock[0]), int(clock[1])), time(int(clock[2]), int(clock[3]))
        if opens < closes:
            return Hours(DAYS.index(first), DAYS.index(last or first), opens, closes)
    raise fault("value-wrong", f"`{text}` are not served hours.", "Write `24x7` or `Mon-Fri 08:00-18:00`.")


Served = Annotated[Hours, *scalar(read_hours, "string", pattern=f"^(24x7|{HOURS.pattern})$")]
