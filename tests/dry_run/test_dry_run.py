"""The dry-run script draws hard questions from the record, each with its line, and a weak spot becomes an action."""

from pathlib import Path

import pytest

from generator.derive.hard_questions import Question, expected, unmatched
from generator.derive.questions_drawn import drawn
from tests.making import at, make_case
from tests.reading import Read, pdf_pages, text_of
from tests.team import AS_OF, run

CONTACTS = """
people:
  ines: {name: Ines Okafor, title: Customer Advocate, phone: +1 603 555 0150,
    customer_phone: +1 603 555 0100, shown_as: contact}
  marc: {name: Marc Dubois, title: Head of engineering, phone: +1 603 555 0146}
parties:
  coppermint: {name: Coppermint Payments, people: {records: {name: Zoltan Szabo, phone: +1 603 555 0175}}}
"""
FILES = {
    "contacts.yaml": CONTACTS,
    "cases/kestrel/customer.yaml": """
        name: Kestrel Outfitters
        timezone: America/New_York
        people: {dana: {name: Dana Whitlock, phone: +1 603 555 0180}}
        commitments: [{id: P9, what: A drill, made: 2026-02-01, due: 2026-03-01}]
        """,
}
QUIET = """
events:
  - {at: 2026-03-11 09:00, contact: out, what: We rang Dana., next_update: 2026-03-12 09:00}
opened: 2026-03-11 08:00
"""
CASE = """
severity: 2
opened: 2026-03-02 08:00
customer_sees: [summary, actions, get_well, commitments]
summary: It is just a minor glitch.
root_causes: [{id: C1, what: A cable, state: suspected}]
actions:
  - {id: A1, what: Replace the cable, owner: marc, due: 2026-03-09, blocked: The part is on its way.}
commitments: [{id: P1, what: A list, due: 2026-03-10, by: marc, kept: 2026-03-11}]
events:
  - {at: 2026-03-02 09:00, contact: out, what: We rang Dana., next_update: 2026-03-03 09:00}
  - {at: 2026-03-05 10:00, by: customer, contact: in, what: Dana rang.}
  - {at: 2026-03-09 10:00, by: us, person: marc, contact: both, what: We met., next_update: 2026-03-12 09:00,
    disputed: {by: dana, says: Nobody came.}}
meetings:
  - {id: d1, kind: dry-run, at: 2026-03-12 13:00, rehearses: m1, attendees: [ines, marc]}
  - {id: m1, kind: customer, at: 2026-03-12 16:00, minutes: 30, attendees: [dana, ines, marc, records],
    agenda: [{topic: The cable, minutes: 10, presenter: marc}]}
dry_run:
  - {meeting: d1, person: marc, part: the cable, wording: [{from: it just broke, to: it broke on 2 March}],
    findings: [{id: W1, what: Nobody knows how old it was}, {id: W2, what: The map is old, settled: There is a new one.}],
    questions: [{ask: "What if it breaks again?", answer: Then a second one takes over.},
    {ask: When will you know?, about: C1, by: marc, answer: On Thursday.}]}
"""


def questions(root: Path, text: str = CASE) -> list[Question]:
    file, workspace = make_case(root, text, FILES)
    return list(drawn(file, workspace, at("2026-03-11T14:30")))


def line(root: Path, question: Question) -> str:
    return (root / question.place.path).read_text(encoding="utf-8").splitlines()[question.place.line - 1]


def test_each_question_comes_from_its_line(tmp_path: Path) -> None:
    found = questions(tmp_path)
    at_lines = {(one.reason, one.id): line(tmp_path, one) for one in found}
    pieces = {
        ("cause", "C1"): "A cable",
        ("action", "A1"): "due: 2026-03-09",
        ("commitment", "P1"): "A list",
        ("commitment", "P9"): "A drill",
        ("update", None): "next_update: 2026-03-03 09:00",
        ("gap", None): "We rang Dana.",
        ("account", None): "Nobody came.",
    }
    assert at_lines.keys() == pieces.keys()
    for key, piece in pieces.items():
        assert piece in at_lines[key], key


def test_who_answers_and_what_was_agreed(tmp_path: Path) -> None:
    found = {one.reason: one for one in questions(tmp_path) if one.id != "P9"}
    assert (found["cause"].who, found["cause"].answer) == ("marc", "On Thursday.")
    assert (found["action"].who, found["action"].answer) == ("marc", None)
    assert found["action"].record == "The part is on its way."
    assert (found["commitment"].who, found["account"].who, found["gap"].who) == ("marc", "marc", "ines")
    assert found["gap"].says == "1"  # Dana rang once in between.


def test_a_question_that_is_written_about_a_drawn_one_stands_once(tmp_path: Path) -> None:
    file, _ = make_case(tmp_path, CASE, FILES)
    record = tuple(questions(tmp_path))
    assert [one.what for one in unmatched(expected(file, "m1"), record)] == ["What if it breaks again?"]


