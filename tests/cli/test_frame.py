"""The command itself: its help, what it imports, and how it ends."""

import os
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import Result

from generator import __version__
from generator.cli import COMMANDS, Entry
from generator.errors import CasewrightError

Run = Callable[..., Result]
REPOSITORY = Path(__file__).resolve().parents[2]
READING = ["yaml", "pydantic", "phonenumbers"]
RENDERING = ["jinja2", "markdown", "nh3", "babel", "weasyprint", "pikepdf", "pypdfium2"]
HEAVY = [*READING, *RENDERING, "rich", "xml", "json"]


def python(script: str, cwd: Path) -> str:
    """What a script prints that may import the command."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=cwd, env=environment, check=True
    )
    return done.stdout.splitlines()[-1]


def imported_by(arguments: list[str], cwd: Path) -> set[str]:
    """Which of the heavy libraries a run of the command imports."""
    script = (
        "import sys\nfrom generator.cli import main\n"
        f"try: main({arguments!r}, prog_name='casewright')\n"
        f"except SystemExit: print('\\n', *(name for name in {HEAVY!r} if name in sys.modules))"
    )
    return set(python(script, cwd).split())


def test_help_lists_every_command_in_order(run: Run) -> None:
    for asked in ("-h", "--help"):
        found = run(asked)
        assert found.exit_code == 0
        listed = found.stdout.split("Commands:\n")[1].splitlines()
        assert [line.split()[0] for line in listed] == list(COMMANDS)
        assert all(line.endswith(".") for line in listed)


def test_help_imports_nothing_heavy(workspace: Path) -> None:
    assert imported_by(["--help"], workspace) == set()


def test_check_imports_what_it_reads_with_and_nothing_that_renders(workspace: Path) -> None:
    imported = imported_by(["check"], workspace)
    assert imported >= {"yaml", "pydantic"}
    assert not imported & {*RENDERING, "rich"}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_what_it_does_with_an_example(run: Run, name: str) -> None:
    pytest.importorskip(COMMANDS[name].module)
    found = run(name, "-h")
    assert found.exit_code == 0
    assert f"\n  casewright {name}" in found.stdout
    assert found.stdout.startswith(f"Usage: casewright {name} ")


def test_the_version(run: Run) -> None:
    assert run("--version").stdout == f"casewright {__version__}\n"


def test_a_mistyped_command_or_option_names_the_nearest(run: Run) -> None:
    found = run("chekc")
    assert found.exit_code == 2
    assert "No such command 'chekc'. Did you mean 'check'?" in found.stderr
    assert "Did you mean '--late'?" in run("check", "--lat=1").stderr


def test_broken_surroundings_are_one_sentence_and_exit_code_3(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    found = run("check")
    assert found.exit_code == 3
    assert found.stdout == ""
    assert found.stderr == (
        "SOURCE_DATE_EPOCH is 'soon', which is no count of seconds since 1970. "
        "Unset it, or give the moment with --as-of.\n"
    )


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (CasewrightError("No room. Make some."), 3),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(32, "pipe"), 1),
    ],
)
def test_how_a_command_may_end(
    run: Run, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int
) -> None:
    @click.command()
    def command() -> None:
        raise raised

    module = ModuleType("invented_command")
    module.command = command  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setitem(COMMANDS, "fall", Entry(module.__name__, "Falls."))
    found = run("fall")
    assert found.exit_code == code
    assert found.output == (f"{raised}\n" if code == 3 else "")


def test_a_bug_of_ours_shows_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(import_module("generator.cli.explain"), "listing", broken)
    assert isinstance(run("explain").exception, ZeroDivisionError)


def test_a_reader_that_goes_away_is_not_an_error_to_talk_about(workspace: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "generator", "explain"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=workspace, env=environment, **pipes) as process:
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_character_that_the_terminal_lacks_is_escaped(workspace: Path) -> None:
    (workspace / "cases/kestrel/cards.yaml").write_text("title: &who 支払い\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONIOENCODING": "latin-1"}
    command = [sys.executable, "-m", "generator", "check"]
    done = subprocess.run(command, capture_output=True, cwd=workspace, env=environment, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\\u652f\\u6255\\u3044" in done.stdout
