"""Who stands on each rung: by the rotation, by override, standing in, away, deliberately nobody, or nobody at all."""

from pathlib import Path

import pytest

from generator.derive.duty import Holder, ladder_of
from generator.model.scalars.durations import Duration
from generator.model.settings import Ladder
from tests.making import at, make_workspace

CONTACTS = """
people: {priya: {name: P}, tomas: {name: T}, li: {name: L}, jonas: {name: J}, lena: {name: A}, grace: {name: G}}
areas:
  eng: {name: Engineering, primary: {rotation: week}, backup: jonas, manager: lena, director: none}
rotations:
  week: {order: [priya, tomas], start: 2026-03-02 09:00, every: 1 week, timezone: America/New_York}
overrides: [{rotation: week, from: 2026-03-14 09:00, to: 2026-03-15 09:00, person: li}]
absences:
"""

STANDS_IN = "  - {person: jonas, from: 2026-03-11, to: 2026-03-12, alternate: li, cleared: 2026-03-09}\n"


def ladder(root: Path, now: str, absences: str = "", step: Duration | None = None) -> tuple[Holder, ...]:
    """The ladder of the one area at a moment, with absences."""
    contacts = make_workspace(root, {"contacts.yaml": f"{CONTACTS}{absences}"}).contacts
    return ladder_of(contacts, contacts.areas["eng"], Ladder(step=step) if step else Ladder(), at(now))


def brief(holder: Holder) -> tuple[str | None, str, str | None, str | None]:
    """A holder in short: person, reason, instead of whom, until when."""
    until = f"{holder.until.astimezone(at('2026-03-01').tzinfo):%d %H:%M}" if holder.until else None
    return holder.person, holder.reason, holder.instead_of, until


def test_five_rungs_each_a_step_later(tmp_path: Path) -> None:
    made = ladder(tmp_path, "2026-03-03 10:00")
    assert [(one.rung, one.minute, *brief(one)) for one in made] == [
        ("primary", 0, "priya", "rotation", None, "09 09:00"),
        ("backup", 15, "jonas", "static", None, None),
        ("manager", 30, "lena", "static", None, None),
        ("director", 45, None, "none", None, None),
        ("vp", 60, None, "nobody", None, None),
    ]
    half = ladder(tmp_path, "2026-03-03 10:00", step=Duration(1, "hour"))
    assert [one.minute for one in half] == [0, 60, 120, 180, 240]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-02 08:59", (None, "nobody", None, "02 09:00")),
        ("2026-03-09 08:59", ("priya", "rotation", None, "09 09:00")),
        ("2026-03-09 09:00", ("tomas", "rotation", None, "14 09:00")),
        ("2026-03-14 09:00", ("li", "override", None, "15 09:00")),
        ("2026-03-15 09:00", ("tomas", "rotation", None, "16 09:00")),
    ],
)
def test_the_first_rung_follows_rotation_and_override(
    tmp_path: Path, now: str, expected: tuple[str | None, str, str | None, str | None]
) -> None:
    assert brief(ladder(tmp_path, now)[0]) == expected


@pytest.mark.parametrize(
    ("absences", "expected"),
    [
        (STANDS_IN, ("li", "standing-in", "jonas", "13 00:00")),
        ("  - {person: jonas, from: 2026-03-11, to: 2026-03-12, alternate: li}", ("jonas", "away", None, "13 00:00")),
        ("  - {person: jonas, from: 2026-03-11, to: 2026-03-12}", ("jonas", "away", None, "13 00:00")),
        (STANDS_IN + "  - {person: li, from: 2026-03-11, to: 2026-03-11, alternate: tomas, cleared: 2026-03-09}",
         ("jonas", "away", None, "12 00:00")),
        (STANDS_IN + "  - {person: li, from: 2026-03-12, to: 2026-03-12}",
         ("li", "standing-in", "jonas", "12 00:00")),
        ("  - {person: jonas, from: 2026-03-12 14:30, to: 2026-03-13}", ("jonas", "static", None, "12 14:30")),
        ("  - {person: jonas, from: 2026-03-20, to: 2026-03-21}", ("jonas", "static", None, "20 00:00")),
        ("  - {person: jonas, from: 2026-03-01, to: 2026-03-10}", ("jonas", "static", None, None)),
    ],
)  # fmt: skip
def test_an_alternate_stands_in_once_cleared_and_there(
    tmp_path: Path, absences: str, expected: tuple[str | None, str, str | None, str | None]
) -> None:
    assert brief(ladder(tmp_path, "2026-03-11 14:30", absences)[1]) == expected


def test_who_leaves_within_the_day_is_told(tmp_path: Path) -> None:
    days = ("from: 2026-03-20, to: 2026-03-21", "from: 2026-03-12 14:30, to: 2026-03-13")
    absences = "".join(f"  - {{person: jonas, {day}}}\n" for day in days)
    soon = ladder(tmp_path, "2026-03-11 14:30", absences)[1]
    later = ladder(tmp_path, "2026-03-11 14:29", absences)[1]
    assert soon.leaves is not None and soon.until == soon.leaves.start.at
    assert (later.leaves, later.until) == (None, at("2026-03-12 14:30"))


def test_whoever_has_the_turn_may_be_away_as_well(tmp_path: Path) -> None:
    absences = "  - {person: tomas, from: 2026-03-11, to: 2026-03-20, alternate: li, cleared: 2026-03-09}"
    primary = ladder(tmp_path, "2026-03-11 14:30", absences)[0]
    assert brief(primary) == ("li", "standing-in", "tomas", "14 09:00")
    assert primary.absence is not None and primary.absence.person == "tomas"
    uncleared = ladder(tmp_path / "b", "2026-03-11 14:30", absences.replace(", cleared: 2026-03-09", ""))[0]
    assert brief(uncleared) == ("tomas", "away", None, "14 09:00")
