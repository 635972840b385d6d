"""Calls for help against the ladder: what is passed over rightly, what is late by a minute, whom to ring next."""

from collections.abc import Callable
from textwrap import dedent

import pytest

from generator.finding import Finding, Severity

Codes = Callable[..., set[str]]
Found = Callable[..., list[Finding]]
OURS = {
    "ladder-out-of-order",
    "rung-skipped",
    "next-call-late",
    "next-call-missing",
    "standing-request-unmet",
}
CONTACTS = """
people:
  ines: {name: Ines Okafor, phone: 1, customer_phone: +1 603 555 0100, shown_as: contact}
  priya: {name: Priya}
  jonas: {name: Jonas}
  lena: {name: Lena}
  grace: {name: Grace}
areas:
  eng: {name: Engineering, primary: priya, backup: jonas, manager: none, director: lena, vp: grace}
"""
AWAY = "absences: [{person: jonas, from: 2026-03-10, to: 2026-03-12}]\n"
COVERED = (
    "absences: [{person: jonas, from: 2026-03-10, to: 2026-03-12, alternate: priya, cleared: 2026-03-01}]\n"
)
TAKEN = "engaged: {person: grace}"


def log(*rings: str, **more: str) -> str:
    """A case with one call for help: rings as `02:15 priya primary no-answer`, and further keys of the climb."""
    lines = [dict(zip(("time", "person", "rung", "outcome"), ring.split(), strict=True)) for ring in rings]
    attempts = [
        "{{at: 2026-03-11 {time}, person: {person}, rung: {rung}, outcome: {outcome}}}".format(**line)
        for line in lines
    ]
    return "escalations:\n  - area: eng\n" + "".join(
        f"    {line}\n" for line in [*more.values(), f"attempts: [{', '.join(attempts)}]"]
    )


def told(codes: Codes, text: str, contacts: str = "", as_of: str = "2026-03-11T02:35") -> set[str]:
    return codes(text, {"contacts.yaml": CONTACTS + contacts}, as_of) & OURS


FIRST, SECOND = "02:00 priya primary no-answer", "02:15 jonas backup no-answer"
DIRECTOR, VP = "02:30 lena director no-answer", "02:30 grace vp engaged"


@pytest.mark.parametrize(
    ("rings", "contacts", "expected"),
    [
        ([FIRST, SECOND, DIRECTOR], "", set()),  # there is no manager
        ([FIRST, SECOND, VP], "", {"rung-skipped"}),
        ([SECOND, DIRECTOR], "", {"rung-skipped"}),
        (["02:15 lena director no-answer", VP], AWAY, {"rung-skipped"}),  # the primary is there
        ([FIRST, "02:15 lena director no-answer", VP], AWAY, set()),
        ([FIRST, "02:15 lena director no-answer", VP], COVERED, set()),  # who stands in was rung as primary
        ([FIRST, "02:10 lena director no-answer", SECOND], "", {"ladder-out-of-order"}),
        ([FIRST, SECOND, "02:30 priya primary no-answer"], "", set()),  # once more is no step back
    ],
)
def test_rungs_in_their_order(codes: Codes, rings: list[str], contacts: str, expected: set[str]) -> None:
    assert told(codes, log(*rings), contacts) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (log(FIRST, "02:20 jonas backup no-answer"), set()),
        (log(FIRST, "02:21 jonas backup no-answer"), {"next-call-late"}),
        (log(FIRST, asked="asked: 2026-03-11 01:39", taken=TAKEN), {"next-call-late"}),
        (log("02:00 priya primary called-back", "02:34 jonas backup no-answer"), set()),
        (log(FIRST, "02:34 grace vp engaged", taken="engaged: {person: priya, at: 2026-03-11 02:10}"),
         {"rung-skipped"}),
        (log(FIRST), {"next-call-missing"}),
        (log(FIRST, taken=TAKEN), set()),
        (log("02:14 priya primary voicemail"), {"next-call-missing"}),
        (log("02:15 priya primary voicemail"), set()),
        (log(asked="asked: 2026-03-11 02:00"), {"next-call-missing"}),
        (log(FIRST, wait="answer_by: 2026-03-12"), set()),
        (log(FIRST, wait="answer_by: 2026-03-12", really="real_time: yes"), {"next-call-missing"}),
        (log(FIRST, why="why: awareness"), set()),
        ("stage: closed\nclosed: 2026-03-11\noutcome: withdrawn\n" + log(FIRST), set()),
    ],
)  # fmt: skip
def test_the_next_call_has_a_step_and_its_tolerance(codes: Codes, text: str, expected: set[str]) -> None:
    assert told(codes, text) == expected


