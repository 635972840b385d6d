"""Meetings: who rehearsed, who attends, and what is carried over."""

from collections.abc import Callable

import pytest

from tests.making import CONTACTS

Codes = Callable[..., set[str]]
SEGMENT = "segments: {gold: {name: Gold, attends: [%s], default: true}}\n"
MATRIX = f"""{CONTACTS}
  grace: {{name: Grace Achieng}}
  lena: {{name: Lena Horváth}}
  hugo: {{name: Hugo Berg}}
areas:
  engineering: {{name: Engineering, primary: ines, manager: lena, director: none, vp: grace}}
"""
RUN = "{id: d1, kind: dry-run, at: %s, rehearses: m1, held: %s}"


@pytest.mark.parametrize(
    ("run", "told"),
    [
        (RUN % ("2026-03-11 10:00", "yes"), False),
        (RUN % ("2026-03-11 10:00", "no"), True),
        (RUN.replace("m1", "m2") % ("2026-03-11 10:00", "yes"), True),
    ],
)
def test_a_dry_run_counts_once_it_was_held_for_that_meeting(codes: Codes, run: str, told: bool) -> None:
    meetings = "{id: m1, kind: close-out, at: 2026-03-12 10:00}, {id: m2, kind: customer, at: 2026-03-20}"
    text = f"meetings: [{meetings}, {run}]"
    assert ("dry-run-missing" in codes(text)) is told


@pytest.mark.parametrize(
    ("wanted", "attends", "told"),
    [
        ("director", "grace", False),
        ("manager", "lena", False),
        ("director", "lena", True),
        ("vp", "hugo", True),
        ("advocate", "ines", False),
        ("advocate", "lena", True),
        ("sponsor", "hugo", False),
        ("account_manager", "hugo", True),
    ],
)
def test_a_rung_may_be_stood_for_by_one_above_it(codes: Codes, wanted: str, attends: str, told: bool) -> None:
    files = {"contacts.yaml": MATRIX, "casewright.yaml": SEGMENT % wanted}
    text = f"sponsor: hugo\nmeetings: [{{id: m1, kind: customer, at: 2026-03-20, attendees: [{attends}]}}]"
    if wanted == "vp":
        text = text.replace("sponsor: hugo\n", "")
    assert ("senior-missing" in codes(text, files)) is told


def test_an_item_may_be_carried_once(codes: Codes) -> None:
    text = """
        meetings:
          - {id: m1, kind: fact-finding, at: 2026-03-12, agenda: [{topic: Who  pays, carry: m2}]}
          - {id: m2, kind: fact-finding, at: 2026-03-13, agenda: [{topic: who pays, %s}]}
          - {id: m3, kind: customer, at: 2026-03-20}
    """
    assert not {"carried-twice", "carried-back"} & codes(text % "outcome: They do")
    assert "carried-twice" in codes(text % "carry: m3")
    assert "carried-back" in codes(text % "carry: m1")
