"""Times, lengths and lists as a sentence says them."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from generator.model.scalars.instants import told_apart
from generator.model.scalars.moments import Moment

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(day: date, this_year: int) -> str:
    """`11 March`, or `11 March 2025` where the year is another than this."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if day.year == this_year else f"{words} {day.year}"


def moment_in_words(at: datetime, zone: tzinfo | None, this_year: int) -> str:
    """`11 March 14:30` as the clock shows it in a zone, `1 November 01:30 UTC-4` where it shows it twice."""
    local = at.astimezone(zone)
    return f"{day_in_words(local.date(), this_year)} {local:%H:%M}{told_apart(local)}"


def when_in_words(when: Moment | datetime | date, zone: tzinfo | None, this_year: int) -> str:
    """A moment, or the day where only a day was typed."""
    if isinstance(when, Moment):
        when = when.day if when.whole_day else when.at
    if isinstance(when, datetime):
        return moment_in_words(when, zone, this_year)
    return day_in_words(when, this_year)


def length_in_words(length: timedelta) -> str:
    """`45 minutes`, `3 hours 20 minutes`, `1 day 4 hours`, from two days on `9 days`; rounded down."""
    minutes = int(length.total_seconds() // 60)
    # Over a change of the clocks a day may lack an hour, and is a day to people all the same.
    if (days := (minutes + 60) // 1440) > 1:
        return counted(days, "day")
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    parts = [(days, "day"), (hours, "hour"), (rest if not days else 0, "minute")]
    return " ".join(counted(number, unit) for number, unit in parts if number) or "less than a minute"


def counted(number: int, unit: str) -> str:
    """`1 day`, `3 days`."""
    return f"{number} {unit}{'' if number == 1 else 's'}"


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def shortened(text: str, width: int = 60) -> str:
    """A text on one line, cut at a word with an ellipsis where it is longer than a sentence bears."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line.rstrip(".")
    return f"{line[:width].rsplit(' ', 1)[0]}…"


def capital(text: str) -> str:
    """A text with a capital first letter, for the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def span_in_words(spans: Iterable[tuple[datetime, datetime]], zone: tzinfo | None, this_year: int) -> str:
    """`from 11 March 18:00 to 16 March 09:00`; of several spans the first, how many more, and when the last ends.

    Spans that touch or lie over one another count as one. One from midnight begins with its day, and one until
    midnight ends with `the end of` the day before.
    """
    apart: list[tuple[datetime, datetime]] = []
    for start, end in sorted((start.astimezone(UTC), end.astimezone(UTC)) for start, end in spans):
        if apart and start <= apart[-1][1]:
            start, end = apart[-1][0], max(end, apart.pop()[1])
        apart.append((start, end))
    first, last = apart[0], apart[-1]
    words = f"from {_start_in_words(first[0], zone, this_year)} to {end_in_words(first[1], zone, this_year)}"
    if len(apart) == 1:
        return words
    more = "once more" if len(apart) == 2 else f"{len(apart) - 1} more times"
    return f"{words} and {more} until {end_in_words(last[1], zone, this_year)}"


def _start_in_words(start: datetime, zone: tzinfo | None, this_year: int) -> str:
    local = start.astimezone(zone)
    return when_in_words(local if local.time() != time() else local.date(), zone, this_year)


def end_in_words(end: datetime, zone: tzinfo | None, this_year: int) -> str:
    """`16 March 09:00`, or at midnight `the end of 15 March`."""
    local = end.astimezone(zone)
    if local.time() == time():
        return f"the end of {day_in_words(local.date() - timedelta(days=1), this_year)}"
    return moment_in_words(end, zone, this_year)
