"""Days of the calendar, as `2026-03-11`, of the years 1900 to 2999."""

import re
from datetime import date
from typing import Annotated, Any

from generator.model.scalars.typed import fault, one_text, scalar

DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
DAY_ALONE = re.compile(DAY, re.ASCII)
EXAMPLE = "Write it like `2026-03-11 14:05`, or with its offset like `2026-03-11T14:05-04:00`."


def calendar_day(typed: str, text: str) -> date:
    """The day that `text` names; a fault of what was `typed` where no calendar has it, or it is not of our years."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise fault("time-wrong", f"`{typed}` is not a day of the calendar.", EXAMPLE) from None
    if not 1900 <= day.year <= 2999:
        raise fault("time-wrong", f"The year of `{typed}` is not between 1900 and 2999.", EXAMPLE)
    return day


def read_day(value: Any) -> date:
    """A date alone, like `2026-03-11`."""
    if type(value) is date:
        return value
    text = one_text(value, "a date")
    if not DAY_ALONE.fullmatch(text):
        raise fault("time-wrong", f"`{text}` is not a date.", "Write it like `2026-03-11`.")
    return calendar_day(text, text)


Day = Annotated[
    date, *scalar(read_day, "string", pattern=f"^{DAY}$", description="A date like `2026-03-11`.")
]
