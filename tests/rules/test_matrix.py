"""The matrix as it is typed, how fresh it is, and the holes that lie ahead of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checking import check_workspace
from generator.finding import Finding, Severity
from generator.model.scalars.durations import Duration
from generator.rules.matrix_holes import find as holes
from tests.making import at, make_workspace, write_files

Found = Callable[..., list[Finding]]
PEOPLE = """
reviewed: {on: 2026-03-02, by: ines}
people:
  ines: {name: Ines, phone: +1 603 555 0150, customer_phone: +1 603 555 0100, shown_as: contact}
  priya: {name: Priya, phone: +1 603 555 0142, confirmed: {on: 2026-03-02, by: ines}}
  jonas: {name: Jonas, phone: +1 603 555 0143, confirmed: {on: 2026-03-02, by: ines}}
  lena: {name: Lena, phone: +1 603 555 0144, confirmed: {on: 2026-03-02, by: ines}}
"""
AREA = "areas:\n  eng: {name: Engineering, primary: priya, backup: jonas, manager: lena, director: none, vp: none}\n"
TURNS = "areas:\n  eng: {name: Engineering, primary: {rotation: week}, backup: %s, manager: %s, director: none, vp: none}\n"
WEEK = "rotations: {week: {order: [priya, jonas], start: 2026-01-05 09:00, every: 1 week}}\n"


def of_contacts(found: Found, text: str, as_of: str = "2026-03-11T14:30") -> list[str]:
    """The codes of what is found in contacts.yaml."""
    made = found("", {"contacts.yaml": PEOPLE + text}, as_of)
    return [one.code for one in made if one.place.path == "contacts.yaml"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (AREA, []),
        ("", []),
        (AREA.replace(", manager: lena", ""), ["rung-missing", "person-unreferenced"]),
        (AREA.replace("lena", "{}"), ["rung-missing", "person-unreferenced"]),
        (AREA.replace("backup: jonas, manager: lena, director: none, vp: none", "outside: true"),
         ["person-unreferenced", "person-unreferenced"]),
        (AREA.replace("primary: priya, backup: jonas, manager: lena, director: none, vp: none", "outside: yes"),
         ["rung-missing", *["person-unreferenced"] * 3]),
        (AREA.replace("jonas", "priya"), ["primary-is-backup", "person-unreferenced"]),
        (AREA.replace("lena", "priya"), ["person-on-two-rungs", "person-unreferenced"]),
        (TURNS % ("lena", "none") + WEEK, []),
        (TURNS % ("jonas", "lena") + WEEK, ["primary-is-backup"]),
        (TURNS % ("{rotation: week}", "lena") + WEEK, ["primary-is-backup"]),
        (TURNS % ("none", "{rotation: week}") + WEEK, ["rung-rotates", "person-unreferenced"]),
        (TURNS % ("none", "lena") + WEEK.replace("week:", "other:"), ["rotation-unknown"]),
        (TURNS % ("none", "lena") + WEEK.replace("jonas", "nobody"), ["person-unknown", "person-unreferenced"]),
    ],
)  # fmt: skip
def test_rungs_as_they_are_typed(found: Found, text: str, codes: list[str]) -> None:
    assert sorted(of_contacts(found, text)) == sorted(codes)


@pytest.mark.parametrize(
    ("named_in", "text"),
    [
        ("cases/kestrel/customer.yaml", "name: Kestrel\nours: {account_manager: paul}\n"),
        ("cases/kestrel/other.yaml", "title: T\nopened: 2026-03-02\nadvocate: ines\nsponsor: paul\n"),
        ("casewright.yaml", "ladder: {last_resort: paul}\n"),
        ("casewright.yaml", "issue: {needs: {1: [paul]}}\n"),
        (
            "cases/kestrel/other.yaml",
            "title: T\nopened: 2026-03-02\nadvocate: ines\nescalations: [{area: eng, engaged: {person: paul}}]\n",
        ),
    ],
)
def test_whoever_is_named_anywhere_is_not_left_over(found: Found, named_in: str, text: str) -> None:
    contacts = PEOPLE + "  paul: {name: Paul, phone: +1 603 555 0145}\n" + AREA
    assert "person-unreferenced" in {one.code for one in found("", {"contacts.yaml": contacts})}
    files = {"contacts.yaml": contacts, named_in: text}
    assert "person-unreferenced" not in {one.code for one in found("", files)}


@pytest.mark.parametrize(
    ("as_of", "codes"),
    [
        ("2026-04-01T23:59", []),
        ("2026-04-02T00:00", ["matrix-stale", "number-stale", "number-stale"]),  # primary and backup, 30 days
        ("2026-08-29T23:59", ["matrix-stale", "number-stale", "number-stale"]),
        (
            "2026-08-30T00:00",
            ["matrix-stale", "number-stale", "number-stale", "number-stale"],
        ),  # a manager, 180
    ],
)
def test_a_check_holds_to_the_end_of_its_last_day(found: Found, as_of: str, codes: list[str]) -> None:
    assert sorted(of_contacts(found, AREA, as_of)) == codes


@pytest.mark.parametrize(("day", "count"), [("2026-03-11", 0), ("2026-03-12", 0), ("2026-03-13", 3)])
def test_nothing_was_done_tomorrow(found: Found, day: str, count: int) -> None:
    text = PEOPLE.replace("2026-03-02, by: ines}\npeople", f"{day}, by: ines}}\npeople")
    text = text.replace("0144, confirmed: {on: 2026-03-02", f"0144, confirmed: {{on: {day}") + AREA
    text += (
        f"absences: [{{person: jonas, from: 2026-04-10, to: 2026-04-12, alternate: ines, cleared: {day}}}]\n"
    )
    made = [
        one for one in found("", {"contacts.yaml": text}, "2026-03-11T23:59") if one.code == "in-the-future"
    ]
    assert len(made) == count


def test_numbers_nobody_checked_are_only_a_notice(found: Found) -> None:
    text = PEOPLE.replace(", confirmed: {on: 2026-03-02, by: ines}", "").replace("reviewed:", "# ") + AREA
    made = [one for one in found("", {"contacts.yaml": text}) if one.place.path == "contacts.yaml"]
    assert {(one.code, one.severity) for one in made} == {
        ("number-unconfirmed", Severity.NOTICE),
        ("matrix-unreviewed", Severity.NOTICE),
    }


@pytest.mark.parametrize(
    ("contacts", "settings", "told"),
    [
        (AREA.replace("jonas", "paul"), "", "Paul is backup of Engineering, and has no number."),
        (AREA + "absences: [{person: jonas, from: 2026-04-10, to: 2026-04-12, alternate: paul}]\n", "",
         "Paul stands in for Jonas, and has no number."),
        (AREA, "ladder: {last_resort: paul}\n", "Paul is rung when nobody else answers, and has no number."),
        (AREA, "issue: {needs: {1: [paul]}}\n", None),
    ],
)  # fmt: skip
def test_whoever_may_answer_wants_a_number(
    found: Found, contacts: str, settings: str, told: str | None
) -> None:
    text = PEOPLE + "  paul: {name: Paul}\n" + contacts
    made = found("", {"contacts.yaml": text, "casewright.yaml": "timezone: America/New_York\n" + settings})
    assert [one.message for one in made if one.code == "number-missing"] == ([told] if told else [])


AWAY = "absences: [{person: jonas, from: 2026-04-10, to: 2026-04-12%s}]\n"


@pytest.mark.parametrize(
    ("rest", "codes"),
    [
        ("", ["away-without-alternate"]),
        (", alternate: ines", ["alternate-not-cleared"]),
        (", alternate: ines, cleared: 2026-03-01", []),
        (", alternate: jonas, cleared: 2026-03-01", ["alternate-away"]),
        (", alternate: priya, cleared: 2026-03-01", ["primary-is-backup-ahead"]),
        (", alternate: nobody, cleared: 2026-03-01", ["person-unknown"]),
    ],
)
def test_an_absence_ahead(found: Found, rest: str, codes: list[str]) -> None:
    told = of_contacts(found, AREA + AWAY % rest)
    assert [code for code in told if code != "number-unconfirmed"] == codes


def ahead(found: Found, text: str) -> Finding:
    """The one hole that lies ahead of a matrix."""
    made = found("", {"contacts.yaml": PEOPLE + text})
    (hole,) = (one for one in made if one.clock and one.place.path == "contacts.yaml")
    return hole


def test_a_hole_is_told_once_with_its_first_and_last_moment(found: Found) -> None:
    away = "absences: [{person: jonas, from: 2026-03-12, to: 2026-03-30}]\n"
    hole = ahead(found, TURNS % ("lena", "none") + WEEK + away)
    assert "is away from 12 March to 16 March 09:00 and once more until 30 March 09:00" in hole.message
    assert hole.severity is Severity.WARNING


def test_the_local_hour_of_a_hand_over_holds_through_a_change_of_the_clocks(found: Found) -> None:
    london = WEEK.replace("every: 1 week", "every: 1 week, timezone: Europe/London").replace("09:00", "01:30")
    away = "absences: [{person: jonas, from: 2026-03-23, to: 2026-04-06}]\n"
    hole = ahead(found, TURNS % ("lena", "none") + london + away)
    # Mondays 01:30 in London are 21:30 on Sunday in New York while it alone has summer time, and 20:30 from 29 March.
    assert "from 23 March to 29 March 20:30 and once more until the end of 6 April" in hole.message


def test_the_horizon_is_where_looking_ends(tmp_path: Path) -> None:
    files = {"contacts.yaml": PEOPLE + AREA + AWAY % ""}
    workspace = make_workspace(tmp_path, files)
    now = at("2026-03-11T00:00")
    assert not list(holes(workspace, now, Duration(30, "day")))
    assert [one.code for one in holes(workspace, now, Duration(31, "day"))] == ["away-without-alternate"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (WEEK.replace("1 week", "0 days"), "duration-wrong"),
        (WEEK.replace("2026-01-05 09:00", "2026-03-08 02:30"), "hour-skipped"),
        (WEEK.replace("2026-01-05 09:00", "2026-03-29 01:30").replace("week}", "week, timezone: Europe/London}"),
         "hour-skipped"),
        (WEEK.replace("[priya, jonas]", "[]"), "shape-wrong"),
        (WEEK + "overrides: [{rotation: wek, from: 2026-03-14, to: 2026-03-15, person: lena}]\n", "rotation-unknown"),
        (WEEK + "overrides: [{rotation: week, from: 2026-03-15, to: 2026-03-14, person: lena}]\n",
         "ends-before-it-begins"),
        ("absences: [{person: lena, from: 2026-03-15 09:00, to: 2026-03-15 09:00}]\n", "ends-before-it-begins"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant(tmp_path: Path, text: str, code: str) -> None:
    files = {"casewright.yaml": "timezone: America/New_York\n", "contacts.yaml": PEOPLE + AREA + text}
    write_files(tmp_path, files)
    assert code in {one.code for one in check_workspace(tmp_path, at("2026-03-11T14:30")).findings}


SWAP = "  - {rotation: week, from: 2026-03-%s, to: 2026-03-%s, person: %s}\n"


@pytest.mark.parametrize(
    ("swaps", "count"),
    [
        ([("14 09:00", "15 09:00", "lena"), ("15 09:00", "16 09:00", "ines")], 0),
        ([("14 09:00", "15 09:01", "lena"), ("15 09:00", "16 09:00", "ines")], 1),
        ([("14 09:00", "15 09:01", "lena"), ("15 09:00", "16 09:00", "lena")], 0),
        ([("14", "15", "lena"), ("15", "16", "ines")], 1),
        ([("1", "30", "lena"), ("5", "6", "ines"), ("8", "9", "priya")], 2),
    ],
)
def test_two_overrides_at_once(found: Found, swaps: list[tuple[str, str, str]], count: int) -> None:
    lines = "".join(SWAP % (f"{start:0>2}", f"{end:0>2}", person) for start, end, person in swaps)
    told = of_contacts(found, TURNS % ("lena", "none") + WEEK + "overrides:\n" + lines)
    assert told.count("overrides-overlap") == count


def test_contacts_of_the_largest_size_in_any_script(tmp_path: Path) -> None:
    names = ("Нина Ковальова", "三浦 花", "ليلى حداد", "Þóra Jónsdóttir", "อรุณ", "Ńgọzi")
    number = range(2_500)
    people = "".join(f"  p{one}: {{name: {names[one % 6]} {one}, phone: 4142}}\n" for one in number)
    rungs = "backup: p{1}, manager: p{2}, director: none, vp: p0"
    areas = "".join(
        f"  a{one}: {{name: {names[one % 6]}, primary: {{rotation: r{one}}}, {rungs.format(0, one + 2, one + 3)}}}\n"
        for one in number[:800]
    )
    turns = "".join(
        f"  r{one}: {{order: [p{one}, p{one + 1}], start: 2026-01-05 09:00, every: 1 week}}\n"
        for one in number[:800]
    )
    away = "  - {person: p%s, from: 2026-04-01, to: 2026-04-09, alternate: p%s, cleared: 2026-03-01}\n"
    text = f"people:\n{people}areas:\n{areas}rotations:\n{turns}absences:\n"
    text += "".join(away % (one, (one + 1) % 2_500) for one in number)
    swap = "  - {rotation: r%s, from: 2026-05-%s, to: 2026-05-%s, person: p%s}\n"
    room = 1024 * 1024 - len(text.encode()) - len("overrides:\n")
    days = [f"{10 + one // 800}" for one in range(room // 72)]
    swaps = [swap % (one % 800, day, day, one % 2_500) for one, day in enumerate(days)]
    write_files(tmp_path, {"contacts.yaml": text + "overrides:\n" + "".join(swaps)})
    assert 1_000_000 < (tmp_path / "contacts.yaml").stat().st_size <= 1024 * 1024
    told = check_workspace(tmp_path, at("2026-03-11T14:30")).findings
    assert {one.code for one in told} == {
        "matrix-unreviewed",
        "number-unconfirmed",
        "alternate-away",
    }
    assert any("三浦 花" in one.message for one in told)
