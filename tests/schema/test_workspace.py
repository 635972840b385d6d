"""`casewright schema --workspace`: an editor offers the keys of this workspace, and refuses none for being unknown."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.model.record_schema import POINTS_AT
from generator.model.schema import schema_texts
from tests.team import make_team

CASE = "case.schema.json"


@pytest.fixture(scope="session")
def offered(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The schemas of the sample."""
    folder = tmp_path_factory.mktemp("offered")
    arguments = ["schema", "--workspace", "-C", str(repository), "--out", str(folder)]
    done = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return folder


def read(folder: Path, name: str = CASE) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def offers(schema: Any, part: Any) -> list[str]:
    """What an editor completes at a place."""
    target = part["anyOf"][0]["$ref"].rpartition("/")[2]
    found: list[str] = schema["$defs"][target]["enum"]
    return found


def test_people_are_offered_by_key_with_their_names(offered: Path) -> None:
    schema = read(offered)
    owner = schema["$defs"]["Action"]["properties"]["owner"]
    assert {"ines", "dana", "coppermint-records"} <= set(offers(schema, owner))
    person = schema["$defs"]["person"]
    named = dict(zip(person["enum"], person["enumDescriptions"], strict=True))
    assert named["ines"].startswith("Ines Okafor, ")
    assert named["dana"] == "Dana Whitlock, Kestrel Outfitters"


@pytest.mark.parametrize(
    ("record", "field", "key"),
    [
        (None, "product", "replication"),
        (None, "advocate", "ines"),
        ("Action", "area", "engineering"),
        ("RootCause", "category", "monitoring"),
        ("Event", "by", "customer"),
        ("Event", "by", "coppermint"),
        ("Related", "case", "kestrel/2026-03-replication"),
    ],
)
def test_each_kind_of_key_is_offered(offered: Path, record: str | None, field: str, key: str) -> None:
    schema = read(offered)
    owner = schema["$defs"][record] if record else schema
    assert key in offers(schema, owner["properties"][field])


def test_the_segments_are_offered_to_customers_and_the_rotations_to_the_matrix(offered: Path) -> None:
    customer = read(offered, "customer.schema.json")
    assert "platinum" in offers(customer, customer["properties"]["segment"])
    assert read(offered, "contacts.schema.json")["$defs"]["rotation"]["enum"]


def test_a_key_that_is_not_there_yet_is_not_refused(offered: Path) -> None:
    case = {"title": "Cards", "opened": "2026-03-11 02:05", "advocate": "somebody-new", "product": "new-one"}
    assert list(Draft202012Validator(read(offered)).iter_errors(case)) == []
    assert len(list(Draft202012Validator(read(offered)).iter_errors({**case, "advocate": "Not A Key"}))) == 1


def test_the_sample_stands_up_to_them(offered: Path, repository: Path) -> None:
    files = [path for path in sorted((repository / "cases").glob("*/*.yaml")) if path.name != "customer.yaml"]
    for name, paths in {
        CASE: files,
        "contacts.schema.json": [repository / "contacts.yaml"],
        "settings.schema.json": [repository / "casewright.yaml"],
    }.items():
        arguments = ["check_jsonschema", "--schemafile", str(offered / name), *map(str, paths)]
        done = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_each_is_a_schema_by_its_own_standard(offered: Path) -> None:
    arguments = ["check_jsonschema", "--check-metaschema", *map(str, sorted(offered.glob("*.json")))]
    done = subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_they_go_where_the_first_line_of_a_file_points_and_without_the_flag_offer_nothing(
    tmp_path: Path,
) -> None:
    root = make_team(tmp_path / "team")
    assert CliRunner().invoke(main, ["schema", "--workspace", "-C", str(root)]).exit_code == 0
    assert "joel" in (root / "schema" / CASE).read_text(encoding="utf-8")
    assert CliRunner().invoke(main, ["schema", "-C", str(root)]).exit_code == 0
    assert (root / "schema" / CASE).read_text(encoding="utf-8") == schema_texts()[CASE]
    assert POINTS_AT not in schema_texts()[CASE]


def test_a_workspace_with_faults_offers_what_is_left_of_it(tmp_path: Path) -> None:
    root = make_team(tmp_path / "team", {"cases/wren/slow-pages.yaml": "title: [\n"})
    done = CliRunner().invoke(main, ["schema", "--workspace", "-C", str(root)], catch_exceptions=False)
    assert done.exit_code == 0
    assert "joel" in (root / "schema" / CASE).read_text(encoding="utf-8")
