"""Where the wall clocks of a zone meet the one line of time: days that begin, hours that are skipped or come twice."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from generator.model.scalars.typed import fault


@lru_cache(maxsize=16384)
def day_start(day: date, zone: Any) -> datetime:
    """The first instant of a day in a zone, also where midnight was skipped."""
    start = datetime.combine(day, time(), zone)
    return start.astimezone(UTC).astimezone(zone)


def between(start: datetime, end: datetime) -> timedelta:
    """The time that really went by between two aware moments, also where the clocks were changed in between."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def is_later(one: datetime, other: datetime) -> bool:
    """Whether an aware moment lies after another, where an hour comes twice too: their clocks alone would mislead."""
    return one.astimezone(UTC) > other.astimezone(UTC)


def with_offset(at: datetime) -> str:
    """An aware moment as a file is given it: to the minute where no second is told, and with its offset.

    So it means the same in a file of another zone, and a later change of the zone does not move it.
    """
    return at.isoformat(timespec="seconds" if at.second else "minutes")


def told_apart(local: datetime) -> str:
    """` UTC-4`, the offset of an aware wall-clock time that its zone shows twice; nothing of any other."""
    first, second = local.replace(fold=0).utcoffset(), local.replace(fold=1).utcoffset()
    if first is None or second is None or first <= second:
        return ""
    minutes = int((local.utcoffset() or timedelta()).total_seconds() // 60)
    sign, minutes = ("-" if minutes < 0 else "+"), abs(minutes)
    return f" UTC{sign}{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")


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
