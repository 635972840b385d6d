"""The close-out prints what was agreed and how it ended, and refuses a case that is not ready for it."""

from pathlib import Path

import pytest
from click.testing import Result

from generator.audience.project import project
from generator.derive.closing import Closing, closing
from generator.rules.stages.demands import before_close_out
from tests.making import at, make_case
from tests.reading import Read, pdf_pages, text_of
from tests.team import AS_OF, run

CUSTOMER = {
    "cases/kestrel/customer.yaml": """
        name: Kestrel Outfitters
        timezone: America/New_York
        people: {dana: {name: Dana Whitlock, phone: +1 603 555 0180, confirms_close_out: true}}
        """
}
CASE = """
severity: 3
stage: get-well
customer_sees: [summary, evidence, exit_criteria, lessons, silver_lining, related, close_out, actions]
summary: Cards were declined.
silver_lining: [Cash sales went on.]
lessons: [A certificate has two reminders.]
evidence: [{id: E1, kind: log, title: Terminals of 9 March}]
root_causes: [{id: C1, what: A certificate ran out., state: confirmed}]
actions: [{id: A1, what: Renew it, owner: ines, due: 2026-03-03, done: 2026-03-03}]
exit_criteria:
  - {id: X1, what: No card refused for a week, measure: Refused cards, target: at most 0, unit: cards,
    readings: [{at: 2026-03-10 08:00, value: 0}], agreed: {on: 2026-03-04, with: dana},
    met: {on: 2026-03-10, evidence: [E1]}}
  - {id: X2, what: A second gateway, agreed: {on: 2026-03-04, with: dana},
    dropped: {on: 2026-03-09, with: dana, why: It became a project.}}
close_out:
  proposed: {on: 2026-03-11, by: ines, to: dana}
  handed_back: {from: 2026-03-20, calls: Service desk}
"""


def made(root: Path, text: str) -> tuple[Closing, list[str]]:
    file, workspace = make_case(root, text, CUSTOMER)
    now = at("2026-03-11T14:30")
    lacks = [one.code for one in before_close_out(file, workspace, now)]
    return closing(project(file, workspace, now), now), lacks


def printed(root: Path, out: Path, text: str, *, pdf: bool = False, exit_code: int = 0) -> Result:
    make_case(root, text, CUSTOMER)
    quick = [] if pdf else ["--no-pdf"]
    done = run("paper", "close-out", "kestrel/cards", "-C", root, "--out", out, "--as-of", AS_OF, *quick)
    assert done.exit_code == exit_code, done.output
    return done


def words(out: Path) -> str:
    return text_of(Read(out / "kestrel-cards-close-out.customer.html").tree)


def test_a_case_whose_criteria_are_met_is_ready_before_anybody_accepted(tmp_path: Path) -> None:
    end, lacks = made(tmp_path, CASE)
    assert lacks == []
    assert [row.criterion.id for row in end.settled] == ["X1", "X2"]
    assert not end.is_disputed and not end.hands_back


def test_the_paper_says_what_was_agreed_and_whom_to_call_then(tmp_path: Path) -> None:
    printed(tmp_path / "team", tmp_path / "out", CASE, pdf=True)
    text = words(tmp_path / "out")
    for piece in (
        "No card refused for a week", "Met 10 March", "Evidence 1", "0 of at most 0 cards", "for you to accept",
        "dropped by agreement", "with Dana Whitlock", "It became a project.", "A certificate has two reminders.",
        "Cash sales went on.", "From Friday 20 March 2026 the standard procedures apply again.", "Service desk",
        "We proposed on Wednesday 11 March 2026 to close this case.", "Dana Whitlock, please say whether it is over",
    ):  # fmt: skip
        assert piece in text, piece
    assert "Where we stand" not in text
    assert pdf_pages(tmp_path / "out/kestrel-cards-close-out.customer.pdf")[0].startswith("CLOSE-OUT")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("    met: {on: 2026-03-10, evidence: [E1]}}", "    }", "criterion-open"),
        ("with: dana, why: It", "why: It", "criterion-open"),
        ("state: confirmed", "state: suspected", "cause-open"),
        ("root_causes: [{id: C1, what: A certificate ran out., state: confirmed}]\n", "", "cause-missing"),
        (", done: 2026-03-03}", "}", "action-open"),
        ("  handed_back: {from: 2026-03-20, calls: Service desk}\n", "", "hand-back-missing"),
    ],
)
def test_a_case_that_is_not_ready_is_refused_with_why(
    tmp_path: Path, before: str, after: str, code: str
) -> None:
    assert before in CASE
    text = CASE.replace(before, after)
    lacks = made(tmp_path / "one", text)[1] if code != "criterion-open" else [code]
    assert lacks == [code]
    done = printed(tmp_path / "two", tmp_path / "out", text, exit_code=1)
    assert f"error[{code}]" in done.stderr and not (tmp_path / "out").exists()


