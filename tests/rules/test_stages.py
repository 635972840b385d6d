"""The stages' table: what each wants, when it is only a notice, and which ways lead where."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.finding import Finding, Severity
from generator.model.settings import Stage
from generator.rules.stages.demands import EXPECTED, MUST, demands
from tests.making import at, make_case

Found = Callable[..., list[Finding]]
Codes = Callable[..., set[str]]


def wanted(
    tmp_path: Path, stage: Stage, text: str = "", as_of: str = "2026-03-11T14:30"
) -> dict[str, Severity]:
    """What a case lacks for a stage, by code."""
    file, workspace = make_case(tmp_path, text)
    return {one.code: one.severity for one in demands(file, workspace, stage, at(as_of))}


def test_three_lines_are_enough_until_the_grace_has_passed(tmp_path: Path) -> None:
    young = wanted(tmp_path, "engaged", as_of="2026-03-03T07:59")
    assert young == dict.fromkeys(
        ("severity-missing", "engagement-missing", "next-update-missing", "event-missing"), Severity.NOTICE
    )
    old = wanted(tmp_path, "engaged", as_of="2026-03-03T08:00")
    assert set(old.values()) == {Severity.WARNING}
    assert old.keys() == young.keys()


def test_each_stage_wants_what_those_before_it_wanted(tmp_path: Path) -> None:
    errors: list[set[str]] = []
    for stage in ("engaged", "planning", "customer-review", "get-well"):
        found = wanted(tmp_path, stage)
        errors.append({code for code, severity in found.items() if severity is Severity.ERROR})
    assert errors[0] == set()
    assert errors[0] < errors[1] < errors[2] < errors[3]
    assert errors[1] == {"severity-missing", "engagement-missing", "event-missing", "next-update-missing"}


def test_as_if_closed_asks_what_resolved_wants(tmp_path: Path) -> None:
    text = "exit_criteria: [{what: No card is declined}]\nroot_causes: [A certificate]"
    found = wanted(tmp_path, "closed", text)
    assert {"closed-missing", "outcome-missing", "criterion-open", "cause-open"} <= found.keys()
    assert {"close-out-unconfirmed", "hand-back-missing"} <= found.keys()


@pytest.mark.parametrize("outcome", ["withdrawn", "customer-left"])
def test_other_outcomes_want_no_criteria(codes: Codes, outcome: str) -> None:
    text = f"stage: closed\noutcome: {outcome}\nclosed: 2026-03-10\nexit_criteria: [No card is declined]"
    assert codes(text) <= {"lesson-missing", "contact-number-missing"}


def test_a_separate_dispute_does_not_keep_a_criterion_open(codes: Codes) -> None:
    text = """
        stage: closed
        outcome: resolved
        closed: 2026-03-10
        cause_unknown: Nobody saw it
        exit_criteria: [{id: X1, what: No card is declined, accepted: 2026-03-09}]
        close_out:
          answer: confirmed
          handed_back: {calls: the service desk}
          disputes: [{criterion: X1, concern: Refunds are slow, ruling: %s}]
    """
    assert "criterion-open" not in codes(text % "separate")
    assert "criterion-open" in codes(text % "related")


def test_a_next_update_of_a_contact_will_do(codes: Codes) -> None:
    contact = "events: [{at: 2026-03-11 09:00, contact: %s, what: Rang, next_update: 2026-03-12 09:00}]"
    assert "next-update-missing" not in codes(contact % "out")
    assert "next-update-missing" in codes(contact % "in")


def test_every_demand_says_what_to_do(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, "")
    for stage in MUST:
        for one in demands(file, workspace, stage, at("2026-03-11T14:30")):
            assert one.message.endswith(".")
            assert one.remedy.endswith(".")
    assert MUST.keys() == EXPECTED.keys()


@pytest.mark.parametrize(
    ("log", "stage", "told"),
    [
        ("[]", "get-well", set()),
        ("[{to: planning, at: 2026-03-03}, {to: closed, at: 2026-03-04}]", "closed", set()),
        ("[{to: get-well, at: 2026-03-03}]", "get-well", set()),
        ("[{to: get-well, at: 2026-03-03}, {to: planning, at: 2026-03-04, why: x}]", "planning", set()),
        (
            "[{to: get-well, at: 2026-03-03}, {to: planning, at: 2026-03-04}]",
            "planning",
            {"stage-back-unexplained"},
        ),
        (
            "[{to: planning, at: 2026-03-03}, {to: engaged, at: 2026-03-04, why: x}]",
            "engaged",
            {"stage-step-wrong"},
        ),
        (
            "[{to: closed, at: 2026-03-03}, {to: customer-review, at: 2026-03-04, why: x}]",
            "customer-review",
            {"stage-step-wrong"},
        ),
        ("[{to: get-well, at: 2026-03-03}]", "planning", {"stage-log-behind"}),
        ("[{to: planning, at: 2026-03-03}]", "get-well", {"stage-log-behind"}),
    ],
)
def test_the_way_from_stage_to_stage(codes: Codes, log: str, stage: str, told: set[str]) -> None:
    about = {
        "stage-back-unexplained",
        "stage-step-wrong",
        "stage-log-behind",
        "reopened-twice",
        "reopened-late",
    }
    assert codes(f"stage: {stage}\nstage_log: {log}") & about == told
