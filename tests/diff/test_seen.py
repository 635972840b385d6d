"""Over the whole sample: a review says that the customer sees a change exactly where their copy changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.audience.project import project
from generator.model.case import Case
from generator.model.fields import FieldPlan, field_plans
from generator.model.workspace import CaseFile, Workspace, load_workspace
from generator.review.reviews import review
from generator.source.workspace import read_workspace

ROOT = Path(__file__).parents[2]
AS_OF = datetime.fromisoformat("2026-03-11T14:30-04:00")
WORKSPACE = load_workspace(read_workspace(ROOT))
UNTESTED = ("id", "audience", "say", "incident", "key", "file", "fingerprint")
"""What decides what is seen, or is a name by which things are found, and so changes more than itself."""


def reworded(record: BaseModel, way: str = "") -> Iterator[tuple[str, BaseModel]]:
    """The record once for each free text below it, with that one text changed."""
    for plan in field_plans(type(record)):
        value = getattr(record, plan.attribute)
        if plan.attribute in UNTESTED or value is None:
            continue
        for name, other in _others(plan, value, f"{way}.{plan.attribute}"):
            yield name, record.model_copy(update={plan.attribute: other})


def _others(plan: FieldPlan, value: Any, way: str) -> Iterator[tuple[str, Any]]:
    if plan.shape == "list" and plan.record is not None:
        for at, item in enumerate(value):
            for name, other in reworded(item, f"{way}[{at}]"):
                yield name, [*value[:at], other, *value[at + 1 :]]
    elif isinstance(value, BaseModel):
        yield from reworded(value, way)
    elif plan.text and plan.target is None and isinstance(value, str):
        yield way, f"{value} Reworded."
    elif plan.prose and isinstance(value, list) and value:
        yield way, [f"{value[0]} Reworded.", *value[1:]]


def with_only(file: CaseFile) -> Workspace:
    return replace(WORKSPACE, cases={file.key: file}, customers={file.owner.key: file.owner})


@pytest.mark.parametrize("file", WORKSPACE.cases.values(), ids=lambda file: file.key)
def test_what_the_customer_reads_otherwise_is_told_as_seen_and_nothing_else(file: CaseFile) -> None:
    old = with_only(file)
    before = project(file, old, AS_OF)
    tried = 0
    for way, case in reworded(file.case):
        assert isinstance(case, Case)
        after = with_only(replace(file, case=case))
        chapter = next(one for one in review(old, after, AS_OF) if one.key == file.key)
        changed = project(after.cases[file.key], after, AS_OF) != before
        assert bool(chapter.seen) == changed, way
        assert chapter.remarks, way
        tried += 1
    assert tried
