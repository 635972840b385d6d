"""`casewright init`: a first workspace that is clean and complete on any day, in any zone."""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checking import check_workspace
from generator.cli import main
from generator.starter import HOSTS, Wish, first_workspace
from tests.making import write_files
from tests.reading import Read, text_of
from tests.team import dead_links, run, tree
from tests.telling_git import git

ZONES = (
    "UTC",
    "America/New_York",
    "Europe/Prague",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "America/Nuuk",
)


def made(folder: Path, *options: str, exit_code: int = 0) -> Result:
    command = ["init", str(folder), "--as-of", "2026-03-11T14:30-04:00", *options]
    result = CliRunner().invoke(main, command, prog_name="casewright", catch_exceptions=False)
    assert result.exit_code == exit_code, result.output
    return result


@settings(max_examples=40, deadline=None)
@given(
    st.dates(date(2025, 1, 1), date(2040, 12, 31)),
    st.sampled_from(ZONES),
    st.sampled_from((time(0), time(8), time(23, 59))),
)
def test_it_checks_clean_on_any_day(
    tmp_path_factory: pytest.TempPathFactory, day: date, zone: str, hour: time
) -> None:
    root = tmp_path_factory.mktemp("first")
    write_files(root, first_workspace(Wish(day, zone)))
    found = check_workspace(root, datetime.combine(day, hour, ZoneInfo(zone))).findings
    assert found == []


def test_it_builds_at_once_with_every_paper_of_a_full_case(tmp_path: Path) -> None:
    root = tmp_path / "casework"
    told = made(root, "--timezone", "Europe/Prague").stdout
    assert "casewright build" in told
    result = run("build", "-C", root, "--no-pdf")
    assert result.exit_code == 0, result.output
    site = root / "site"
    assert dead_links(site) == []
    assert "Night orders of 60 shops were not taken" in text_of(Read(site / "index.html").tree)
    names = {path.name for path in (site / "cases/juniper").rglob("*.html")}
    for paper in ("update", "situation-summary", "chronology", "agenda"):
        for audience in ("internal", "customer"):
            assert any(name.endswith(f"{paper}.{audience}.html") for name in names), (paper, audience)


def test_its_files_are_in_order_and_its_editor_knows_them(tmp_path: Path) -> None:
    root = tmp_path / "casework"
    made(root)
    assert CliRunner().invoke(main, ["fmt", "--check", "-C", str(root)]).output == ""
    for name in json.loads((root / ".vscode/settings.json").read_text())["yaml.schemas"]:
        assert (root / name).is_file(), name
    for path in [root / "contacts.yaml", *root.glob("cases/*/*.yaml")]:
        schema = path.read_text(encoding="utf-8").partition("\n")[0].partition("$schema=")[2]
        assert (path.parent / schema).is_file(), path
    assert "/site/" in (root / ".gitignore").read_text()


def test_its_editor_offers_its_people_and_areas_at_once(tmp_path: Path) -> None:
    root = tmp_path / "casework"
    made(root)
    before = tree(root)
    offered = json.loads((root / "schema/case.schema.json").read_text())["$defs"]
    assert offered["person"]["enum"] == ["alex", "dana", "jo", "kim", "mina", "robin", "sam"]
    assert offered["area"]["enumDescriptions"] == ["Platform"] and offered["product"]["enum"] == ["orders"]
    assert CliRunner().invoke(main, ["schema", "--workspace", "-C", str(root)]).exit_code == 0
    assert tree(root) == before, "the command that writes them anew writes the same"


@pytest.mark.parametrize("host", HOSTS)
def test_the_ci_file_of_a_host_runs_the_gate(tmp_path: Path, host: str) -> None:
    made(tmp_path / "casework", "--host", host)
    text = (tmp_path / "casework" / HOSTS[host]).read_text()
    assert "casewright gate" in text.replace('/casewright" gate', "/casewright gate")
    assert f"--host={host}" in text and "--from-outside" in text and "@casewright@" not in text
    others = [path for name, path in HOSTS.items() if name != host]
    assert not any((tmp_path / "casework" / path).exists() for path in others)


def test_git_is_offered_no_paper_that_was_printed_there(tmp_path: Path) -> None:
    made(tmp_path)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "--all")
    case = next(path.stem for path in tmp_path.glob("cases/*/*-orders.yaml"))
    customer = next(path.parent.name for path in tmp_path.glob("cases/*/*-orders.yaml"))
    clock = ("--as-of", "2026-03-11T14:30-04:00", "--no-pdf", "-C", str(tmp_path), "--out", str(tmp_path))
    for paper in (["update", f"{customer}/{case}"], ["who-to-call"]):
        assert run("paper", *paper, *clock).exit_code == 0
    assert list(tmp_path.glob("*update.internal.*")) and list(tmp_path.glob("who-to-call.internal.*"))
    assert git(tmp_path, "ls-files", "--others", "--exclude-standard") == ""


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Dana")
    before = tree(tmp_path)
    assert "letter.txt" in made(tmp_path, exit_code=3).stderr
    assert tree(tmp_path) == before
    (tmp_path / "new" / ".git").mkdir(parents=True)
    made(tmp_path / "new")


def test_a_folder_that_cannot_be_made_is_told_with_the_next_step(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Dana")
    told = made(tmp_path / "letter.txt" / "casework", exit_code=3).stderr
    assert told.endswith("Mend that, or name another folder.\n")


def test_the_same_day_makes_the_same_bytes(tmp_path: Path) -> None:
    made(tmp_path / "one")
    made(tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_an_unknown_zone_is_wrong_usage(tmp_path: Path) -> None:
    assert "Europe/Prague" in made(tmp_path / "casework", "--timezone", "Mars/Base", exit_code=2).stderr
    assert not (tmp_path / "casework").exists()


def test_no_day_is_left_unfilled() -> None:
    for path, text in first_workspace(Wish(date(2026, 3, 11), "UTC", "github")).items():
        assert "@+" not in text and "@-" not in text and "@zone@" not in text, path
        assert str(date(2026, 3, 11) - timedelta(days=5)) in text or not path.endswith("-orders.yaml"), path
