"""Answers findings one by one, and keeps an answer only where reading the workspace again proves it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from generator.checking import Checked, all_files, check_read
from generator.edit.editing import plain
from generator.errors import CasewrightError
from generator.finding import Finding
from generator.fixing.fixers import FIXERS, Answer
from generator.source.disk import read_bytes
from generator.source.file import SourceFile
from generator.source.reader import read_text
from generator.source.sources import Sources
from generator.source.workspace import read_workspace

Kept = TypeVar("Kept", bound=SourceFile | None)

MOST = 500
"""How many findings one run answers; each is proved by checking the workspace again."""


@dataclass
class Mended:
    """What came of it: the files to write, by path, with their bytes before and after; what was mended, what was left."""

    files: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    mended: list[Finding] = field(default_factory=list)
    left: list[Finding] = field(default_factory=list)


def mend(root: Path, as_of: datetime, codes: frozenset[str], wanted: Callable[[str], bool]) -> Mended:
    """Mends what has one safe answer, of these codes and in the wanted files; nothing is written.

    An answer is kept where the finding is gone, it has brought no other, and the file says the same but in that one
    place. A file that could not be read is kept only where in the end it can be.
    """
    return _Bench(root, as_of, codes, wanted).worked()


@dataclass
class _Bench:
    """The workspace on its way: its sources with the answers kept so far."""

    root: Path
    as_of: datetime
    codes: frozenset[str]
    wanted: Callable[[str], bool]
    done: Mended = field(default_factory=Mended)

    def worked(self) -> Mended:
        sources = read_workspace(self.root)
        checked = self._checked(sources)
        seen: set[tuple[str, str, str, int]] = set()
        for _ in range(MOST):
            finding = next(
                (one for one in self._open(checked) if (*_mark(one), one.place.line) not in seen), None
            )
            if finding is None:
                break
            seen.add((*_mark(finding), finding.place.line))
            answer = self._answer(finding, checked)
            kept = self._proved(finding, answer, sources, checked) if answer else None
            if kept is None or answer is None:
                self.done.left.append(finding)
                continue
            sources, checked = kept
            before = self.done.files.get(answer.path, (self._held(answer.path), b""))[0]
            self.done.files[answer.path] = (before, answer.data)
            self.done.mended.append(finding)
        self._drop_unreadable(sources)
        return self.done

    def _open(self, checked: Checked) -> Iterator[Finding]:
        """What has an answer, of the codes and in the files that were asked for."""
        found = (one for one in checked.findings if one.code in self.codes and self.wanted(one.place.path))
        yield from found

    def _answer(self, finding: Finding, checked: Checked) -> Answer | None:
        try:
            return FIXERS[finding.code](finding, checked, self._held)
        except (CasewrightError, UnicodeError):
            return None

    def _held(self, path: str) -> bytes:
        """A file with the answers kept so far."""
        if path in self.done.files:
            return self.done.files[path][1]
        data, finding = read_bytes(self.root, path)
        if finding is not None:
            raise CasewrightError(finding.message)
        return data

    def _proved(
        self, finding: Finding, answer: Answer, sources: Sources, checked: Checked
    ) -> tuple[Sources, Checked] | None:
        """The workspace with the answer, or None where it says anything else too."""
        old = next(file for file in all_files(sources) if file.path == answer.path)
        new, faults = read_text(answer.path, answer.data)
        if old.root is None:
            known = [one for one in sources.findings if one.place.path == answer.path]
            if new.root is None and _first(faults) <= _first(known):
                return None
        elif new.root is None or not is_one_place(plain(old.root), plain(new.root)):
            return None
        changed = with_file(sources, new, faults)
        after = self._checked(changed)
        return None if old.root is not None and _brings(finding, checked, after) else (changed, after)

    def _checked(self, sources: Sources) -> Checked:
        return check_read(lambda: sources, self.root, self.as_of)

    def _drop_unreadable(self, sources: Sources) -> None:
        """Gives up every file that could not be made whole."""
        for file in all_files(sources):
            if file.root is None and self.done.files.pop(file.path, None) is not None:
                gone = [one for one in self.done.mended if one.place.path == file.path]
                self.done.mended = [one for one in self.done.mended if one not in gone]
                self.done.left += gone


def with_file(sources: Sources, new: SourceFile, faults: list[Finding]) -> Sources:
    """The sources with a file in the place of the one of its path, and the findings of its reading."""

    def swapped(file: Kept) -> Kept | SourceFile:
        return new if file is not None and file.path == new.path else file

    return replace(
        sources,
        settings=swapped(sources.settings),
        contacts=swapped(sources.contacts),
        stories=swapped(sources.stories),
        customers={key: swapped(file) for key, file in sources.customers.items()},
        cases={key: swapped(file) for key, file in sources.cases.items()},
        findings=[*(one for one in sources.findings if one.place.path != new.path), *faults],
    )


def is_one_place(old: Any, new: Any) -> bool:
    """Whether two trees of texts differ in one place at most: a value, a key's name, a key more or less, a last item."""
    return _differences(old, new) <= 1


def _differences(old: Any, new: Any) -> int:
    if isinstance(old, dict) and isinstance(new, dict):
        return _of_groups(old, new)
    if isinstance(old, list) and isinstance(new, list):
        pairs = sum(_differences(one, other) for one, other in zip(old, new, strict=False))
        return pairs + abs(len(old) - len(new))
    return int(old != new)


def _of_groups(old: dict[str, Any], new: dict[str, Any]) -> int:
    both = sum(_differences(old[key], new[key]) for key in old if key in new)
    gone, come = [key for key in old if key not in new], [key for key in new if key not in old]
    if len(gone) == len(come) == 1 and list(old).index(gone[0]) == list(new).index(come[0]):
        return both + 1 + _differences(old[gone[0]], new[come[0]])
    return both + len(gone) + len(come)


def _mark(finding: Finding) -> tuple[str, str, str]:
    return finding.code, finding.place.path, finding.message


def _brings(finding: Finding, before: Checked, after: Checked) -> bool:
    """Whether an answer brings another finding, or leaves its own.

    Of a word that could not be read only what is wrong with reading counts, and what stands on its line: the rules look
    at it for the first time, and what they find elsewhere was so before.
    """
    if finding not in before.workspace.findings:
        return bool(Counter(map(_mark, after.findings)) - _without(before.findings, finding))
    place = finding.place
    known = set(map(_mark, before.findings))
    there = [one for one in after.findings if (one.place.path, one.place.line) == (place.path, place.line)]
    read = Counter(map(_mark, after.workspace.findings)) - _without(before.workspace.findings, finding)
    return bool(read) or any(_mark(one) not in known for one in there)


def _without(findings: list[Finding], finding: Finding) -> Counter[tuple[str, str, str]]:
    return Counter(map(_mark, findings)) - Counter([_mark(finding)])


def _first(findings: list[Finding]) -> int:
    """The line of the first finding; beyond every line where there is none."""
    return min((one.place.line for one in findings), default=1 << 31)
