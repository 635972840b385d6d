"""`casewright doctor` and `casewright completion`: what this machine has, tried."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, main

REPOSITORY = Path(__file__).parents[2]
SHELLS = ("bash", "zsh", "fish", "powershell")


def doctor(folder: Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(REPOSITORY),
        **({"PATH": path} if path is not None else {}),
    }
    command = [sys.executable, "-m", "generator", "doctor"]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, env=environment)


def test_where_everything_is_there_it_says_so(tmp_path: Path) -> None:
    ran = doctor(tmp_path)
    assert ran.returncode == 0, ran.stdout
    lines = ran.stdout.splitlines()
    assert any(line.startswith("ok       PDFs: They can be made.") for line in lines)
    assert any(line.startswith("ok       Git:") for line in lines)
    assert "casewright init DIR" in lines[-1]


def test_without_git_it_gives_the_line_that_installs_it(tmp_path: Path) -> None:
    ran = doctor(tmp_path, path=str(tmp_path))
    assert ran.returncode == 3
    lines = ran.stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("missing  Git:"))
    assert lines[at + 1].strip() == "sudo apt-get install -y git"


def test_a_repository_of_nobody_or_of_somebody_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "contacts.yaml").write_text("people: {}\n")
    assert "is in no repository" in doctor(tmp_path).stdout
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert "this workspace is in a repository" in doctor(tmp_path).stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_gets_a_script_that_asks_the_command(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell], catch_exceptions=False)
    assert result.exit_code == 0
    assert "_CASEWRIGHT_COMPLETE" in result.stdout and "casewright" in result.stdout


def test_every_command_is_completed() -> None:
    environment = {
        **os.environ,
        "COMP_WORDS": "casewright ",
        "COMP_CWORD": "1",
        "_CASEWRIGHT_COMPLETE": "bash_complete",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "generator"], capture_output=True, text=True, cwd=REPOSITORY, env=environment
    )
    assert {line.rpartition(",")[2] for line in ran.stdout.splitlines()} == set(COMMANDS)
