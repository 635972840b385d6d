"""A time of two lines in a timeline stays whole at the foot of a page."""

from pathlib import Path

from generator.build.printing import printed
from generator.checking import check_workspace
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk
from generator.inspect.pdf_text import page_texts
from generator.model.marks import Audience
from tests.making import at
from tests.team import FILES, make_team

CASE = "cases/kestrel/cards.yaml"
EVENT = "          - {{at: 2026-03-10 09:{minute:02}, timezone: Europe/Warsaw, what: The till answers.}}\n"


EVENTS = range(1, 31)
SUMMARY = "        summary: The card terminals of 41 shops were refused from Monday morning on.\n"


def pages(root: Path, words: int) -> list[str]:
    """The text of each page of a summary that begins with so many words, above thirty events, each with its time in
    two zones below each other."""
    more = "".join(EVENT.format(minute=minute) for minute in EVENTS)
    assert FILES[CASE].count("        meetings:\n") == FILES[CASE].count(SUMMARY) == 1
    case = FILES[CASE].replace("        meetings:\n", f"{more}        meetings:\n")
    case = case.replace(SUMMARY, f"        summary: {'word ' * words}\n")
    checked = check_workspace(make_team(root, {CASE: case}), at("2026-03-11T14:30"))
    desk = Desk(checked.workspace, checked.as_of, {})
    file = checked.workspace.cases["kestrel/cards"]
    sheet = desk.sheet(file, PAPERS["situation-summary"], Audience.INTERNAL)
    made = printed([sheet], desk, None, 1, True, lambda _: None)
    return next(page_texts(one.data) for one in made if one.name.endswith(".pdf"))


def test_a_time_of_two_lines_is_not_torn_apart_between_pages(tmp_path: Path) -> None:
    for words in range(10, 90, 20):  # One line more each time, so that the page breaks at another height.
        for page in pages(tmp_path / str(words), words):
            text = " ".join(page.split())
            for minute in EVENTS:
                first, second = f"Tue 10 Mar 04:{minute:02}", f"09:{minute:02} Warsaw"
                assert (first in text) == (second in text), (words, minute)


def test_an_event_is_copied_behind_its_own_time(tmp_path: Path) -> None:
    text = " ".join(" ".join(pages(tmp_path, 10)).split())
    for minute in EVENTS:
        assert f"Tue 10 Mar 04:{minute:02} 09:{minute:02} Warsaw The till answers." in text, minute
