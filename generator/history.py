"""What the user's own git knows of a workspace: the last commit of each file, and what a file held before."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

DIGITS = 8
"""How much of a commit's hash is printed: fixed, so that a paper does not change when a repository grows."""
SECONDS = 30
"""How long git may take before a build goes on without it."""
CALM = (
    *("--no-optional-locks", "--no-replace-objects", "--literal-pathspecs", "--no-pager"),
    *("-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "log.showSignature=false"),
    *("-c", "log.showRoot=true", "-c", "log.follow=false", "-c", "safe.bareRepository=explicit"),
)
"""What keeps git from writing into the repository, running programs that it names, and following its habits.

A commit is what its hash says, and nothing that this clone puts in its place.
"""
BARE = ("HEAD", "objects", "refs")
"""What a folder holds that git takes for a repository without files beside it."""
LOG = (
    *("log", "-z", "-c", "--name-status", "--format=%x01%H", "--no-renames", "--no-relative", "--no-color"),
    *("--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
)
STATUS = (
    "status",
    "-z",
    "--porcelain=v1",
    "--untracked-files=all",
    "--no-renames",
    "--ignore-submodules=all",
)
KEPT = (
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_SYSTEM",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_EXEC_PATH",
)
"""The variables of git that say nothing about which repository, index or paths are meant."""


class NoHistory(Exception):
    """Git has nothing to say: it is missing, this is no repository of ours, or nothing is committed yet."""


def last_commits(root: Path, paths: Sequence[str], at: str | None = None) -> dict[str, str]:
    """The short hash (8 hex digits) of the last commit that touched each file, by path; up to a commit (its full hash).

    Paths are relative to the workspace, with forward slashes. A file that is not committed, or was changed since, is
    left out; without git, or without a repository that git trusts, all of them are. In a shallow clone the oldest
    commit at hand stands for all before it.
    """
    if not paths:
        return {}
    tops = sorted({path.partition("/")[0] for path in paths})
    try:
        above = git(root, "rev-parse", "--show-prefix").removesuffix("\n")
        upto = (at,) if at else ()
        touched = touches(git(root, *LOG, *upto, "--", *tops), {above + path for path in paths})
        changed = set() if at else set(changes(git(root, *STATUS, "--", *tops)))
    except NoHistory:
        return {}
    known = {path: touched.get(above + path) for path in paths if above + path not in changed}
    return {path: commit[:DIGITS] for path, commit in known.items() if commit}


def git(root: Path, *arguments: str) -> str:
    """What git prints in a folder; anything that goes wrong is no history."""
    return os.fsdecode(answer(root, *arguments))


def answer(root: Path, *arguments: str, asked: str = "") -> bytes:
    """The bytes that git prints in a folder when it reads `asked`; anything that goes wrong is no history."""
    command = ["git", *CALM, *arguments]
    if is_disguised(root):
        raise NoHistory
    try:
        done = subprocess.run(
            command,
            cwd=root,
            env=environment(),
            input=os.fsencode(asked),
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise NoHistory from error
    return done.stdout


def is_disguised(root: Path) -> bool:
    """Whether git would take a plain folder for the repository, because somebody committed what looks like one.

    Its configuration would name programs for git to run. Git 2.38 and newer are told to refuse it; others are not asked.
    """
    for folder in (root.absolute(), *root.absolute().parents):
        if (folder / ".git").exists():
            return False
        if all((folder / name).exists() for name in BARE):
            return True
    return False


def environment() -> dict[str, str]:
    """This process's environment without what a hook or a wrapper set about another repository."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name in KEPT}
    return {**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}


def touches(log: str, wanted: set[str]) -> dict[str, str | None]:
    """The newest commit of each wanted path in git's log; None where that commit took the file away."""
    newest: dict[str, str | None] = {}
    for commit, status, path in entries(log):
        if path in wanted and path not in newest:
            newest[path] = None if status.endswith("D") else commit
    return newest


def entries(log: str) -> Iterator[tuple[str, str, str]]:
    """Commit, status and path of every change in git's log, the newest first."""
    for record in log.split("\x01")[1:]:
        commit, *changed = record.strip("\0\n").split("\0")
        changed = [field.lstrip("\n") for field in changed]
        pairs = iter(field for field in changed if field)
        for status, path in zip(pairs, pairs, strict=False):
            yield commit.strip(), status, path


def changes(status: str) -> Iterator[str]:
    """The paths that git's status tells of: changed, staged, or not known to git."""
    for entry in status.split("\0"):
        if entry:
            yield entry[3:]


MOST = 200
"""How many commits are looked at for what a file held."""


@dataclass(frozen=True)
class Past:
    """The commits that touched some files of the workspace at `root`, the newest first, and what files held then.

    Each commit is its full hash; there are at most MOST of them. Raises NoHistory where git has nothing to say.
    """

    root: Path
    paths: tuple[str, ...]

    @cached_property
    def above(self) -> str:
        """The way from the repository's top down to the workspace."""
        return git(self.root, "rev-parse", "--show-prefix").removesuffix("\n")

    @cached_property
    def is_shallow(self) -> bool:
        """Whether older commits are missing here."""
        return git(self.root, "rev-parse", "--is-shallow-repository").strip() == "true"

    @cached_property
    def commits(self) -> tuple[str, ...]:
        """The newest commits that touched any of the paths."""
        log = git(self.root, "log", f"--max-count={MOST}", "--format=%H", "--full-history", "--", *self.paths)
        return tuple(log.split())

    def held(self, commit: str, paths: Sequence[str]) -> dict[str, str]:
        """For each path that a commit holds as a file, the name that git has for its content."""
        lines = "".join(f"{commit}:{self.above}{path}\n" for path in paths)
        told = os.fsdecode(
            answer(self.root, "cat-file", "--batch-check=%(objecttype) %(objectname)", asked=lines)
        )
        names = [line.split(" ") for line in told.splitlines()]
        pairs = zip(paths, names, strict=False)
        return {path: name[1] for path, name in pairs if name[0] == "blob" and len(name) == 2}

    @lru_cache(maxsize=64)  # noqa: B019 - lives no longer than one run of the command
    def content(self, name: str) -> bytes:
        """The bytes of a content by git's name for it."""
        return answer(self.root, "cat-file", "blob", name)
