"""Each fact that a paper carries is left out of its page, one at a time, and must be missed."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from generator.build.proving import lacking
from generator.checking import check_workspace
from generator.documents.house_sheets import AnySheet
from generator.documents.sheets import Desk
from generator.inspect.pdf_sight import Sight
from generator.inspect.pdf_text import PageRead
from tests.carrying import Place, carried_ways, changed, places, text_of_page, told_apart
from tests.leaks.folder import desk_of
from tests.proof.papers.hostile import files_of
from tests.proof.papers.test_hostile_papers import every_sheet
from tests.sample_build import AS_OF, REPOSITORY

SEEDS = range(1, 4)
LEFT_OUT = "facts left out of the page of a paper, each found to be missing"
FINE = Sight(is_clipped=False, unseen="", overprinted="")


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_a_page_leaves_out_is_missed(
    tmp_path: Path, seed: int, language: str, counted: Callable[[str, int], None]
) -> None:
    counted(LEFT_OUT, every_one_is_missed(desk_of(tmp_path, files_of(seed, None, "A4", language))))


def test_whatever_a_page_of_the_sample_leaves_out_is_missed(counted: Callable[[str, int], None]) -> None:
    moment = datetime.fromisoformat(AS_OF)
    desk = Desk(check_workspace(REPOSITORY, moment).workspace, moment, {})
    counted(LEFT_OUT, every_one_is_missed(desk))


def every_one_is_missed(desk: Desk) -> int:
    """How many facts were left out of the pages of a workspace; each is missed, and nothing else ever is."""
    tried, missed = 0, []
    for given in every_sheet(desk):
        sheet = told_apart(given)
        assert lacks(sheet, sheet, desk) == [], sheet.name
        for place in dropped(sheet):
            tried += 1
            if not lacks(sheet, changed(sheet, place), desk):
                missed.append((sheet.name, place.way))
    assert missed == []
    return tried


def lacks(sheet: AnySheet, printed: AnySheet, desk: Desk) -> list[str]:
    """What a paper would be found to lack that is printed with the data of another."""
    page = PageRead(text_of_page(printed), FINE)
    return [found.message for found in lacking(sheet, [page], desk.workspace)]


def dropped(sheet: AnySheet) -> Iterator[Place]:
    """The places of everything that a paper carries itself."""
    ways = carried_ways(sheet)
    return (place for place in places(sheet) if place.way in ways)
