"""Which findings a change brings, and which were there before it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.checking import check_workspace
from generator.errors import CasewrightError
from generator.finding import Finding
from generator.history import NoHistory, git
from generator.model.scalars.durations import Duration
from generator.revisions import PARTS, Revision, is_unborn, revision, unfinished, why_silent, workspace_at
from generator.rules.matrix_holes import HORIZON

DIFF = (
    *("diff", "--name-status", "-z", "--find-renames", "--relative", "--no-ext-diff", "--no-textconv"),
    "--ignore-submodules=all",
)
MARKS = ("casewright.yaml", "contacts.yaml", "cases")
"""What makes a folder a workspace: any of these in it."""
LINE = re.compile(r"\bline [0-9]+")
"""Another line that a message points at; it moves when something is inserted above."""
LINK = "160000"
"""The mode of another repository within this one."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a change is compared with: the commit that it began from, `typed` as it was named.

    `found` are the findings of the workspace as that commit holds it, `names` the older path of each file that was
    renamed since, `apart` the folders that are repositories of their own, of whose past nothing is known here, and `torn`
    the files that a merge left unfinished.
    """

    typed: str
    found: tuple[Finding, ...] = ()
    names: Mapping[str, str] | None = None
    apart: tuple[str, ...] = ()
    empty: bool = False
    torn: tuple[str, ...] = ()

    def known(self, findings: Sequence[Finding]) -> frozenset[Finding]:
        """Those of the findings that were there before: of one code and message in one file, whatever their line.

        Where a file has more of a kind than before, the last of them count as brought.
        """
        left = Counter(map(mark, self.found))
        before = []
        for finding in findings:
            key = mark(finding, self.names or {})
            if left[key]:
                left[key] -= 1
                before.append(finding)
        return frozenset(before)


def mark(finding: Finding, names: Mapping[str, str] | None = None) -> tuple[str, str, str]:
    """What a finding is known again by: its code, the path that its file had, and its message under the older name."""
    path = finding.place.path
    older = (names or {}).get(path, path)
    message = finding.message.replace(key_of(path), key_of(older)) if older != path else finding.message
    return finding.code, older, LINE.sub("line", message)


def key_of(path: str) -> str:
    """A case as messages name it."""
    return path.removeprefix("cases/").removesuffix(".yaml")


def compare(root: Path, typed: str, as_of: datetime, horizon: Duration = HORIZON) -> Comparison:
    """What a workspace is compared with: the newest commit that it and the named one both come from.

    `as_of` is aware, and the same for both states, so that the passing of time brings nothing. Where no workspace is
    committed yet there was nothing before. Raises CasewrightError where git has nothing to say or no such commit.
    """
    if has_no_commit(root):
        return Comparison(typed, empty=True)
    base = began_from(root, typed)
    with workspace_at(root, base) as folder:
        if not holds_workspace(folder):
            return Comparison(typed, empty=True)
        found = check_workspace(folder, as_of, horizon).findings
    return compared(root, base, [*found, *_merged_in(root, found, as_of, horizon)])


def _merged_in(root: Path, found: Sequence[Finding], as_of: datetime, horizon: Duration) -> Iterator[Finding]:
    """What a merge under way takes over from the other branch: it stood there before, and is no fault of the merge."""
    try:
        other = git(root, "rev-parse", "--verify", "--quiet", "MERGE_HEAD^{commit}").strip()
    except NoHistory:
        return
    left = Counter(map(mark, found))
    with workspace_at(root, Revision("MERGE_HEAD", other)) as folder:
        theirs = check_workspace(folder, as_of, horizon).findings
    for finding in theirs:
        if left[mark(finding)]:
            left[mark(finding)] -= 1
        else:
            yield finding


def compared(root: Path, base: Revision, found: Sequence[Finding]) -> Comparison:
    """The comparison with a commit in whose workspace these findings were."""
    known = dict(renames(root, base))
    return Comparison(
        base.typed, tuple(found), known, tuple(repositories_within(root)), torn=tuple(unfinished(root))
    )


def holds_workspace(folder: Path) -> bool:
    """Whether a commit put a workspace into a folder, and not templates or stories alone."""
    return any((folder / mark).exists() for mark in MARKS)


def has_no_commit(root: Path) -> bool:
    """Whether nothing is committed in this repository yet. Raises CasewrightError where git has nothing to say."""
    try:
        return is_unborn(root)
    except NoHistory:
        raise CasewrightError(f"{why_silent(root)} Without --base the check works all the same.") from None


def began_from(root: Path, typed: str) -> Revision:
    """The newest commit that HEAD and the named one both come from."""
    base = revision(root, typed)
    try:
        return Revision(typed, git(root, "merge-base", base.commit, "HEAD").strip())
    except NoHistory:
        raise CasewrightError(
            f"{typed} and HEAD have no commit in common here. If this clone is shallow, `git fetch --unshallow` brings "
            "the older commits (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab)."
        ) from None


def renames(root: Path, base: Revision) -> Iterator[tuple[str, str]]:
    """Newer and older path of each file of the workspace that was renamed since a commit, committed or not."""
    try:
        told = iter(git(root, *DIFF, base.commit, "--", *PARTS).split("\0"))
    except NoHistory:
        return
    for status in told:
        if status.startswith(("R", "C")):
            older, newer = next(told), next(told)
            if status.startswith("R"):
                yield newer, older
        elif status:
            next(told)


def repositories_within(root: Path) -> Iterator[str]:
    """The folders of the workspace that are repositories of their own (submodules)."""
    try:
        entries = git(root, "ls-files", "--stage", "-z", "--", *PARTS).split("\0")
    except NoHistory:
        return
    yield from (entry.partition("\t")[2] for entry in entries if entry.startswith(LINK))


def notes(comparison: Comparison) -> Iterable[str]:
    """What a reader must know of a comparison, as sentences."""
    if comparison.empty:
        yield f"No workspace is committed in {comparison.typed} yet, so every finding counts as brought by this change."
    yield from torn_notes(comparison.torn)
    for folder in comparison.apart:
        yield f"{folder} is a repository of its own (a submodule), so every finding in it counts as brought by this change."


def torn_notes(paths: Iterable[str]) -> Iterator[str]:
    """What a reader must know of files that a merge left unfinished."""
    for path in paths:
        yield (
            f"A merge of git is unfinished: {path} was changed on both sides, or taken out on one, and counts as it lies "
            "here."
        )
