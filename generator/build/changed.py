"""The papers that a change changes: those that no longer read as they did, and those that are new."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.build.customer import leaks_of
from generator.build.guard import unguarded
from generator.build.printing import Printed, printed
from generator.build.words import html_of, team_templates
from generator.checking import Checked
from generator.documents.house_sheets import AnySheet, house_sheets
from generator.documents.pack import filled
from generator.documents.sheets import Desk, Sheet
from generator.errors import CasewrightError
from generator.finding import Finding
from generator.model.marks import Audience
from generator.model.rest import with_rest
from generator.pdf import PangoMissing


@dataclass(frozen=True)
class State:
    """A workspace in a folder, checked, with the last commits of its files."""

    root: Path
    checked: Checked
    commits: dict[str, str]

    @property
    def desk(self) -> Desk:
        """Where its papers are made; a file that has faults counts with what is left of it."""
        return Desk(with_rest(self.checked.workspace), self.checked.as_of, self.commits)


@dataclass(frozen=True)
class Changed:
    """The files of the papers that changed, by path, and what kept others from being made.

    `leaks` are what a customer must not read and would, and `leaked` those of them that the older state had too;
    `withheld` is whether they, or guards that cannot be read, keep the customers' papers out; `no_pango` kept PDFs out.
    """

    files: dict[str, bytes]
    leaks: tuple[Finding, ...] = ()
    leaked: frozenset[Finding] = frozenset()
    withheld: bool = False
    no_pango: PangoMissing | None = None


@dataclass(frozen=True)
class Wanted:
    """Which papers to make: drafts alone or all, with their PDFs or without, on how many processes."""

    drafts_alone: bool
    pdf: bool
    jobs: int
    told: Callable[[str], None]


def changed_papers(before: State | None, after: State, wanted: Wanted) -> Changed:
    """Every paper of the newer state that reads otherwise than in the older; without an older one, all of them.

    What tells of the commit alone is no change. A customer's papers in which an internal text stands are withheld.
    """
    desk = after.desk
    sheets = changed_sheets(before, after, desk, wanted.drafts_alone)
    blind = unguarded(after.checked)
    if blind:
        sheets = [sheet for sheet in sheets if sheet.identity.audience is Audience.INTERNAL]
    made, no_pango = _made(sheets, desk, after.root, wanted)
    files = {f"{one.sheet.folder}/{one.name}": one.data for one in made if one.data}
    leaks = _leaks(made, desk, after.root)
    if not leaks:
        return Changed(files, withheld=bool(blind), no_pango=no_pango)
    leaked = frozenset(_leaked(before, made, wanted)).intersection(leaks) if before else frozenset()
    return Changed(_without_customers(made), tuple(leaks), leaked, True, no_pango)


def _leaked(before: State, made: list[Printed], wanted: Wanted) -> list[Finding]:
    """What an older state told customers already in the papers that were made; nothing where its templates do not hold."""
    desk, keys = before.desk, {one.sheet.key for one in made}
    sheets = [sheet for sheet in _sheets(desk) if sheet.key in keys]
    try:
        older, _ = _made(sheets, desk, before.root, wanted)
    except CasewrightError:
        return []
    return _leaks(older, desk, before.root)


def changed_sheets(before: State | None, after: State, desk: Desk, drafts_alone: bool) -> list[AnySheet]:
    """The sheets whose pages differ, in the order of a build."""
    known = _pages_of(before) if before else {}
    pages = _pages(_sheets(replace(desk, commits={})), team_templates(after.root))
    changed = {key for key, page in pages.items() if known.get(key) != page}
    sheets = [sheet for sheet in _sheets(desk) if sheet.key in changed]
    if drafts_alone:
        return [sheet for sheet in sheets if isinstance(sheet, Sheet) and sheet.identity.draft]
    return sheets


def _pages_of(state: State) -> dict[str, str]:
    """The pages of an older state; none where its own templates do not hold."""
    try:
        return _pages(_sheets(replace(state.desk, commits={})), team_templates(state.root))
    except CasewrightError:
        return {}


def _pages(sheets: Iterable[AnySheet], team: Path | None) -> dict[str, str]:
    return {sheet.key: html_of(sheet, team) for sheet in sheets}


def _sheets(desk: Desk) -> list[AnySheet]:
    """Every paper of a workspace, for us and for the customers."""
    files = desk.workspace.cases.values()
    of_cases = (
        sheet
        for file in files
        for audience in Audience
        for sheet in filled(desk, desk.sheets(file, audience))
    )
    return [*of_cases, *house_sheets(desk)]


def _made(
    sheets: list[AnySheet], desk: Desk, root: Path, wanted: Wanted
) -> tuple[list[Printed], PangoMissing | None]:
    made: list[Printed] = []
    try:
        made.extend(printed(sheets, desk, team_templates(root), wanted.jobs, wanted.pdf, wanted.told))
    except PangoMissing as missing:
        return made, missing
    return made, None


def _leaks(made: list[Printed], desk: Desk, root: Path) -> list[Finding]:
    """What stands in customers' files and must not."""
    outputs: dict[str, dict[str, bytes]] = {}
    sheets: list[Sheet] = []
    for one in made:
        if isinstance(one.sheet, Sheet) and one.sheet.identity.audience is Audience.CUSTOMER:
            customer = one.sheet.identity.case.partition("/")[0]
            outputs.setdefault(customer, {})[f"{one.sheet.folder}/{one.name}"] = one.data
            sheets.append(one.sheet)
    team = team_templates(root)
    return [
        leak for customer, files in outputs.items() for leak in leaks_of(files, sheets, desk, customer, team)
    ]


def _without_customers(made: list[Printed]) -> dict[str, bytes]:
    inside = (one for one in made if one.data and one.sheet.identity.audience is Audience.INTERNAL)
    return {f"{one.sheet.folder}/{one.name}": one.data for one in inside}
