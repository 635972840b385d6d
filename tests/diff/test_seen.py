"""Over the whole sample: a review says that the customer sees a change exactly where their copy changes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.audience.project import project
from generator.audience.visibility import LISTED
from generator.model.case import Case
from generator.model.fields import FieldPlan, field_plans
from generator.model.marks import Kind
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


SECRET = "Kept in the house"
"""What stands in every text that the customer never reads."""


def with_secrets(record: BaseModel) -> BaseModel:
    """The record with a secret in each text below it that never leaves the house, and in each that `say` says otherwise."""
    changed: dict[str, Any] = {}
    for plan in field_plans(type(record)):
        value = getattr(record, plan.attribute)
        if plan.kind is Kind.NEVER and plan.prose and plan.shape == "one":
            changed[plan.attribute] = SECRET
        elif plan.attribute == "what" and hasattr(record, "say"):
            changed |= {"what": SECRET, "say": record.say or value}
        elif isinstance(value, BaseModel):
            changed[plan.attribute] = with_secrets(value)
        elif plan.shape == "list" and plan.record is not None:
            changed[plan.attribute] = [with_secrets(one) for one in value]
    return record.model_copy(update=changed)


@pytest.mark.parametrize("file", WORKSPACE.cases.values(), ids=lambda file: file.key)
def test_what_the_customer_reads_is_told_without_what_they_never_read(file: CaseFile) -> None:
    kept = with_secrets(file.case)
    assert isinstance(kept, Case)
    guarded = replace(file, case=kept)
    emptied = kept.model_copy(update={name: [] for name in LISTED})
    whole = [("all gone", emptied), ("none withheld", file.case)]
    for way, case in (*reworded(kept), *whole):
        assert isinstance(case, Case)
        other = replace(file, case=case)
        for pair in ((guarded, other), (other, guarded)):
            old, new = (with_only(one) for one in pair)
            seen = [str(one) for chapter in review(old, new, AS_OF) for one in chapter.seen]
            assert SECRET not in str(seen), way
