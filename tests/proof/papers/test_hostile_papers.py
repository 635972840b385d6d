"""Every paper of hostile cases, on both papers and in both languages: what it must carry stands there, and all is seen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.printing import printed
from generator.documents.carried import carried
from generator.documents.house_sheets import AnySheet, house_sheets
from generator.documents.pack import filled
from generator.documents.sheets import Desk
from generator.model.marks import Audience
from tests.leaks.folder import desk_of
from tests.proof.papers.hostile import TEXTS, files_of

SEEDS = (2, 3)
PROOFS = ("pdf-incomplete", "pdf-clipped", "pdf-unseen", "pdf-headless-table")


def every_sheet(desk: Desk) -> list[AnySheet]:
    """Every paper of a workspace, for us and for the customers, with packs of drafts."""
    files = desk.workspace.cases.values()
    of_cases = [
        sheet
        for file in files
        for audience in Audience
        for sheet in filled(desk, desk.sheets(file, audience), drafts=True)
    ]
    return [*of_cases, *house_sheets(desk)]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(("paper", "language"), [("A4", "en"), ("Letter", "de")])
@pytest.mark.parametrize("text", TEXTS)
def test_no_paper_of_ours_lacks_or_hides_anything(
    tmp_path: Path, text: str, paper: str, language: str, seed: int, counted: Callable[[str, int], None]
) -> None:
    desk = desk_of(tmp_path, files_of(seed, TEXTS[text], paper, language))
    sheets = every_sheet(desk)
    made = [one for one in printed(sheets, desk, None, 1, True, lambda _: None) if one.name.endswith(".pdf")]
    assert len(made) == len(sheets)
    found = [
        f"{fault.code}: {fault.message}" for one in made for fault in one.findings if fault.code in PROOFS
    ]
    assert found == []
    counted("papers of hostile cases printed and read again, 0 false findings", len(made))
    counted("facts found in papers of hostile cases", sum(len(list(carried(sheet))) for sheet in sheets))
