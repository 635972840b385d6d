"""The dates and the sums of money that a text mentions, in English and German."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.model.scalars.currencies import DECIMALS

MONTHS = (
    ("january", "jan", "januar"),
    ("february", "feb", "februar"),
    ("march", "mar", "märz"),
    ("april", "apr"),
    ("may", "mai"),
    ("june", "jun", "juni"),
    ("july", "jul", "juli"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("october", "oct", "oktober", "okt"),
    ("november", "nov"),
    ("december", "dec", "dezember", "dez"),
)
NUMBERED = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
NAMES = "|".join(name.capitalize() for name in sorted(NUMBERED, key=len, reverse=True))
TURN = r"(?:st|nd|rd|th|\.)?"
"""What follows the number of a day."""
DAY_FIRST = re.compile(
    rf"(?=\d)\b(?:(\d{{1,2}}){TURN}\s*(?:,|and|to|until|or|und|bis|oder|-|–)\s*)?(\d{{1,2}}){TURN}\s+({NAMES})\b\.?(?:,?\s+(\d{{4}})\b)?",
)
MONTH_FIRST = re.compile(rf"(?=[A-Z])\b({NAMES})\.?\s+(\d{{1,2}}){TURN}(?!\d)(?:,?\s+(\d{{4}})\b)?")
ISO = re.compile(r"-(\d\d)-(\d\d)(?!\d)(?<=\b(\d{4})-\d\d-\d\d)")
"""Month and day, and then the year before them: a text has few hyphens, and so is gone through ten times as fast."""
FIGURE = r"\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)"
SIGN = rf"[$€£¥]|\b(?=[A-Z]{{3}}\b)(?:{'|'.join(sorted(DECIMALS))})"
TIMES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000, "m": 1_000_000}
SCALE = r"(?:\s?(thousand|million|billion|k|m)\b)?"
SUM = re.compile(
    rf"(?=[$€£¥A-Z])(?:{SIGN})\s?({FIGURE}){SCALE}|"
    rf"(?=\d)({FIGURE})(?=\s?[$€£¥A-Zbdekmpt]){SCALE}\s?(?:{SIGN}|dollars?\b|euros?\b|pounds?\b)"
)
"""A figure with its currency. What may come next is looked at first, which makes it four times as fast."""


@dataclass(frozen=True, slots=True)
class DateMentioned:
    """A day as a text names it: `words` as they stand there; `year` is None where none is said."""

    words: str
    month: int
    day: int
    year: int | None = None

    def is_same(self, other: "DateMentioned") -> bool:
        """Whether both can be the same day; without a year it is any."""
        years = self.year is None or other.year is None or self.year == other.year
        return (self.month, self.day) == (other.month, other.day) and years


@dataclass(frozen=True, slots=True)
class SumMentioned:
    """A sum as a text names it, in whatever currency."""

    words: str
    value: Decimal


def dates_in(text: str) -> Iterator[DateMentioned]:
    """Every day that a text names, in numbers or in words."""
    yield from numbered_dates_in(text)
    yield from worded_dates_in(text)


def numbered_dates_in(text: str) -> Iterator[DateMentioned]:
    """Every day that a text names as `2026-02-28`, once."""
    for month, day, year in dict.fromkeys(ISO.findall(text)):
        yield DateMentioned(f"{year}-{month}-{day}", int(month), int(day), int(year))


def worded_dates_in(text: str) -> Iterator[DateMentioned]:
    """Every day that a text names with the month's name; of `21 and 28 February` both."""
    for found in DAY_FIRST.finditer(text):
        first, second, name, said = found.groups()
        for number in (first, second):
            if number is not None:
                yield _day(found.group(), name, number, said)
    for found in MONTH_FIRST.finditer(text):
        name, number, said = found.groups()
        yield _day(found.group(), name, number, said)


def _day(words: str, month: str, day: str, year: str | None) -> DateMentioned:
    return DateMentioned(words, NUMBERED[month.lower()], int(day), int(year) if year else None)


def sums_in(text: str) -> Iterator[SumMentioned]:
    """Every sum of money that a text names: a figure with a currency's sign, code or name."""
    for found in SUM.finditer(text):
        before, scale, after, other = found.groups()
        factor = TIMES.get(scale or other or "", 1)
        yield SumMentioned(found.group(), _figure(before or after) * factor)


def _figure(typed: str) -> Decimal:
    """A figure's value; a last group of one or two digits is its decimals, every other mark sets thousands apart."""
    whole, cents = typed, ""
    if found := re.search(r"[.,](\d{1,2})$", typed):
        whole, cents = typed[: found.start()], found.group(1)
    digits = re.sub(r"\D", "", whole)
    return Decimal(f"{digits}.{cents}" if cents else digits)
