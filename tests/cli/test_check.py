"""`casewright check` on a small real folder: what it prints, what narrows it, and its exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from generator.cli.check import STAGES, failing
from generator.cli.narrowing import narrowed_to
from generator.finding import Finding, Place, Severity
from generator.model import settings
from generator.report import FORMATS

Run = Callable[..., Result]
NOW = "--as-of=2026-03-11T04:00-04:00"
ANCHOR = r"""
cases/kestrel/cards.yaml:3:11: error[text-start]: This text begins with "&", which YAML reads as an anchor.
  3 | advocate: &who ines
    |           ^^^^^^^^^
    = Put the text in quotes: `advocate: "&who ines"`.
"""


def codes(found: Result) -> list[str]:
    return [entry["code"] for entry in json.loads(found.stdout)]


def test_a_fault_is_shown_with_its_line_and_fails(run: Run) -> None:
    found = run("check", NOW)
    assert found.exit_code == 1
    assert ANCHOR.strip() in found.stdout
    assert "\x1b" not in found.stdout
    assert found.stdout.endswith(" in 5 files.\n")
    assert found.stderr == ""


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_of_the_fault(run: Run, name: str) -> None:
    found = run("check", NOW, "--output-format", name)
    assert found.exit_code == 1
    assert "text-start" in found.stdout


@pytest.mark.parametrize(
    ("cwd", "paths", "tells"),
    [
        (".", [], True),
        (".", ["."], True),
        (".", ["cases"], True),
        (".", ["cases/kestrel/"], True),
        (".", ["cases/kestrel/cards.yaml"], True),
        (".", ["cases/wren"], False),
        (".", ["cases/wren", "cases/kestrel"], True),
        (".", ["contacts.yaml"], False),
        ("cases/wren", [], True),
        ("cases/wren", ["slow-pages.yaml"], False),
        ("cases/wren", ["../kestrel/cards.yaml"], True),
    ],
)
def test_paths_narrow_the_report_and_its_exit_code(run: Run, cwd: str, paths: list[str], tells: bool) -> None:
    found = run("check", NOW, "--output-format=json", *paths, cwd=cwd)
    assert ("text-start" in codes(found)) == tells
    assert found.exit_code == (1 if tells else 0)


def test_narrowing_narrows_the_count_of_files(run: Run) -> None:
    assert run("check", NOW, "cases/wren").stdout.endswith(" in 2 files.\n")


@pytest.mark.parametrize("path", ["cases/nobody", "..", "/"])
def test_a_path_that_is_not_in_the_workspace_is_wrong_usage(run: Run, path: str) -> None:
    found = run("check", path)
    assert found.exit_code == 2
    assert ("does not exist" if path == "cases/nobody" else "is outside the workspace") in found.stderr


def test_a_link_narrows_as_it_is_spelled_or_where_it_leads(workspace: Path) -> None:
    root = workspace.resolve()
    (root.parent / "short").symlink_to(root / "cases/kestrel")
    (root / "cases/alias").symlink_to(root / "cases/kestrel")
    assert narrowed_to([root.parent / "short"], root)("cases/kestrel/cards.yaml")
    alias = narrowed_to([root / "cases/alias"], root)
    assert [alias("cases/alias/cards.yaml"), alias("cases/kestrel/cards.yaml")] == [True, False]
    with pytest.raises(click.BadParameter):
        narrowed_to([root.parent], root)


def finding(severity: Severity, clock: bool = False) -> Finding:
    return Finding(f"{severity}-{clock}", severity, Place("a.yaml"), "Wrong.", "Mend it.", clock)


ALL = [finding(severity, clock) for severity in Severity for clock in (False, True)]


@pytest.mark.parametrize(
    ("fail_on", "late", "fails"),
    [
        ("error", False, {"error-False"}),
        ("error", True, {"error-False", "error-True", "warning-True"}),
        ("warning", False, {"error-False", "warning-False"}),
        ("warning", True, {"error-False", "error-True", "warning-False", "warning-True"}),
        ("never", False, set()),
        ("never", True, set()),
    ],
)
def test_which_findings_fail(fail_on: str, late: bool, fails: set[str]) -> None:
    assert {one.code for one in failing(ALL, fail_on, late)} == fails


def test_what_the_clock_brings_fails_late_only(run: Run, workspace: Path) -> None:
    case = workspace / "cases/kestrel/cards.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("&who ", ""), encoding="utf-8")
    with case.open("a", encoding="utf-8") as file:
        file.write("next_update: 2026-03-11 06:00\n")
    assert run("check", NOW).exit_code == 0
    assert run("check", NOW, "--late").exit_code == 1
    assert run("check", NOW, "--late", "--fail-on=never").exit_code == 0


def test_fail_on_never_still_tells(run: Run) -> None:
    found = run("check", NOW, "--fail-on=never", "--output-format=json")
    assert found.exit_code == 0
    assert "text-start" in codes(found)


def test_what_a_stage_still_wants(run: Run) -> None:
    found = run("check", NOW, "--case=wren/slow-pages", "--as-if=get-well", "--output-format=json")
    assert found.exit_code == 1
    assert {entry["path"] for entry in json.loads(found.stdout)} == {"cases/wren/slow-pages.yaml"}


def test_case_and_stage_go_together_and_exist(run: Run) -> None:
    for alone in ("--case=wren/slow-pages", "--as-if=closed"):
        found = run("check", alone)
        assert found.exit_code == 2
        assert "--case and --as-if go together" in found.stderr
    found = run("check", "--case=wren/slow-page", "--as-if=closed")
    assert found.exit_code == 2
    assert "There is no case 'wren/slow-page'. Did you mean 'wren/slow-pages'?" in found.stderr
    assert run("check", "--case=wren/customer", "--as-if=closed").exit_code == 2
    assert run("check", "--case=../x", "--as-if=closed").exit_code == 2


def test_the_stages_are_those_of_the_model() -> None:
    assert STAGES == settings.STAGES


def test_annotations_name_paths_from_where_the_command_runs(run: Run) -> None:
    found = run("check", "-C", "team", NOW, "--output-format=github", cwd="..")
    assert "::error file=team/cases/kestrel/cards.yaml,line=3," in found.stdout
    assert "cases/kestrel/cards.yaml:3:11" in run("check", "-C", "team", NOW, cwd="..").stdout


AWAY = """
people: {ines: {name: Ines Okafor, customer_phone: +1 603 555 0100, shown_as: contact}}
areas: {desk: {name: Desk, outside: true, primary: ines}}
absences: [{person: ines, from: 2026-04-10, to: 2026-04-12}]
"""


@pytest.mark.parametrize(
    ("horizon", "told"), [([], True), (["--horizon", "4 weeks"], False), (["--horizon", "5 weeks"], True)]
)
def test_the_matrix_is_proved_up_to_the_horizon(
    workspace: Path, run: Run, horizon: list[str], told: bool
) -> None:
    (workspace / "contacts.yaml").write_text(AWAY, encoding="utf-8")
    found = run("check", NOW, "contacts.yaml", "--output-format", "json", *horizon)
    assert ("away-without-alternate" in codes(found)) == told


@pytest.mark.parametrize("horizon", ["0 days", "a while", "90", "-1 day", "100000 days"])
def test_a_horizon_is_a_length_of_time(run: Run, horizon: str) -> None:
    found = run("check", NOW, f"--horizon={horizon}")
    assert found.exit_code == 2
    assert f"{horizon!r} is not a length of time. Write it like '90 days' or '3 weeks'." in found.stderr


def test_the_farthest_horizon_is_no_accident(workspace: Path, run: Run) -> None:
    (workspace / "contacts.yaml").write_text(AWAY, encoding="utf-8")
    assert (
        run("check", "--as-of=2199-12-31T23:59Z", "--horizon", "99999 weeks", "contacts.yaml").exit_code == 0
    )
