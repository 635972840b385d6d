"""No sentence of a German paper ends in two full stops, where its last word is a month cut short."""

from pathlib import Path

from tests.reading import Read, text_of
from tests.team import FILES, make_team, run

CASE = "cases/kestrel/cards.yaml"


def test_a_short_month_brings_the_only_full_stop(tmp_path: Path) -> None:
    until = "at: 2026-02-09 07:50, until: 2026-02-14, by: customer"
    case = FILES[CASE].replace("at: 2026-03-09 07:50, by: customer", until)
    case = case.replace("opened: 2026-03-09 08:00", "opened: 2026-02-09 08:00")
    case = case.replace("next_update: 2026-03-12 09:00", "next_update: 2026-03-12")
    settings = FILES["casewright.yaml"] + "language: de\n"
    team = make_team(tmp_path / "team", {CASE: case, "casewright.yaml": settings})
    for paper in ("chronology", "situation-summary"):
        done = run("paper", paper, "kestrel/cards", "-C", team, "--out", tmp_path, "--no-pdf")
        assert done.exit_code == 0, done.output
        words = text_of(Read(tmp_path / f"kestrel-cards-{paper}.internal.html").tree)
        assert "14. Feb." in words and ".." not in words
