"""Moments, exact and approximate, each read in the zone that holds where it was typed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from generator.model.scalars.days import DAY, EXAMPLE, calendar_day
from generator.model.scalars.instants import day_start, settled
from generator.model.scalars.typed import ReadInZone, Typed, fault, one_text, scalar
from generator.model.scalars.zones import UTC_ZONE

MOMENT = re.compile(
    rf"({DAY})(?:[T ]([0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?) ?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?)?", re.ASCII
)
LOOSE = re.compile(
    r"([0-9]{4}-[0-9]{2})(-[0-9]{2}(?:[T ](?:about |around )?([0-9]{1,2}|morning|noon|afternoon|evening|night))?)?",
    re.ASCII,
)
PARTS = {"morning": 6, "noon": 12, "afternoon": 12, "evening": 18, "night": 0}


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, or a whole day where only a date was typed.

    `at` is aware and in the zone that held where it was typed (for a whole day, its first instant); `typed` is the
    text as written.
    """

    typed: str
    at: datetime
    whole_day: bool = False

    def __eq__(self, other: object) -> bool:
        """Whether both were typed alike and are one instant; by their clocks alone two an hour apart may seem one."""
        if not isinstance(other, Moment):
            return NotImplemented
        return (self.typed, self.order) == (other.typed, other.order)

    def __hash__(self) -> int:
        return hash((self.typed, self.order))

    @property
    def is_rough(self) -> bool:
        """Whether less than a day or a minute was typed: a month, an hour, a part of a day."""
        return MOMENT.fullmatch(self.typed) is None

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


def _wall(typed: str, day: str, clock: str) -> datetime:
    """What a calendar and a clock show together; the year's bounds and a clock without 24:00 as a fault."""
    try:
        local = datetime.fromisoformat(f"{day}T{clock}")
    except ValueError:
        local = None
    # Newer Pythons take 24:00 for the next day's midnight.
    if local is None or clock[:2] == "24" or not 1900 <= local.year <= 2999:
        calendar_day(typed, day)
        raise fault("time-wrong", f"`{typed}` holds a time that no clock shows.", EXAMPLE)
    return local


def _offset(typed: str, text: str) -> timedelta:
    if text == "Z":
        return timedelta()
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 14 or minutes > 59:
        raise fault("time-wrong", f"The offset of `{typed}` is not one that any place uses.", EXAMPLE)
    return timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1)


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
        return Moment(text, day_start(calendar_day(text, day), zone), whole_day=True)
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
    date_alone = calendar_day(value, month + (day or "-01")[:3])
    if part is None:
        return Moment(str(value), day_start(date_alone, value.zone), whole_day=True)
    local = _wall(value, date_alone.isoformat(), f"{PARTS.get(part, part):0>2}:00")
    return Moment(str(value), settled(local, value.zone, value, loose=True))


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
