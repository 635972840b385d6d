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


@pytest.mark.parametrize(
    ("has", "line"),
    [
        (("apt-get", "sudo"), "sudo apt-get update && sudo apt-get install -y git"),
        (("apt-get",), "apt-get update && apt-get install -y git"),
        (("pacman", "sudo"), "sudo pacman -S --noconfirm git"),
    ],
)
def test_without_git_it_gives_the_line_that_installs_it_here(
    tmp_path: Path, has: tuple[str, ...], line: str
) -> None:
    """A container, where everything runs as root, has no sudo."""
    for name in has:
        (tmp_path / name).touch(mode=0o755)
    ran = doctor(tmp_path, path=str(tmp_path))
    assert ran.returncode == 3
    assert line_below(ran.stdout, "missing  Git:") == line


def line_below(told: str, begin: str) -> str:
    """The line to type below the one that begins so."""
    lines = told.splitlines()
    return lines[next(number for number, line in enumerate(lines) if line.startswith(begin)) + 1].strip()


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "contacts.yaml").write_text("people: {}\n")
    assert "ok       Workspace: 1 file, all of which can be read." in doctor(tmp_path).stdout
    (tmp_path / "casewright.yaml").write_text("language: [\n")
    ran = doctor(tmp_path)
    assert ran.returncode == 3 and "casewright.yaml cannot be read." in ran.stdout
    assert line_below(ran.stdout, "missing  Workspace:") == "casewright check"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_user_is_trusted_by_the_line_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The repository begins above the workspace, and its path wants quotes."""
    top = tmp_path / "it's ours"
    (top / "casework").mkdir(parents=True)
    (top / "casework/contacts.yaml").write_text("people: {}\n")
    subprocess.run(["git", "init", "-q", str(top)], check=True)
    for path in (top, *top.rglob("*")):
        os.chown(path, 12345, 12345)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("GIT_CONFIG_GLOBAL", raising=False)
    ran = doctor(top / "casework")
    assert ran.returncode == 3, ran.stdout
    subprocess.run(line_below(ran.stdout, "missing  Git:"), shell=True, check=True)
    assert "this workspace is in a repository" in doctor(top / "casework").stdout


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
