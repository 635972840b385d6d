"""How long a customer may wait: in the segment's own hours, on the customer's clock."""

from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from generator.derive.cadence import Cadence, cadence_of
from generator.derive.contact import Gap
from generator.model.scalars.durations import read_duration
from generator.model.scalars.hours import Hours, read_hours
from tests.making import NEW_YORK, at, make_case


def gap(start: str, end: str, zone: ZoneInfo = NEW_YORK) -> Gap:
    """A gap between two moments."""
    return Gap(at(start, zone), at(end, zone), None, None, (), None)


@pytest.mark.parametrize(
    ("hours", "every", "start", "last"),
    [
        ("24x7", "4 hours", "2026-03-06 16:00", "2026-03-06 20:00"),
        ("24x7", "1 day", "2026-03-06 16:00", "2026-03-07 16:00"),
        ("24x7", "1 day", "2026-03-07 12:00", "2026-03-08 12:00"),  # a day of 23 hours
        ("24x7", "24 hours", "2026-03-07 12:00", "2026-03-08 13:00"),
        ("24x7", "1 day", "2026-10-31 12:00", "2026-11-01 12:00"),  # a day of 25 hours
        ("24x7", "1 week", "2026-03-06 16:00", "2026-03-13 16:00"),
        ("Mon-Fri 08:00-18:00", "4 hours", "2026-03-06 16:00", "2026-03-09 10:00"),  # over a weekend
        ("Mon-Fri 08:00-18:00", "4 hours", "2026-03-07 12:00", "2026-03-09 12:00"),
        ("Mon-Fri 08:00-18:00", "4 hours", "2026-03-06 18:00", "2026-03-09 12:00"),
        ("Mon-Fri 08:00-18:00", "1 day", "2026-03-06 16:00", "2026-03-09 16:00"),
        ("Mon-Fri 08:00-18:00", "1 day", "2026-03-10 10:00", "2026-03-11 10:00"),
        ("Mon-Fri 08:00-18:00", "1 week", "2026-03-06 16:00", "2026-03-13 16:00"),
        ("Mon-Fri 08:00-18:00", "7 days", "2026-03-06 16:00", "2026-03-13 16:00"),
        ("Mon-Fri 08:00-18:00", "8 days", "2026-03-06 16:00", "2026-03-16 16:00"),
        ("Sat-Sun 00:00-12:00", "5 hours", "2026-03-07 11:00", "2026-03-08 05:00"),  # the night of the change
        ("Fri-Mon 08:00-18:00", "1 week", "2026-03-06 16:00", "2026-03-13 16:00"),
        ("Wed 08:00-18:00", "1 week", "2026-03-04 10:00", "2026-03-11 10:00"),
    ],
)
def test_a_wait_is_broken_by_its_first_minute_too_many(hours: str, every: str, start: str, last: str) -> None:
    cadence = Cadence(read_duration(every), read_hours(hours))
    assert not cadence.is_broken(gap(start, last))
    over = gap(start, last)
    assert cadence.is_broken(Gap(over.start, over.end + timedelta(minutes=1), None, None, (), None))


def test_hours_are_those_of_the_customers_clock() -> None:
    """Nine in the morning in Berlin is three at night in New York, where nobody is served yet."""
    wait = gap("2026-03-04 09:00", "2026-03-04 15:00", ZoneInfo("Europe/Berlin"))
    hours = read_hours("Mon-Fri 08:00-18:00")
    assert Cadence(read_duration("4 hours"), hours).waited(wait) == timedelta(hours=6)
    there = Cadence(read_duration("4 hours"), hours, NEW_YORK)
    assert there.waited(wait) == timedelta(hours=1)
    assert not there.is_broken(wait)


SEGMENTS = """
segments:
  gold: {name: Gold, update_every: {1: 1 hour, 2: 4 hours}, hours: Mon-Fri 08:00-18:00, default: true}
  silver: {name: Silver}
"""


@pytest.mark.parametrize(
    ("text", "profile", "expected"),
    [
        ("severity: 2\n", "name: K\n", ("4 hours", "Mon-Fri 08:00-18:00")),
        ("severity: 3\n", "name: K\n", None),
        ("", "name: K\n", None),
        ("severity: 2\n", "name: K\nsegment: silver\n", None),
        ("severity: 1\n", "name: K\nsegment: gold\n", ("1 hour", "Mon-Fri 08:00-18:00")),
        ("severity: 1\n", "name: K\nsegment: bronze\n", None),
    ],
)
def test_the_cadence_is_the_segments_for_the_severity(
    tmp_path: Path, text: str, profile: str, expected: tuple[str, str] | None
) -> None:
    files = {"casewright.yaml": SEGMENTS, "cases/kestrel/customer.yaml": profile}
    file, workspace = make_case(tmp_path, text, files)
    segment = workspace.segment_of(file.owner.customer)
    found = cadence_of(file.case, segment[1] if segment else None, file.zone)
    assert (found and (str(found.every), str(found.hours))) == expected
    assert found is None or found.zone == file.zone


def test_round_the_clock_is_the_rule_unless_said() -> None:
    assert Hours().within(at("2026-03-07 12:00"), at("2026-03-08 12:00")) == timedelta(hours=23)
