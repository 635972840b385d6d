"""One state of the site after the other, each with what was wrong in the files just saved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Condition

from generator.checking import Checked
from generator.documents.board import case_path, customer_path
from generator.errors import CasewrightError
from generator.finding import Finding
from generator.model.workspace import Workspace
from generator.preview.press import Press
from generator.preview.watching import State, saved, state_of
from generator.source.sources import CASES, CONTACTS, CUSTOMER, SETTINGS

Check = Callable[[], Checked]
"""Reads the workspace as it is now."""
MOST = 20
"""How many findings stand above a page; the page of findings has them all."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The site as it was read: its number (from 1), its pages, the page to open, and what to say above each page.

    `page` is that of the file saved last, None where no page is its own. `told` are findings of the files just saved
    and of those that cannot be read, or a sentence about broken surroundings. `older` are the last good pages of what
    cannot be read now, by where these stand; an empty name stands for all.
    """

    number: int
    press: Press | None
    page: str | None = None
    told: tuple[str, ...] = ()
    older: Mapping[str, Press] = field(default_factory=dict)

    def file(self, path: str) -> bytes | None:
        """The file at a place of the site; None where there is none. Raises CasewrightError for a broken template."""
        press = next((press for place, press in self.older.items() if path.startswith(place)), self.press)
        return press.file(path) if press else None

    def is_older(self, path: str) -> bool:
        """Whether the page there is the last good one."""
        return any(path.startswith(place) for place in self.older)


class Newsroom:
    """Makes an edition whenever a file was saved, and lets readers wait for the next."""

    def __init__(self, root: Path, check: Check) -> None:
        self.root, self.check = root, check
        self.changed = Condition()
        self.state: State = state_of(root)
        self.edition = self._made([], Edition(0, None))

    def look(self) -> bool:
        """Makes a new edition where something was saved since the last look; whether it did."""
        now = state_of(self.root)
        paths = saved(self.state, now)
        if not paths:
            return False
        self.state = now
        edition = self._made(paths, self.edition)
        with self.changed:
            self.edition = edition
            self.changed.notify_all()
        return True

    def after(self, number: int, seconds: float) -> Edition:
        """The edition that follows one, or the same one after some seconds without a change."""
        with self.changed:
            self.changed.wait_for(lambda: self.edition.number != number, timeout=seconds)
            return self.edition

    def _made(self, paths: Sequence[str], last: Edition) -> Edition:
        """The next edition. Of a file that cannot be read the pages stay those of the last one."""
        number = last.number + 1
        try:
            checked = self.check()
            lost = _lost(checked.workspace)
            said = [one for one in checked.findings if one.place.path in paths or one.place.path in lost]
            press = Press(checked, self.root)
        except CasewrightError as error:
            older = {"": last.press, **last.older} if last.press else last.older
            return Edition(number, last.press, None, (str(error),), older)
        page = page_of(paths[-1]) if paths else None
        older = {place: kept for place in lost.values() if (kept := _last_good(last, place))}
        return Edition(number, press, page if page and press.has_page(page) else None, told_of(said), older)


def _last_good(last: Edition, place: str) -> Press | None:
    """Who made the last good pages at a place."""
    return last.older.get(place) or last.older.get("") or last.press


def _lost(workspace: Workspace) -> dict[str, str]:
    """The files that cannot be read as one, each with where the pages stand that are made of it."""
    lost = dict.fromkeys(workspace.unguarded, "")
    for key in workspace.unread:
        is_case = "/" in key
        path = f"{CASES}/{key}.yaml" if is_case else f"{CASES}/{key}/{CUSTOMER}"
        lost[path] = (case_path(key) if is_case else customer_path(key)).rpartition("/")[0] + "/"
    return lost


def told_of(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Findings as they stand above a page, the rest of too many counted."""
    lines = [in_a_line(one) for one in findings[:MOST]]
    rest = len(findings) - len(lines)
    return (*lines, *([f"{rest} more stand on the page of findings."] if rest else []))


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
