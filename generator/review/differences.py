"""What differs between two records of the model, item by item and field by field."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from generator.model.base import Record
from generator.model.fields import FieldPlan, field_plans

Kind = Literal["new", "changed", "gone"]
NAMES = (
    "id",
    "key",
    "person",
    "area",
    "paper",
    "case",
    "to",
    "rotation",
    "what",
    "title",
    "topic",
    "name",
    "concern",
)
"""The fields by which an item of a list without an id is known again; the first that it has counts."""
ALIKE = 0.6
"""From which likeness of their words two items are one that was changed."""
MOST_LOOKS = 40_000
"""How many pairs are looked at for likeness; in a larger heap every item is new or gone."""


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
    a whole, `before` or `after` is the item. `records` are the two that hold the value, and `plan` is its field.
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
        if before != after:
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
    for key in dict.fromkeys([*before, *after]):
        one, other = before.get(key), after.get(key)
        item = other if other is not None else one
        step = Step(plan.key, item if isinstance(item, Record) else None, key)
        if isinstance(one, Record) and isinstance(other, Record):
            yield from differences(one, other, (*way, step))
        elif one != other:
            yield Difference(_kind(one, other), (*way, step), one, other, records, plan)


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


def paired(
    before: Sequence[Record], after: Sequence[Record]
) -> tuple[list[tuple[Record | None, Record]], list[tuple[int, Record]]]:
    """Each newer item with the one that it was before, and what is left of the older ones with their places.

    Items are the same that are equal, then those of one id, then of one name, then the most alike in their words.
    """
    left = dict(enumerate(before))
    found: dict[int, Record] = {}
    for mark in (repr, _id, _name):
        _pair_by(mark, left, after, found)
    if len(left) * (len(after) - len(found)) <= MOST_LOOKS:
        _pair_alike(left, after, found)
    return [(found.get(at), item) for at, item in enumerate(after)], list(left.items())


def _pair_by(
    mark: Callable[[Record], str | None],
    left: dict[int, Record],
    after: Sequence[Record],
    found: dict[int, Record],
) -> None:
    """Pairs the items that bear one mark, in their order."""
    places: dict[str, list[int]] = {}
    for place, item in left.items():
        if (known := mark(item)) is not None:
            places.setdefault(known, []).append(place)
    for at, item in enumerate(after):
        if at not in found and (same := places.get(mark(item) or "")):
            found[at] = left.pop(same.pop(0))


def _id(item: Record) -> str | None:
    known = getattr(item, "id", None)
    return str(known) if known is not None else None


def _name(item: Record) -> str | None:
    """What an item without an id is known by."""
    if _id(item) is not None:
        return None
    return next(
        (f"{name} {known}" for name in NAMES if (known := getattr(item, name, None)) is not None), None
    )


def _pair_alike(left: dict[int, Record], after: Sequence[Record], found: dict[int, Record]) -> None:
    for at, item in enumerate(after):
        if at in found:
            continue
        likeness = {place: _likeness(other, item) for place, other in left.items()}
        best = max(likeness, key=lambda place: likeness[place], default=None)
        if best is not None and likeness[best] >= ALIKE:
            found[at] = left.pop(best)


def _likeness(one: Record, other: Record) -> float:
    if _id(one) is not None and _id(other) is not None:
        return 0
    return SequenceMatcher(None, words_of(one), words_of(other), autojunk=False).ratio()


def words_of(item: Record) -> list[str]:
    """The words of an item's main text, to tell how like two are."""
    main = next((text for name in NAMES if isinstance(text := getattr(item, name, None), str)), "")
    return main.split()[:80]
