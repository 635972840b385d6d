"""What is late or due today, each with who answers for it and since when."""

from datetime import timedelta
from pathlib import Path

import pytest

from generator.derive.today import end_of_day, today
from tests.making import HEAD, at, make_case, make_workspace

NOW = "2026-03-11 14:30"
SEGMENTS = """
timezone: America/New_York
stage_age: {planning: 5 days}
segments: {gold: {name: Gold, get_well_every: 3 days, default: true}}
"""


def listed(
    root: Path, text: str, now: str = NOW, files: dict[str, str] | None = None
) -> list[tuple[str, str, str]]:
    """The list for one case: kind, moment or day, and who; `!` before what is late."""
    _, workspace = make_case(root, text, files)
    moment = at(now)
    return [
        (
            f"{'!' if item.is_late(moment) else ''}{item.kind}",
            str(item.day) if item.day else f"{item.at.astimezone(moment.tzinfo):%Y-%m-%d %H:%M}",
            item.who or "nobody",
        )
        for item in today(workspace, moment)
    ]


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        ("2026-03-11 14:29", [("!update", "2026-03-11 14:29", "ines")]),
        ("2026-03-11 14:30", [("update", "2026-03-11 14:30", "ines")]),
        ("2026-03-11", [("update", "2026-03-11", "ines")]),
        ("2026-03-10", [("!update", "2026-03-10", "ines")]),
        ("2026-03-12 14:30", [("update", "2026-03-12 14:30", "ines")]),
        ("2026-03-12 14:31", []),
        ("2026-03-12", []),
    ],
)
def test_next_updates(tmp_path: Path, promise: str, expected: list[tuple[str, str, str]]) -> None:
    contact = f"events: [{{at: 2026-03-10 09:00, what: We, contact: out, next_update: {promise}}}]\n"
    assert listed(tmp_path, contact) == expected
    assert listed(tmp_path / "typed", f"next_update: {promise}\n") == expected
    kept = contact.replace("]", ", {at: 2026-03-10 10:00, what: We, contact: out}]")
    assert listed(tmp_path / "kept", kept) == []
    closed = f"stage: closed\nclosed: 2026-03-10\n{contact}"
    assert listed(tmp_path / "closed", closed) == []


def test_actions_with_their_owner_or_the_advocate(tmp_path: Path) -> None:
    text = """
actions:
  - {what: Late, due: 2026-03-10, owner: priya}
  - {what: Today, due: 2026-03-11}
  - {what: Waiting, due: 2026-03-12 10:00, depends_on: [A9]}
  - {what: Later, due: 2026-03-13}
  - {what: Done, due: 2026-03-10, done: 2026-03-10}
  - {what: Dropped, due: 2026-03-10, dropped: moot}
  - Undated
"""
    assert listed(tmp_path, text) == [
        ("!action", "2026-03-10", "priya"),
        ("action", "2026-03-11", "ines"),
        ("action", "2026-03-12 10:00", "ines"),
    ]


def test_commitments_of_cases_open_and_closed_and_of_the_customer(tmp_path: Path) -> None:
    profile = """
name: Kestrel
commitments:
  - {what: Drill, due: 2026-03-01, by: paul}
  - {what: Kept, due: 2026-03-01, kept: 2026-03-01}
  - {what: Undated}
"""
    text = (
        "stage: closed\nclosed: 2026-03-05\ncommitments: [{what: Write it up, due: 2026-03-11, by: ines}]\n"
    )
    assert listed(tmp_path, text, files={"cases/kestrel/customer.yaml": profile}) == [
        ("!commitment", "2026-03-01", "paul"),
        ("commitment", "2026-03-11", "ines"),
    ]


TRIAL = """
recommendations:
  - {{what: x, owner: paul, mitigation: {{product: copy, trial: {{start: 2026-01-01, switch_off: {off}}}{more}}}}}
"""


@pytest.mark.parametrize(
    ("off", "more", "expected"),
    [
        ("2026-03-10", "", [("!trial", "2026-03-10", "paul")]),
        ("2026-03-11", "", [("trial", "2026-03-11", "paul")]),
        ("2026-03-17", "", [("trial", "2026-03-17", "paul")]),
        ("2026-03-18", "", []),
        ("2026-03-10", ", decision: taken", []),
    ],
)
def test_trials_a_week_ahead_and_in_closed_cases_too(
    tmp_path: Path, off: str, more: str, expected: list[tuple[str, str, str]]
) -> None:
    text = TRIAL.format(off=off, more=more)
    assert listed(tmp_path, text) == expected
    assert listed(tmp_path / "closed", f"stage: closed\nclosed: 2026-03-01\n{text}") == expected


