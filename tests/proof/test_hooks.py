"""The hooks, run by pre-commit itself as a team has them: from a repository and its commit, at every kind of commit."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.gate.repository import CARDS, MAILS, OPTIONS, break_mails, git, replace
from tests.team import make_team

CONFIG = """
repos:
  - repo: {repository}
    rev: {commit}
    hooks:
      - {{id: casewright-check, args: [-C, docs/team]}}
      - {{id: casewright-fmt, args: [-C, docs/team]}}
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit and what it installs stand, once for all."""
    folder = tmp_path_factory.mktemp("hooks")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    subprocess.run([f"{folder}/venv/bin/pip", "install", "--quiet", "pre-commit"], check=True)
    return folder


class Team:
    """A team's repository with the hooks, whose workspace stands below its top."""

    def __init__(self, top: Path, home: Path, repository: Path) -> None:
        self.top, self.root = top, make_team(top / "docs/team")
        self.environment = {
            **{name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ},
            "HOME": str(home),
            "PRE_COMMIT_HOME": str(home / "cache"),
        }
        git(top, "init", "--quiet", "--initial-branch=main")
        commit = git(repository, "rev-parse", "HEAD").strip()
        config = CONFIG.format(repository=repository, commit=commit)
        (top / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
        assert CliRunner().invoke(main, ["fmt", "-C", str(self.root)]).exit_code == 0
        install = [f"{home}/venv/bin/pre-commit", "install"]
        subprocess.run(install, cwd=top, env=self.environment, check=True, capture_output=True)

    def commits(self) -> str:
        """What the hooks say of the commit that is staged; nothing where it was made."""
        command = ["git", *OPTIONS, "commit", "--quiet", "--message", "x"]
        done = subprocess.run(
            command, cwd=self.top, env=self.environment, capture_output=True, text=True, check=False
        )
        return "" if done.returncode == 0 else done.stdout + done.stderr

    def stages(self, change: Callable[[Path], object] | None = None) -> None:
        if change:
            change(self.root)
        git(self.top, "add", "--all")


@pytest.fixture
def team(tmp_path: Path, home: Path, repository: Path) -> Team:
    """The team after its first commit, which the hooks let through."""
    made = Team(tmp_path / "whole", home, repository)
    made.stages()
    assert made.commits() == ""
    return made


def in_windows_lines(root: Path) -> None:
    (root / CARDS).write_bytes((root / CARDS).read_bytes().replace(b"\n", b"\r\n"))


def untidy(root: Path) -> None:
    replace(root, MAILS, "hour late\n", "hour late   \n")


def in_an_odd_folder(root: Path) -> None:
    (root / "cases/bücher und mehr").mkdir()
    (root / "cases/bücher und mehr/ein Fall.yaml").write_text("title: x\n", encoding="utf-8")


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a fault": (break_mails, "person-unknown"),
    "a customer that goes": (
        lambda root: (root / "cases/kestrel/customer.yaml").unlink(),
        "casewright-check",
    ),
    "contacts that go": (lambda root: (root / "contacts.yaml").unlink(), "person-unknown"),
    "a case that goes": (lambda root: (root / MAILS).unlink(), ""),
    "lines as on Windows": (in_windows_lines, ""),
    "a file that is untidy": (untidy, "casewright-fmt"),
    "names that are odd": (in_an_odd_folder, "bad-name"),
    "another file": (lambda root: (root.parent / "notes.txt").write_text("x"), ""),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_commit(team: Team, counted: Callable[[str, int], None], change: str) -> None:
    make, wrong = CHANGES[change]
    team.stages(make)
    said = team.commits()
    assert wrong in said and "Traceback" not in said
    assert bool(said) is bool(wrong)
    counted("commits that pre-commit put before the hooks", 1)


def test_what_is_staged_counts_and_not_what_is_open(team: Team) -> None:
    team.stages(lambda root: replace(root, MAILS, "an hour", "two hours"))
    break_mails(team.root)
    assert team.commits() == ""
    team.stages()
    replace(team.root, MAILS, "advocate: nobody", "advocate: ines")
    assert "person-unknown" in team.commits()


def test_a_merge_is_not_blamed_for_what_the_other_side_had(team: Team) -> None:
    git(team.top, "switch", "--quiet", "--create", "side")
    team.stages(lambda root: replace(root, MAILS, "an hour", "two hours"))
    assert team.commits() == ""
    git(team.top, "switch", "--quiet", "main")
    team.stages(lambda root: replace(root, MAILS, "an hour", "a day"))
    team.stages(break_mails)
    git(team.top, "commit", "--quiet", "--no-verify", "--message", "Past the hooks")
    git(team.top, "switch", "--quiet", "side")
    git(team.top, "merge", "main", fails=True)
    team.stages()
    assert "conflict-marker" in team.commits()
    git(team.top, "checkout", "--quiet", "main", "--", f"docs/team/{MAILS}")
    team.stages()
    assert team.commits() == ""
