"""What differs between two records of the model, item by item and field by field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.model.base import Record
from generator.model.fields import FieldPlan, field_plans
from generator.review.pairing import paired

Kind = Literal["new", "changed", "gone", "moved", "renamed"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way to a value: a field, and of a list or a group the item with its place (from 0) or key."""

    field: str
    item: Record | None = None
    at: int | str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not what it was.

    `way` leads from the record to it, through the newer items where there are any. For an item that is new or gone as
    a whole, `before` or `after` is the item. A list or group whose items stand in another order is `moved`, and an
    item of a group under another key `renamed`, from one key to the other. `records` are the two that hold the value,
    and `plan` is its field.
    """

    kind: Kind
    way: tuple[Step, ...]
    before: Any
    after: Any
    records: tuple[Record, Record]
    plan: FieldPlan

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields on the way."""
        return tuple(step.field for step in self.way)


def differences(old: Record, new: Record, way: tuple[Step, ...] = ()) -> Iterator[Difference]:
    """Every difference between two records of one class, in the order of its fields."""
    for plan in field_plans(type(new)):
        before, after = getattr(old, plan.attribute), getattr(new, plan.attribute)
        if before != after or (plan.shape == "map" and list(before) != list(after)):
            yield from _of_field(plan, before, after, way, (old, new))


def _of_field(
    plan: FieldPlan, before: Any, after: Any, way: tuple[Step, ...], records: tuple[Record, Record]
) -> Iterator[Difference]:
    if plan.shape == "map" and isinstance(after, Mapping):
        yield from _of_map(plan, before, after, way, records)
    elif plan.shape == "list" and plan.record is not None:
        yield from _of_list(plan, before, after, way, records)
    elif isinstance(before, Record) and isinstance(after, Record):
        yield from differences(before, after, (*way, Step(plan.key)))
    else:
        yield Difference(_kind(before, after), (*way, Step(plan.key)), before, after, records, plan)


def _kind(before: Any, after: Any) -> Kind:
    if before in (None, [], {}, ()):
        return "new"
    return "gone" if after in (None, [], {}, ()) else "changed"


def _of_map(
    plan: FieldPlan, before: Any, after: Any, way: tuple[Step, ...], records: tuple[Record, Record]
) -> Iterator[Difference]:
    older = _older_keys(before, after)
    for key, other in after.items():
        was = older.get(key, key)
        one = before.get(was)
        step = Step(plan.key, other if isinstance(other, Record) else None, key)
        if was != key:
            yield Difference("renamed", (*way, step), str(was), str(key), records, plan)
        if isinstance(one, Record) and isinstance(other, Record):
            yield from differences(one, other, (*way, step))
        elif one != other:
            yield Difference(_kind(one, other), (*way, step), one, other, records, plan)
    for key, one in before.items():
        if key not in after and key not in older.values():
            step = Step(plan.key, one if isinstance(one, Record) else None, key)
            yield Difference("gone", (*way, step), one, None, records, plan)
    yield from _moved(
        plan, [older.get(key, key) for key in after], list(before), (before, after), way, records
    )


def _older_keys(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> dict[Any, Any]:
    """The key that an item had, for each item of a group that stands under another now and says the same."""
    left = {key: value for key, value in before.items() if key not in after}
    older = {}
    for key, value in after.items():
        if key in before:
            continue
        was = next((one for one, said in left.items() if _is_same(said, value)), None)
        if was is not None:
            older[key] = was
            del left[was]
    return older


def _is_same(one: Any, other: Any) -> bool:
    """Whether two items of a group are one: they say the same, or bear the same name."""
    name = getattr(one, "name", None)
    return bool(one == other or (name is not None and name == getattr(other, "name", None)))


def _of_list(
    plan: FieldPlan,
    before: Sequence[Any],
    after: Sequence[Any],
    way: tuple[Step, ...],
    records: tuple[Record, Record],
) -> Iterator[Difference]:
    pairs, gone = paired(before, after)
    for at, (one, other) in enumerate(pairs):
        step = Step(plan.key, other, at)
        if one is None:
            yield Difference("new", (*way, step), None, other, records, plan)
        elif one != other:
            yield from differences(one, other, (*way, step))
    for at, one in gone:
        yield Difference("gone", (*way, Step(plan.key, one, at)), one, None, records, plan)
    order = [id(one) for one, _ in pairs if one is not None]
    kept = [id(one) for one in before if id(one) in set(order)]
    yield from _moved(plan, order, kept, (before, after), way, records)


def _moved(
    plan: FieldPlan,
    order: Sequence[Any],
    before: Sequence[Any],
    values: tuple[Any, Any],
    way: tuple[Step, ...],
    records: tuple[Record, Record],
) -> Iterator[Difference]:
    """Whether what was there before stands in another order now, whatever came or went between."""
    kept = set(order) & set(before)
    if [one for one in order if one in kept] != [one for one in before if one in kept]:
        yield Difference("moved", (*way, Step(plan.key)), *values, records, plan)
