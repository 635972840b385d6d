"""Commits made in tests, by an invented person at a fixed moment."""

import os
import subprocess
from pathlib import Path

WHO = ("-c", "user.name=Ines", "-c", "user.email=ines@harborline.example", "-c", "commit.gpgsign=false")


def git(root: Path, *arguments: str, at: str = "2026-03-10T09:00:00-04:00") -> str:
    """What git prints; a command that fails fails the test."""
    moment = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    command = ["git", *WHO, *arguments]
    done = subprocess.run(
        command, cwd=root, check=True, capture_output=True, text=True, env={**os.environ, **moment}
    )
    return done.stdout


def commit(root: Path, at: str) -> str:
    """Commits everything in a folder; the full hash."""
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "A change", at=at)
    return git(root, "rev-parse", "HEAD").strip()


def change(root: Path, path: str, old: str, new: str) -> None:
    """Puts a text in the place of another, which must be there."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
