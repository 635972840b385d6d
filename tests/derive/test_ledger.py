"""The ledger: what was promised to whom, by when, and what came of it."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.derive.ledger import Promise, ledger, promises_of
from tests.making import at, make_case

NOW = at("2026-03-11 14:30")


def promises(root: Path, text: str) -> list[Promise]:
    """The promises of a case, by when they were due."""
    file, workspace = make_case(root, text)
    return list(promises_of(file, workspace, NOW))


@pytest.mark.parametrize(
    ("fields", "state", "late"),
    [
        ("due: 2026-03-10", "late", timedelta(hours=14, minutes=30)),
        ("due: 2026-03-11", "open", None),
        ("due: 2026-03-11 14:29", "late", timedelta(minutes=1)),
        ("due: 2026-03-10, kept: 2026-03-10", "kept", None),
        ("due: 2026-03-10, kept: 2026-03-12", "kept-late", timedelta(days=2)),
        ("kept: 2026-03-10", "kept", None),
        ("made: 2026-03-01", "open", None),
    ],
)
def test_what_came_of_a_commitment(tmp_path: Path, fields: str, state: str, late: timedelta | None) -> None:
    text = f"commitments: [{{id: P1, what: A drill, by: ines, in: m1, {fields}}}]\n"
    (promise,) = promises(tmp_path, text)
    assert (promise.kind, promise.what, promise.by, promise.where) == ("commitment", "A drill", "ines", "m1")
    assert (promise.state, promise.outcome.late) == (state, late)


def test_each_next_update_is_a_promise_of_the_advocate_unless_one_of_ours_gave_it(tmp_path: Path) -> None:
    text = """
    events:
      - {at: 2026-03-10 09:00, by: customer, contact: both, next_update: 2026-03-10 12:00, what: They call.}
      - {at: 2026-03-10 13:00, by: us, person: ines, contact: out, next_update: 2026-03-11 14:00, what: We call.}
    """
    first, second = promises(tmp_path, text)
    assert (first.state, first.outcome.late, first.outcome.kept) == (
        "kept-late",
        timedelta(hours=1),
        date(2026, 3, 10),
    )
    assert (second.state, second.outcome.late, second.made) == (
        "late",
        timedelta(minutes=30),
        date(2026, 3, 10),
    )
    assert {first.by, second.by} == {"ines"}


def test_an_update_that_a_closed_case_left_open_is_given_up_with_it(tmp_path: Path) -> None:
    text = """
    stage: closed
    closed: 2026-03-10 15:00
    events: [{at: 2026-03-10 13:00, contact: out, next_update: 2026-03-11 14:00, what: We call.}]
    """
    (promise,) = promises(tmp_path, text)
    assert promise.state == "dropped"


WORK = """
customer_sees: [{sees}]
actions:
  - {{id: A1, what: Ours alone, say: For them, owner: ines, due: 2026-03-10}}
  - {{id: A2, what: Undated}}
  - {{id: A3, what: Given up, due: 2026-03-10, dropped: {{why: not needed}}}}
  - {{id: A4, what: Late and done, due: 2026-03-09 10:00, done: 2026-03-09 11:30}}
get_well: {{milestones: [{{what: A drill, due: 2026-03-12}}]}}
recommendations:
  - {{what: Keep it, mitigation: {{audience: customer, product: check, trial: {{start: 2026-01-01, days: 60}}}}}}
"""


def test_actions_milestones_and_trials_are_promises_where_the_customer_sees_them(tmp_path: Path) -> None:
    found = promises(tmp_path, WORK.format(sees="actions, get_well, recommendations"))
    assert [(one.kind, one.what, one.state) for one in found] == [
        ("trial", "check", "late"),
        ("action", "Late and done", "kept-late"),
        ("action", "For them", "late"),
        ("action", "Given up", "dropped"),
        ("milestone", "A drill", "open"),
    ]
    assert found[1].outcome.late == timedelta(hours=1, minutes=30)
    assert promises(tmp_path / "none", WORK.format(sees="summary")) == []


def test_the_ledger_holds_the_customers_own_promises_once(tmp_path: Path) -> None:
    customer = "name: Kestrel\ncommitments: [{what: A drill, due: 2026-03-01, audience: internal}]\n"
    _, workspace = make_case(tmp_path, "severity: 3\n", {"cases/kestrel/customer.yaml": customer})
    (promise,) = ledger(workspace, NOW)
    assert (promise.case, promise.owner.key, promise.hidden, promise.state) == (None, "kestrel", True, "late")
