"""Times as people write them in timelines and tickets: read where they are plain, and marked where they are not."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from generator.intake.days import PATTERNS, WEEKDAY, day_in, other_weekday, says_a_day
from generator.intake.draft import Moment
from generator.intake.zones import FIXED, PLACES, SPOKEN, UNSAID, ZoneSaid, zone_said

CLOCK = re.compile(
    r"(?<![\d:.,])(?P<h>\d{1,2})(?:[:h](?P<m>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?(?![\d:])\s*(?P<half>[ap]\.?m\b\.?)?"
    r"|\s?(?P<bare>[ap]\.?m\b\.?))",
    re.IGNORECASE,
)
STAMP = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?:T(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?|\s+(\d{1,2}):(\d{2}):(\d{2})(?:[.,]\d+)?)"
    r"\s*(Z|[+-]\d{2}:?\d{2})(?!\d)"
)
"""A whole time stamp; without `T` or seconds the part behind the dash could as well be the end of a span."""
EPOCH = re.compile(r"(\d{10})(?:\.\d+|\d{3})?")
"""Seconds or milliseconds since 1970, from 2001 to 2286."""
FUZZY = re.compile(
    r"~|\b(?:ca|circa|approx\w*|about|around|maybe|roughly|not sure|or so)\b|(?<=[\dm])-?ish\b", re.IGNORECASE
)
ZONE_BEHIND = re.compile(
    r"\s*\(?((?:UTC|GMT)?\s*[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Za-z]+/[A-Za-z_]+"
    r"|[A-Za-z]{4,}(?:[ ]time)?)\)?[ ]*(?=$|[-–—,:;.)(\]|*`])"
)
"""A zone right behind a time, before an end or a dash: `UTC`, `(GMT+1)`, `Denver -`; words of a sentence are none."""
ZONE_AMONG = re.compile(
    r"\s*\(?((?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d{2})?|[+-]\d{2}:?\d{2}|[A-Z]{2,5}|[A-Z][a-z]+/[A-Za-z_]+)\)?(?=\s)"
)
"""A zone behind a time and before words, where it can be nothing else: `14:30 IST called`."""
HIDDEN = re.compile(r"\b\d?[x?]{1,2}:[x?\d]{2}\b", re.IGNORECASE)
FILLING = re.compile(r"\b(?:at|on|the|Uhr|hrs?|from|to|until|of)\b", re.IGNORECASE)
LONGEST = 200
"""Characters of a text that may be a moment and nothing else."""
BACK = timedelta(hours=6)
"""A clock that goes back by more than this under an inherited date has perhaps passed midnight."""
NEXT_DAY = "the clock went back under an inherited date; it may be the next day"


@dataclass(frozen=True, slots=True)
class Clock:
    """What a moment that says only part of itself inherits: the day, the zone, and the local time before it.

    `unsure` says that midnight has perhaps passed since the day was said; `month_first` what 3/4/2026 means, None
    where nobody told.
    """

    day: date | None = None
    zone: ZoneSaid = UNSAID
    before: datetime | None = None
    unsure: bool = False
    month_first: bool | None = None

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
    said = day_in(text, clock.day.year if clock.day else None, clock.month_first)
    inherited = said is None and not says_a_day(text)
    day = said.day if said else clock.day if inherited else None
    if day is None:
        return None
    rest = said.rest if said else text
    weekday = other_weekday(text, day)
    doubts = [f"the source says {weekday!r}, and {day} is none"] if weekday else []
    times = list(CLOCK.finditer(rest))
    if not times:
        hidden = HIDDEN.search(text)
        doubts += [f"the time is given as {hidden[0]!r}"] if hidden else []
        doubts += ["it says no day or time of its own"] if inherited and not hidden else []
        local = datetime.combine(day, time())
        return Reading(Moment(f"{day}", _joined(doubts + _fuzzy(text[:40]))), local, False)
    local = _at(day, times[0])
    behind = _zone_behind(rest[times[-1].end() :])
    zone = behind[0] if behind else clock.zone
    offset, doubt = zone.offset(local)
    near = text[: len(text) - len(rest) + times[-1].end() + 24]
    unsure = inherited and _passed_midnight(local, clock)
    doubts += [*([doubt] if doubt else []), *_fuzzy(near), *([NEXT_DAY] if unsure else [])]
    return Reading(
        Moment(_written(local, offset), _joined(doubts), _until(times, rest, day, zone)), local, True, unsure
    )


def moment_in(text: str, clock: Clock) -> Moment | None:
    """The moment that a text is which should be nothing else, such as a cell of a table.

    Seconds since 1970 are read too. What is left unread in it is in doubt. Raises ValueError as `reading_of` does.
    """
    text = text.strip()
    if found := EPOCH.fullmatch(text):
        return Moment(_written(datetime.fromtimestamp(int(found[1]), UTC).replace(tzinfo=None), "Z"))
    reading = reading_of(text, clock)
    if reading is None:
        return None
    moment, rest = reading.moment, unread(text)
    if not rest or moment.doubt:
        return moment
    return replace(moment, doubt=f"{rest!r} in it could not be read")


def unread(text: str) -> str:
    """What remains of a text without its days, times, zones and the words around them; of a long one all of it."""
    if len(text) > LONGEST:
        return text
    if STAMP.search(text):
        return STAMP.sub(" ", text, count=1).strip()
    for pattern in PATTERNS:
        text = pattern.sub(" ", text, count=1)
    text = re.sub(r"(?<!\w)T(?=\d)", " ", text)
    while found := CLOCK.search(text):
        behind = text[found.end() :]
        zone = _zone_behind(behind)
        text = f"{text[: found.start()]} {behind[zone[1] if zone else 0 :]}"
    for pattern in (HIDDEN, FUZZY, WEEKDAY, FILLING):
        text = pattern.sub(" ", text)
    return re.sub(r"[\W_]+", " ", text).strip()


def _stamped(found: re.Match[str], text: str) -> Reading:
    year, month, day, hour, minute, second = (
        int(found[at] or found[at + 3] or 0) if at > 3 else int(found[at]) for at in range(1, 7)
    )
    local = datetime.combine(date(year, month, day), time(hour, minute, second))
    zone = zone_said(found[10]) or UNSAID
    offset = "Z" if found[10] in ("Z", "-00:00", "-0000") else zone.offset(local)[0]
    return Reading(Moment(_written(local, offset), _joined(_fuzzy(text))), local, True)


def _at(day: date, found: re.Match[str]) -> datetime:
    """A day at a time of it; raises ValueError for a time that no clock shows, such as 13 am."""
    hour, half = int(found["h"]), (found["half"] or found["bare"] or "").lower()[:1]
    if (half and hour == 0) or (hour > 12 and (half == "a" or found["bare"])):
        raise ValueError(f"no clock shows {found[0]!r}")
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return datetime.combine(day, time(hour, int(found["m"] or 0), int(found["s"] or 0)))


def _until(times: list[re.Match[str]], rest: str, day: date, zone: ZoneSaid) -> str | None:
    """The end of a span such as 13:30-13:45; one that is behind its beginning lies on the day after."""
    if len(times) < 2 or not re.fullmatch(
        r"\s*[A-Z]{0,5}\s*(?:-|–|—|to|until)\s*", rest[times[0].end() : times[1].start()]
    ):
        return None
    begin, end = _at(day, times[0]), _at(day, times[1])
    end += timedelta(days=1) if end < begin else timedelta()
    return _written(end, zone.offset(end)[0]) if end != begin else None


def _fuzzy(text: str) -> list[str]:
    found = FUZZY.search(text)
    return [f"the source says {found[0]!r}"] if found else []


def _zone_behind(text: str) -> tuple[ZoneSaid, int] | None:
    """The zone that stands right behind a time, and where it ends; one that nobody can tell counts as unknown."""
    if found := ZONE_BEHIND.match(text):
        words = found[1].strip()
        zone = zone_said(words) or (ZoneSaid(words, None) if words.isupper() else None)
    elif found := ZONE_AMONG.match(text):
        words = found[1]
        known = words in PLACES or words in FIXED or not words.isalpha()
        zone = zone_said(words) if known else ZoneSaid(words, None) if SPOKEN.fullmatch(words) else None
    return (zone, found.end()) if found and zone else None


def _passed_midnight(local: datetime, clock: Clock) -> bool:
    """Whether an inherited date may be a day too early: the clock went back by hours since it was said."""
    return clock.unsure or (clock.before is not None and clock.before - local > BACK)


def _written(local: datetime, offset: str) -> str:
    clock = f"{local:%Y-%m-%dT%H:%M:%S}" if local.second else f"{local:%Y-%m-%dT%H:%M}"
    return clock + offset


def _joined(doubts: list[str]) -> str | None:
    return "; ".join(doubts) or None
