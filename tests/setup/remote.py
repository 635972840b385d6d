"""A team's repository as a host has it, with the events that pushes and pull requests raise there."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.gate.repository import commit, git
from tests.setup.runner import Run

OURS = "harborline/cases"
Change = Callable[[Path], object]


def begun(root: Path) -> Path:
    """The folder as a repository whose first commit is on `main`, of which any commit can be fetched."""
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "config", "uploadpack.allowAnySHA1InWant", "true")
    commit(root, "Begin")
    return root


def pull(root: Path, change: Change, head: str = OURS) -> dict[str, Any]:
    """The event of a pull request with a change, from a branch of ours or from somebody's fork (`head`)."""
    base = git(root, "rev-parse", "main").strip()
    git(root, "switch", "--quiet", "--create", "topic", "main")
    change(root)
    commit(root, "Change")
    git(root, "switch", "--quiet", "--detach", "main")
    git(root, "merge", "--quiet", "--no-ff", "--message", "Merge", "topic")
    merged = git(root, "rev-parse", "HEAD").strip()
    git(root, "update-ref", "refs/pull/1/merge", merged)
    git(root, "switch", "--quiet", "main")
    if head != OURS:
        git(root, "branch", "--quiet", "-D", "topic")
    request = {"base": {"sha": base}, "head": {"repo": {"full_name": head}}}
    event = {"pull_request": request}
    return _context("pull_request", "refs/pull/1/merge", merged, event, base_ref="main")


def push(root: Path, change: Change, before: str | None = None) -> dict[str, Any]:
    """The event of a push to `main`; `before` is what GitHub says was there."""
    earlier = git(root, "rev-parse", "main").strip()
    change(root)
    made = commit(root, "Change")
    return _context("push", "refs/heads/main", made, {"before": before or earlier})


def _context(name: str, ref: str, sha: str, event: dict[str, Any], base_ref: str = "") -> dict[str, Any]:
    told = {"event_name": name, "ref": ref, "sha": sha, "event": event, "base_ref": base_ref}
    return {**told, "repository": OURS}


def run_of(context: dict[str, Any], repository: Path, remote: Path, home: Path) -> Run:
    """A machine for an event, with this checkout's command where the actions put it."""
    run = Run(repository, remote, home, context, installed=True)
    command = run.temp / "casewright/bin/casewright"
    command.parent.mkdir(parents=True)
    start = f"import sys; sys.path.insert(0, {str(repository)!r}); from generator.cli import main; main()"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -c "{start}" "$@"\n', encoding="utf-8")
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    return run
