"""Real repositories for the tests of the gate: commits by an invented advocate, and checks of them."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from click.testing import Result

from tests.team import run

SETTINGS = (
    "user.name=Ines",
    "user.email=ines@harborline.example",
    "commit.gpgsign=false",
    "protocol.file.allow=always",
)
OPTIONS = [part for setting in SETTINGS for part in ("-c", setting)]
CARDS = "cases/kestrel/cards.yaml"
MAILS = "cases/kestrel/mails.yaml"


def git(root: Path, *arguments: str, fails: bool = False) -> str:
    """What git prints in a folder."""
    ran = subprocess.run(
        ["git", *OPTIONS, *arguments],
        cwd=root,
        check=not fails,
        capture_output=True,
        text=True,
        env={**os.environ, "GIT_EDITOR": "true"},
    )
    return ran.stdout


def commit(root: Path, message: str) -> str:
    """Commits everything, and gives the commit."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(root, "rev-parse", "HEAD").strip()


def replace(root: Path, path: str, old: str, new: str) -> None:
    """Changes what stands in a file once."""
    file = root / path
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def break_mails(root: Path) -> None:
    """A new fault: an advocate whom nobody knows."""
    replace(root, MAILS, "advocate: ines", "advocate: nobody")


def check(root: Path, *options: str, base: str = "main") -> Result:
    """`casewright check --base`."""
    return run("check", "-C", root, "--base", base, *options)


def entries(root: Path, *options: str, base: str = "main") -> list[dict[str, Any]]:
    """What the check says as JSON."""
    said: list[dict[str, Any]] = json.loads(
        check(root, "--output-format", "json", *options, base=base).stdout
    )
    return said


def brought(root: Path, *options: str, base: str = "main") -> list[tuple[str, str]]:
    """Path and code of each error that a change brings."""
    found = entries(root, *options, base=base)
    return [(one["path"], one["code"]) for one in found if not one["before"] and one["severity"] == "error"]
