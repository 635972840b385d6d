"""The paragraph tells of the sections that a paper prints, which is found out by leaving each of them out."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime
from pathlib import Path

import pytest

from generator.audience.customer_case import CustomerCase
from generator.build.printing import printed
from generator.cli.desk import desk_for
from generator.documents.pack import PACK
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk, Sheet
from generator.documents.since_parts import HEAD, PRINTED
from tests.team import AS_OF

ROOT = Path(__file__).parents[2]
UNPRINTED = ("key", "letterhead", "sections", "update_followed", "title", "stage", "opened")
"""What is never left out of a case."""


@pytest.fixture(scope="module")
def desk() -> Desk:
    return desk_for(ROOT, datetime.fromisoformat(AS_OF))[0]


def page(desk: Desk, sheet: Sheet) -> bytes:
    return next(iter(printed([sheet], desk, None, 1, False, lambda _: None))).data


def found_on(desk: Desk, sheet: Sheet) -> Iterator[str]:
    """The sections without which a page is another."""
    read, whole = sheet.context["case"], page(desk, sheet)
    file = desk.workspace.cases[sheet.identity.case]
    for name in (field.name for field in fields(CustomerCase) if field.name not in UNPRINTED):
        if value := getattr(read, name):
            less = replace(read, **{name: () if isinstance(value, tuple) else None})
            if page(desk, desk.laid_out(file, sheet.paper, less, sheet.identity)) != whole:
                yield name


@pytest.mark.parametrize("key", [key for key in PAPERS if key != PACK])
def test_the_sections_of_a_paper_are_those_that_it_prints(desk: Desk, key: str) -> None:
    paper, found = PAPERS[key], set[str]()
    for file in desk.workspace.cases.values():
        for audience in paper.audiences:
            read = desk.read(file, audience)
            if paper.ready(read) and not paper.unready(file, desk.workspace, desk.as_of):
                found |= {*found_on(desk, desk.sheet(file, paper, audience))}
    assert found == {*PRINTED[key]} - {*HEAD, *UNPRINTED}
