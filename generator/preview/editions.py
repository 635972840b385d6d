"""One state of the site after the other, each with what was wrong in the files just saved."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition

from generator.build.site import Order, build_site
from generator.checking import Checked
from generator.documents.board import case_path, customer_path
from generator.documents.sheets import Desk
from generator.errors import CasewrightError
from generator.finding import Finding
from generator.model.rest import with_rest
from generator.preview.watching import State, saved, state_of
from generator.source.sources import CASES, CONTACTS, CUSTOMER, SETTINGS

Check = Callable[[], Checked]
"""Reads the workspace as it is now."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The site in memory: its number (from 1), its files, the page to open, and what to say above each page.

    `page` is that of the file saved last, None where no page is its own. `told` are findings of the files just saved,
    or a sentence about broken surroundings; `stale` says that the pages are older because a file cannot be read.
    """

    number: int
    files: dict[str, bytes]
    page: str | None = None
    told: tuple[str, ...] = ()
    stale: bool = False


@dataclass
class Memory:
    """Takes the finished files of a build, and keeps them."""

    files: dict[str, bytes] = field(default_factory=dict)

    def write(self, relative: str, data: bytes) -> None:
        """Takes one file by its place in the site."""
        self.files[relative] = data


class Newsroom:
    """Makes an edition whenever a file was saved, and lets readers wait for the next."""

    def __init__(self, root: Path, check: Check) -> None:
        self.root, self.check = root, check
        self.changed = Condition()
        self.state: State = state_of(root)
        self.edition = self._made([], Edition(0, {}))

    def look(self) -> bool:
        """Makes a new edition where something was saved since the last look; whether it did."""
        now = state_of(self.root)
        paths = saved(self.state, now)
        if not paths:
            return False
        edition = self._made(paths, self.edition)
        with self.changed:
            self.state, self.edition = now, edition
            self.changed.notify_all()
        return True

    def after(self, number: int, seconds: float) -> Edition:
        """The edition that follows one, or the same one after some seconds without a change."""
        with self.changed:
            self.changed.wait_for(lambda: self.edition.number != number, timeout=seconds)
            return self.edition

    def _made(self, paths: Sequence[str], last: Edition) -> Edition:
        """The next edition. Where a file cannot be read, the pages stay those of the last one."""
        number = last.number + 1
        try:
            checked = self.check()
            told = tuple(in_a_line(one) for one in checked.findings if one.place.path in paths)
            page = page_of(paths[-1]) if paths else None
            if last.files and _is_broken(checked, paths):
                return Edition(number, last.files, page, told, stale=True)
            return Edition(number, self._built(checked), page, told)
        except CasewrightError as error:
            return Edition(number, last.files, None, (str(error),), stale=True)

    def _built(self, checked: Checked) -> dict[str, bytes]:
        """Every page and paper but the PDFs, which take longer than a look at the screen bears."""
        memory = Memory()
        desk = Desk(with_rest(checked.workspace), checked.as_of, {})
        build_site(desk, checked.findings, Order(self.root, 1, False, lambda _: None), memory)
        return memory.files


def _is_broken(checked: Checked, paths: Sequence[str]) -> bool:
    """Whether a file just saved cannot be read at all, so that its page would say nothing."""
    workspace = checked.workspace
    lost = {f"{CASES}/{key}.yaml" for key in workspace.unread}
    lost |= {f"{CASES}/{key}/{CUSTOMER}" for key in workspace.unread} | workspace.unguarded
    return any(path in lost for path in paths)


def in_a_line(finding: Finding) -> str:
    """A finding as it stands above a page."""
    place = finding.place
    return f"{place.path}:{place.line}:{place.column}: {finding.message} {finding.remedy}"


def page_of(path: str) -> str | None:
    """The page of a file of the workspace; None where it has none of its own."""
    if path == CONTACTS:
        return "who-to-call/index.html"
    if path == SETTINGS or not path.startswith(f"{CASES}/") or path.count("/") != 2:
        return None
    key = path.removeprefix(f"{CASES}/").removesuffix(".yaml")
    return customer_path(key.partition("/")[0]) if path.endswith(f"/{CUSTOMER}") else case_path(key)
