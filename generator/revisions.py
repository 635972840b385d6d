"""A workspace as a commit holds it, written into a folder of its own, so that everything can read it like any other."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from generator.errors import CasewrightError
from generator.history import NoHistory, answer, git, is_disguised

PLAIN = ("100644", "100755")
"""The modes of files; links and other repositories within this one are left out, as a workspace has none."""
PARTS = ("casewright.yaml", "contacts.yaml", "stories.yaml", "cases", "templates")
"""What a workspace is made of, wherever in the repository it lies."""
MOST_TYPED = 80
"""Characters of what was typed that a sentence repeats."""
BIGGEST = 256 * 1024 * 1024
"""Bytes of one revision that are taken out of git."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit by what was typed, and its full hash."""

    typed: str
    commit: str


def revision(root: Path, typed: str, instead: str = "Compare two folders instead.") -> Revision:
    """The commit that was meant. Raises CasewrightError where there is none, or git has nothing to say.

    `instead` is what to do where there is no git at all.
    """
    try:
        git(root, "rev-parse", "--git-dir")
    except NoHistory:
        raise CasewrightError(f"{why_silent(root)} {instead}") from None
    try:
        said = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{typed}^{{commit}}")
    except NoHistory:
        raise CasewrightError(f"There is no commit {_cut(typed)!r} here.{_why_not(root)}") from None
    return Revision(typed, said.strip())


def committed_at(root: Path, of: Revision) -> datetime:
    """When a commit was made, with the offset of whoever made it. Raises CasewrightError where git does not say."""
    try:
        return datetime.fromisoformat(git(root, "show", "-s", "--format=%cI", of.commit).strip())
    except (NoHistory, ValueError):
        raise CasewrightError(
            f"Git does not say when {of.typed} was made. Give the moment with --as-of."
        ) from None


def why_silent(root: Path) -> str:
    """Why git has nothing to say about a folder, as a sentence."""
    if shutil.which("git") is None:
        return f"Git is missing on this machine, so nothing is known of what {root} held before."
    if is_disguised(root):
        return f"{root} lies in a repository that has no files beside it (bare), of which git is not asked."
    if not any((folder / ".git").exists() for folder in (root.absolute(), *root.absolute().parents)):
        return f"{root} is in no git repository."
    return (
        f"Git does not read the repository of {root}: it is broken, or belongs to another user. "
        "`git status` says which, and how to mend it or trust it."
    )


def is_unborn(root: Path) -> bool:
    """Whether this is a repository in which nothing is committed yet. Raises NoHistory where git has nothing to say."""
    git(root, "rev-parse", "--git-dir")
    try:
        git(root, "rev-parse", "--verify", "--quiet", "HEAD")
    except NoHistory:
        return True
    return False


def unfinished(root: Path) -> list[str]:
    """The files of the workspace that a merge left unfinished, by path; none where git has nothing to say."""
    try:
        entries = git(root, "ls-files", "--unmerged", "-z", "--", *PARTS).split("\0")
    except NoHistory:
        return []
    return sorted({entry.partition("\t")[2] for entry in entries if entry})


def _why_not(root: Path) -> str:
    """What may be the reason that a commit is missing."""
    if is_unborn(root):
        return " Nothing is committed yet."
    try:
        git(root, "cat-file", "-e", "HEAD^{tree}")
    except NoHistory:
        return " The repository is broken: `git fsck` says what it lacks."
    if git(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        return (
            " This clone is shallow: `git fetch --unshallow` brings the older commits. "
            "In CI they come with fetch-depth: 0 (GitHub) or GIT_DEPTH: 0 (GitLab)."
        )
    return ""


def _cut(typed: str) -> str:
    return typed if len(typed) <= MOST_TYPED else f"{typed[:MOST_TYPED]}…"


def merge_base(root: Path, one: Revision, other: Revision) -> Revision:
    """The newest commit that both come from. Raises CasewrightError where they have none in common."""
    try:
        return Revision(one.typed, git(root, "merge-base", one.commit, other.commit).strip())
    except NoHistory:
        raise CasewrightError(
            f"{one.typed} and {other.typed} have no commit in common.{_why_not(root)} Give `{one.typed}..{other.typed}`."
        ) from None


@contextmanager
def workspace_at(root: Path, of: Revision) -> Iterator[Path]:
    """A folder with the workspace as a commit holds it; gone at the end. Nothing in the repository is changed.

    Raises CasewrightError where git cannot give it.
    """
    with TemporaryDirectory(prefix="casewright-") as folder:
        target = Path(folder)
        try:
            _write_out(root, of, target)
        except NoHistory:
            raise CasewrightError(_why_not_out(root, of)) from None
        except OSError as error:
            raise CasewrightError(f"{of.typed} could not be taken out of git: {error}.") from None
        yield target


def _why_not_out(root: Path, of: Revision) -> str:
    """Why the files of a commit could not be had, as sentences."""
    said = f"Git did not give the files of {_cut(of.typed)}."
    try:
        partial = git(root, "config", "--get-regexp", r"^remote\..*\.promisor$")
    except NoHistory:
        partial = ""
    if partial:
        return f"{said} This clone left the content of older files out: `git fetch --refetch --no-filter` brings it."
    return f"{said} `git fsck` says whether the repository lacks some."


def _write_out(root: Path, of: Revision, target: Path) -> None:
    files = dict(_files(root, of))
    names = list(files.values())
    contents = answer(root, "cat-file", "--batch", asked="".join(f"{name}\n" for name in names))
    at = 0
    for path in files:
        head, _, _ = contents[at : at + 120].partition(b"\n")
        size = int(head.rsplit(b" ", 1)[1])
        start = at + len(head) + 1
        place = target / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(contents[start : start + size])
        at = start + size + 1


def _files(root: Path, of: Revision) -> Iterator[tuple[str, str]]:
    """Path and git's name of each plain file below the workspace in a commit."""
    total = 0
    for entry in git(root, "ls-tree", "-r", "-z", "--long", of.commit, "--", *PARTS).split("\0"):
        if not entry:
            continue
        told, _, path = entry.partition("\t")
        mode, _, name, size = told.split()
        if mode in PLAIN and _is_inside(path):
            total += int(size)
            if total > BIGGEST:
                raise CasewrightError(
                    f"{of.typed} holds more than {BIGGEST >> 20} MiB, so it was not taken out of git."
                )
            yield path, name


def _is_inside(path: str) -> bool:
    """Whether a path from git stays in its folder; git allows none that does not, but a made-up tree may."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and not {"..", ".", ".git"} & {*parts}
