"""A climb costs no time on rungs with nobody, and goes on behind whatever was tried."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from generator.derive.climb import climb, next_ring, open_escalation
from generator.model.calls import Attempt, Escalation
from generator.model.scalars.durations import Duration
from generator.model.scalars.moments import Moment
from generator.model.settings import Ladder
from tests.making import at, make_workspace

CONTACTS = """
people: {ada: {name: A}, ben: {name: B}, cem: {name: C}, dee: {name: D}}
areas:
  full: {name: Full, primary: ada, backup: ben, manager: none, director: cem, vp: dee}
  bare: {name: Bare}
  one: {name: One, director: ada}
absences: [{person: cem, from: 2026-03-03, to: 2026-03-04, alternate: ben, cleared: 2026-03-01}]
"""
NOW = at("2026-03-02 02:00")
Steps = list[tuple[str, str | None, int | None]]


def steps_of(root: Path, area: str, last: str | None = "dee", now: datetime = NOW) -> Any:
    contacts = make_workspace(root, {"contacts.yaml": CONTACTS}).contacts
    return climb(contacts, contacts.areas[area], Ladder(last_resort=last), now)


def rang(
    minute: int, outcome: str, person: str | None = None, rung: str | None = None, to: str | None = None
) -> Attempt:
    moment = at(f"2026-03-02 02:{minute:02}")
    typed = {
        "at": Moment(moment.isoformat(), moment),
        "person": person,
        "rung": rung,
        "outcome": outcome,
        "to": to,
    }
    return Attempt.model_validate(typed)


@pytest.mark.parametrize(
    ("area", "last", "expected"),
    [
        ("full", "dee", [("primary", "ada", 0), ("backup", "ben", 15), ("manager", None, None), ("director", "cem", 30),
                         ("vp", "dee", 45), ("last-resort", "dee", 60)]),
        ("one", None, [("primary", None, None), ("backup", None, None), ("manager", None, None),
                       ("director", "ada", 0), ("vp", None, None), ("again", "ada", 15)]),
        ("bare", None, [(rung, None, None) for rung in ("primary", "backup", "manager", "director", "vp")]),
        ("bare", "dee", [*((rung, None, None) for rung in ("primary", "backup", "manager", "director", "vp")),
                         ("last-resort", "dee", 0)]),
    ],
)  # fmt: skip
def test_rungs_with_nobody_cost_no_time(tmp_path: Path, area: str, last: str | None, expected: Steps) -> None:
    made = steps_of(tmp_path, area, last)
    assert [(step.rung, step.person, step.minute) for step in made] == expected
    assert all((step.at is None) == (step.person is None) for step in made)


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        ([], ("ada", "02:00", False, False)),
        ([rang(0, "no-answer", "ada", "primary")], ("ben", "02:15", True, False)),
        ([rang(0, "no-answer", "ada")], ("ben", "02:15", True, False)),
        ([rang(0, "cannot", "ada", "primary")], ("ben", "02:15", False, False)),
        ([rang(3, "voicemail", "zoe", "backup")], ("cem", "02:18", True, False)),
        ([rang(0, "no-answer", "zoe")], ("ada", "02:15", True, False)),
        ([rang(0, "no-answer", "cem", "director"), rang(9, "no-answer", "ada", "primary")], ("dee", "02:24", True, False)),
        ([rang(0, "voicemail", "dee", "vp")], ("dee", "02:15", True, False)),
        ([rang(0, "voicemail", "dee", "vp"), rang(20, "voicemail", "dee")], ("ada", "02:35", True, True)),
        ([rang(0, "voicemail", "dee", "vp"), rang(20, "voicemail", "dee"), rang(35, "voicemail", "ada", "primary")],
         ("ben", "02:50", True, False)),
    ],
)  # fmt: skip
def test_the_next_ring_is_a_step_after_the_last_on_the_rung_above_the_highest(
    tmp_path: Path, attempts: list[Attempt], expected: tuple[str, str, bool, bool]
) -> None:
    found = next_ring(steps_of(tmp_path, "full"), attempts, Duration(15, "minute"), NOW)
    assert found is not None and found.step is not None
    assert (found.step.person, f"{found.at:%H:%M}", found.waits, found.over) == expected


def test_who_took_it_on_is_the_end_and_whom_they_named_is_rung_at_once(tmp_path: Path) -> None:
    steps, step = steps_of(tmp_path, "full"), Duration(15, "minute")
    assert next_ring(steps, [rang(0, "engaged", "ada", "primary")], step, NOW) is None
    named = next_ring(steps, [rang(5, "delegated", "ben", "backup", "zoe")], step, NOW)
    assert named is not None and (named.delegate, f"{named.at:%H:%M}", named.step) == ("zoe", "02:05", None)
    passed = next_ring(steps, [rang(0, "no-answer", "ben", "backup")], step, NOW)
    assert passed is not None and [one.rung for one in passed.passed] == ["manager"]
    nobody = next_ring(steps_of(tmp_path, "bare", None), [], step, NOW)
    assert nobody is not None and nobody.step is None


def test_who_stands_in_is_rung_on_the_rung_of_whom_is_away(tmp_path: Path) -> None:
    made = steps_of(tmp_path, "full", now=at("2026-03-03 02:00"))
    assert [(step.rung, step.person) for step in made][3] == ("director", "ben")


def test_the_open_climb_is_the_last_that_nobody_took_on_and_one_for_help_before_others() -> None:
    def climbs(*kinds: str) -> list[Escalation]:
        said = [kind.split() for kind in kinds]
        return [
            Escalation.model_validate(
                {"area": area, "why": why, "attempts": [rang(0, outcome[0], "ada")] if outcome else []}
            )
            for area, why, *outcome in said
        ]

    made = climbs("x needed no-answer", "x needed", "x needed engaged", "x awareness", "y needed")
    found = open_escalation(made, "x")
    assert found is not None and found == (1, made[1])
    told = open_escalation(made, "x", "awareness")
    assert told is not None and told[0] == 3
    assert open_escalation(made, "z") is None
    assert open_escalation(climbs("x needed engaged"), "x") is None
