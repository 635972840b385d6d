"""`casewright verify` on house papers: which it is, and whether the files still say the same of its moment."""

from pathlib import Path

import pytest

from generator.documents.house_papers import HOUSE_PAPERS
from tests.house.test_registry import one, printed
from tests.team import run

ON_THE_NEXT_DAY = ("--as-of", "2026-03-12T09:00-04:00")


@pytest.mark.parametrize("ending", ["html", "pdf"])
@pytest.mark.parametrize("paper", HOUSE_PAPERS)
def test_each_holds_until_its_data_change(team: Path, out: Path, paper: str, ending: str) -> None:
    file = one(printed(team, out, paper), ending)
    told = run("verify", file, "-C", team, *ON_THE_NEXT_DAY)
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith(f"{HOUSE_PAPERS[paper].title} of ")
    assert "The files still say the same of that moment." in told.stdout


def test_a_change_in_the_matrix_is_told(team: Path, out: Path) -> None:
    file = one(printed(team, out, "who-to-call", pdf=False), "html")
    contacts = team / "contacts.yaml"
    contacts.write_text(contacts.read_text("utf-8").replace("+1 603 555 0116", "+1 603 555 0117"), "utf-8")
    told = run("verify", file, "-C", team)
    assert told.exit_code == 1 and "say something else of that moment now" in told.stdout


def test_a_subject_that_is_gone_is_told(team: Path, out: Path) -> None:
    file = one(printed(team, out, "call-sheet", pdf=False), "html")
    contacts = team / "contacts.yaml"
    contacts.write_text(contacts.read_text("utf-8").replace("engineering:", "builders:"), "utf-8")
    told = run("verify", file, "-C", team)
    assert told.exit_code == 1 and "There is no engineering here" in told.stdout
