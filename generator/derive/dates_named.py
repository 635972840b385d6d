"""The days that a text names, in English and German, in words and in numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MONTHS = (
    ("january", "jan", "januar", "jänner"),
    ("february", "feb", "februar"),
    ("march", "mar", "märz", "mrz"),
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


def _any_of(names: list[str]) -> str:
    return "|".join(sorted(names, key=len, reverse=True))


NAMES = _any_of([form for name in NUMBERED for form in (name.capitalize(), name.upper())])
SMALL = _any_of([name for name in NUMBERED if len(name) > 4])
"""Months in small letters, as some write them; `may`, and what is short, is a word of its own."""
TURN = r"(?:st|nd|rd|th|\.)?"
"""What follows the number of a day."""
LINK = r"(?:and|to|through|until|or|und|bis|oder|&|/|-|–)"
"""What stands between two days of one month."""
YEAR = r"(?:(?:,\s*|[\s-])(\d{4})\b)?"
DAY_FIRST = re.compile(
    rf"(?=\d)(?<![\w:.,/-])((?:\d{{1,2}}{TURN}\s*,\s*){{0,6}}\d{{1,2}}{TURN}\s*{LINK}\s*)?(?<![\d:])(\d{{1,2}}){TURN}"
    rf"(?:\s+(?:of\s+)?|-)({NAMES}|{SMALL})\b\.?{YEAR}"
)
MONTH_FIRST = re.compile(
    rf"(?=[A-Z])\b(?<![Ii][mn]\s)({NAMES})\.?\s+(?:the\s+)?(\d{{1,2}}){TURN}"
    rf"(?:\s*(?:(?:to|through|until|-|–)\s*(\d{{1,2}}){TURN}|and\s(\d{{1,2}}){TURN}(?=[,.;)]|\s*$)))?"
    rf"(?![\d:])(?:,?\s+(\d{{4}})\b)?",
    re.MULTILINE,
)
"""`In March 9 shops` names no day, as before one stands `on`; and in `March 9 and 10 shops` ten need not be one."""
ISO = re.compile(r"-(\d\d)-(\d\d)(?!\d)(?<=\b(\d{4})-\d\d-\d\d)")
"""Month and day, and then the year before them: a text has few hyphens, and so is gone through ten times as fast."""
DOTTED = re.compile(
    r"(?=\d)(?<![\w.,:/])(?:(\d{1,2})\.\s?(?:-|–|/|und|bis)\s?)?(\d{1,2})\.\s?(\d{1,2})\."
    r"(?:\s?(\d{4})(?!\d|\.\d)|(\d\d)(?!\d|\.\d)|(?!\d))"
)
BEFORE_DOTTED = re.compile(
    r"\b(?:[Aa]m|[Vv]om|[Bb]is(?: zum)?|[Zz]um|[Ss]eit(?: dem)?|[Aa]b(?: dem)?|[Dd]e[mnrs]|und|oder"
    r"|Mo|Di|Mi|Do|Fr|Sa|So|[A-Z][a-z]+tag|Mittwoch)[.,]{0,2}(?:,? de[mn])?\s+$"
)
"""What tells a German day without a year, `am 9.3.`, from the number of a version or the end of a sentence."""
SLASHED = re.compile(r"(?=\d)(?<![\w/.-])(\d{4}|\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])")
SLASHED_BARE = re.compile(
    r"\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]ated|[Aa]m) (?!24/7)(\d{1,2})/(\d{1,2})(?![\d/%])(?! of\b)"
)


@dataclass(frozen=True, slots=True)
class DateNamed:
    """A day as a text names it: `words` as they stand there; `year` is None where none is said.

    `turned` says that day and month may stand the other way round, as in `3/9/2026`.
    """

    words: str
    month: int
    day: int
    year: int | None = None
    turned: bool = False

    @property
    def readings(self) -> tuple[tuple[int, int], ...]:
        """Month and day, in every way that they can be read."""
        own = (self.month, self.day)
        return (own, (self.day, self.month)) if self.turned and self.day != self.month else (own,)

    def is_same(self, other: "DateNamed") -> bool:
        """Whether both can be the same day; without a year it is any."""
        years = self.year is None or other.year is None or self.year == other.year
        return years and not set(self.readings).isdisjoint(other.readings)


def dates_in(text: str) -> Iterator[DateNamed]:
    """Every day that a text names, in numbers or in words."""
    yield from iso_dates_in(text)
    yield from other_dates_in(text)


def iso_dates_in(text: str) -> Iterator[DateNamed]:
    """Every day that a text names as `2026-02-28`, once."""
    for month, day, year in dict.fromkeys(ISO.findall(text)):
        yield DateNamed(f"{year}-{month}-{day}", int(month), int(day), int(year))


def other_dates_in(text: str) -> Iterator[DateNamed]:
    """Every day that a text names as people write them."""
    found = (*_worded(text), *_dotted(text), *_slashed(text))
    return (one for one in found if 1 <= one.day <= 31 and 1 <= one.month <= 12)


def _worded(text: str) -> Iterator[DateNamed]:
    """Those with the month's name; of `21 and 28 February` both."""
    for found in DAY_FIRST.finditer(text):
        others, last, name, said = found.groups()
        for number in (*re.findall(r"\d+", others or ""), last):
            yield _day(found.group(), number, NUMBERED[name.lower()], said)
    for found in MONTH_FIRST.finditer(text):
        name, *numbers, said = found.groups()
        for number in numbers:
            if number is not None:
                yield _day(found.group(), number, NUMBERED[name.lower()], said)


def _dotted(text: str) -> Iterator[DateNamed]:
    """Those of German texts: `09.03.2026` and `09.03.` anywhere, `9.3.` and `9.3.26` after a word that a day follows."""
    behind = -1
    for found in DOTTED.finditer(text):
        first, last, month, long, short = found.groups()
        between = text[behind : found.start()].strip() if behind >= 0 else "none"
        follows = between in ("", "-", "–", "/", ",")
        ahead = text[max(found.start() - 24, 0) : found.start()]
        padded = last.startswith("0") and len(month) == 2 and not ahead.endswith(("at ", "um "))
        if long or follows or padded or BEFORE_DOTTED.search(ahead):
            behind = found.end()
            year = long or (f"20{short}" if short else None)
            for number in (first, last):
                if number is not None:
                    yield _day(found.group(), number, int(month), year)


def _slashed(text: str) -> Iterator[DateNamed]:
    """`2026/03/09`, and `3/9/2026` either way round."""
    for found in SLASHED.finditer(text):
        first, second, third = found.groups()
        if len(first) == 4:
            yield _day(found.group(), third, int(second), first)
        else:
            yield _turned(found.group(), first, second, f"{2000 + int(third) % 100}")
    for found in SLASHED_BARE.finditer(text):
        first, second = found.groups()
        yield _turned(f"{first}/{second}", first, second, None)


def _turned(words: str, first: str, second: str, year: str | None) -> DateNamed:
    """A day whose month stands first in America and second elsewhere; one over 12 is the day."""
    month, day = (
        sorted((int(first), int(second))) if max(int(first), int(second)) > 12 else (int(first), int(second))
    )
    return DateNamed(words, month, day, int(year) if year else None, turned=day <= 12)


def _day(words: str, day: str, month: int, year: str | None) -> DateNamed:
    return DateNamed(words, month, int(day), int(year) if year else None)
