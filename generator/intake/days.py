"""Days as people write them: told where they are plain, and not told where day and month could change places."""

import re
from dataclasses import dataclass
from datetime import date

NAMES = """january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep
|october oct|november nov|december dec"""
MONTHS = {name: at for at, names in enumerate(NAMES.split("|"), 1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
ISO = re.compile(r"(?<!\d)(?P<y>\d{4})[-/](?P<m>\d{1,2})[-/](?P<d>\d{1,2})(?!\d)")
MONTH_FIRST = re.compile(
    rf"\b(?P<m>{_MONTH})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y>\d{{4}}))?\b(?!:)", re.IGNORECASE
)
DAY_FIRST = re.compile(
    rf"(?<![\d:])(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<m>{_MONTH})\b\.?(?:,?\s+(?P<y>\d{{4}}))?(?![\w:])",
    re.IGNORECASE,
)
JOINED = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?P<mark>[/-])(?P<m>{_MONTH})(?P=mark)(?P<y>\d{{4}}|\d{{2}})(?!\d)",
    re.IGNORECASE,
)
"""As Jira exports a day: 04/Mar/26."""
SLASHED = re.compile(r"(?<!\d)(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)")
PATTERNS = (ISO, JOINED, MONTH_FIRST, DAY_FIRST, SLASHED)
SHORT = re.compile(r"[\W_]*(?:\d{1,2}/\d{1,2}(?:/\d{2})?|\d{1,2}\.\d{1,2}\.(?:\d{2})?)(?![\d:])")
"""A day without its year, or with two digits of it, at the head of a text."""
ELSEWHERE = re.compile(
    r"[\W_]*(?:on |the )?(?:next|following|previous|day|yesterday|tomorrow|morning|evening|night)\b",
    re.IGNORECASE,
)
"""A day told by another: nobody can say which without reading the rest."""
WEEKDAY = re.compile(r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|r|rs|day|sday|nesday|rsday|urday)?\b\.?")
WEEK = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a text says, and the text without it."""

    day: date
    rest: str


def day_in(text: str, year: int | None, month_first: bool | None = None) -> Day | None:
    """The first day that a text says; `year` is taken where it says none, `month_first` settles 3/4/2026.

    None where there is none, or none that can be told. Raises ValueError for one that is not in the calendar.
    """
    for pattern in (ISO, JOINED, MONTH_FIRST, DAY_FIRST):
        if found := pattern.search(text):
            said = int(found["y"]) if found["y"] else year
            if said is None:
                return None
            month = MONTHS.get(found["m"].lower()) or int(found["m"])
            year = said + 2000 if len(found["y"] or "") == 2 else said
            return Day(date(year, month, int(found["d"])), _cut(text, found))
    found = SLASHED.search(text)
    return _slashed(found, text, month_first) if found else None


def _slashed(found: re.Match[str], text: str, month_first: bool | None) -> Day | None:
    """A day such as 3/4/2024: told by a point, a part above 12, by both being equal, or by what we were told."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] == "." or first > 12 or first == second:
        return Day(date(year, second, first), _cut(text, found))
    if second > 12:
        return Day(date(year, first, second), _cut(text, found))
    if month_first is None:
        return None
    return Day(date(year, *((first, second) if month_first else (second, first))), _cut(text, found))


def says_a_day(text: str) -> bool:
    """Whether a text says a day of its own, told or not."""
    return any(pattern.search(text) for pattern in PATTERNS) or any(
        pattern.match(text) for pattern in (SHORT, ELSEWHERE)
    )


def other_weekday(text: str, day: date) -> str | None:
    """The day of the week at the head of a text that a day is not."""
    found = WEEKDAY.search(text[:30])
    return found[0] if found and found[1] != WEEK[day.weekday()] else None


def _cut(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :].removeprefix('T')}"
