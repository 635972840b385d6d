"""What waits for a decision of management, and what is at stake."""

from pathlib import Path

from generator.derive.review import at_stake, decisions_wanted
from tests.making import at, make_case

NOW = at("2026-03-11 14:30")
CASE = """
engagement: {asks: [{what: A letter}, {what: The invoice waived, answer: declined}]}
recommendations: [{what: Read twice}, {what: Owned, owner: ines}, {what: Done, decision: Yes}]
review:
  exposure: [{what: A renewal, amount: 96000 USD}, {what: More, amount: 4000.50 USD}, {what: Abroad, amount: 9 EUR}, Fame]
  decisions:
    - {ask: Later, by_when: 2026-03-20}
    - {ask: Passed, by_when: 2026-03-10, options: [a, b], recommended: a}
    - {ask: Decided, decided: b}
"""


def test_what_is_wanted_first_stands_first_and_what_is_decided_not_at_all(tmp_path: Path) -> None:
    file, _ = make_case(tmp_path, CASE)
    found = decisions_wanted(file.case, NOW)
    assert [(one.ask, one.kind, one.is_late) for one in found] == [
        ("Passed", "review", True),
        ("Later", "review", False),
        ("A letter", "ask", False),
        ("Read twice", "recommendation", False),
    ]
    assert (found[0].options, found[0].recommended) == (("a", "b"), "a")


def test_a_closed_case_is_asked_nothing_by_its_customer_any_more(tmp_path: Path) -> None:
    file, _ = make_case(tmp_path, "stage: closed\nengagement: {asks: [A letter]}\n")
    assert decisions_wanted(file.case, NOW) == ()


def test_what_is_at_stake_is_summed_up_by_currency(tmp_path: Path) -> None:
    file, _ = make_case(tmp_path, CASE)
    assert file.case.review is not None
    assert [str(one) for one in at_stake(file.case.review.exposure)] == ["9 EUR", "100000.50 USD"]
