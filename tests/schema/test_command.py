"""`casewright schema`: where it writes, what it prints, and what stands in its way."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.model.schema import schema_texts

NAMES = sorted(schema_texts())


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["schema", *map(str, arguments)], prog_name="casewright")


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A workspace with nothing but settings."""
    (tmp_path / "casewright.yaml").write_text("language: en\n", encoding="utf-8")
    return tmp_path


def test_they_go_into_the_workspace(team: Path) -> None:
    done = run("-C", team)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [str(team / "schema" / name) for name in NAMES]
    assert {
        path.name: path.read_text(encoding="utf-8") for path in (team / "schema").iterdir()
    } == schema_texts()


def test_they_go_elsewhere(team: Path) -> None:
    assert run("-C", team, "--out", team / "a" / "b").exit_code == 0
    assert sorted(path.name for path in (team / "a" / "b").iterdir()) == NAMES
    assert not (team / "schema").exists()


def test_a_file_in_the_way_is_told_with_the_next_step(team: Path) -> None:
    (team / "schema").write_text("", encoding="utf-8")
    done = run("-C", team)
    assert done.exit_code == 3
    assert done.stderr.startswith(f"Writing in {team / 'schema'} failed (")
    assert done.stderr.endswith("nothing there was changed. Mend that.\n")


def test_no_link_is_followed(team: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (team / "schema").symlink_to(elsewhere)
    done = run("-C", team)
    assert done.exit_code == 3 and "is a link to another place" in done.stderr
    assert list(elsewhere.iterdir()) == []
