"""The command as a process of its own: its exit code and all that it printed come through its quick end."""

import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "generator"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--version"], 0), (["check"], 1), (["check", "--fail-on", "never"], 0), (["chekc"], 2), (["-C"], 2)],
)
def test_the_exit_code_is_the_commands(
    arguments: list[str], code: int, workspace: Path, repository: Path
) -> None:
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=workspace,
        env={"PYTHONPATH": str(repository)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == code
    assert (done.stderr if code == 2 else done.stdout).endswith(b"\n")


def test_everything_is_printed_before_the_end(workspace: Path, repository: Path) -> None:
    for number in range(300):
        (workspace / f"cases/wren/case-{number}.yaml").write_text("title: [\n", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "check"],
        cwd=workspace,
        env={"PYTHONPATH": str(repository)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert all(f"cases/wren/case-{number}.yaml:" in done.stdout for number in range(300))
    assert done.stdout.splitlines()[-1].endswith("files.")


def test_a_reader_that_has_gone_is_no_traceback(workspace: Path, repository: Path) -> None:
    with subprocess.Popen(
        [*COMMAND, "explain"],
        cwd=workspace,
        env={"PYTHONPATH": str(repository)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
