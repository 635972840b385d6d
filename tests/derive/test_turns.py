"""Whose turn it is: rotations by the local clock, overrides, and no hole or overlap between one turn and the next."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.model.contacts import Contacts, Override, Rotation
from generator.model.scalars.durations import Duration
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment
from generator.model.turns import absence_at, advocate_at, handed_over, regular_turn, turn_at, turns_between
from tests.making import NEW_YORK, at, make_workspace

WEEK = """
people: {priya: {name: Priya}, tomas: {name: Tomas}, li: {name: Li}}
rotations:
  eng: {order: [priya, tomas, li], start: 2026-02-16 09:00, every: 1 week, timezone: America/New_York}
"""


def contacts(root: Path, text: str) -> Contacts:
    """The contacts that a text makes."""
    return make_workspace(root, {"contacts.yaml": text}).contacts


@pytest.mark.parametrize(
    ("now", "person", "start", "end"),
    [
        ("2026-02-16 09:00", "priya", "02-16 09:00", "02-23 09:00"),
        ("2026-02-23 08:59", "priya", "02-16 09:00", "02-23 09:00"),
        ("2026-02-23 09:00", "tomas", "02-23 09:00", "03-02 09:00"),
        ("2026-03-08 12:00", "li", "03-02 09:00", "03-09 09:00"),  # the clocks went forward that night
        ("2026-03-09 08:59", "li", "03-02 09:00", "03-09 09:00"),
        ("2026-03-09 09:00", "priya", "03-09 09:00", "03-16 09:00"),
        ("2026-11-02 08:59", "priya", "10-26 09:00", "11-02 09:00"),  # and back
        ("2026-11-02 09:00", "tomas", "11-02 09:00", "11-09 09:00"),
    ],
)
def test_weeks_are_handed_over_at_the_same_local_hour(
    tmp_path: Path, now: str, person: str, start: str, end: str
) -> None:
    turn = turn_at(contacts(tmp_path, WEEK), "eng", at(now))
    assert turn is not None
    assert (turn.person, f"{turn.start:%m-%d %H:%M}", f"{turn.end:%m-%d %H:%M}") == (person, start, end)


def test_the_same_turn_holds_wherever_one_asks_from(tmp_path: Path) -> None:
    plan = contacts(tmp_path, WEEK)
    moment = at("2026-03-09 08:59")
    asked = {
        turn_at(plan, "eng", moment.astimezone(ZoneInfo(zone)))
        for zone in ("UTC", "Asia/Tokyo", "America/New_York")
    }
    assert {turn.person for turn in asked if turn} == {"li"}


def test_before_its_start_a_rotation_has_nobody(tmp_path: Path) -> None:
    plan = contacts(tmp_path, WEEK)
    assert turn_at(plan, "eng", at("2026-02-16 08:59")) is None
    assert turn_at(plan, "no-such", at("2026-03-16 08:59")) is None
    assert advocate_at(plan, "eng", at("2026-02-16 08:59")) == "eng"
    assert advocate_at(plan, "eng", at("2026-02-16 09:00")) == "priya"
    assert advocate_at(plan, "li", at("2026-02-16 09:00")) == "li"


NIGHTS = """
people: {{a: {{name: A}}, b: {{name: B}}}}
rotations: {{n: {{order: [a, b], start: {start}, every: {every}, timezone: America/New_York}}}}
"""


def test_hours_are_handed_over_as_time_goes_by(tmp_path: Path) -> None:
    plan = contacts(tmp_path, NIGHTS.format(start="2026-03-07 21:00", every="12 hours"))
    handed = [f"{handed_over(plan.rotations['n'], count):%d %H:%M}" for count in range(4)]
    assert handed == ["07 21:00", "08 10:00", "08 22:00", "09 10:00"]
    assert [advocate_at(plan, "n", at(now)) for now in ("2026-03-08 09:59", "2026-03-08 10:00")] == ["a", "b"]


def test_a_hand_over_in_an_hour_that_is_skipped_or_comes_twice(tmp_path: Path) -> None:
    spring = contacts(tmp_path / "spring", NIGHTS.format(start="2026-03-07 02:30", every="1 day"))
    holders = [
        advocate_at(spring, "n", at(now))
        for now in ("2026-03-08 01:59", "2026-03-08 03:29", "2026-03-08 03:30")
    ]
    assert holders == ["a", "a", "b"]
    autumn = contacts(tmp_path / "autumn", NIGHTS.format(start="2026-10-31 01:30", every="1 day"))
    nights = ("01:29-04:00", "01:30-04:00", "01:10-05:00", "01:45-05:00")
    assert [advocate_at(autumn, "n", at(f"2026-11-01 {night}")) for night in nights] == ["a", "b", "b", "b"]


OVERRIDES = (
    WEEK
    + """
overrides:
  - {rotation: eng, from: 2026-03-10 09:00, to: 2026-03-12 09:00, person: li, why: swapped}
  - {rotation: eng, from: 2026-03-11, to: 2026-03-11, person: tomas}
  - {rotation: other, from: 2026-03-01, to: 2026-04-01, person: li}
