"""Times as people write them in timelines and tickets: read where they are plain, and marked where they are not."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from generator.intake.draft import Moment
from generator.intake.zones import UNSAID, ZoneSaid, zone_said

NAMES = """january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep
|october oct|november nov|december dec"""
MONTHS = {name: at for at, names in enumerate(NAMES.split("|"), 1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
MONTH_FIRST = re.compile(
    rf"\b({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?\b", re.IGNORECASE
)
DAY_FIRST = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?({_MONTH})\.?(?:,?\s+(\d{{4}}))?\b", re.IGNORECASE
)
SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
CLOCK = re.compile(
    r"(?<![\d:])(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?![\d:])\s*([ap]\.?m\.?\b)?", re.IGNORECASE
)
STAMP = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?|\s+(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d+)?)"
    r"\s*(Z|[+-]\d{2}:?\d{2})(?!\d)"
)
"""A whole time stamp; without `T` or seconds the part behind the dash could as well be the end of a span."""
FUZZY = re.compile(r"~|\b(?:ca|circa|approx\w*|about|around|maybe|roughly|not sure)\b", re.IGNORECASE)
ZONE_BEHIND = re.compile(
    r"\s*\(?((?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Za-z]+/[A-Za-z_]+"
    r"|[A-Za-z]{4,}(?:[ ]time)?)\)?[ ]*(?=$|[-–—,:;.)(\]])"
)
"""A zone right behind a time, before an end or a dash: `UTC`, `(GMT+1)`, `Denver -`; words of a sentence are none."""
HIDDEN = re.compile(r"\b\d?[x?]{1,2}:[x?\d]{2}\b", re.IGNORECASE)
BACK = timedelta(hours=6)
"""A clock that goes back by more than this under an inherited date has perhaps passed midnight."""
NEXT_DAY = "the clock went back under an inherited date; it may be the next day"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a moment that says only part of itself inherits: the day, the zone, and the local time before it.

    `unsure` says that midnight has perhaps passed since the day was said.
    """

    day: date | None = None
    zone: ZoneSaid = UNSAID
    before: datetime | None = None
    unsure: bool = False

    def after(self, reading: "Reading") -> "Clock":
        """The clock for what follows a moment."""
        return replace(self, day=reading.local.date(), before=reading.local, unsure=reading.unsure)


@dataclass(frozen=True, slots=True)
class Reading:
    """A moment that was read, its naive local time, whether it said a time of day, and whether its day is unsure."""

    moment: Moment
    local: datetime
    timed: bool
    unsure: bool = False


def reading_of(text: str, clock: Clock) -> Reading | None:
    """The moment that a text says; None where it says no day that can be told, and none is inherited.

    Raises ValueError where it says a day or a time that does not exist.
    """
    if found := STAMP.search(text):
        return _stamped(found, text)
    day, rest, doubts = _day_in(text, clock)
    if day is None:
        return None
    times = list(CLOCK.finditer(rest))
    if not times:
        hidden = HIDDEN.search(text)
        doubts += [f"the time is given as {hidden[0]!r}"] if hidden else []
        doubts += ["it says no day or time of its own"] if _inherited(text) and not hidden else []
        local = datetime.combine(day, time())
        return Reading(Moment(f"{day}", _joined(doubts + _fuzzy(text[:40]))), local, False)
    local = _at(day, times[0])
    zone = _zone_behind(rest[times[-1].end() :]) or clock.zone
    offset, doubt = zone.offset(local)
    near = text[: len(text) - len(rest) + times[-1].end() + 24]
    unsure = _passed_midnight(local, text, clock)
    doubts += [*([doubt] if doubt else []), *_fuzzy(near), *([NEXT_DAY] if unsure else [])]
    until = _until(times, rest, day, offset)
    return Reading(Moment(_written(local, offset), _joined(doubts), until), local, True, unsure)


def _stamped(found: re.Match[str], text: str) -> Reading:
    year, month, day, hour, minute, second = (
        int(found[at] or found[at + 3] or 0) if at > 3 else int(found[at]) for at in range(1, 7)
    )
    local = datetime.combine(date(year, month, day), time(hour, minute, second))
    zone = zone_said(found[10]) or UNSAID
    offset = "Z" if found[10] in ("Z", "-00:00", "-0000") else zone.offset(local)[0]
    return Reading(Moment(_written(local, offset), _joined(_fuzzy(text))), local, True)


def _day_in(text: str, clock: Clock) -> tuple[date | None, str, list[str]]:
    """The day, the text without it, and what is in doubt about it."""
    year = clock.day.year if clock.day else None
    for pattern, order in ((ISO, "ymd"), (MONTH_FIRST, "mdy"), (DAY_FIRST, "dmy")):
        if found := pattern.search(text):
            parts = dict(zip(order, found.groups(), strict=True))
            said = parts["y"] or year
            if said is None:
                return None, text, []
            month = MONTHS.get(parts["m"].lower()) or int(parts["m"])
            return date(int(said), month, int(parts["d"])), _cut(text, found), []
    if found := SLASHED.search(text):
        return _slashed(found, text)
    return clock.day, text, []


def _slashed(found: re.Match[str], text: str) -> tuple[date | None, str, list[str]]:
    """A day such as 3/4/2024: told by a part above 12, or by both being equal; else not told."""
    first, second, year = (int(part) for part in found.groups())
    if first > 12 or first == second or "." in found[0]:
        return date(year, second, first), _cut(text, found), []
    if second > 12:
        return date(year, first, second), _cut(text, found), []
    return None, text, []


def _cut(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :].removeprefix('T')}"


def _at(day: date, found: re.Match[str]) -> datetime:
    hour, half = int(found[1]), (found[4] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return datetime.combine(day, time(hour, int(found[2]), int(found[3] or 0)))


def _until(times: list[re.Match[str]], rest: str, day: date, offset: str) -> str | None:
    """The end of a span such as 13:30-13:45."""
    if len(times) < 2 or not re.fullmatch(
        r"\s*(?:-|–|—|to|until)\s*", rest[times[0].end() : times[1].start()]
    ):
        return None
    end = _at(day, times[1])
    return _written(end, offset) if end > _at(day, times[0]) else None


def _fuzzy(text: str) -> list[str]:
    found = FUZZY.search(text)
    return [f"the source says {found[0]!r}"] if found else []


def _zone_behind(text: str) -> ZoneSaid | None:
    """The zone that stands right behind a time; one in capitals that nobody can tell counts as unknown."""
    found = ZONE_BEHIND.match(text)
    if found is None:
        return None
    words = found[1].strip()
    return zone_said(words) or (ZoneSaid(words, None) if words.isupper() else None)


def _inherited(text: str) -> bool:
    """Whether a text leaves its day to what stands above it."""
    return not any(pattern.search(text) for pattern in (ISO, MONTH_FIRST, DAY_FIRST, SLASHED))


def _passed_midnight(local: datetime, text: str, clock: Clock) -> bool:
    """Whether an inherited date may be a day too early: the clock went back by hours since it was said."""
    gone_back = clock.before is not None and clock.before - local > BACK
    return _inherited(text) and (clock.unsure or gone_back)


def _written(local: datetime, offset: str) -> str:
    clock = f"{local:%Y-%m-%dT%H:%M:%S}" if local.second else f"{local:%Y-%m-%dT%H:%M}"
    return clock + offset


def _joined(doubts: list[str]) -> str | None:
    return "; ".join(doubts) or None