READINGS = """
stage: {stage}
get_well: {{start: 2026-03-02, end: 2026-04-02}}
exit_criteria:
  - {{what: Runs, measure: nights, agreed: {{on: 2026-03-02}}, readings: [{{at: 2026-03-08 14:30, value: 3}}]}}
  - {{what: Fresh, measure: nights, agreed: {{on: 2026-03-02}}, readings: [{{at: 2026-03-08 14:31, value: 3}}]}}
  - {{what: Never read, measure: nights, agreed: {{on: 2026-03-02}}}}
  - {{what: No measure, agreed: {{on: 2026-03-02}}}}
  - {{what: Proposed, measure: nights}}
  - {{what: Met, measure: nights, agreed: {{on: 2026-03-02}}, met: 2026-03-03}}
"""


def test_readings_grown_stale_while_it_gets_well(tmp_path: Path) -> None:
    files = {"casewright.yaml": SEGMENTS}
    assert listed(tmp_path, READINGS.format(stage="get-well"), files=files) == [
        ("!reading", "2026-03-05 00:00", "ines"),
        ("reading", "2026-03-11 14:30", "ines"),
    ]
    assert listed(tmp_path / "b", READINGS.format(stage="customer-review"), files=files) == []
    week = listed(tmp_path / "c", READINGS.format(stage="get-well"))
    assert week == [("!reading", "2026-03-09 00:00", "ines")]


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("2026-03-10", [("!get-well", "2026-03-10", "ines")]),
        ("2026-03-11", [("get-well", "2026-03-11", "ines")]),
        ("2026-03-13", [("get-well", "2026-03-13", "ines")]),
        ("2026-03-14", []),
    ],
)
def test_the_end_of_a_get_well_plan(tmp_path: Path, end: str, expected: list[tuple[str, str, str]]) -> None:
    plan = f"get_well: {{start: 2026-03-03, end: {end}}}\n"
    assert listed(tmp_path, f"stage: get-well\n{plan}") == expected
    assert listed(tmp_path / "b", f"stage: closed\nclosed: 2026-03-11\n{plan}") == []


@pytest.mark.parametrize(
    ("meeting", "more", "expected"),
    [
        ("kind: customer, at: 2026-03-12 14:30", "", [("meeting", "2026-03-12 14:30", "ines")]),
        ("kind: close-out, at: 2026-03-11 15:00", "", [("meeting", "2026-03-11 15:00", "ines")]),
        ("kind: customer, at: 2026-03-11", "", [("meeting", "2026-03-11", "ines")]),
        ("kind: customer, at: 2026-03-12 14:31", "", []),
        ("kind: customer, at: 2026-03-11 14:30", "", []),
        ("kind: fact-finding, at: 2026-03-11 15:00", "", []),
        ("kind: customer, held: yes, at: 2026-03-11 15:00", "", []),
        ("kind: customer, at: 2026-03-11 15:00", "rehearses: M1, held: yes", []),
        ("kind: customer, at: 2026-03-11 15:00", "rehearses: M1", [("meeting", "2026-03-11 15:00", "ines")]),
        (
            "kind: customer, at: 2026-03-11 15:00",
            "rehearses: M9, held: yes",
            [("meeting", "2026-03-11 15:00", "ines")],
        ),
    ],
)
def test_meetings_without_a_dry_run(
    tmp_path: Path, meeting: str, more: str, expected: list[tuple[str, str, str]]
) -> None:
    dry = f"  - {{id: M2, kind: dry-run, at: 2026-03-11 09:00, {more}}}\n" if more else ""
    assert listed(tmp_path, f"meetings:\n  - {{id: M1, {meeting}}}\n{dry}") == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [("2026-03-06 14:30", [("stage", "2026-03-11 14:30", "ines")]), ("2026-03-06 14:31", [])],
)
def test_stages_held_too_long(tmp_path: Path, since: str, expected: list[tuple[str, str, str]]) -> None:
    text = f"stage: planning\nstage_log: [{{to: planning, at: {since}}}]\n"
    assert listed(tmp_path, text, files={"casewright.yaml": SEGMENTS}) == expected
    assert listed(tmp_path / "b", text) == []


