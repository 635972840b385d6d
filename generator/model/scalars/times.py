"""Moments, days and durations, each read in the zone that holds where it was typed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from generator.model.scalars.typed import ReadInZone, Typed, fault, one_text, scalar

DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
DAY_ALONE = re.compile(DAY, re.ASCII)
MOMENT = re.compile(
    rf"({DAY})(?:[T ]([0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?) ?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?", re.ASCII
)
LOOSE = re.compile(
    r"([0-9]{4}-[0-9]{2})(-[0-9]{2}(?:[T ](?:about |around )?([0-9]{1,2}|morning|noon|afternoon|evening|night))?)?",
    re.ASCII,
)
PARTS = {"morning": 6, "noon": 12, "afternoon": 12, "evening": 18, "night": 0}
DURATION = re.compile(r"([0-9]{1,5}) (minute|hour|day|week)s?", re.ASCII)
LONG = {"minute": 60, "hour": 3600, "day": 86400, "week": 604800}
UTC_ZONE = ZoneInfo("UTC")
EXAMPLE = "Write it like `2026-03-11 14:05`, or with its offset like `2026-03-11T14:05-04:00`."


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, or a whole day where only a date was typed.

    `at` is aware and in the zone that held where it was typed (for a whole day, its first instant); `typed` is the
    text as written.
    """

    typed: str
    at: datetime
    whole_day: bool = False

    @property
    def end(self) -> datetime:
        """The last instant: of a whole day the first of the next, else the moment itself. Aware."""
        return day_start(self.day + timedelta(days=1), self.at.tzinfo) if self.whole_day else self.at

    @property
    def day(self) -> date:
        """The calendar day, in the zone where it was typed."""
        return self.at.date()

    @property
    def order(self) -> tuple[datetime, bool]:
        """The key to sort by: a date alone stands before the timed moments of its day.

        In UTC, because two times of one zone are compared as its clocks show them, and one hour a year comes twice.
        """
        return (self.at.astimezone(UTC), not self.whole_day)

    def __str__(self) -> str:
        return self.day.isoformat() if self.whole_day else self.at.isoformat()


@lru_cache(maxsize=16384)
def day_start(day: date, zone: Any) -> datetime:
    """The first instant of a day in a zone, also where midnight was skipped."""
    start = datetime.combine(day, time(), zone)
    return start.astimezone(UTC).astimezone(zone)


def between(start: datetime, end: datetime) -> timedelta:
    """The time that really went by between two aware moments, also where the clocks were changed in between."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def with_offset(at: datetime) -> str:
    """An aware moment as a file is given it: to the minute where no second is told, and with its offset.

    So it means the same in a file of another zone, and a later change of the zone does not move it.
    """
    return at.isoformat(timespec="seconds" if at.second else "minutes")


def settled(local: datetime, zone: ZoneInfo, typed: str, loose: bool = False) -> datetime:
    """A wall-clock time as an instant of its zone; a skipped hour is a fault, one that came twice too.

    With `loose` (an approximate time) the earliest reading is taken instead.
    """
    first = datetime.combine(local, local.time(), zone)  # Five times as fast as to replace its zone.
    if _keeps_its_offset(local.date(), zone):
        return first
    second = first.replace(fold=1)
    before, after = first.utcoffset(), second.utcoffset()
    if before == after or loose:
        return first
    if before is not None and after is not None and before < after:
        sentence = f"`{typed}` does not exist in {zone.key}: the clocks went forward over that hour."
        raise fault(
            "hour-skipped", sentence, "Write the hour that the clock really showed, or add the offset."
        )
    sentence = f"`{typed}` occurred twice in {zone.key}: the clocks went back over that hour."
    raise fault("hour-twice", sentence, f"Add the offset: `{first.isoformat()}` or `{second.isoformat()}`.")


@lru_cache(maxsize=16384)
def _keeps_its_offset(day: date, zone: ZoneInfo) -> bool:
    """Whether no clock is changed on a day: no clock is changed twice on one."""
    return day_start(day, zone).utcoffset() == day_start(day + timedelta(days=1), zone).utcoffset()


def _calendar(typed: str, text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise fault("time-wrong", f"`{typed}` is not a day of the calendar.", EXAMPLE) from None
    if not 1900 <= day.year <= 2999:
        raise fault("time-wrong", f"The year of `{typed}` is not between 1900 and 2999.", EXAMPLE)
    return day


def _wall(typed: str, day: str, clock: str) -> datetime:
    """What a calendar and a clock show together; the year's bounds and a clock without 24:00 as a fault."""
    try:
        local = datetime.fromisoformat(f"{day}T{clock}")
    except ValueError:
        local = None
    # Newer Pythons take 24:00 for the next day's midnight.
    if local is None or clock[:2] == "24" or not 1900 <= local.year <= 2999:
        _calendar(typed, day)
        raise fault("time-wrong", f"`{typed}` holds a time that no clock shows.", EXAMPLE)
    return local


def _offset(typed: str, text: str) -> timedelta:
    if text == "Z":
        return timedelta()
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 14 or minutes > 59:
        raise fault("time-wrong", f"The offset of `{typed}` is not one that any place uses.", EXAMPLE)
    return timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1)


def zone_of(value: str) -> ZoneInfo:
    """The zone a typed scalar stands in; UTC for a text that never stood in a file."""
    return value.zone if isinstance(value, Typed) else UTC_ZONE


