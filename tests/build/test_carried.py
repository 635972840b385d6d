"""What a paper must carry is what its page prints of its dates, owners and sums: each is changed, and seen to change."""

from collections import Counter
from datetime import datetime

import pytest

from generator.checking import check_workspace
from generator.documents.house_papers import HOUSE_PAPERS
from generator.documents.house_sheets import AnySheet, house_sheets
from generator.documents.pack import filled
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk
from generator.model.marks import Audience
from tests.carrying import carried_ways, changed, places, says_so
from tests.sample_build import AS_OF, REPOSITORY

LEFT_OUT = {
    ("call-sheet", "pages.rings.rung.holder.until"): "The end of a turn is said where it is near.",
    (
        "call-sheet",
        "pages.said.tried.at",
    ): "The words to say name the last who were tried, whom the rows name too.",
    (
        "call-sheet",
        "pages.said.tried.who",
    ): "The words to say name the last who were tried, whom the rows name too.",
    ("digest", "digest.period.end"): "A period is written as one.",
    ("digest", "digest.period.start"): "A period is written as one.",
    (
        "mitigation-offer",
        "offers.weighed.sum.high",
    ): "One loss alone is no sum; what remains of it is carried.",
    (
        "mitigation-offer",
        "offers.weighed.sum.low",
    ): "One loss alone is no sum; what remains of it is carried.",
    ("mitigation-offer", "offers.apart.sum.high"): "One loss alone is no sum; what remains of it is carried.",
    ("mitigation-offer", "offers.apart.sum.low"): "One loss alone is no sum; what remains of it is carried.",
    ("roll-up", "rollup.before.end"): "A period is written as one.",
    ("roll-up", "rollup.before.start"): "A period is written as one.",
    ("roll-up", "rollup.period.end"): "A period is written as one.",
    ("roll-up", "rollup.period.start"): "A period is written as one.",
    (
        "roll-up",
        "rollup.lessons.twice.adopted",
    ): "Whether a lesson is adopted by now stands with the lesson itself.",
    (
        "roll-up",
        "rollup.lessons.twice.due",
    ): "Whether a lesson is adopted by now stands with the lesson itself.",
    ("roll-up", "rollup.lessons.twice.days"): "Of many days the first and the last are named.",
}
"""What is printed and need not be found, and why."""


@pytest.fixture(scope="module")
def sheets() -> list[AnySheet]:
    """Every paper of the sample, for us and for the customers."""
    moment = datetime.fromisoformat(AS_OF)
    desk = Desk(check_workspace(REPOSITORY, moment).workspace, moment, {})
    files = desk.workspace.cases.values()
    of_cases = [
        sheet
        for file in files
        for audience in Audience
        for sheet in filled(desk, desk.sheets(file, audience), drafts=True)
    ]
    return [*of_cases, *house_sheets(desk)]


def test_the_sample_has_every_paper(sheets: list[AnySheet]) -> None:
    assert {sheet.paper.key for sheet in sheets} == {*PAPERS, *HOUSE_PAPERS}


def test_no_page_says_what_is_put_into_it(sheets: list[AnySheet]) -> None:
    assert [sheet.key for sheet in sheets if says_so(sheet)] == []


def test_a_paper_carries_what_it_prints_and_nothing_else(sheets: list[AnySheet]) -> None:
    tried: Counter[tuple[str, str, str]] = Counter()
    printed, unprinted = set(), set()
    for sheet in sheets:
        for place in places(sheet):
            kind = (sheet.paper.key, str(sheet.identity.audience), place.kind)
            tried[kind] += 1
            if tried[kind] > 1:
                continue
            other = changed(sheet, place)
            is_printed, is_carried = says_so(other), place.way in carried_ways(other)
            if is_printed and not is_carried:
                printed.add((sheet.paper.key, place.kind))
            elif is_carried and not is_printed:
                unprinted.add((sheet.paper.key, place.kind))
    assert len(tried) > 1_000
    assert unprinted == set(), "A paper must carry what its page does not print."
    assert printed - LEFT_OUT.keys() == set(), (
        "A page prints what the paper need not carry: see `generator.documents.carrying`."
    )
