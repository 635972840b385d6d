"""Another value in each place of what a paper is printed from, and whether its page says so."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from html import unescape
from typing import Any

from generator.audience.faces import Face, SideFace
from generator.audience.squeeze import squeezed
from generator.build.words import html_of
from generator.documents.carried import carried
from generator.documents.house_sheets import AnySheet
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money

Way = tuple[str | int, ...]
NOT_OF_THE_PAPER = ("parts", "paper", "papers", "identity", "settings", "logos", "as_of", "subject")
"""What every page is given beside its own data, and of a pack the papers in it, which are tried for themselves."""
NO_DATA = ("Case", "CaseFile", "CustomerFile", "Identity", "HouseIdentity", "Letterhead", "Subject", "Place")
"""Types whose inside no paper reads through its own data."""
UNSEEN = re.compile(r"<(style|script|title)\b.*?</\1>|<p class=\"stamp[^>]*screen-only.*?</p>", re.DOTALL)
TICKS = re.compile(r"<figure class=\"drawing\".*?</figure>", re.DOTALL)
"""A drawing of a chronology names the days of its axis, whichever events there are."""
FIRST = datetime(2031, 1, 1, tzinfo=UTC)
AT = datetime(2037, 8, 9, 13, 47, tzinfo=UTC)
NAME = "Zqxwvkpt"
SUM = Decimal("7654321.98")
MARKS = re.compile("2037|7654321|7654322|zqxwvkpt")
"""What stands on a page once one of those is printed; a time of day alone is no date."""


@dataclass(frozen=True)
class Place:
    """A place in the data of a paper: the way to it, with the numbers of items, and what stands there."""

    way: Way
    value: Any

    @property
    def kind(self) -> str:
        """The way without the numbers and keys of items."""
        return ".".join(str(step) for step in self.way if isinstance(step, str))


def places(sheet: AnySheet) -> Iterator[Place]:
    """Every day, moment, sum, person and owner in what a paper is printed from."""
    own = {name: value for name, value in sheet.context.items() if name not in NOT_OF_THE_PAPER}
    yield from _places(own, ())


def _places(found: Any, way: Way) -> Iterator[Place]:
    if isinstance(found, Moment | Money | date | Face) or _owns(found, way):
        yield Place(way, found)
    elif isinstance(found, Mapping):
        for key, value in found.items():
            yield from _places(value, (*way, key))
    elif isinstance(found, tuple | list):
        for index, item in enumerate(found):
            yield from _places(item, (*way, index))
    elif _has_data(found):
        for field in fields(found):
            yield from _places(getattr(found, field.name), (*way, field.name))


def _owns(found: Any, way: Way) -> bool:
    return isinstance(found, SideFace) and way[-1] == "owner"


def _has_data(found: Any) -> bool:
    return is_dataclass(found) and not isinstance(found, type) and type(found).__name__ not in NO_DATA


def other(value: Any) -> Any:
    """Another value of the same kind, that stands nowhere else."""
    if isinstance(value, Moment):
        return replace(value, at=_other_moment(value.at), typed="2037-08-09")
    if isinstance(value, datetime):
        return _other_moment(value)
    if isinstance(value, date):
        return AT.date()
    if isinstance(value, Money):
        return replace(value, value=SUM)
    return replace(value, name=NAME)


def _other_moment(at: datetime) -> datetime:
    return AT.replace(tzinfo=at.tzinfo)


def changed(sheet: AnySheet, place: Place, new: Callable[[Any], Any] = other) -> AnySheet:
    """The paper with another value in one place."""
    return replace(sheet, context=put(sheet.context, place.way, new))


def told_apart(sheet: AnySheet) -> AnySheet:
    """The paper with a value of its own in every place, so that none stands there by chance."""
    for number, place in enumerate(places(sheet), 1):
        sheet = changed(sheet, place, partial(_own, number))
    return sheet


def _own(number: int, value: Any) -> Any:
    day = FIRST + timedelta(days=3 * number)  # The same day in no two zones.
    if isinstance(value, Moment):
        return replace(value, at=_on(day, value.at), typed=day.date().isoformat())
    if isinstance(value, datetime):
        return _on(day, value)
    if isinstance(value, date):
        return day.date()
    if isinstance(value, Money):
        return replace(value, value=Decimal(1_000_000 + 1_013 * number) + Decimal("0.37"))
    letters = "".join("bcdfghjklm"[int(digit)] for digit in f"{number:05}")
    return replace(value, name=f"Q{letters} W{letters}")


def _on(day: datetime, at: datetime) -> datetime:
    return at.replace(year=day.year, month=day.month, day=day.day)


def put(found: Any, way: Way, new: Callable[[Any], Any]) -> Any:
    """The same data with another value at the end of a way."""
    if not way:
        return new(found)
    step, rest = way[0], way[1:]
    if isinstance(found, Mapping):
        return {**found, step: put(found[step], rest, new)}
    if isinstance(found, tuple | list):
        return type(found)(
            put(item, rest, new) if index == step else item for index, item in enumerate(found)
        )
    return replace(found, **{str(step): put(getattr(found, str(step)), rest, new)})


def text_of_page(sheet: AnySheet, html: str | None = None) -> str:
    """What a paper's page says on paper."""
    page = html or html_of(sheet, None)
    seen = TICKS.sub(" ", page) if "rows" in sheet.context else page
    return unescape(re.sub("<[^>]*>", " ", UNSEEN.sub(" ", seen)))


def says_so(sheet: AnySheet) -> bool:
    """Whether a page says one of the values that are put into places."""
    return MARKS.search(squeezed(text_of_page(sheet))) is not None


def carried_ways(sheet: AnySheet) -> set[Way]:
    """The ways to everything that a paper must carry; a person's name stands for the person."""
    ways = {must.way for must in carried(sheet) if must.sheet is sheet}
    return ways | {way[:-1] for way in ways if way[-1] == "name"}