def test_absences_without_an_alternate_who_agreed(tmp_path: Path) -> None:
    contacts = """
people: {ines: {name: I}, priya: {name: P}, li: {name: L}}
absences:
  - {person: priya, from: 2026-03-12 09:00, to: 2026-03-16, alternate: li}
  - {person: li, from: 2026-03-10, to: 2026-03-11}
  - {person: ines, from: 2026-03-11, to: 2026-03-12, alternate: li, cleared: 2026-03-09}
  - {person: li, from: 2026-03-01, to: 2026-03-10}
  - {person: li, from: 2026-03-13, to: 2026-03-14}
"""
    assert listed(tmp_path, "", files={"contacts.yaml": contacts}) == [
        ("!absence", "2026-03-10", "li"),
        ("absence", "2026-03-12 09:00", "priya"),
    ]


def test_whoever_has_the_turn_answers(tmp_path: Path) -> None:
    contacts = """
people: {ines: {name: I}, priya: {name: P}}
rotations: {desk: {order: [ines, priya], start: 2026-03-02 09:00, every: 1 week, timezone: America/New_York}}
"""
    text = "advocate: desk\nnext_update: 2026-03-11 12:00\n"
    assert listed(tmp_path, text, files={"contacts.yaml": contacts}) == [
        ("!update", "2026-03-11 12:00", "priya")
    ]


def test_a_day_ends_where_the_case_is(tmp_path: Path) -> None:
    text = "timezone: Asia/Tokyo\nactions: [{what: x, due: 2026-03-12}, {what: y, due: 2026-03-11}]\n"
    assert listed(tmp_path, text) == [("!action", "2026-03-11", "ines"), ("action", "2026-03-12", "ines")]


def test_the_longest_late_comes_first_whoevers_it_is(tmp_path: Path) -> None:
    text = HEAD + "actions: [{what: x, due: 2026-03-10}]\nnext_update: 2026-03-09 10:00\n"
    files = {
        "cases/kestrel/cards.yaml": text,
        "cases/wren/customer.yaml": "name: Wren\ntimezone: Asia/Tokyo\n",
        "cases/wren/pages.yaml": text,
    }
    workspace = make_workspace(tmp_path, files)
    found = [(item.kind, item.case.key if item.case else "") for item in today(workspace, at(NOW))]
    assert found == [
        ("update", "wren/pages"),
        ("update", "kestrel/cards"),
        ("action", "wren/pages"),
        ("action", "kestrel/cards"),
    ]


def test_how_late_is_counted_as_time_goes_by(tmp_path: Path) -> None:
    _, workspace = make_case(tmp_path, "actions: [{what: x, due: 2026-03-07 12:00}]\n")
    now = at("2026-03-08 12:00")
    assert [item.late_by(now) for item in today(workspace, now)] == [timedelta(hours=23)]


def test_a_day_of_twenty_three_hours_ends_at_midnight() -> None:
    assert end_of_day(at("2026-03-08 01:00")).isoformat() == "2026-03-09T00:00:00-04:00"


def test_numbers_checked_twice_as_long_ago_as_agreed_stand_first(tmp_path: Path) -> None:
    contacts = """
        people:
          ines: {name: Ines, phone: 1, confirmed: {on: 2026-01-10, by: ines}}
          jonas: {name: Jonas, phone: 2, confirmed: {on: 2026-01-09, by: ines}}
          lena: {name: Lena, phone: 3}
        areas: {eng: {name: Engineering, primary: ines, backup: jonas, manager: lena, director: none, vp: none}}
    """
    text = "actions: [{what: x, due: 2026-01-05}]\n"
    _, workspace = make_case(tmp_path, text, {"contacts.yaml": contacts})
    # Sixty days: Jonas's check of 9 January was too old by 11 March, Ines's is on the 12th.
    for now, numbers in (("2026-03-10 23:59", []), ("2026-03-11 00:00", ["1"]), ("2026-03-12 00:00", ["2"])):
        found = today(workspace, at(now))
        assert [item.what for item in found if item.kind == "numbers"] == numbers
        assert found[0].comes_first == bool(numbers)