@pytest.mark.parametrize(
    ("rings", "remedy"),
    [
        ([], "Ring Priya, primary, and add the attempt."),
        ([FIRST], "Ring Jonas, backup, and add the attempt."),
        ([FIRST, "02:05 jonas backup cannot"], "Ring Lena, director, and add the attempt."),
        (
            [FIRST, "02:05 jonas backup cannot", "02:06 grace vp no-answer"],
            "Ring Priya, primary, and add the attempt.",
        ),
    ],
)
def test_it_says_whom_to_ring_next(found: Found, rings: list[str], remedy: str) -> None:
    text = log(*rings, asked="asked: 2026-03-11 02:00")
    (missing,) = (
        one
        for one in found(text, {"contacts.yaml": CONTACTS}, "2026-03-11T02:35")
        if one.code == "next-call-missing"
    )
    assert missing.remedy == remedy
    assert missing.clock


REQUESTS = """
standing_requests:
  - {%s, area: eng, up_to: manager, within: 30 minutes, asked_by: grace}
"""
HELP = "opened: 2026-03-11 02:00\nseverity: 2\nproduct: gate\n"
PRODUCTS = {"casewright.yaml": "timezone: America/New_York\nproducts: {gate: Gateway, other: Other}\n"}
MET = "escalations: [{area: eng, why: awareness, attempts: [{at: 2026-03-11 %s, person: jonas, outcome: voicemail}]}]\n"


@pytest.mark.parametrize(
    ("request_of", "log_of", "as_of", "expected"),
    [
        ("severity: 2", "", "02:31", [Severity.WARNING]),
        ("severity: 2", "", "02:30", []),
        ("severity: 1", "", "04:00", []),
        ("severity: 3", "", "04:00", [Severity.WARNING]),
        ("customer: kestrel, product: gate", "", "04:00", [Severity.WARNING]),
        ("product: other", "", "04:00", []),
        ("severity: 2, until: 2026-03-10", "", "04:00", []),
        ("severity: 2", MET % "02:30", "04:00", []),  # the backup, because there is no manager
        ("severity: 2", MET % "02:31", "04:00", [Severity.NOTICE]),
        ("severity: 2", (MET % "02:20").replace("voicemail", "bad-number"), "04:00", [Severity.WARNING]),
    ],
)
def test_a_standing_request_wants_a_call_in_time(
    found: Found, request_of: str, log_of: str, as_of: str, expected: list[Severity]
) -> None:
    files = {"contacts.yaml": CONTACTS + REQUESTS % request_of, **PRODUCTS}
    made = found(dedent(HELP) + log_of, files, f"2026-03-11T{as_of}")
    assert [one.severity for one in made if one.code == "standing-request-unmet"] == expected


@pytest.mark.parametrize(("confirmed", "kept"), [("2026-03-10", True), ("2026-03-11", False), (None, True)])
def test_a_wrong_number_is_told_until_it_was_checked(found: Found, confirmed: str | None, kept: bool) -> None:
    check = f", confirmed: {{on: {confirmed}, by: ines}}" if confirmed else ""
    contacts = CONTACTS.replace("{name: Priya}", f"{{name: Priya, phone: +1 603 555 0142{check}}}")
    made = found(log("02:00 priya primary bad-number", taken=TAKEN), {"contacts.yaml": contacts})
    assert [one.place.path for one in made if one.code == "bad-number-kept"] == ["contacts.yaml"] * kept
