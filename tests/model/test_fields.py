"""What must hold of every field of the model: its audience, its meaning, and a type of its own."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic.fields import FieldInfo

import generator.model
from generator.model.actions import Action
from generator.model.base import Record, Short
from generator.model.case import Case
from generator.model.docstrings import meaning
from generator.model.fields import field_plans, record_at, walk
from generator.model.marks import Kind, Target
from generator.model.scalars.typed import SeenAs
from generator.model.settings import IssueRule


def records() -> list[type[Record]]:
    """Every record of the model, whichever module defines it."""
    for module in pkgutil.walk_packages(generator.model.__path__, "generator.model."):
        importlib.import_module(module.name)

    def below(cls: type[Record]) -> Iterator[type[Record]]:
        for child in cls.__subclasses__():
            yield child
            yield from below(child)

    found = {cls for cls in below(Record) if cls.__module__.startswith("generator.model")}
    return sorted(found, key=lambda cls: cls.__name__)


FIELDS = [(record, name, field) for record in records() for name, field in record.model_fields.items()]


def scalars(annotation: Any, marks: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The innermost types of an annotation, each with the marks on the way to it."""
    if get_origin(annotation) is Annotated:
        yield from scalars(get_args(annotation)[0], (*marks, *get_args(annotation)[1:]))
    elif get_args(annotation) and not isinstance(get_args(annotation)[0], str):
        inner = marks if type(None) in get_args(annotation) else ()
        for part in get_args(annotation):
            yield from scalars(part, inner)
    else:
        yield annotation, marks


def test_the_whole_model_is_looked_at() -> None:
    assert len(records()) > 60
    assert len(FIELDS) > 350


@pytest.mark.parametrize(("record", "name", "field"), FIELDS, ids=[f"{r.__name__}.{n}" for r, n, _ in FIELDS])
def test_a_field_says_its_audience_once_and_what_it_means(
    record: type[Record], name: str, field: FieldInfo
) -> None:
    kinds = [mark for mark in field.metadata if isinstance(mark, Kind)]
    assert len(kinds) == 1
    said = meaning(record, name)
    assert said.endswith("."), "a sentence, below the field"


@pytest.mark.parametrize(("record", "name", "field"), FIELDS, ids=[f"{r.__name__}.{n}" for r, n, _ in FIELDS])
def test_every_scalar_has_a_type_of_ours(record: type[Record], name: str, field: FieldInfo) -> None:
    for kind, marks in scalars(field.annotation, tuple(field.metadata)):
        is_record = isinstance(kind, type) and issubclass(kind, Record)
        is_choice = get_args(kind) and isinstance(get_args(kind)[0], str)
        typed = any(isinstance(mark, SeenAs) for mark in marks)
        assert is_record or is_choice or kind is type(None) or typed, (
            f"{record.__name__}.{name} holds a bare {kind}"
        )


def test_the_test_above_sees_a_bare_type() -> None:
    class Bare(Record):
        name: str
        names: list[str] | None = None

    for field in Bare.model_fields.values():
        parts = list(scalars(field.annotation, tuple(field.metadata)))
        assert [marks for kind, marks in parts if kind is str] == [()]


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_a_record_says_what_it_is_and_its_short_form_names_a_field(record: type[Record]) -> None:
    assert record.__doc__ and record.__doc__.rstrip().endswith(".")
    assert not issubclass(record, Short) or record is Short or record.main in record.model_fields
    assert record.model_config["frozen"] and record.model_config["extra"] == "forbid"


def test_never_and_always_are_as_the_domain_says() -> None:
    kinds = {plan.key: plan.kind for plan in field_plans(Case)}
    always = {
        "title",
        "stage",
        "advocate",
        "next_update",
        "resolution_unknown",
        "expected_resolution",
        "opened",
    }
    never = {
        "severity",
        "tags",
        "notes",
        "options",
        "escalations",
        "dry_run",
        "review",
        "bridge",
        "sponsor",
        "issued",
    }
    assert {key for key in always if kinds[key] is not Kind.ALWAYS} == set()
    assert {key for key in never if kinds[key] is not Kind.NEVER} == set()
    actions = {plan.key: plan.kind for plan in field_plans(Action)}
    assert (actions["blocked"], actions["due"], actions["say"]) == (Kind.NEVER, Kind.SECTION, Kind.SECTION)


def test_a_plan_says_what_a_field_is_made_of() -> None:
    plans = {plan.key: plan for plan in field_plans(Action)}
    assert (plans["serves"].shape, plans["serves"].target) == ("list", Target.PURPOSE)
    assert (plans["owner"].shape, plans["owner"].target, plans["owner"].prose) == (
        "one",
        Target.PERSON,
        False,
    )
    assert (plans["what"].prose, plans["what"].text, plans["due"].text) == (True, True, False)
    assert (plans["dropped"].record and plans["dropped"].record.__name__) == "Dropped"


def test_a_walk_meets_every_value_with_its_path() -> None:
    case = Case.model_validate(
        {
            "title": "Cards",
            "opened": "2026-03-11",
            "advocate": "ines",
            "actions": [{"what": "Mend it", "serves": ["C1", "X2"], "dropped": "no use"}],
        }
    )
    met = {path: value for path, _, value, _ in walk(case)}
    assert met["actions", 0, "serves", 1] == "X2"
    assert met["actions", 0, "dropped", "why"] == "no use"
    assert met["title",] == "Cards"
    assert all(value is not None for value in met.values())


def test_the_record_at_a_path() -> None:
    assert record_at(Case, ("actions", 0)) is Action
    found = record_at(Case, ("actions", 0, "dropped"))
    assert found is not None
    assert found.__name__ == "Dropped"
    assert record_at(Case, ("title",)) is None
    assert record_at(Case, ("nothing", 3)) is None


def test_lists_below_the_keys_of_a_map_are_walked() -> None:
    rule = IssueRule.model_validate({"needs": {"1": ["sponsor", "grace"], "2": ["advocate"]}})
    assert {path: value for path, _, value, _ in walk(rule)} == {
        ("needs", "1", 0): "sponsor",
        ("needs", "1", 1): "grace",
        ("needs", "2", 0): "advocate",
    }
