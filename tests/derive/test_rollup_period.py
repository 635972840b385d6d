"""The period before: as long as the period, and of the same kind."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from generator.derive.rollup.period import Period
from generator.model.scalars.moments import read_moment
from tests.making import NEW_YORK

DAY = date.fromisoformat


def period(start: str, end: str, zone: ZoneInfo = NEW_YORK) -> Period:
    return Period(DAY(start), DAY(end), zone)


@pytest.mark.parametrize(
    ("start", "end", "before"),
    [
        ("2026-01-01", "2026-03-31", ("2025-10-01", "2025-12-31")),
        ("2026-01-01", "2026-12-31", ("2025-01-01", "2025-12-31")),
        ("2024-02-01", "2024-02-29", ("2024-01-01", "2024-01-31")),
        ("2024-03-01", "2024-04-30", ("2024-01-01", "2024-02-29")),
        ("2026-01-01", "2026-03-11", ("2025-10-01", "2025-12-09")),
        ("2026-01-01", "2026-01-01", ("2025-10-01", "2025-10-01")),
        ("2024-04-01", "2024-06-29", ("2024-01-01", "2024-03-30")),
        ("2026-04-01", "2026-06-30", ("2026-01-01", "2026-03-31")),
        ("2026-03-02", "2026-03-08", ("2026-02-23", "2026-03-01")),
        ("2026-01-01", "2026-04-11", ("2025-09-22", "2025-12-31")),
        ("1900-01-01", "2999-12-31", ("0800-01-01", "1899-12-31")),
    ],
)
def test_the_period_before(start: str, end: str, before: tuple[str, str]) -> None:
    found = period(start, end).before
    assert (found.start, found.end) == tuple(map(DAY, before))


def test_a_quarter_to_date_is_never_held_against_more_than_a_quarter() -> None:
    found = period("2025-07-01", "2025-09-29").before  # 91 days; the quarter before has 91
    assert (found.start, found.end) == (DAY("2025-04-01"), DAY("2025-06-30"))
    found = period("2026-04-01", "2026-06-29").before  # 90 days; the quarter before has just as many
    assert found.end == DAY("2026-03-31")


def test_its_days_are_those_of_its_zone() -> None:
    april = period("2026-04-01", "2026-04-30")
    assert (april.begins.isoformat(), april.ends.isoformat()) == (
        "2026-04-01T00:00:00-04:00",
        "2026-05-01T00:00:00-04:00",
    )
    assert not april.holds(read_moment("2026-04-01T03:59Z")) and april.holds(read_moment("2026-04-01T04:00Z"))
    assert april.holds(read_moment("2026-05-01T03:59Z")) and not april.holds(read_moment("2026-05-01T04:00Z"))
    assert april.holds(DAY("2026-04-30")) and not april.holds(None)


def test_a_day_that_was_typed_stays_that_day() -> None:
    assert period("2026-04-01", "2026-04-01", ZoneInfo("Asia/Tokyo")).holds(read_moment("2026-04-01"))
