"""Leaks of every kind, planted on a page in every way of writing, are found by the gate, each at its source."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.audience.secrets import Secrets, secrets_of
from generator.inspect.gate import leaks_in
from generator.model.workspace import Workspace
from generator.pdf import PdfJob, print_all
from tests.leaks.planting import DOT, WAYS, Bed, Plant
from tests.making import make_workspace

STYLE = (
    "@page{size:A5}body{font-family:'Fira Sans'}p,td{hyphens:auto;overflow-wrap:anywhere}"
    ".narrow{width:2.5cm;text-align:justify}"
)
HEAD = f'<!DOCTYPE html><html lang="en"><head><title>Update</title><style>{STYLE}</style></head><body>'
AT_ONCE = 10
"""How many plants share a page; each is found, or not, by its own place."""


class Garden:
    """The bed of secrets as a workspace, with what its gate looks for."""

    def __init__(self, root: Path) -> None:
        self.bed = Bed()
        self.workspace: Workspace = make_workspace(root, self.bed.files())
        self.secrets: Secrets = secrets_of(self.workspace, "kestrel/cards")

    def missed(self, plants: list[Plant], as_pdf: bool) -> list[Plant]:
        """The plants, so many on a page, that the gate says nothing of."""
        written = [page_of(page) for page in pages(plants)]
        files = printed(written) if as_pdf else [page.encode() for page in written]
        name = "update.pdf" if as_pdf else "update.html"
        found = [finding.place for data in files for finding in leaks_in({name: data}, self.secrets)]
        places = {(place.path, place.line, place.column) for place in found}
        where = ((plant, plant.place(self.workspace)) for plant in plants)
        return [plant for plant, at in where if (at.path, at.line, at.column) not in places]


def page_of(plants: list[Plant]) -> str:
    """A page with some plants on it."""
    return f"{HEAD}{''.join(plant.written for plant in plants)}</body></html>"


def printed(written: list[str]) -> list[bytes]:
    """The pages as PDFs, printed as papers are."""
    jobs = [PdfJob(str(number), page, 1773253800, frozenset([DOT])) for number, page in enumerate(written)]
    results = list(print_all(jobs, 1))
    assert not [result.failure for result in results if result.failure]
    return [result.pdf for result in results]


def pages(plants: list[Plant]) -> Iterator[list[Plant]]:
    """The plants, a page full at a time."""
    return (plants[start : start + AT_ONCE] for start in range(0, len(plants), AT_ONCE))


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    return Garden(tmp_path_factory.mktemp("garden"))


@pytest.mark.parametrize("kind", WAYS)
def test_planted_leaks_are_found_in_html(garden: Garden, kind: str) -> None:
    plants = list(garden.bed.plants(kind))
    assert len(plants) == 100
    assert garden.missed(plants, as_pdf=False) == []


@pytest.mark.parametrize("kind", WAYS)
def test_planted_leaks_are_found_in_pdf(garden: Garden, kind: str) -> None:
    plants = list(garden.bed.plants(kind))[: len(WAYS[kind])]
    assert garden.missed(plants, as_pdf=True) == []


def test_a_page_without_a_plant_has_no_leak(garden: Garden) -> None:
    page = f"{HEAD}<p>We are looking into it and will tell you more within the hour, as always.</p></body></html>"
    (data,) = printed([page])
    assert leaks_in({"update.html": page.encode(), "update.pdf": data}, garden.secrets) == []
