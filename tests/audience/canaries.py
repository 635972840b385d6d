"""Records with a value of its own in every field, so that a copy can be searched for what it holds."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count, cycle
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.model.fields import FieldPlan, field_plans
from generator.model.marks import Kind, Target
from generator.model.scalars.durations import Duration
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.model.scalars.texts import Goal

Tree = dict[str, Any]
TEXTS = (
    "Canary {0} sings",
    "canary{0}",
    "kestrel/canary{0}",
    "+1 603 555 01 {0}",
    "https://canary{0}.example",
    "canary{0}@canary.example",
)
UNIQUE = {"Decimal": "7{0}", "int": "7{0}", Goal: "at most 7{0}", Money: "7{0} EUR", Duration: "7{0} minutes"}


@dataclass(frozen=True)
class Canary:
    """One value that was put into a record: where, the kinds of the fields that lead to it, and how a copy shows it."""

    path: tuple[str, ...]
    kinds: tuple[Kind | None, ...]
    mark: str

    def sings_in(self, text: str) -> bool:
        """Whether the value stands in a text."""
        return re.search(rf"(?<![0-9a-z]){re.escape(self.mark)}(?![0-9])", text, re.IGNORECASE) is not None


@dataclass
class Aviary:
    """Makes trees of records; `keys` gives the references of each target, `left_out` the paths that stay empty."""

    keys: Mapping[Target, list[str]]
    left_out: frozenset[str] = frozenset()
    fixed: Mapping[str, str] = field(default_factory=dict)
    canaries: list[Canary] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1000))

    def __post_init__(self) -> None:
        self.turns = {target: cycle(keys) for target, keys in self.keys.items()}

    def tree(self, record: type[BaseModel], path: tuple[str, ...] = (), kinds: tuple[Any, ...] = ()) -> Tree:
        """A record with every field filled; of each list one entry."""
        made: Tree = {}
        for plan in field_plans(record):
            place = (*path, plan.key)
            if ".".join(place) not in self.left_out and plan.key not in self.left_out:
                annotation = annotation_of(record, plan)
                made[plan.key] = self._value(annotation, plan, place, (*kinds, plan.kind))
        return made

    def _value(self, annotation: Any, plan: FieldPlan, path: tuple[str, ...], kinds: tuple[Any, ...]) -> Any:
        if ".".join(path) in self.fixed or plan.key in self.fixed:
            value: Any = self.fixed.get(".".join(path)) or self.fixed[plan.key]
        elif plan.record is not None:
            value = self.tree(plan.record, path, kinds)
        elif plan.target is not None and plan.target in self.turns:
            value = next(self.turns[plan.target])
        else:
            value = self._scalar(single(annotation), path, kinds)
        return {"list": [value], "map": {"some-key": value}, "one": value}[plan.shape]

    def _scalar(self, inner: Any, path: tuple[str, ...], kinds: tuple[Any, ...]) -> str:
        bare = bare_type(inner)
        if get_origin(bare) is Literal:
            return str(get_args(bare)[0])
        if bare in (bool, ZoneInfo):
            return "yes" if bare is bool else "Asia/Kathmandu"
        number = next(self.numbers)
        written, mark = _unlike_any_other(inner, bare, number)
        self.canaries.append(Canary(path, kinds, mark))
        return written


def _unlike_any_other(inner: Any, bare: Any, number: int) -> tuple[str, str]:
    """A value that nothing else has, as it is typed, and as it reads in a copy."""
    if bare is str:
        written = next(text.format(number) for text in TEXTS if fits(inner, text.format(number)))
        return written, re.sub(r" sings$", "", written)
    if bare is date:
        day = (date(2001, 1, 1) + timedelta(days=number)).isoformat()
        return day, day
    if bare is Moment:
        day = (date(2031, 1, 1) + timedelta(days=number)).isoformat()
        return f"{day} 10:00", f"{day}T10:00"
    written = UNIQUE[bare if bare in UNIQUE else bare.__name__].format(number)
    return written, f"7{number}"


def fits(annotation: Any, text: str) -> bool:
    try:
        TypeAdapter(annotation).validate_python(text)
    except ValidationError:
        return False
    return True


def annotation_of(record: type[BaseModel], plan: FieldPlan) -> Any:
    found = record.model_fields[plan.attribute]
    return Annotated[found.annotation, *found.metadata] if found.metadata else found.annotation


def single(annotation: Any) -> Any:
    """The type of a single value, with its marks."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return single(next(arg for arg in args if arg is not type(None)))
    if origin in (list, dict):
        return single(args[-1])
    if origin is Annotated and get_origin(args[0]) in (Union, UnionType, list, dict, Annotated):
        return single(args[0])
    return annotation


def bare_type(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
