"""A promise passed once its last moment is over and nothing came of it; what has an outcome is no news."""

from datetime import timedelta
from pathlib import Path

import pytest

from generator.audience.project import project
from generator.derive.passed import passed
from tests.making import at, make_case

SETTINGS = {"casewright.yaml": "timezone: America/New_York\nproducts: {copy: {name: Read copy}}\n"}
SEES = "customer_sees: [events, actions, commitments, recommendations, get_well]\n"
PROMISES = {
    "update": (
        "events: [{at: 2026-03-02 09:00, contact: out, what: x, next_update: 2026-03-04 09:00}]",
        "2026-03-04 09:00",
    ),
    "action": ("actions: [{id: A1, what: Move, due: 2026-03-04}]", "2026-03-04 23:59:59"),
    "commitment": (
        "commitments: [{id: P1, what: A list, by: ines, due: 2026-03-04 12:00}]",
        "2026-03-04 12:00",
    ),
    "trial": (
        (
            "recommendations: [{what: Keep it, mitigation: {product: copy, audience: customer, "
            "trial: {start: 2026-02-02, switch_off: 2026-03-04}}}]"
        ),
        "2026-03-04 23:59:59",
    ),
    "milestone": (
        "get_well: {start: 2026-03-01, end: 2026-03-30, milestones: [{what: x, due: 2026-03-04}]}",
        "2026-03-04 23:59:59",
    ),
}
"""Each kind with how it is typed, and the last moment at which it can still be kept."""
KEPT = {
    "update": (
        "what: x, next_update: 2026-03-04 09:00}]",
        "what: x, next_update: 2026-03-04 09:00}, {at: 2026-03-04 08:00, contact: out, what: y}]",
    ),
    "action": ("due: 2026-03-04", "due: 2026-03-04, done: 2026-03-04"),
    "commitment": ("due: 2026-03-04 12:00", "due: 2026-03-04 12:00, kept: 2026-03-04"),
    "trial": ("audience: customer, ", "audience: customer, decision: {answer: taken, on: 2026-03-04}, "),
    "milestone": ("due: 2026-03-04", "due: 2026-03-04, met: 2026-03-04"),
}


def kinds(root: Path, text: str, moment: str, later: timedelta = timedelta()) -> list[str]:
    file, workspace = make_case(root, SEES + text + "\n", SETTINGS)
    as_of = at(moment) + later
    return [one.kind for one in passed(project(file, workspace, as_of), as_of)]


@pytest.mark.parametrize("kind", PROMISES)
def test_a_promise_passes_with_its_last_moment(kind: str, tmp_path: Path) -> None:
    text, last = PROMISES[kind]
    assert kinds(tmp_path / "before", text, last) == []
    assert kinds(tmp_path / "after", text, last, timedelta(minutes=1)) == [kind]


@pytest.mark.parametrize("kind", PROMISES)
def test_one_that_was_kept_never_passes(kind: str, tmp_path: Path) -> None:
    text, last = PROMISES[kind]
    before, after = KEPT[kind]
    assert text.count(before) == 1
    assert kinds(tmp_path, text.replace(before, after), last, timedelta(days=30)) == []


@pytest.mark.parametrize("kind", [kind for kind in PROMISES if kind not in ("update",)])
def test_what_the_customer_does_not_see_is_no_promise_to_them(kind: str, tmp_path: Path) -> None:
    text, last = PROMISES[kind]
    file, workspace = make_case(tmp_path, text + "\n", SETTINGS)
    as_of = at(last) + timedelta(days=30)
    assert passed(project(file, workspace, as_of), as_of) == ()
