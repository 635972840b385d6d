"""Moments and days: read as typed in the nearest zone, and never guessed."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.scalars.days import Day
from generator.model.scalars.durations import Span
from generator.model.scalars.moments import Loose, Moment, When
from generator.model.scalars.typed import Typed
from generator.model.scalars.zones import Zone
from tests.model.refusing import fault

NEW_YORK = ZoneInfo("America/New_York")
LONDON = ZoneInfo("Europe/London")
KOLKATA = ZoneInfo("Asia/Kolkata")
FIRST = datetime.fromisoformat("1971-01-01")


def moment(text: str, zone: ZoneInfo = NEW_YORK) -> Moment:
    return TypeAdapter(When).validate_python(Typed(text, zone))


def rough(text: str, zone: ZoneInfo = NEW_YORK) -> Moment:
    return TypeAdapter(When).validate_python(Loose(text, zone))


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-03-11 14:05", "2026-03-11T18:05:00"),
        ("2026-03-11T14:05", "2026-03-11T18:05:00"),
        ("2026-03-11 14:05:09", "2026-03-11T18:05:09"),
        ("2026-03-11T14:05Z", "2026-03-11T14:05:00"),
        ("2026-03-11 14:05 Z", "2026-03-11T14:05:00"),
        ("2026-03-11T14:05+01:00", "2026-03-11T13:05:00"),
        ("2026-03-11 14:05 +05:45", "2026-03-11T08:20:00"),
        ("2026-03-11T14:05:30-09:30", "2026-03-11T23:35:30"),
        ("2026-03-11T00:05+14:00", "2026-03-10T10:05:00"),
        ("1900-01-01 00:00Z", "1900-01-01T00:00:00"),
        ("2999-12-31 23:59Z", "2999-12-31T23:59:00"),
        ("2024-02-29 12:00", "2024-02-29T17:00:00"),
    ],
)
def test_a_moment_is_the_instant_that_was_typed(text: str, instant: str) -> None:
    read = moment(text)
    assert read.at == datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert read.at.tzinfo == NEW_YORK, "shown where it was typed"
    assert (read.typed, read.whole_day, read.end) == (text, False, read.at)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "now",
            "2026",
            "2026-03",
            "20260311",
            "2026-03-11 14",
            "2026-03-11 14:5",
            "2026-3-11 14:05",
            "14:05",
        ),
        *(
            "2026-03-11  14:05",
            "2026-03-11t14:05",
            "2026-03-11 14:05 EST",
            "2026-03-11 14:05+0100",
            " 2026-03-11",
        ),
        *(
            "2026-03-11 2:05 pm",
            "2026-03-11 14.05",
            "2026-03-11T14:05:10.5",
            "11.03.2026",
            "2026-03-11\n",
            "2026/03/11",
        ),
        *(
            "٢٠٢٦-03-11",
            "2026-03-11 14:05+01",
            "2026-W11-3",
            "2026-070",
            "26-03-11",
            "1773237900",
            "2026-03-11T14:05z",
        ),
    ],
)
def test_what_is_not_written_as_a_moment_is_refused(text: str) -> None:
    said = fault(When, Typed(text, NEW_YORK))
    assert said["code"] == "time-wrong"
    assert said["sentence"] == f"`{text}` is not a moment."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-29", "is not a day of the calendar"),
        ("2026-13-01 10:00", "is not a day of the calendar"),
        ("2026-00-10", "is not a day of the calendar"),
        ("0000-01-01", "is not a day of the calendar"),
        ("1899-12-31", "is not between 1900 and 2999"),
        ("3000-01-01 00:00Z", "is not between 1900 and 2999"),
        ("9999-12-31", "is not between 1900 and 2999"),
        ("2026-03-11 24:00", "holds a time that no clock shows"),
        ("2026-03-11 14:60", "holds a time that no clock shows"),
        ("2026-03-11 14:05:60", "holds a time that no clock shows"),
        ("2026-03-11 14:05+15:00", "is not one that any place uses"),
        ("2026-03-11 14:05-01:60", "is not one that any place uses"),
    ],
)
def test_what_no_calendar_or_clock_shows_is_refused(text: str, reason: str) -> None:
    said = fault(When, Typed(text, NEW_YORK))
    assert said["code"] == "time-wrong"
    assert reason in said["sentence"]
    assert f"`{text}`" in said["sentence"]


def test_an_hour_that_was_skipped_is_refused() -> None:
    said = fault(When, Typed("2026-03-08 02:30", NEW_YORK))
    assert said["code"] == "hour-skipped"
    assert said["sentence"].startswith("`2026-03-08 02:30` does not exist in America/New_York")
    assert moment("2026-03-08 01:59").at.utcoffset() == timedelta(hours=-5)
    assert moment("2026-03-08 03:00").at.utcoffset() == timedelta(hours=-4)
    assert moment("2026-03-08 02:30-05:00").at.isoformat() == "2026-03-08T03:30:00-04:00"


def test_an_hour_that_came_twice_wants_its_offset() -> None:
    said = fault(When, Typed("2026-10-25 01:30", LONDON))
    assert said["code"] == "hour-twice"
    assert "`2026-10-25T01:30:00+01:00` or `2026-10-25T01:30:00+00:00`" in said["remedy"]
    first, second = moment("2026-10-25 01:30+01:00", LONDON), moment("2026-10-25 01:30Z", LONDON)
    assert (second.at.astimezone(UTC) - first.at.astimezone(UTC)) == timedelta(hours=1)
    assert [first.at.isoformat(), second.at.isoformat()] == [
        "2026-10-25T01:30:00+01:00",
        "2026-10-25T01:30:00+00:00",
    ]
    assert moment("2026-10-25 00:59", LONDON).at.utcoffset() == timedelta(hours=1)
    assert moment("2026-10-25 02:00", LONDON).at.utcoffset() == timedelta()


def test_where_clocks_jump_by_less_than_an_hour() -> None:
    lord_howe = ZoneInfo("Australia/Lord_Howe")
    assert fault(When, Typed("2026-10-04 02:15", lord_howe))["code"] == "hour-skipped"
    assert moment("2026-10-04 02:30", lord_howe).at.utcoffset() == timedelta(hours=11)
    assert fault(When, Typed("2026-04-05 01:45", lord_howe))["code"] == "hour-twice"


def test_a_date_alone_is_a_whole_day() -> None:
    day = moment("2026-03-11")
    assert (day.whole_day, day.day, str(day)) == (True, date(2026, 3, 11), "2026-03-11")
    assert day.at == datetime(2026, 3, 11, tzinfo=NEW_YORK)
    assert day.end == datetime(2026, 3, 12, tzinfo=NEW_YORK)
    assert sorted([moment("2026-03-11 00:00"), day], key=lambda one: one.order)[0] is day


def test_days_around_clock_changes_are_23_and_25_hours_long() -> None:
    def length(text: str) -> timedelta:
        day = moment(text)
        return day.end.astimezone(UTC) - day.at.astimezone(UTC)

    assert [length(text) for text in ("2026-03-08", "2026-03-09", "2026-11-01")] == [
        timedelta(hours=23),
        timedelta(hours=24),
        timedelta(hours=25),
    ]


def test_a_day_whose_midnight_was_skipped_begins_an_hour_later() -> None:
    cairo = ZoneInfo("Africa/Cairo")
    assert moment("2026-04-24", cairo).at.isoformat() == "2026-04-24T01:00:00+03:00"
    assert moment("2026-04-23", cairo).end == moment("2026-04-24", cairo).at


def test_a_zone_beside_utc_by_half_hours() -> None:
    assert moment("2026-03-11 14:05", KOLKATA).at.astimezone(UTC) == datetime(2026, 3, 11, 8, 35, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "begins", "whole"),
    [
        ("2026-03", "2026-03-01T00:00:00-05:00", True),
        ("2026-03-11", "2026-03-11T00:00:00-04:00", True),
        ("2026-03-11 14", "2026-03-11T14:00:00-04:00", False),
        ("2026-03-11T7", "2026-03-11T07:00:00-04:00", False),
        ("2026-03-11 about 14", "2026-03-11T14:00:00-04:00", False),
        ("2026-03-11 morning", "2026-03-11T06:00:00-04:00", False),
        ("2026-03-11 noon", "2026-03-11T12:00:00-04:00", False),
        ("2026-03-11 evening", "2026-03-11T18:00:00-04:00", False),
        ("2026-03-11 night", "2026-03-11T00:00:00-04:00", False),
        ("2026-03-11 14:05", "2026-03-11T14:05:00-04:00", False),
        ("2026-03-11 14:05Z", "2026-03-11T10:05:00-04:00", False),
        ("2026-11-01 01:30", "2026-11-01T01:30:00-04:00", False),
    ],
)
def test_a_rough_time_is_taken_at_its_earliest(text: str, begins: str, whole: bool) -> None:
    read = rough(text)
    assert (read.at.isoformat(), read.whole_day, read.typed) == (begins, whole, text)


@pytest.mark.parametrize(
    "text", ["2026", "last week", "2026-03-11 25", "2026-13", "2026-03-11 teatime", "2026-02-30 9"]
)
def test_a_time_too_rough_is_refused(text: str) -> None:
    assert fault(When, Loose(text, NEW_YORK))["code"] == "time-wrong"


@given(
    st.datetimes(FIRST, datetime.fromisoformat("2998-01-01")), st.sampled_from([NEW_YORK, LONDON, KOLKATA])
)
def test_every_minute_with_its_offset_comes_back(local: datetime, zone: ZoneInfo) -> None:
    instant = local.replace(second=0, microsecond=0, tzinfo=UTC).astimezone(zone)
    for text in (instant.isoformat(), instant.isoformat(sep=" ", timespec="minutes")):
        assert moment(text, zone).at == instant


@given(st.datetimes(FIRST, datetime.fromisoformat("2037-01-01")))
def test_a_minute_without_an_offset_is_itself_or_told(local: datetime) -> None:
    text = local.isoformat(sep=" ", timespec="minutes")
    wall = datetime.fromisoformat(text)
    readings = {wall.replace(tzinfo=NEW_YORK, fold=fold).astimezone(UTC) for fold in (0, 1)}
    real = {one for one in readings if one.astimezone(NEW_YORK).replace(tzinfo=None) == wall}
    if len(real) == 1:
        assert moment(text).at.astimezone(UTC) in real
    else:
        assert fault(When, Typed(text, NEW_YORK))["code"] == ("hour-twice" if real else "hour-skipped")


@given(st.text())
def test_any_other_text_is_refused_and_nothing_else(text: str) -> None:
    for kind in (When, Day, Span, Zone):
        try:
            TypeAdapter(kind).validate_python(Typed(text, NEW_YORK))
        except ValidationError as error:
            assert [one["type"] for one in error.errors()] == ["casewright"]


def test_a_day_is_a_date_and_nothing_more() -> None:
    assert TypeAdapter(Day).validate_python("2026-03-11") == date(2026, 3, 11)
    for text in ("2026-03-11 10:00", "2026-3-11", "11 March", "2026-03-11\n", "20260311"):
        assert fault(Day, text)["sentence"] == f"`{text}` is not a date."
    assert fault(Day, "2025-02-29")["sentence"] == "`2025-02-29` is not a day of the calendar."


def test_two_of_one_clock_in_the_hour_that_comes_twice_are_two() -> None:
    first, second = (
        Moment(
            "2026-11-01 01:30", datetime(2026, 11, 1, 1, 30, tzinfo=ZoneInfo("America/New_York"), fold=fold)
        )
        for fold in (0, 1)
    )
    assert first.at == second.at, "Python compares the clocks of one zone"
    assert first != second
    assert len({first, second, Moment(first.typed, first.at)}) == 2
