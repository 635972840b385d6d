"""The fields of a record as data: who may read each, what it points at, and what it is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from generator.model.marks import Kind, Prose, Ref, Target

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field: `attribute` in Python, `key` in YAML, its kind of audience, and what its value is made of.

    `shape` is `one`, `list` or `map`, of single values or of lists of them; `record` the class of its records, if it
    holds records; `target` what its texts point at; `prose` whether people read it as sentences; `text` whether it is
    free text at all.
    """

    attribute: str
    key: str
    kind: Kind | None
    shape: str
    record: type[BaseModel] | None
    target: Target | None
    prose: bool
    text: bool


@cache
def field_plans(record: type[BaseModel]) -> tuple[FieldPlan, ...]:
    """The plans of a record's fields, in the order of the class."""
    return tuple(_plan(record, name) for name in record.model_fields)


def _plan(record: type[BaseModel], name: str) -> FieldPlan:
    field = record.model_fields[name]
    marks = list(field.metadata)
    shape, inner = _unwrap(field.annotation, marks)
    kinds = [mark for mark in marks if isinstance(mark, Kind)]
    refs = [mark.target for mark in marks if isinstance(mark, Ref)]
    return FieldPlan(
        name,
        field.alias or name,
        kinds[0] if kinds else None,
        shape,
        inner if isinstance(inner, type) and issubclass(inner, BaseModel) else None,
        refs[-1] if refs else None,
        any(isinstance(mark, Prose) for mark in marks),
        inner is str,
    )


def _unwrap(annotation: Any, marks: list[Any], shape: str = "one") -> tuple[str, Any]:
    """The shape and the innermost type of an annotation; every mark on the way is added to `marks`."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        marks.extend(args[1:])
        return _unwrap(args[0], marks, shape)
    if origin in (Union, UnionType):
        return _unwrap(next(arg for arg in args if arg is not type(None)), marks, shape)
    if origin is list:
        return _unwrap(args[0], marks, shape if shape == "map" else "list")
    if origin is dict:
        return _unwrap(args[1], marks, "map")
    return shape, annotation


def values(plan: FieldPlan, value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Each single value of a field with its path in the file."""
    if value is None:
        return
    if plan.shape == "list":
        yield from (((*path, index), entry) for index, entry in enumerate(value))
    elif plan.shape == "map":
        for key, entry in value.items():
            place = (*path, str(key))
            if isinstance(entry, list):
                yield from (((*place, index), one) for index, one in enumerate(entry))
            else:
                yield place, entry
    else:
        yield path, value


def walk(record: BaseModel, path: Path = ()) -> Iterator[tuple[Path, FieldPlan, Any, BaseModel]]:
    """Every single value of a record and of the records in it: path, plan, value and the record that holds it."""
    for plan in field_plans(type(record)):
        for place, value in values(plan, getattr(record, plan.attribute), (*path, plan.key)):
            yield place, plan, value, record
            if plan.record is not None:
                yield from walk(value, place)


def record_at(record: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The class of the record at a path below a class, or None where no record stands."""
    current: type[BaseModel] | None = record
    steps = list(path)
    while steps and current is not None:
        key = steps.pop(0)
        plan = next((plan for plan in field_plans(current) if plan.key == key), None)
        if plan is not None and plan.shape in ("list", "map") and steps:
            steps.pop(0)
        current = plan.record if plan else None
    return current
