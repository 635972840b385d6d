"""Finds the references of a record by its fields' marks, fast enough for a thousand cases."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.model.base import Record
from generator.model.fields import Path, field_plans
from generator.model.marks import Target


@dataclass(frozen=True, slots=True)
class Pointers:
    """The fields of a class that hold references, by shape: attribute, key, and what they point at or hold."""

    one: tuple[tuple[str, str, Target], ...]
    many: tuple[tuple[str, str, Target], ...]
    record: "tuple[tuple[str, str, Pointers], ...]"
    records: "tuple[tuple[str, str, Pointers], ...]"
    mapped: "tuple[tuple[str, str, Pointers], ...]"

    @property
    def holds_records(self) -> bool:
        """Whether there are references in records further down."""
        return bool(self.record or self.records or self.mapped)

    def __bool__(self) -> bool:
        return bool(self.one or self.many or self.holds_records)


@cache
def pointers(record: type[Record]) -> Pointers:
    """The references of a class and of the classes in it."""
    plans = field_plans(record)
    refs = [(plan.shape, (plan.attribute, plan.key, plan.target)) for plan in plans if plan.target]
    inner = [(plan, pointers(one)) for plan in plans if (one := plan.record) and issubclass(one, Record)]
    held = [(plan.shape, (plan.attribute, plan.key, found)) for plan, found in inner if found]
    return Pointers(
        one=tuple(ref for shape, ref in refs if shape == "one"),
        many=tuple(ref for shape, ref in refs if shape == "list"),
        record=tuple(entry for shape, entry in held if shape == "one"),
        records=tuple(entry for shape, entry in held if shape == "list"),
        mapped=tuple(entry for shape, entry in held if shape == "map"),
    )


Dangling = tuple[Path, Target, str]
"""Where a reference stands, what it points at, and the key it names."""


def dangling(record: Record, known: Mapping[Target, Collection[str]], path: Path = ()) -> list[Dangling]:
    """Every reference of a record, and of the records in it, that names a key of nothing.

    What a target that is not in `known` names is not looked for.
    """
    search = _Search(known, [])
    search.through(record.__dict__, pointers(type(record)), path)
    return search.found


@dataclass(frozen=True, slots=True)
class _Search:
    """The keys that there are, and the references that name none of them.

    It goes through every item of every case, so it reads the fields' dictionaries directly.
    """

    known: Mapping[Target, Collection[str]]
    found: list[Dangling]

    def through(self, fields: dict[str, Any], plan: Pointers, path: Path) -> None:
        known, found = self.known, self.found
        for name, key, target in plan.one:
            value = fields[name]
            if value is not None and target in known and value not in known[target]:
                found.append(((*path, key), target, value))
        for name, key, target in plan.many:
            for index, value in enumerate(fields[name]):
                if target in known and value not in known[target]:
                    found.append(((*path, key, index), target, value))
        if plan.holds_records:
            self.below(fields, plan, path)

    def below(self, fields: dict[str, Any], plan: Pointers, path: Path) -> None:
        for name, key, inner in plan.record:
            if fields[name] is not None:
                self.through(fields[name].__dict__, inner, (*path, key))
        for name, key, inner in plan.records:
            for index, item in enumerate(fields[name]):
                self.through(item.__dict__, inner, (*path, key, index))
        for name, key, inner in plan.mapped:
            for entry, item in fields[name].items():
                self.through(item.__dict__, inner, (*path, key, str(entry)))
