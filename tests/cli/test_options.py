"""The options that commands share: which folder is the workspace, and which moment is now."""

import os
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli.options import as_of_option, jobs_option, root_option
from generator.cli.surroundings import below_here, colours
from generator.errors import CasewrightError


@click.command()
@root_option
def show_root(root: Path) -> None:
    """Prints the workspace."""
    click.echo(root)


@click.command()
@as_of_option
def show_moment(as_of: datetime) -> None:
    """Prints the moment."""
    click.echo(as_of.isoformat())


@click.command()
@jobs_option
def show_jobs(jobs: int) -> None:
    """Prints the number of processes."""
    click.echo(jobs)


def run(command: click.Command, *arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


@pytest.mark.parametrize("inside", [".", "cases", "cases/kestrel"])
def test_without_an_option_the_workspace_is_here_or_above(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    monkeypatch.chdir(workspace / inside)
    assert run(show_root).stdout == f"{workspace.resolve()}\n"


@pytest.mark.parametrize("mark", ["casewright.yaml", "contacts.yaml", "cases"])
def test_one_mark_makes_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str) -> None:
    (tmp_path / "below").mkdir()
    (tmp_path / mark).mkdir()
    monkeypatch.chdir(tmp_path / "below")
    assert run(show_root).stdout == f"{tmp_path.resolve()}\n"


def test_a_folder_that_is_named_is_taken_as_it_is(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace.parent)
    assert run(show_root, "-C", "team").stdout == f"{workspace.resolve()}\n"
    below = run(show_root, "--root", "team/cases")
    assert below.exit_code == 2
    assert "team/cases has no casewright.yaml, contacts.yaml or cases folder." in below.stderr
    assert run(show_root, "-C", "elsewhere").exit_code == 2


def test_outside_of_any_workspace_the_way_out_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = run(show_root)
    assert found.exit_code == 2
    assert "nor has one above it. Name the workspace with -C." in found.stderr


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-03-11T14:30-04:00", "2026-03-11T14:30:00-04:00"),
        ("2026-03-11 14:30", "2026-03-11T14:30:00"),
        ("2026-03-11T14:30:59", "2026-03-11T14:30:59"),
        ("2026-03-11T14:30Z", "2026-03-11T14:30:00+00:00"),
        ("2024-02-29T23:59+05:45", "2024-02-29T23:59:00+05:45"),
    ],
)
def test_a_moment_keeps_its_offset_or_its_lack_of_one(typed: str, meant: str) -> None:
    assert run(show_moment, "--as-of", typed).stdout == meant + "\n"


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "now",
            "2026-03-11",
            "14:30",
            "2026-03-11T14",
            "20260311T1430",
            "2026-W11-3T14:30",
            "1773239400",
        ),
        *("2026-03-11T14:30 EST", "2026-03-11T14:30\n", "２０２６-03-11T14:30"),
        *("9999-12-31T23:59", "0001-01-01T00:00"),
    ],
)
def test_anything_else_is_refused_with_an_example(typed: str) -> None:
    found = run(show_moment, "--as-of", typed)
    assert found.exit_code == 2
    assert "is not a moment. Write it as 2026-03-11T14:30-04:00" in found.stderr.replace("\n", " ")


@pytest.mark.parametrize(
    "typed", ["2026-02-29T10:00", "2026-13-01T10:00", "2026-03-11T25:00", "2026-03-11T10:00+24:00"]
)
def test_a_moment_that_no_calendar_has_is_refused(typed: str) -> None:
    found = run(show_moment, "--as-of", typed)
    assert found.exit_code == 2
    assert "There is no moment" in found.stderr


def test_source_date_epoch_is_the_moment_unless_one_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773253800")
    assert run(show_moment).stdout == "2026-03-11T18:30:00+00:00\n"
    assert run(show_moment, "--as-of", "2026-01-01T00:00").stdout == "2026-01-01T00:00:00\n"


@pytest.mark.parametrize("value", ["", "soon", "-1", "1.5", "99999999999", "1_0"])
def test_a_source_date_epoch_that_counts_nothing_is_broken_surroundings(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    found = run(show_moment)
    assert isinstance(found.exception, CasewrightError)
    assert str(found.exception).startswith(f"SOURCE_DATE_EPOCH is {value!r}, which is no count of seconds")


def test_else_the_moment_is_now_to_the_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    moment = datetime.fromisoformat(run(show_moment).stdout.strip())
    assert moment.tzinfo == UTC
    assert (moment.second, moment.microsecond) == (0, 0)
    assert timedelta() <= datetime.now(UTC) - moment < timedelta(minutes=2)


def test_jobs_are_the_cores_unless_said() -> None:
    assert run(show_jobs, "--jobs", "3").stdout == "3\n"
    assert 1 <= int(run(show_jobs).stdout) <= (os.cpu_count() or 1)
    assert run(show_jobs, "--jobs", "0").exit_code == 2


def test_the_way_down_to_a_workspace(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace.resolve()
    ways = {}
    for here in (root.parent.parent, root.parent, root, root / "cases"):
        monkeypatch.chdir(here)
        ways[here] = below_here(root)
    assert list(ways.values()) == [f"{root.parent.name}/team/", "team/", "", ""]


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "coloured"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (Terminal(), {"TERM": "dumb"}, False),
        (StringIO(), {"TERM": "xterm"}, False),
    ],
)
def test_colours_are_for_terminals_that_want_them(
    monkeypatch: pytest.MonkeyPatch, stream: StringIO, environment: dict[str, str], coloured: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert colours(stream) == coloured
