"""Every field of the model, changed, added and taken out: a review tells of each, once, in words of the practice."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from generator.model.case import Case
from generator.model.contacts import Contacts, Post
from generator.model.customer import Customer
from generator.model.fields import FieldPlan, field_plans
from generator.model.scalars.durations import Duration
from generator.model.settings import Settings
from generator.model.stories import DatedStory
from generator.model.workspace import Workspace, load_workspace
from generator.review.reviews import review
from generator.source.workspace import read_workspace

ROOT = Path(__file__).parents[2]
AS_OF = datetime.fromisoformat("2026-03-11T14:30-04:00")
WORKSPACE = load_workspace(read_workspace(ROOT))
NOTHING: tuple[Any, ...] = (None, [], {}, ())
TOPS: tuple[type[BaseModel], ...] = (Case, Customer, Contacts, Settings, DatedStory)
ONLY = {
    "language": "de",
    "paper": "Letter",
    "answer": "refused",
    "severities": {1: "Business stands"},
}
"""Another value where the sample has but one."""
EVERYWHERE: dict[str, list[Any]] = {
    "id": ["Z9"],
    "audience": ["internal"],
    "notes": [["For us."]],
    "say": ["In their words."],
    "source": ["kestrel/2026-03-replication"],
}
"""What any item may have, though in the sample not each kind does."""
NO_KEYS = re.compile(r"\b[a-z]+_[a-z_]+\b|\bsomething\b|\bMoment\(|\b[A-Z][a-z]+\(")
"""What looks like a key of the YAML, a value that nobody could name, or a record of Python."""

Edit = tuple[tuple[str, str, str], BaseModel]
State = tuple[str, Workspace, Workspace]


def tops() -> Iterator[tuple[str, BaseModel]]:
    """Every record that a file of the sample holds, with its key."""
    yield from ((key, file.case) for key, file in WORKSPACE.cases.items())
    yield from ((key, file.customer) for key, file in WORKSPACE.customers.items())
    yield from ((str(at), story) for at, story in enumerate(WORKSPACE.stories))
    yield "contacts.yaml", WORKSPACE.contacts
    yield "casewright.yaml", WORKSPACE.settings


def records_in(value: Any) -> list[BaseModel]:
    """The records that a field's value holds."""
    if isinstance(value, BaseModel):
        return [value]
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [one for entry in entries for one in records_in(entry)]


def gathered() -> dict[tuple[str, str], list[Any]]:
    """The values that the sample has for each field."""
    found: dict[tuple[str, str], list[Any]] = defaultdict(list)
    heap = [record for _, record in tops()]
    while heap:
        record = heap.pop()
        for plan in field_plans(type(record)):
            value = getattr(record, plan.attribute)
            known = found[type(record).__name__, plan.attribute]
            if value not in NOTHING and value not in known:
                known.append(value)
            heap.extend(records_in(value))
    return found


VALUES = gathered()


def others(record: BaseModel, plan: FieldPlan) -> Iterator[tuple[str, Any]]:
    """What a field could be instead: added, taken out, another value, and of a list or group another order or key."""
    value = getattr(record, plan.attribute)
    known = VALUES[type(record).__name__, plan.attribute] or EVERYWHERE.get(plan.key, [])
    if value in NOTHING and isinstance(record, Post):
        return  # A rung is held by a person or by a rotation.
    if value in NOTHING:
        yield from (("added", one) for one in known[:1])
        return
    field = type(record).model_fields[plan.attribute]
    if not field.is_required() and (left := field.get_default(call_default_factory=True)) != value:
        yield "taken out", left
    if plan.record is None and (one := another(plan, value, known)) is not None:
        yield "changed", one
    if isinstance(value, list) and len(value) > 1:
        yield "moved", value[::-1]
    if isinstance(value, dict) and plan.record is not None:
        first, *rest = value
        yield "renamed", {"zz-new": value[first], **{key: value[key] for key in rest}}


