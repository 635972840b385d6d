"""The management review, the agendas among ourselves, and the page of promises, by the real command."""

from pathlib import Path

import pytest

from tests.issuing import edit, issue
from tests.reading import Read
from tests.team import built, run

CASE = "kestrel/cards"
REVIEWED = """
review:
  exposure: [{what: The renewal, amount: 96000 USD}]
  decisions: [{ask: Who signs the letter, options: [Ines, Joel], recommended: Ines, by_when: 2026-03-10}]
  watch: [A second morning like this]
escalations:
  - {area: engineering, need: certificates, asked: 2026-03-09 03:10, attempts: [{at: 2026-03-09 03:10, person: joel,
    rung: primary, outcome: no-answer}, {at: 2026-03-09 03:25, person: ines, rung: backup, outcome: engaged}],
    engaged: {person: ines, at: 2026-03-09 03:26}}
  - {area: engineering, why: awareness, asked: 2026-03-09 03:30, attempts: [{at: 2026-03-09 03:30, person: joel,
    rung: director, outcome: voicemail}]}
"""


def words(team: Path, out: Path, paper: str, *options: str) -> str:
    """The words of a paper's page."""
    result = run("paper", paper, CASE, "-C", team, "--out", out, "--no-pdf", *options)
    assert result.exit_code == 0, result.output
    (page,) = out.glob("*.html")
    return " ".join("".join(Read(page).tree.itertext()).split())


@pytest.fixture
def reviewed(team: Path) -> Path:
    """The team's case with a review and a climb at night."""
    file = team / f"cases/{CASE}.yaml"
    file.write_text(file.read_text(encoding="utf-8") + REVIEWED, encoding="utf-8")
    return team


def test_the_first_page_of_a_review_says_what_management_must_know(reviewed: Path, out: Path) -> None:
    text = words(reviewed, out, "management-review")
    for sentence in (
        "One decision wanted, $96,000 at stake",
        "Ways open: Ines and Joel.",
        "Wanted by Tue 10 Mar.",
        "A second morning like this",
        "Engineering Mon 9 Mar 03:10 backup Ines Okafor, after 16 minutes two rings at night",
        "director for awareness",
    ):
        assert sentence.replace(" ", "") in text.replace(" ", ""), sentence


def test_no_customer_gets_a_review(reviewed: Path, out: Path) -> None:
    result = run("paper", "management-review", CASE, "--audience", "customer", "-C", reviewed, "--out", out)
    assert result.exit_code == 2 and "is for us alone" in result.stderr
    built(reviewed, out, "--audience", "customer", "--customer", "kestrel", "--draft")
    assert not list(out.rglob("*management-review*"))


def test_an_agenda_says_who_of_senior_management_comes_or_why_nobody_does(team: Path, out: Path) -> None:
    assert "Nobody of senior management takes part, and nothing says why." in words(team, out, "agenda")
    edit(
        team, "purpose: Agree the plan,", "purpose: Agree the plan, no_senior: They asked for the engineers,"
    )
    assert "Nobody of senior management takes part: They asked for the engineers" in words(
        team, out, "agenda"
    )
    edit(team, "advocate: ines\n", "advocate: ines\nsponsor: ines\n")
    assert "Senior management: Ines Okafor." in words(team, out, "agenda")


def test_a_customers_agenda_says_nothing_of_who_stays_away(team: Path, out: Path) -> None:
    edit(
        team, "purpose: Agree the plan,", "purpose: Agree the plan, no_senior: They asked for the engineers,"
    )
    text = words(team, out, "agenda", "--audience", "customer")
    assert "enior management" not in text and "engineers" not in text


def test_an_agenda_names_the_papers_that_the_customer_has(team: Path, out: Path) -> None:
    assert "To read before" not in words(team, out, "agenda")
    issue(team, "situation-summary")
    assert "Situation summary, version 1 of 11 March." in words(team, out, "agenda", "--audience", "internal")


def test_the_page_of_promises_tells_late_from_open(team: Path, out: Path) -> None:
    edit(team, "due: 2026-03-13, serves: [C1]", "due: 2026-03-10, serves: [C1]")
    built(team, out)
    page = " ".join("".join(Read(out / "promises/index.html").tree.itertext()).split())
    assert "One promise is late, one is open" in page
    assert (
        page.index("Renew the certificate")
        < page.index("Open, the next due first")
        < page.index("Next update")
    )
