"""No paper goes over to one page more for the sake of a few lines."""

from datetime import datetime
from pathlib import Path

import pytest

from generator.build.printing import job_of, printed
from generator.build.words import html_of
from generator.checking import check_workspace
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk, Sheet
from generator.inspect.pdf_text import pages_of
from generator.model.marks import Audience
from generator.pdf import PdfResult, print_all
from tests.team import FILES, make_team

AS_OF = datetime.fromisoformat("2026-03-11T14:30-04:00")
CASE = "cases/kestrel/cards.yaml"
EVENT = "          - {{at: 2026-03-11 09:{minute:02}, what: The till in shop {minute} answers again.}}\n"


def chronology(root: Path, events: int) -> tuple[Desk, Sheet]:
    """The chronology of the team's case, with so many events more."""
    more = "".join(EVENT.format(minute=minute) for minute in range(1, events + 1))
    assert FILES[CASE].count("        meetings:\n") == 1
    case = FILES[CASE].replace("        meetings:\n", f"{more}        meetings:\n")
    checked = check_workspace(make_team(root, {CASE: case}), AS_OF)
    desk = Desk(checked.workspace, checked.as_of, {})
    file = checked.workspace.cases["kestrel/cards"]
    return desk, desk.sheet(file, PAPERS["chronology"], Audience.INTERNAL)


def set_wide(sheet: Sheet) -> PdfResult:
    """The paper as the engine prints it first."""
    (result,) = print_all([job_of(sheet, html_of(sheet, None))], 1)
    return result


def pages(desk: Desk, sheet: Sheet) -> int:
    """How many pages the paper has in the end."""
    made = printed([sheet], desk, None, 1, True, lambda _: None)
    (data,) = (one.data for one in made if one.name.endswith(".pdf"))
    return len(pages_of(data))


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Desk, Sheet]]:
    """The chronologies that leave a last page nearly empty, from the fewest events to the most."""
    root = tmp_path_factory.mktemp("short")
    found = [chronology(root / str(events), events) for events in range(12, 34)]
    return [(desk, sheet) for desk, sheet in found if set_wide(sheet).short]


def test_a_few_lines_on_a_last_page_are_brought_in(short: list[tuple[Desk, Sheet]]) -> None:
    desk, sheet = short[0]
    assert set_wide(sheet).pages == 2 and pages(desk, sheet) == 1


def test_a_page_stays_where_setting_it_closer_saves_none(short: list[tuple[Desk, Sheet]]) -> None:
    desk, sheet = short[-1]
    assert set_wide(sheet).pages == 2 == pages(desk, sheet)


def test_what_fills_its_pages_stays_as_wide_as_it_is(tmp_path: Path) -> None:
    for events, wanted in ((2, 1), (34, 2)):
        desk, sheet = chronology(tmp_path / str(events), events)
        wide = set_wide(sheet)
        assert not wide.short and pages(desk, sheet) == wide.pages == wanted
