"""Rules of the clock: the minute from which each finding is there, and that it is marked as the clock's."""

from collections.abc import Callable

import pytest

from generator.codes import CODES
from generator.finding import Finding, Severity

Codes = Callable[..., set[str]]
Found = Callable[..., list[Finding]]

CONTACT = """
events:
  - {at: 2026-03-11 09:00, contact: out, what: We rang, next_update: %s}
"""
SEGMENT = {
    "casewright.yaml": """
        segments:
          gold: {name: Gold, update_every: {2: 4 hours, 3: 1 day}, hours: Mon-Fri 08:00-18:00, default: true}
    """
}
ACTION = "actions: [{id: A1, what: Renew it, owner: ines, due: %s}]"
TRIAL = """
    recommendations:
      - {what: A second gateway, mitigation: {product: standby, trial: {start: 2026-03-01, days: %s}}}
"""
STANDBY = {"casewright.yaml": "products: {standby: Standby gateway}"}
GET_WELL = """
    exit_criteria: [{id: X1, what: No card is declined%s}]
    get_well: {start: 2026-03-01, end: %s}
"""


@pytest.mark.parametrize(
    ("code", "text", "files", "quiet", "told"),
    [
        ("promise-passed", CONTACT % "2026-03-11 12:30", {}, "2026-03-11T12:30", "2026-03-11T12:31"),
        ("promise-passed", CONTACT % "2026-03-11", {}, "2026-03-12T00:00", "2026-03-12T00:01"),
        ("promise-passed", "next_update: 2026-03-11 12:30", {}, "2026-03-11T12:30", "2026-03-11T12:31"),
        ("action-late", ACTION % "2026-03-10", {}, "2026-03-10T23:59", "2026-03-11T00:00"),
        ("action-late", ACTION % "2026-03-11 12:00", {}, "2026-03-11T12:00", "2026-03-11T12:01"),
        ("trial-undecided", TRIAL % "10", STANDBY, "2026-03-11T23:59", "2026-03-12T00:00"),
        ("get-well-ended", GET_WELL % ("", "2026-03-10"), {}, "2026-03-10T23:59", "2026-03-11T00:00"),
        (
            "contact-overdue",
            "severity: 2\n" + CONTACT % "2026-03-20 09:00",
            SEGMENT,
            "2026-03-11T13:00",
            "2026-03-11T13:01",
        ),
        (
            "dry-run-missing",
            "meetings: [{id: m1, kind: customer, at: 2026-03-12 10:00}]",
            {},
            "2026-03-11T09:59",
            "2026-03-11T10:00",
        ),
        ("case-quiet", "", {}, "2026-03-09T08:00", "2026-03-09T08:01"),
    ],
)
def test_a_finding_of_the_clock_comes_at_its_minute(
    found: Found, code: str, text: str, files: dict[str, str], quiet: str, told: str
) -> None:
    assert CODES[code].clock
    assert CODES[code].severity is not Severity.ERROR
    before = {finding.code for finding in found(text, files, quiet)}
    after = [finding for finding in found(text, files, told) if finding.code == code]
    assert code not in before
    assert len(after) == 1
    assert after[0].clock


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "promise-passed",
            CONTACT % "2026-03-11 12:30" + "  - {at: 2026-03-11 13:00, contact: out, what: Rang}",
        ),
        (
            "promise-passed",
            "stage: closed\noutcome: withdrawn\nclosed: 2026-03-11\nnext_update: 2026-03-10 09:00",
        ),
        ("action-late", "actions: [{what: Renew it, owner: ines, due: 2026-03-10, done: 2026-03-11}]"),
        ("action-late", "actions: [{what: Renew it, owner: ines, due: 2026-03-10, dropped: Not needed}]"),
        ("trial-undecided", (TRIAL % "5").replace("}}}", "}, decision: taken}}")),
        ("get-well-ended", GET_WELL % (", accepted: 2026-03-09", "2026-03-09")),
    ],
)
def test_what_was_seen_to_is_not_late(codes: Codes, code: str, text: str) -> None:
    assert code not in codes(text, STANDBY)


def test_only_the_hours_of_the_segment_count(codes: Codes) -> None:
    friday = """
        severity: 2
        events: [{at: 2026-03-06 17:00, contact: out, what: We rang, next_update: 2026-03-20 09:00}]
    """
    assert "contact-overdue" not in codes(friday, SEGMENT, "2026-03-09T11:00")
    assert "contact-overdue" in codes(friday, SEGMENT, "2026-03-09T11:01")


def test_every_finding_of_the_clock_is_at_most_a_warning() -> None:
    assert {name for name, code in CODES.items() if code.clock and code.severity is Severity.ERROR} == set()
