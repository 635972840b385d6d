"""Lengths of time as they are typed: a number and a word, days and weeks of the calendar."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from generator.model.scalars.typed import fault, one_text, scalar

DURATION = re.compile(r"([0-9]{1,5}) (minute|hour|day|week)s?", re.ASCII)
LONG = {"minute": 60, "hour": 3600, "day": 86400, "week": 604800}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in words; days and weeks are of the calendar, local, so a day may last 23 hours."""

    number: int
    unit: str

    def after(self, moment: datetime) -> datetime:
        """The aware moment this long after an aware moment, in that moment's zone."""
        if self.unit in ("minute", "hour"):
            return (moment.astimezone(UTC) + self.about).astimezone(moment.tzinfo)
        return (moment + self.about).astimezone(UTC).astimezone(moment.tzinfo)

    @property
    def about(self) -> timedelta:
        """Its length where every day lasts 24 hours."""
        return timedelta(seconds=self.number * LONG[self.unit])

    def __str__(self) -> str:
        return f"{self.number} {self.unit}{'' if self.number == 1 else 's'}"


def read_duration(value: Any) -> Duration:
    """`15 minutes`, `8 hours`, `1 week`, `90 days`; never zero."""
    if isinstance(value, Duration):
        return value
    text = one_text(value, "a length of time")
    found = DURATION.fullmatch(text)
    if not found or int(found.group(1)) == 0:
        remedy = "Write it like `15 minutes`, `8 hours`, `90 days` or `1 week`."
        raise fault("duration-wrong", f"`{text}` is not a length of time.", remedy)
    return Duration(int(found.group(1)), found.group(2))


Span = Annotated[
    Duration,
    *scalar(
        read_duration,
        "string",
        pattern="^[0-9]{1,5} (minute|hour|day|week)s?$",
        description="A length of time like `15 minutes` or `1 week`.",
    ),
]