def test_an_open_action_that_the_customer_does_not_see_keeps_nothing_open(tmp_path: Path) -> None:
    text = CASE.replace(", done: 2026-03-03}", ", audience: internal}")
    assert made(tmp_path, text)[1] == []


def test_what_is_not_ready_is_left_out_of_a_build(tmp_path: Path) -> None:
    make_case(tmp_path, CASE.replace("state: confirmed", "state: suspected"), CUSTOMER)
    assert run("build", "-C", tmp_path, "--no-pdf", "--as-of", AS_OF).exit_code == 0
    assert not list((tmp_path / "site").rglob("*close-out*"))


DISPUTED = CASE.replace(
    "  handed_back",
    "  disputes: [{id: D1, criterion: X1, concern: Two terminals still refuse cards., by: dana, on: 2026-03-10,\n"
    "    ruling: related, why: Every terminal counts.}]\n  handed_back",
)


def test_a_disputed_criterion_makes_it_where_we_stand(tmp_path: Path) -> None:
    end, lacks = made(tmp_path / "one", DISPUTED)
    assert lacks == [] and end.is_disputed
    assert [(point.row.criterion.id, [one.id for one in point.concerns]) for point in end.open] == [
        ("X1", ["D1"])
    ]
    printed(tmp_path / "two", tmp_path / "out", DISPUTED)
    text = words(tmp_path / "out")
    assert "What is agreed" in text and "What is not agreed yet" in text and "Where we stand" in text
    assert "Two terminals still refuse cards." in text and "Every terminal counts." in text
    assert "The criteria stay as they were agreed." in text
    assert "the standard procedures apply again" not in text
    assert "We counted it as met on 10 March." in text, "the day that we named stands on it, disputed or not"


def test_what_was_typed_without_a_full_stop_gets_one(tmp_path: Path) -> None:
    text = DISPUTED.replace("still refuse cards.", "still refuse cards").replace(
        "terminal counts.", "terminal counts"
    )
    longer = "extended: [{from: 2026-03-20, to: 2026-03-27, why: The tills}]"
    moved = f"get_well: {{start: 2026-03-04, end: 2026-03-27, {longer}}}\n"
    text = text.replace("customer_sees: [", f"{moved}customer_sees: [get_well, ")
    printed(tmp_path / "team", tmp_path / "out", text)
    page = words(tmp_path / "out")
    assert "still refuse cards." in page and "Every terminal counts." in page
    assert "The end moved from 20 March to 27 March. Why: The tills." in page


def test_without_lessons_nothing_is_said_of_lessons(tmp_path: Path) -> None:
    text = CASE.replace("lessons: [A certificate has two reminders.]\n", "")
    printed(tmp_path / "team", tmp_path / "out", text)
    assert "learnt" not in words(tmp_path / "out") and "Cash sales went on." in words(tmp_path / "out")


def test_a_concern_ruled_separate_leaves_the_case_ready(tmp_path: Path) -> None:
    text = DISPUTED.replace("ruling: related", "ruling: separate")
    end, lacks = made(tmp_path / "one", text)
    assert lacks == [] and not end.is_disputed
    printed(tmp_path / "two", tmp_path / "out", text)
    assert "Left out here, and why" in words(tmp_path / "out")
    assert "Two terminals still refuse cards." in words(tmp_path / "out")


def test_a_confirmed_end_quotes_the_customer(tmp_path: Path) -> None:
    text = CASE.replace(
        "  handed_back", "  answer: confirmed\n  on: 2026-03-11\n  by: dana\n  said: It holds.\n  handed_back"
    )
    printed(tmp_path / "team", tmp_path / "out", text)
    assert "confirmed Dana Whitlock, Wednesday 11 March 2026" in " ".join(words(tmp_path / "out").split())
    assert "It holds." in words(tmp_path / "out")