def test_a_quiet_record_raises_none(tmp_path: Path) -> None:
    files = FILES | {"cases/kestrel/customer.yaml": "name: Kestrel Outfitters\ntimezone: America/New_York\n"}
    file, workspace = make_case(tmp_path, QUIET, files)
    assert drawn(file, workspace, at("2026-03-11T14:30")) == ()


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("exit_criteria: [{what: No loss, target: at most 0, readings: [{at: 2026-03-11, value: 3}], met: 2026-03-11}]",
         "reading"),
        ("root_causes: [{what: A cable, state: confirmed}]\ncause_unknown: Nobody knows.", "cause-both"),
        ("get_well: {start: 2026-03-11, end: 2026-04-11, extended: [{from: 2026-04-01, to: 2026-04-11}]}", "end-moved"),
        ("actions: [{id: A1, what: Dig}, {id: A2, what: Fill, done: 2026-03-11 09:00, depends_on: [A1]}]", "out-of-turn"),
        ("close_out: {disputes: [{concern: Two are missing., by: dana}]}", "concern"),
    ],
)  # fmt: skip
def test_contradictions_raise_a_question(tmp_path: Path, extra: str, reason: str) -> None:
    files = FILES | {
        "cases/kestrel/customer.yaml": FILES["cases/kestrel/customer.yaml"].partition("commitments")[0]
    }
    file, workspace = make_case(tmp_path, f"{QUIET}{extra}\n", files)
    assert [one.reason for one in drawn(file, workspace, at("2026-03-11T14:30"))] == [reason]


def script(root: Path, out: Path, text: str = CASE, *, pdf: bool = False) -> str:
    make_case(root, text, FILES)
    quick = [] if pdf else ["--no-pdf"]
    done = run("paper", "dry-run", "kestrel/cards", "-C", root, "--out", out, "--as-of", AS_OF, *quick)
    assert done.exit_code == 0, done.output
    return " ".join(text_of(Read(out / "kestrel-cards-dry-run.internal.html").tree).split())


def test_the_script_has_a_part_for_everybody_third_parties_included(tmp_path: Path) -> None:
    words = script(tmp_path / "team", tmp_path / "out", pdf=True)
    for piece in (
        "Ines Okafor", "Marc Dubois", "Zoltan Szabo", "Coppermint Payments", "At the table for Kestrel Outfitters: Dana",
        "No part is written down yet.", 'Instead of "it just broke" say "it broke on 2 March".', "The cable, 10 minutes.",
        "Why did we hear nothing for", "Then a second one takes over.", "On Thursday.", "No answer is agreed yet.",
        "The record says: The part is on its way.", "cases/kestrel/cards.yaml:", "cases/kestrel/customer.yaml:",
        "casewright new action kestrel/cards --from-finding W1", "There is a new one.", '"just"', '"glitch"',
    ):  # fmt: skip
        assert piece in words, piece
    assert "Nobody knows how old it was" in " ".join(
        pdf_pages(tmp_path / "out/kestrel-cards-dry-run.internal.pdf")
    )


def test_a_record_that_raises_nothing_says_so(tmp_path: Path) -> None:
    team = tmp_path / "team"
    make_case(team, QUIET, FILES | {"cases/kestrel/customer.yaml": "name: Kestrel Outfitters\n"})
    done = run(
        "paper", "dry-run", "kestrel/cards", "-C", team, "--out", tmp_path, "--no-pdf", "--as-of", AS_OF
    )
    assert done.exit_code == 0, done.output
    words = text_of(Read(tmp_path / "kestrel-cards-dry-run.internal.html").tree)
    assert "No hard question could be drawn from the record" in " ".join(words.split())


def test_no_customer_gets_the_script(tmp_path: Path) -> None:
    make_case(tmp_path, CASE, FILES)
    done = run("paper", "dry-run", "kestrel/cards", "--audience", "customer", "-C", tmp_path, "--no-pdf")
    assert done.exit_code == 2 and "for us alone" in done.stderr


def test_a_weak_spot_becomes_an_action_and_nothing_else_changes(tmp_path: Path) -> None:
    make_case(tmp_path, CASE, FILES)
    path = tmp_path / "cases/kestrel/cards.yaml"
    before = path.read_text(encoding="utf-8")
    done = run(
        "new", "action", "kestrel/cards", "--from-finding", "W1", "--due", "2026-03-20", "-C", tmp_path
    )
    assert done.exit_code == 0, done.output
    added = "  - {id: A2, what: Nobody knows how old it was, owner: marc, due: 2026-03-20}\n"
    after = path.read_text(encoding="utf-8")
    assert added in after
    rest = " ".join(after.replace(added, "").split())
    assert rest.replace("it was, action: A2}", "it was}") == " ".join(before.split())
    found = run("check", "-C", tmp_path, "--as-of", AS_OF).stdout
    assert "dry-run-finding-open" not in found and "action-unknown" not in found


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["kestrel/cards", "--from-finding", "W3"], "There is no weak spot 'W3'."),
        (["kestrel/cards", "--from-finding", "W2"], "W2 was settled already"),
        (["kestrel/card", "--from-finding", "W1"], "There is no case 'kestrel/card'."),
        (["kestrel/cards", "--from-finding", "W1", "--owner", "mark"], "There is no person 'mark'. Did you mean 'marc'?"),
    ],
)  # fmt: skip
def test_what_cannot_become_an_action_is_told(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    make_case(tmp_path, CASE, FILES)
    path = tmp_path / "cases/kestrel/cards.yaml"
    before = path.read_bytes()
    done = run("new", "action", *arguments, "-C", tmp_path)
    assert done.exit_code == 2 and sentence in " ".join(done.stderr.split())
    assert path.read_bytes() == before


def test_check_tells_of_a_weak_spot_with_neither(tmp_path: Path) -> None:
    make_case(tmp_path, CASE, FILES)
    found = run("check", "-C", tmp_path, "--as-of", AS_OF).stdout
    assert found.count("[dry-run-finding-open]") == 1
    assert "Nobody knows how old it was" in found and 'weak spot "The map is old"' not in found