def read_moment(value: Any, zone: ZoneInfo | None = None) -> Moment:
    """`2026-03-11T14:05`, `2026-03-11 14:05`, with seconds and offset where wanted, or `2026-03-11` alone."""
    if isinstance(value, Moment):
        return value
    text = one_text(value, "a moment")
    if isinstance(value, Loose):
        return read_loose(value)
    if found := MOMENT.fullmatch(text):
        return _moment(str(text), found, value.zone if isinstance(value, Typed) else zone or UTC_ZONE)
    raise fault("time-wrong", f"`{text}` is not a moment.", EXAMPLE)


def _moment(text: str, found: re.Match[str], zone: ZoneInfo) -> Moment:
    day, clock, offset = found.groups()
    if clock is None:
        return Moment(text, day_start(_calendar(text, day), zone), whole_day=True)
    local = _wall(text, day, clock)
    if offset is None:
        return Moment(text, settled(local, zone, text))
    instant = (local - _offset(text, offset)).replace(tzinfo=UTC)
    return Moment(text, instant.astimezone(zone))


class Loose(Typed):
    """The text of a moment that its event calls approximate."""

    __slots__ = ()


def read_loose(value: Loose) -> Moment:
    """An approximate moment: also a month, an hour or a part of a day, taken at its earliest reading."""
    found = MOMENT.fullmatch(value)
    if found and found[2] and not found[3]:
        return Moment(str(value), settled(_wall(value, found[1], found[2]), value.zone, value, loose=True))
    if found:
        return _moment(str(value), found, value.zone)
    return _loose_moment(value, LOOSE.fullmatch(value))


def _loose_moment(value: Loose, found: re.Match[str] | None) -> Moment:
    if not found:
        remedy = "Write `2026-03`, `2026-03-11`, `2026-03-11 14` or `2026-03-11 morning`."
        raise fault("time-wrong", f"`{value}` is not even roughly a moment.", remedy)
    month, day, part = found.groups()
    date_alone = _calendar(value, month + (day or "-01")[:3])
    if part is None:
        return Moment(str(value), day_start(date_alone, value.zone), whole_day=True)
    local = _wall(value, date_alone.isoformat(), f"{PARTS.get(part, part):0>2}:00")
    return Moment(str(value), settled(local, value.zone, value, loose=True))


def read_day(value: Any) -> date:
    """A date alone, like `2026-03-11`."""
    if type(value) is date:
        return value
    text = one_text(value, "a date")
    if not DAY_ALONE.fullmatch(text):
        raise fault("time-wrong", f"`{text}` is not a date.", "Write it like `2026-03-11`.")
    return _calendar(text, text)


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in words; days and weeks are of the calendar, local, so a day may last 23 hours."""

    number: int
    unit: str

    def after(self, moment: datetime) -> datetime:
        """The aware moment this long after an aware moment, in that moment's zone."""
        if self.unit in ("minute", "hour"):
            return (moment.astimezone(UTC) + self.about).astimezone(moment.tzinfo)
        return (moment + self.about).astimezone(UTC).astimezone(moment.tzinfo)

    @property
    def about(self) -> timedelta:
        """Its length where every day lasts 24 hours."""
        return timedelta(seconds=self.number * LONG[self.unit])

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


def read_duration(value: Any) -> Duration:
    """`15 minutes`, `8 hours`, `1 week`, `90 days`; never zero."""
    if isinstance(value, Duration):
        return value
    text = one_text(value, "a length of time")
    found = DURATION.fullmatch(text)
    if not found or int(found.group(1)) == 0:
        remedy = "Write it like `15 minutes`, `8 hours`, `90 days` or `1 week`."
        raise fault("duration-wrong", f"`{text}` is not a length of time.", remedy)
    return Duration(int(found.group(1)), found.group(2))


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """The names of all zones (IANA)."""
    return frozenset(available_timezones())


@lru_cache(maxsize=512)
def find_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, or None; a name is never read as a path."""
    if not re.fullmatch(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}", name, re.ASCII):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def read_zone(value: Any) -> ZoneInfo:
    """A zone by its IANA name."""
    if isinstance(value, ZoneInfo):
        return value
    text = one_text(value, "a time zone")
    zone = find_zone(text)
    if zone is None:
        raise fault(
            "zone-unknown", f"`{text}` is not a time zone.", f"Write its IANA name{_nearest_zone(text)}."
        )
    return zone


def _nearest_zone(text: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(text, zone_names(), n=1, cutoff=0.5)
    ending = [name for name in sorted(zone_names()) if name.endswith(f"/{text.replace(' ', '_')}")]
    choice = (ending or near or ["America/New_York"])[0]
    return f", `{choice}`" if ending or near else f", like `{choice}`"


When = Annotated[
    Moment,
    *scalar(
        ReadInZone(read_moment),
        "string",
        pattern="^[0-9]{4}-[0-9]{2}(-[0-9]{2})?([T ].+)?$",
        description="A date, or a moment like `2026-03-11 14:05`; without an offset in the nearest `timezone`.",
    ),
]
"""A moment, or a whole day where a date stands alone."""
Day = Annotated[
    date, *scalar(read_day, "string", pattern=f"^{DAY}$", description="A date like `2026-03-11`.")
]
Span = Annotated[
    Duration,
    *scalar(
        read_duration,
        "string",
        pattern="^[0-9]{1,5} (minute|hour|day|week)s?$",
        description="A length of time like `15 minutes` or `1 week`.",
    ),
]
Zone = Annotated[
    ZoneInfo,
    *scalar(
        read_zone,
        "string",
        pattern="^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}$",
        description="A time zone by its IANA name, like `America/New_York`.",
    ),
]
