"""The internal site: every page and every paper of every case."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Protocol

from generator.build.assets import assets
from generator.build.handbook import handbook_pages
from generator.build.printing import printed
from generator.build.words import page_of, team_templates
from generator.documents.house_sheets import AnySheet, house_sheets
from generator.documents.pack import filled
from generator.documents.pages import Site
from generator.documents.sheets import Desk, Sheet
from generator.documents.subjects import Subject
from generator.finding import Finding, in_order
from generator.model.marks import Audience
from generator.pdf import PangoMissing


@dataclass(frozen=True)
class Order:
    """How to build: where the workspace is, on how many processes, with PDFs or without.

    `cases` limits the papers and pages to those cases, where given; `told` hears what is done, for progress.
    """

    root: Path
    jobs: int
    pdf: bool
    told: Callable[[str], None]
    cases: Collection[str] = ()

    @property
    def team(self) -> Path | None:
        """The workspace's own templates."""
        return team_templates(self.root)


class Writes(Protocol):
    """Takes the finished files of a build."""

    def write(self, relative: str, data: bytes) -> None:
        """Takes one file by its place in the build."""


@dataclass(frozen=True)
class Built:
    """What a build made: how many pages and papers, what it found, and Pango's absence where that kept PDFs out.

    `leaks` are what kept a customer's build from being published.
    """

    pages: int
    papers: int
    findings: list[Finding]
    no_pango: PangoMissing | None
    leaks: list[Finding] = field(default_factory=list)


def build_site(desk: Desk, findings: list[Finding], order: Order, stage: Writes) -> Built:
    """Writes the internal site into the stage. Bad cases keep nothing else from being built."""
    keys = [key for key in desk.workspace.cases if not order.cases or key in order.cases]
    sheets = {key: sheets_of(desk, key) for key in keys}
    house = house_sheets(desk, partial(_is_wanted, order.cases))
    papers, faults, no_pango = print_papers([*chain(*sheets.values()), *house], desk, order, stage)
    downloads = {name: tuple(sorted(files)) for name, files in papers.items()}
    site = Site(desk, in_order([*findings, *faults]), sheets, downloads, order.cases, house)
    pages = write_pages(site, order, stage)
    return Built(pages, sum(map(len, papers.values())), faults, no_pango)


def sheets_of(desk: Desk, key: str) -> list[Sheet]:
    """The papers of a case, for every audience."""
    file = desk.workspace.cases[key]
    return [sheet for audience in Audience for sheet in filled(desk, desk.sheets(file, audience))]


def _is_wanted(cases: Collection[str], subject: Subject) -> bool:
    """Whether a build of some cases only makes a house paper: none that tells of any other."""
    if not cases or subject.kind in ("workspace", "area"):
        return True
    return subject.kind == "case" and subject.key in cases


def print_papers(
    sheets: Sequence[AnySheet], desk: Desk, order: Order, stage: Writes
) -> tuple[dict[str, list[str]], list[Finding], PangoMissing | None]:
    """Writes every file of the sheets: which files each sheet has by its key, what was found, Pango's absence."""
    files: dict[str, list[str]] = {sheet.key: [] for sheet in sheets}
    faults: list[Finding] = []
    try:
        for made in printed(sheets, desk, order.team, order.jobs, order.pdf, order.told):
            faults.extend(made.findings)
            if made.data:
                stage.write(f"{made.sheet.folder}/{made.name}", made.data)
                files[made.sheet.key].append(made.name)
    except PangoMissing as missing:
        return files, faults, missing
    return files, faults, None


def write_pages(site: Site, order: Order, stage: Writes) -> int:
    """Writes every page and what pages share into the stage, and counts the pages."""
    settings = site.desk.workspace.settings
    pages = [*site.pages(), *handbook_pages(site)]
    for page in pages:
        stage.write(page.path, page_of(page, settings, site.desk.as_of, order.team).encode())
    for path, data in assets(order.team, inside=True).items():
        stage.write(path, data)
    return len(pages)
