"""Lengths of time in words."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from generator.model.scalars.durations import Duration
from generator.render.wording import Wording

LONG_DAYS = 730
UNITS = (("day", 1440), ("hour", 60), ("minute", 1))


def parts(length: timedelta) -> list[tuple[str, int]]:
    """The units of a length that are not zero, the greatest first, to the minute; a negative one counts as positive."""
    left = int(abs(length).total_seconds() // 60)
    found = []
    for unit, minutes in UNITS:
        number, left = divmod(left, minutes)
        if number:
            found.append((unit, number))
    return found or [("minute", 0)]


def span(length: timedelta, wording: Wording) -> str:
    """`12 days 21 hours`: its two greatest units, or one where it is long enough that the second says nothing."""
    found = parts(length)
    alone = len(found) == 1 or (found[0][0] == "day" and (found[0][1] >= 30 or found[1][0] == "minute"))
    return " ".join(_named(unit, number, wording) for unit, number in found[: 1 if alone else 2])


def _named(unit: str, number: int, wording: Wording) -> str:
    if unit == "day":
        return wording.ngettext("%(num)s day", "%(num)s days", number)
    if unit == "hour":
        return wording.ngettext("%(num)s hour", "%(num)s hours", number)
    return wording.ngettext("%(num)s minute", "%(num)s minutes", number)


def roughly(length: timedelta, wording: Wording, number: Callable[[Decimal], str]) -> str:
    """`636 days`, from two years on `5.1 years`: for a length that nobody plans by the day."""
    if length.days < LONG_DAYS:
        return span(length, wording)
    years = (Decimal(length.days) / Decimal("365.25")).quantize(Decimal("0.1"))
    return wording.gettext("%(number)s years") % {"number": number(years)}


def lasting(length: Duration, wording: Wording) -> str:
    """`30 days`, `13 weeks`: in the unit that was typed."""
    if length.unit == "week":
        return wording.ngettext("%(num)s week", "%(num)s weeks", length.number)
    return _named(length.unit, length.number, wording)


def brief(length: timedelta, wording: Wording) -> str:
    """`2 h`, `40 min`, `1 day`: its greatest unit, as short as a column wants it."""
    unit, number = parts(length)[0]
    if unit == "day":
        return _named(unit, number, wording)
    sign = wording.gettext("h") if unit == "hour" else wording.gettext("min")
    return f"{number} {sign}"
