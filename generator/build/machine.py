"""What this machine can do for Casewright, tried and not supposed."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.checking import all_files
from generator.errors import CasewrightError
from generator.history import environment
from generator.pdf import PangoMissing, PdfJob, print_all
from generator.pdf.pango import install_line
from generator.render.templates import shipped
from generator.rules.in_words import counted
from generator.source.disk import printed
from generator.source.workspace import read_workspace

SCRIPTS = {"Japanese": "日本語", "Korean": "한국어", "Arabic": "عربي", "Hebrew": "עברית", "Thai": "ไทย"}
"""A few letters of scripts that Fira Sans has not."""
FONTS = {
    "apt-get": "sudo apt-get update && sudo apt-get install -y fonts-ipaexfont-gothic fonts-noto-core fonts-noto-cjk",
    "brew": "brew install --cask font-noto-sans-cjk font-noto-sans",
    "dnf": "sudo dnf install -y google-noto-sans-fonts google-noto-sans-cjk-fonts",
    "apk": "sudo apk add font-noto font-noto-cjk",
    "pacman": "sudo pacman -S --noconfirm noto-fonts noto-fonts-cjk",
}
GIT = {
    "apt-get": "sudo apt-get update && sudo apt-get install -y git",
    "brew": "brew install git",
    "dnf": "sudo dnf install -y git",
    "apk": "sudo apk add git",
    "pacman": "sudo pacman -S --noconfirm git",
}
TRUSTED = re.compile(r"^\s*(git config --global --add safe\.directory .+)$", re.MULTILINE)
"""The line that git itself gives for a repository of somebody else, the repository's own folder in it."""


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: what it is, whether it will do, what that means, and the line that betters it."""

    what: str
    good: bool
    says: str
    line: str = ""


def examine(root: Path | None) -> Iterator[Examined]:
    """Everything that matters, one after the other; `root` is the workspace, where there is one."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Examined("Python", True, f"{version}, from {sys.executable}.")
    yield _templates()
    yield from _pdfs()
    yield _git(root)
    if root is not None:
        yield _workspace(root)


def _templates() -> Examined:
    try:
        return Examined("Templates", True, f"From {shipped()}.")
    except CasewrightError as error:
        return Examined("Templates", False, str(error), "pip install --force-reinstall casewright")


def _pdfs() -> Iterator[Examined]:
    """A line of each script through the PDF engine."""
    jobs = [
        PdfJob(name, f"<!doctype html><html lang=en><title>{name}</title><p>{text}", 0)
        for name, text in _pages()
    ]
    try:
        results = {result.key: result for result in print_all(jobs, 1)}
    except PangoMissing:
        yield Examined("PDFs", False, "Pango is missing, so pages are made and PDFs are not.", install_line())
        return
    plain = results.pop("Latin")
    yield Examined("PDFs", not plain.failure, plain.failure or "They can be made.")
    lacking = [name for name, result in results.items() if result.missing]
    if lacking:
        says = f"No font here has {_listed(lacking)}; papers print such letters by their number."
        yield Examined("Letters", True, says, install_line(FONTS))
    else:
        yield Examined("Letters", True, f"Latin, Greek, Cyrillic, {_listed(list(results))}.")


def _pages() -> Iterator[tuple[str, str]]:
    yield "Latin", "Ring a number before you trust it."
    yield from SCRIPTS.items()


def _git(root: Path | None) -> Examined:
    if shutil.which("git") is None:
        return Examined(
            "Git",
            False,
            "It is missing: papers carry no commit, `diff` takes folders alone.",
            install_line(GIT),
        )
    if root is None:
        return Examined("Git", True, "It is there.")
    asked = ["git", "-C", str(root), "rev-parse", "--is-inside-work-tree"]
    ran = subprocess.run(asked, capture_output=True, text=True, check=False, env=environment())
    if ran.returncode == 0:
        return Examined("Git", True, "It is there, and this workspace is in a repository.")
    if line := TRUSTED.search(ran.stderr):
        says = "This repository is another user's, so git says nothing about it."
        return Examined("Git", False, says, line[1])
    return Examined(
        "Git", True, "It is there; this workspace is in no repository, so papers carry no commit."
    )


def _workspace(root: Path) -> Examined:
    """Whether every file of the workspace can be read; what those say is for `check`."""
    files = all_files(read_workspace(root))
    broken = [printed(file.path) for file in files if file.root is None]
    if not broken:
        return Examined("Workspace", True, f"{counted(len(files), 'file')}, all of which can be read.")
    return Examined("Workspace", False, f"{_listed(broken)} cannot be read.", "casewright check")


def _listed(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