"""
)


def test_an_override_takes_its_time_and_the_last_one_written_wins(tmp_path: Path) -> None:
    plan = contacts(tmp_path, OVERRIDES)
    seen, now = [], at("2026-03-09 10:00")
    while now < at("2026-03-16 09:00"):
        turn = turn_at(plan, "eng", now)
        assert turn is not None
        seen.append(
            (turn.person, f"{turn.start:%d %H:%M}", f"{turn.end:%d %H:%M}", turn.override is not None)
        )
        now = turn.end
    assert seen == [
        ("priya", "09 09:00", "10 09:00", False),
        ("li", "10 09:00", "11 00:00", True),
        ("tomas", "11 00:00", "12 00:00", True),
        ("li", "12 00:00", "12 09:00", True),
        ("priya", "12 09:00", "16 09:00", False),
    ]


def test_an_absence_holds_from_its_first_to_its_last_day(tmp_path: Path) -> None:
    plan = contacts(tmp_path, WEEK + "absences: [{person: li, from: 2026-03-11 18:00, to: 2026-03-16}]\n")
    away = [
        absence_at(plan, "li", at(now)) is not None
        for now in ("2026-03-11 17:59", "2026-03-11 18:00", "2026-03-16 23:59", "2026-03-17 00:00")
    ]
    assert away == [False, True, True, False]
    assert absence_at(plan, "priya", at("2026-03-12")) is None


BASE = datetime(2026, 2, 25, tzinfo=UTC)
INSTANT = st.integers(0, 40 * 24 * 12).map(lambda steps: BASE + timedelta(minutes=5 * steps))
EVERY = st.tuples(st.integers(1, 40), st.sampled_from(["minute", "hour", "day", "week"])).map(
    lambda pair: Duration(*pair)
)
ZONES = st.sampled_from(["America/New_York", "Europe/Berlin", "UTC", "Australia/Lord_Howe"]).map(ZoneInfo)


def moment(instant: datetime, zone: ZoneInfo = NEW_YORK) -> Moment:
    """A moment as the model holds it."""
    local = instant.astimezone(zone)
    return Moment(local.isoformat(), local)


@given(INSTANT, EVERY, ZONES, st.integers(1, 4), INSTANT)
def test_turns_tile_the_time_from_the_start_on(
    start: datetime, every: Duration, zone: ZoneInfo, people: int, now: datetime
) -> None:
    order = [f"p{number}" for number in range(people)]
    rotation = Rotation(order=order, start=moment(start, zone), every=every, timezone=zone)
    turn = regular_turn(rotation, now.astimezone(zone))
    assume(turn is not None)
    assert turn is not None
    assert turn.start.astimezone(UTC) <= now < turn.end.astimezone(UTC)
    following = regular_turn(rotation, turn.end)
    assert following is not None
    assert between(following.start, turn.end) == timedelta()
    assert following.person == order[(order.index(turn.person) + 1) % people]


LINES = st.lists(st.tuples(INSTANT, st.integers(1, 2000)), max_size=4)


def overridden(lines: list[tuple[datetime, int]], start: datetime = BASE) -> Contacts:
    """A weekly rotation with overrides, each from a moment and for so many times five minutes."""
    rotation = Rotation(order=["a", "b"], start=moment(start), every=Duration(1, "week"), timezone=NEW_YORK)
    overrides = [
        Override.model_validate(
            {
                "rotation": "r",
                "from": moment(begin),
                "to": moment(begin + timedelta(minutes=5 * steps)),
                "person": f"o{number}",
            }
        )
        for number, (begin, steps) in enumerate(lines)
    ]
    return Contacts(rotations={"r": rotation}, overrides=overrides)


@given(LINES, INSTANT)
def test_overridden_turns_tile_it_too(lines: list[tuple[datetime, int]], now: datetime) -> None:
    plan = overridden(lines)
    turn = turn_at(plan, "r", now)
    assert turn is not None
    assert turn.start.astimezone(UTC) <= now < turn.end.astimezone(UTC)
    for inside in (turn.start, now, turn.end - timedelta(minutes=1)):
        assert turn_at(plan, "r", inside) == turn
    before, after = turn_at(plan, "r", turn.start - timedelta(minutes=1)), turn_at(plan, "r", turn.end)
    assert after is not None and between(after.start, turn.end) == timedelta()
    assert before is None or between(before.end, turn.start) == timedelta()


@given(LINES, INSTANT, INSTANT, st.integers(0, 30))
def test_the_turns_of_a_period_are_those_that_hold_in_it(
    lines: list[tuple[datetime, int]], start: datetime, now: datetime, days: int
) -> None:
    plan, end = overridden(lines, BASE + timedelta(days=days)), start + timedelta(days=14)
    turns = list(turns_between(plan, "r", start, end))
    for before, after in pairwise(turns):
        assert between(before.end, after.start) >= timedelta()
    assert all(turn.start.astimezone(UTC) < end and turn.end.astimezone(UTC) > start for turn in turns)
    if start <= now < end:
        held = [turn.person for turn in turns if turn.start.astimezone(UTC) <= now < turn.end.astimezone(UTC)]
        turn = turn_at(plan, "r", now)
        assert held == ([turn.person] if turn else [])


def test_no_turns_where_there_is_no_rotation() -> None:
    assert list(turns_between(Contacts(), "r", BASE, BASE + timedelta(days=14))) == []
