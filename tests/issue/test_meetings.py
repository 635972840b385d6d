"""An agenda or a pack is issued for one meeting, and no other meeting's passes for it."""

from pathlib import Path

import pytest

from tests.issuing import CASE, case_file, edit, issue, preview, print_paper, seal
from tests.team import run

LATER = ("--as-of", "2026-03-11T15:00-04:00")


def test_a_meeting_that_is_asked_for_is_issued_and_recorded(team: Path) -> None:
    said = preview(team, "agenda", "--meeting", "m2").stdout
    assert "It is of meeting m2.\n" in said and "--meeting m2 --yes\n" in said
    issue(team, "agenda", "--meeting", "m2")
    assert (
        "meeting: m2, fingerprint:" in " ".join(case_file(team).read_text().split())
        and seal(team, "agenda").exists()
    )


def test_the_next_meeting_is_recorded_too(team: Path) -> None:
    issue(team, "agenda")
    assert "meeting: m1, fingerprint:" in " ".join(case_file(team).read_text().split())


def test_one_meetings_agenda_is_no_issue_of_anothers(team: Path, tmp_path: Path) -> None:
    issue(team, "agenda", "--meeting", "m2")
    of = {
        one: print_paper(team, tmp_path / one, "--meeting", one, paper="agenda").read_text()
        for one in ("m1", "m2")
    }
    assert "DRAFT" in of["m1"] and "DRAFT" not in of["m2"]
    issue(team, "agenda", *LATER)
    assert seal(team, "agenda", 2).exists(), "versions are counted over all meetings"
    assert "DRAFT" not in print_paper(team, tmp_path / "both", "--meeting", "m1", paper="agenda").read_text()
    assert "DRAFT" not in print_paper(team, tmp_path / "old", "--meeting", "m2", paper="agenda").read_text()


def test_an_entry_without_a_meeting_is_of_the_one_that_was_next_then(team: Path, tmp_path: Path) -> None:
    issue(team, "agenda")
    edit(team, " meeting: m1,", "")
    assert "DRAFT" not in print_paper(team, tmp_path / "m1", "--meeting", "m1", paper="agenda").read_text()
    assert "DRAFT" in print_paper(team, tmp_path / "m2", "--meeting", "m2", paper="agenda").read_text()


def test_the_papers_of_a_pack_are_of_its_meeting(team: Path) -> None:
    issue(team, "meeting-pack", "--meeting", "m2")
    text = case_file(team).read_text()
    assert text.count("meeting: m2") == 2, "the agenda and the pack"
    assert "paper: situation-summary" in text


def test_verify_knows_the_meeting_and_what_replaced_its_agenda(team: Path, tmp_path: Path) -> None:
    issue(team, "agenda", "--meeting", "m2")
    paper = print_paper(team, tmp_path / "out", "--meeting", "m2", "--pdf", paper="agenda")
    issue(team, "agenda", "--meeting", "m1", *LATER)
    for one in (paper, paper.with_suffix(".pdf")):
        said = run("verify", one, "-C", team).stdout
        assert said.startswith(f"Agenda of {CASE}, meeting m2, version 1, the customer's copy.")
        assert "It is what was issued" in said and "replaced" not in said
    edit(team, "due: 2026-03-13", "due: 2026-03-16")
    issue(team, "agenda", "--meeting", "m2", "--as-of", "2026-03-11T16:00-04:00")
    assert "It was replaced: version 3" in run("verify", paper, "-C", team).stdout


def test_the_customer_keeps_the_agenda_of_each_meeting(team: Path, tmp_path: Path) -> None:
    issue(team, "agenda", "--meeting", "m1")
    issue(team, "agenda", "--meeting", "m2", *LATER)
    site = tmp_path / "site"
    done = run(
        "build", "--audience", "customer", "--customer", "kestrel", "-C", team, "--out", site, "--no-pdf"
    )
    assert done.exit_code == 0, done.output
    names = {path.name for path in site.rglob("*agenda*.html")}
    assert names == {f"kestrel-cards-agenda-{one}.customer.html" for one in ("m1", "m2")}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("agenda", "--meeting", "m9"), "has no meeting m9 to issue an agenda of."),
        (("meeting-pack", "--meeting", "m9"), "has no meeting m9 to issue a meeting pack of."),
        (("situation-summary", "--meeting", "m1"), "--meeting goes with an agenda or a meeting pack"),
    ],
    ids=["agenda", "pack", "of the case"],
)
def test_no_such_meeting(team: Path, arguments: tuple[str, ...], said: str) -> None:
    paper, *options = arguments
    done = issue(team, paper, *options, exit_code=2)
    assert said in " ".join(done.stderr.split())
