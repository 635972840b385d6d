"""Who answers over time is what the ladder says at each moment, and the holes are exactly where it says nobody."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.derive.duty import ladder_of
from generator.derive.holes import Hole, always_double, holes
from generator.derive.roster import Roster
from generator.model.contacts import Absence, Area, Contacts, Override, Post, Rotation
from generator.model.scalars.durations import Duration
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment
from generator.model.settings import Ladder
from tests.making import NEW_YORK, at, make_workspace

BASE = datetime(2026, 2, 25, tzinfo=UTC)
END = BASE + timedelta(days=40)
STEP = timedelta(hours=1)
HOURS = st.integers(-10 * 24, 45 * 24)
PEOPLE = st.sampled_from("abcd")
POSTS = st.sampled_from([Post(person="a"), Post(person="b"), Post(rotation="r"), Post(rotation="s"), None])


def moment(hours: int) -> Moment:
    """So many hours after the base, as the model holds it."""
    local = (BASE + hours * STEP).astimezone(NEW_YORK)
    return Moment(local.isoformat(), local)


@st.composite
def contacts(draw: st.DrawFn) -> Contacts:
    """Two rotations of two people each, with overrides and absences at any time, and an area on them."""
    spans = st.tuples(HOURS, st.integers(-5, 400)).map(lambda pair: (pair[0], sum(pair)))
    overrides = [
        Override.model_validate({"rotation": rotation, "from": moment(a), "to": moment(b), "person": person})
        for rotation, person, (a, b) in draw(
            st.lists(st.tuples(st.sampled_from("rs"), PEOPLE, spans), max_size=3)
        )
    ]
    absences = [
        Absence.model_validate(
            {"person": person, "from": moment(a), "to": moment(b), "alternate": other, "cleared": cleared}
        )
        for person, other, cleared, (a, b) in draw(
            st.lists(
                st.tuples(PEOPLE, st.none() | PEOPLE, st.sampled_from([None, "2026-02-01"]), spans),
                max_size=4,
            )
        )
    ]
    zone = draw(st.sampled_from(["America/New_York", "Europe/Berlin"]).map(ZoneInfo))
    every = draw(st.sampled_from([Duration(1, "week"), Duration(12, "hour"), Duration(1, "day")]))
    turns = {
        key: Rotation(order=order, start=moment(draw(HOURS)), every=every, timezone=zone)
        for key, order in (("r", ["a", "b"]), ("s", ["b", "c"]))
    }
    area = Area(name="Area", primary=draw(POSTS), backup=draw(POSTS))
    return Contacts(areas={"area": area}, rotations=turns, overrides=overrides, absences=absences)


@given(contacts(), st.integers(0, 40 * 24 - 1), st.integers(0, 59))
def test_the_stretches_say_what_the_ladder_says(made: Contacts, hour: int, minute: int) -> None:
    roster, now = Roster(made, BASE, END), BASE + timedelta(hours=hour, minutes=minute)
    for holder in ladder_of(made, made.areas["area"], Ladder(), now)[:2]:
        post = getattr(made.areas["area"], holder.rung)
        stretches = list(roster.stretches(post)) if post else []
        assert all(between(one.end, two.start) >= timedelta() for one, two in pairwise(stretches))
        held = [one for one in stretches if one.start <= now < one.end]
        if holder.person is None:
            assert not held
        else:
            assert [one.answers for one in held] == [None if holder.reason == "away" else holder.person]


@given(contacts(), st.integers(0, 40 * 24 - 1))
def test_there_is_a_hole_exactly_where_nobody_answers(made: Contacts, hour: int) -> None:
    now = BASE + timedelta(hours=hour, minutes=30)
    ahead = [one for one in holes(made, BASE, END) if one.start <= now < one.end]
    for holder in ladder_of(made, made.areas["area"], Ladder(), now)[:2]:
        kinds = {one.kind for one in ahead if one.rung == holder.rung} - {"double"}
        post = getattr(made.areas["area"], holder.rung)
        nobody = post is not None and holder.reason in ("away", "nobody")
        assert bool(kinds) == nobody, (holder, ahead)


@given(contacts(), st.integers(0, 40 * 24 - 1))
def test_a_double_is_there_exactly_while_one_person_answers_twice(made: Contacts, hour: int) -> None:
    area, now = made.areas["area"], BASE + timedelta(hours=hour, minutes=30)
    assume(always_double(made, area) is None)
    primary, backup = ladder_of(made, area, Ladder(), now)[:2]
    doubled = {
        one.person for one in holes(made, BASE, END) if one.kind == "double" and one.start <= now < one.end
    }
    there = primary.person is not None and "away" not in (primary.reason, backup.reason)
    assert doubled == ({primary.person} if there and primary.person == backup.person else set())


@pytest.fixture
def engineering(tmp_path: Path) -> Contacts:
    text = """
        people: {priya: {name: P}, tomas: {name: T}, li: {name: L}, jonas: {name: J}}
        areas: {eng: {name: Engineering, primary: {rotation: week}, backup: jonas, manager: none}}
        rotations:
          week: {order: [priya, tomas], start: 2026-03-02 09:00, every: 1 week, timezone: America/New_York}
        absences:
          - {person: priya, from: 2026-03-05, to: 2026-03-20, alternate: jonas, cleared: 2026-03-01}
          - {person: tomas, from: 2026-03-08, to: 2026-03-09}
    """
    return make_workspace(tmp_path, {"contacts.yaml": text}).contacts


def told(hole: Hole) -> tuple[str, str | None, str, str]:
    start, end = (one.astimezone(NEW_YORK) for one in (hole.start, hole.end))
    return hole.kind, hole.person, f"{start:%m-%d %H:%M}", f"{end:%m-%d %H:%M}"


def test_a_hole_has_its_first_and_its_last_moment(engineering: Contacts) -> None:
    found = holes(engineering, at("2026-03-01 12:00"), at("2026-05-01"))
    assert [told(hole) for hole in found] == [
        ("not-begun", None, "03-01 12:00", "03-02 09:00"),
        ("no-alternate", "tomas", "03-09 09:00", "03-10 00:00"),
        ("double", "jonas", "03-05 00:00", "03-09 09:00"),
        ("double", "jonas", "03-16 09:00", "03-21 00:00"),
    ]


def test_a_hole_that_is_over_or_far_ahead_is_none(engineering: Contacts) -> None:
    assert [
        told(hole)[2:] for hole in holes(engineering, at("2026-03-09 09:00"), at("2026-03-16 09:00"))
    ] == [("03-09 09:00", "03-10 00:00")]
    assert holes(engineering, at("2026-03-21"), at("2029-03-21")) == []


@given(contacts(), st.integers(0, 30 * 24), st.integers(1, 240))
def test_a_rung_stays_as_it_is_until_the_moment_it_names(made: Contacts, hour: int, later: int) -> None:
    now = BASE + timedelta(hours=hour, minutes=30)
    then = now + later * STEP
    area = made.areas["area"]
    for before, after in zip(
        ladder_of(made, area, Ladder(), now), ladder_of(made, area, Ladder(), then), strict=True
    ):
        if before.until is None or then < before.until:
            assert (before.person, before.reason) == (after.person, after.reason), before