def another(plan: FieldPlan, value: Any, known: list[Any]) -> Any:
    """A value of the same kind that is not this one."""
    if isinstance(value, bool):
        return not value
    if (one := next((one for one in known if one != value), None)) is not None:
        return one
    if isinstance(value, date) and not isinstance(value, datetime):
        return value + timedelta(days=1)
    if isinstance(value, int):
        return value + 1
    if plan.key == "audience":
        return "customer" if value == "internal" else "internal"
    if plan.key in ONLY:
        return ONLY[plan.key]
    if isinstance(value, Duration):
        return replace(value, number=value.number + 1)
    return f"{value}-otherwise" if isinstance(value, str) and plan.text else None


def edits(record: BaseModel) -> Iterator[Edit]:
    """The record once for each other value of each field below it, with what was done to which field."""
    for plan in field_plans(type(record)):
        name, value = plan.attribute, getattr(record, plan.attribute)
        for done, other in others(record, plan):
            yield (type(record).__name__, plan.key, done), record.model_copy(update={name: other})
        for what, other in below(value):
            yield what, record.model_copy(update={name: other})


def below(value: Any) -> Iterator[tuple[tuple[str, str, str], Any]]:
    """The same for the records in a value."""
    if isinstance(value, BaseModel):
        yield from edits(value)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from ((what, {**value, key: other}) for what, other in below(one))
    elif isinstance(value, list):
        for at, one in enumerate(value):
            yield from ((what, [*value[:at], other, *value[at + 1 :]]) for what, other in below(one))


def states() -> Iterator[tuple[tuple[str, str, str], State]]:
    """Two states of a workspace for each thing done to each field, wherever the sample first has it."""
    done: set[tuple[str, str, str]] = set()
    for key, record in tops():
        for what, other in edits(record):
            if what not in done:
                done.add(what)
                yield what, (key, *both(key, other))


def both(key: str, other: BaseModel) -> tuple[Workspace, Workspace]:
    """The part of the sample that a record is in, and the same with another in its place."""
    bare = replace(WORKSPACE, cases={}, customers={})
    if isinstance(other, Case):
        file = WORKSPACE.cases[key]
        old = replace(bare, cases={key: file}, customers={file.owner.key: file.owner})
        return old, replace(old, cases={key: replace(file, case=other)})
    if isinstance(other, Customer):
        owner = WORKSPACE.customers[key]
        return replace(bare, customers={key: owner}), replace(
            bare, customers={key: replace(owner, customer=other)}
        )
    if isinstance(other, Contacts):
        return bare, replace(bare, contacts=other)
    if isinstance(other, Settings):
        return bare, replace(bare, settings=other)
    assert isinstance(other, DatedStory)
    stories = [other if str(at) == key else one for at, one in enumerate(WORKSPACE.stories)]
    return bare, replace(bare, stories=stories)


STATES = dict(states())


def test_every_field_of_the_model_is_tried() -> None:
    tried, heap = {what[:2] for what in STATES}, [*TOPS]
    wanted: set[tuple[str, str]] = set()
    known: list[type[BaseModel]] = []
    while heap:
        known.append(record := heap.pop())
        fields = {(record.__name__, plan.key): plan for plan in field_plans(record)}
        heap.extend(plan.record for plan in fields.values() if plan.record and plan.record not in known)
        wanted.update(key for key, plan in fields.items() if plan.shape != "one" or plan.record is None)
    assert wanted - tried == set()


@pytest.mark.parametrize("what", STATES, ids=" ".join)
def test_it_is_told_once_and_in_words(what: tuple[str, str, str]) -> None:
    _, old, new = STATES[what]
    lines = [str(one) for chapter in review(old, new, AS_OF) for one in chapter.remarks]
    assert lines
    assert len(lines) == len(set(lines))
    assert not [line for line in lines if NO_KEYS.search(line)]
    for line in lines:
        said = re.search(r"is now (.*), was (.*)", line)
        assert said is None or said[1] != said[2]
    whole = {line.removesuffix(": taken out") for line in lines if line.endswith(": taken out")}
    assert not [line for line in lines if line.partition(": added")[0] in whole]
