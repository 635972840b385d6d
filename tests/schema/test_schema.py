"""The JSON Schemas: current, readable, and as lenient as `check` about what an editor takes for a number."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.schema import ROOTS, schema_texts

HERE = Path(__file__).parent
Refusals = Callable[[str, str], list[str]]
GOOD = sorted((HERE / "good").glob("*.yaml"))
CASE = "title: Cards declined\nopened: 2026-03-11 02:05\nadvocate: ines\n"

WRONG = {
    "unknown key": ("case", CASE + "sevrity: 1\n", "'sevrity' was unexpected"),
    "unknown key in an item": (
        "case",
        CASE + "events: [{at: 2026-03-11, what: x, wat: y}]\n",
        "'wat' was unexpected",
    ),
    "wrong choice": ("case", CASE + "stage: done\n", "'done' is not one of ['engaged'"),
    "wrong choice in a list": ("case", CASE + "customer_sees: [severity]\n", "'severity' is not one of"),
    "wrong choice in a short form": (
        "case",
        CASE + "recommendations: [{what: x, mitigation: {product: p, decision: maybe}}]\n",
        "'maybe' does not match '^(taken|refused)$'",
    ),
    "missing key": ("case", "title: Cards\nopened: 2026-03-11 02:05\n", "'advocate' is a required property"),
    "required key with nothing in it": ("case", CASE.replace("ines", "~"), "None is not of type"),
    "plain line where more keys are needed": (
        "case",
        CASE + "events: [They rang.]\n",
        "'They rang.' is not of type",
    ),
    "text for a list": ("case", CASE + "events: none yet\n", "'none yet' is not of type 'array'"),
    "list for a text": ("case", CASE + "summary: [a, b]\n", "['a', 'b'] is not of type"),
    "list for a file": ("case", "- title\n", "is not of type 'object'"),
    "text for a file": ("customer", "Kestrel\n", "'Kestrel' is not of type 'object'"),
    "severity beyond 4": ("case", CASE + "severity: 5\n", "5 is greater than the maximum of 4"),
    "severity beyond 4 as a key": (
        "settings",
        "severities: {5: Idle}\n",
        "'5' does not match any of the regexes",
    ),
    "word for a number": (
        "case",
        CASE + "meetings: [{id: M1, kind: customer, at: 2026-03-11, minutes: long}]\n",
        "'long'",
    ),
    "no time": ("case", CASE.replace("2026-03-11 02:05", "yesterday"), "'yesterday' does not match"),
    "abbreviated length": ("settings", "grace: 24h\n", "'24h' does not match"),
    "amount without currency": (
        "case",
        CASE + "impact: [{what: x, amount: 1200.50}]\n",
        "1200.5 is not of type",
    ),
    "amount with a sign": ("case", CASE + "impact: [{what: x, amount: €1200}]\n", "'€1200' does not match"),
    "phone without country": ("contacts", "people: {a: {name: A, phone: 603 555 0142}}\n", "does not match"),
    "key in capitals": (
        "contacts",
        "people: {Ines: {name: A}}\n",
        "'Ines' does not match any of the regexes",
    ),
    "empty rotation": (
        "contacts",
        "rotations: {w: {order: [], start: 2026-03-11, every: 1 week}}\n",
        "[] should be non-empty",
    ),
    "maybe": (
        "customer",
        "name: K\npeople: {d: {name: D, confirms_close_out: maybe}}\n",
        "'maybe' does not match",
    ),
    "mapping for stories": ("stories", "what: x\n", "is not of type 'array'"),
}


def records(schema: Any) -> list[Any]:
    """Every schema of a record in a file's schema."""
    return [part for part in (schema, *schema["$defs"].values()) if "properties" in part]


@pytest.fixture(params=ROOTS)
def schema(request: pytest.FixtureRequest) -> Any:
    """Each of the five schemas."""
    return json.loads(schema_texts()[f"{request.param}.schema.json"])


def test_the_schemas_in_the_repository_are_current(repository: Path) -> None:
    kept = {path.name: path.read_bytes().decode() for path in (repository / "schema").glob("*.json")}
    assert kept == schema_texts(), "run `casewright schema`"


def test_each_schema_is_one_by_its_own_standard(repository: Path) -> None:
    files = sorted((repository / "schema").glob("*.json"))
    checker = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *map(str, files)]
    done = subprocess.run(checker, capture_output=True, text=True, check=False)
    assert (done.returncode, len(files)) == (0, 5), done.stdout


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_an_editor_lets_pass_what_check_lets_pass(path: Path, repository: Path) -> None:
    file = str(repository / f"schema/{path.stem}.schema.json")
    checker = [sys.executable, "-m", "check_jsonschema", "--schemafile", file, str(path)]
    done = subprocess.run(checker, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_there_is_a_good_example_for_each_schema() -> None:
    assert {path.stem for path in GOOD} == set(ROOTS)


def test_the_sample_stands_up_to_its_schemas(repository: Path, refusals: Refusals) -> None:
    files = {"settings": ["casewright.yaml"], "contacts": ["contacts.yaml"], "stories": ["stories.yaml"]}
    wanted = [(repository / file, name) for name, paths in files.items() for file in paths]
    wanted += [
        (file, "customer" if file.name == "customer.yaml" else "case")
        for file in sorted((repository / "cases").glob("*/*.yaml"))
    ]
    found = {
        str(file): refusals(name, file.read_text(encoding="utf-8")) for file, name in wanted if file.exists()
    }
    assert len(found) >= 15
    assert not {file: faults for file, faults in found.items() if faults}


@pytest.mark.parametrize("what", WRONG)
def test_an_editor_refuses_what_is_wrong(what: str, refusals: Refusals) -> None:
    name, text, expected = WRONG[what]
    faults = refusals(name, text)
    assert len(faults) == 1, "one fault is told once"
    assert expected in faults[0]


def test_every_key_says_what_it_means_and_who_reads_it(schema: Any) -> None:
    for record in records(schema):
        for key, field in record["properties"].items():
            words = field["description"]
            assert words.endswith(("Customers: always.", "Customers: never.", "`customer_sees` has it.")), key
            assert not words.startswith("Customers:"), key
            free = field.get("patternProperties", {}).values()
            assert all("$ref" in one or one["description"].endswith(".") for one in free), key
        assert record["description"].endswith("."), record


def test_every_part_is_closed_has_a_title_and_is_used(schema: Any) -> None:
    text = json.dumps(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"].startswith("Casewright ")
    assert "prefixItems" not in text
    for name in schema["$defs"]:
        assert f'"$ref": "#/$defs/{name}"' in text
    assert all(part["additionalProperties"] is False and part["title"] for part in records(schema))


def test_what_may_be_left_out_may_be_null(schema: Any) -> None:
    for record in records(schema):
        for key in set(record["properties"]) - set(record["required"]):
            field = record["properties"][key]
            target = schema["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else field
            assert None in target.get("enum", []) or "null" in target.get("type", []), key
