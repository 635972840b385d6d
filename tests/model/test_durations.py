"""Durations: a number and a word, laid on the clocks of a zone."""

import pytest
from pydantic import TypeAdapter

from generator.model.scalars.durations import Duration, Span
from tests.making import at
from tests.model.refusing import fault


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [("15 minutes", 15, "minute"), ("1 week", 1, "week"), ("1 minutes", 1, "minute"), ("90 days", 90, "day")],
)
def test_a_duration_is_a_number_and_a_word(text: str, number: int, unit: str) -> None:
    read = TypeAdapter(Span).validate_python(text)
    assert read == Duration(number, unit)
    assert str(read) == f"{number} {unit}{'s' * (number > 1)}"


@pytest.mark.parametrize(
    "text",
    ["0 minutes", "15", "15m", "1.5 hours", "-1 day", "15  minutes", "a week", "2 months", "123456 days"],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    said = fault(Span, text)
    assert (said["code"], said["sentence"]) == ("duration-wrong", f"`{text}` is not a length of time.")


def test_days_keep_the_local_hour_and_hours_do_not() -> None:
    evening = at("2026-03-07 18:00")
    assert Duration(1, "day").after(evening).isoformat() == "2026-03-08T18:00:00-04:00"
    assert Duration(24, "hour").after(evening).isoformat() == "2026-03-08T19:00:00-04:00"
    assert Duration(1, "week").after(evening).isoformat() == "2026-03-14T18:00:00-04:00"
    assert Duration(90, "minute").after(evening).isoformat() == "2026-03-07T19:30:00-05:00"
    assert Duration(1, "day").after(at("2026-10-31 01:30")).isoformat() == "2026-11-01T01:30:00-04:00"


def test_a_day_that_ends_in_a_skipped_hour_ends_after_it() -> None:
    assert Duration(1, "day").after(at("2026-03-07 02:30")).isoformat() == "2026-03-08T03:30:00-04:00"
