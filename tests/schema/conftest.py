"""A file of the workspace as an editor sees it: YAML 1.2 against its JSON Schema."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

SCHEMAS = Path(__file__).resolve().parents[2] / "schema"
Refusals = Callable[[str, str], list[str]]


def as_an_editor_reads(text: str) -> Any:
    """What YAML 1.2 makes of a text: numbers and booleans are guessed, dates stay texts, keys are texts."""
    yaml = YAML(typ="safe", pure=True)
    as_text = type(yaml.constructor).construct_yaml_str
    yaml.constructor.yaml_constructors["tag:yaml.org,2002:timestamp"] = as_text
    return with_text_keys(yaml.load(StringIO(text)))


def with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): with_text_keys(entry) for key, entry in value.items()}
    return [with_text_keys(entry) for entry in value] if isinstance(value, list) else value


@pytest.fixture(scope="session")
def refusals() -> Refusals:
    """What a schema, by its name, refuses of a text: one line each, `path: message`."""

    def of(name: str, text: str) -> list[str]:
        schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
        faults = Draft202012Validator(schema).iter_errors(as_an_editor_reads(text))
        return sorted(f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in faults)

    return of
