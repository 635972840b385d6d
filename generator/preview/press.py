"""The site of one reading of the workspace, each file of it made when somebody asks for it."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from threading import RLock

from generator.build.assets import assets
from generator.build.handbook import handbook_plans
from generator.build.printing import leaves_of
from generator.build.site import sheets_of
from generator.build.words import html_of, page_of, team_templates
from generator.checking import Checked
from generator.documents.house_sheets import AnySheet, house_sheets
from generator.documents.pages import Site
from generator.documents.sheets import Desk, Sheet
from generator.model.rest import with_rest


class Press:
    """Makes pages and papers, but no PDFs, which take longer than a look at the screen bears.

    Readers may ask at one time from several threads.
    """

    def __init__(self, checked: Checked, root: Path) -> None:
        self.desk = Desk(with_rest(checked.workspace), checked.as_of, {})
        self.team = team_templates(root)
        self._lock = RLock()
        self._made: dict[str, bytes] = {}
        self._leaves: dict[str, Callable[[], bytes]] = {}
        self._downloads: dict[str, tuple[str, ...]] = {}
        house = house_sheets(self.desk, lambda _: True)
        for sheet in house:
            self.shelve(sheet)
        self._sheets = Shelf(self)
        self._site = Site(self.desk, checked.findings, self._sheets, self._downloads, (), house)
        self._pages = {plan[0]: plan for plan in (*self._site.plans(), *handbook_plans(self._site))}

    def has_page(self, path: str) -> bool:
        """Whether the site has a page there."""
        return path in self._pages

    def file(self, path: str) -> bytes | None:
        """The file at a place of the site; None where there is none. Raises CasewrightError for a broken template."""
        with self._lock:
            if path not in self._made and (data := self._make(path)) is not None:
                self._made[path] = data
            return self._made.get(path)

    def shelve(self, sheet: AnySheet) -> None:
        """Takes a paper up: where each of its files stands, and what makes it."""
        leaves = leaves_of(sheet, partial(html_of, sheet, self.team), self.team)
        self._leaves |= {f"{sheet.folder}/{name}": make for name, make in leaves.items()}
        self._downloads[sheet.key] = tuple(sorted(leaves))

    def _make(self, path: str) -> bytes | None:
        if path in self._pages:
            page = self._site.page(*self._pages[path])
            return page_of(page, self.desk.workspace.settings, self.desk.as_of, self.team).encode()
        if path.startswith("assets/"):
            return assets(self.team, inside=True).get(path)
        key = path.removeprefix("cases/").rpartition("/")[0]
        if key in self._sheets:
            self._sheets[key]  # Whoever asks for a paper may not have seen the page of its case.
        leaf = self._leaves.get(path)
        return leaf() if leaf else None


class Shelf(Mapping[str, list[Sheet]]):
    """The papers of each case, put together when they are first asked for."""

    def __init__(self, press: Press) -> None:
        self.press = press
        self.held: dict[str, list[Sheet]] = {}

    def __getitem__(self, key: str) -> list[Sheet]:
        if key not in self.held:
            self.held[key] = sheets_of(self.press.desk, key)
            for sheet in self.held[key]:
                self.press.shelve(sheet)
        return self.held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.press.desk.workspace.cases)

    def __len__(self) -> int:
        return len(self.press.desk.workspace.cases)

    def __contains__(self, key: object) -> bool:
        return key in self.press.desk.workspace.cases
