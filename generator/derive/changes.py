"""What differs between two copies of a case that its customer reads, item by item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Literal
from zoneinfo import ZoneInfo

from generator.audience.customer_case import CustomerCase, EvidenceShown
from generator.audience.faces import Face, SideFace
from generator.model.scalars.times import Moment

Kind = Literal["new", "changed", "gone"]
MAIN = ("what", "title", "concern", "person", "topic")
"""The fields of which an item has one that says what it is."""
UNSAID = ("key", "update_followed")
"""What no paper prints as such: the identity, and whether a promise was followed, which shows in the next update."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One field that is not what it was; None where it says nothing."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a reader of both copies would notice.

    `section` is a field of the customer's case; `item` the item's id and words, empty for a section that has no items;
    `details` are, of a changed item, the fields that differ.
    """

    section: str
    kind: Kind
    item: str = ""
    details: tuple[Detail, ...] = ()


def changes(old: CustomerCase | None, new: CustomerCase) -> list[Change]:
    """What the second copy shows otherwise than the first, in the order of the types; all that it shows for None."""
    found: list[Change] = []
    for field in fields(CustomerCase):
        before = getattr(old, field.name) if old is not None else None
        after = getattr(new, field.name)
        if field.name not in UNSAID and before != after:
            found += _of_field(field.name, before, after)
    if not found and old is not None and old.update_followed != new.update_followed:
        found.append(Change("next_update", "changed"))
    return found


def first_seen(old: CustomerCase | None, new: CustomerCase) -> list[Change]:
    """What the readers of the first copy would see for the first time in the second."""
    return [change for change in changes(old, new) if change.kind != "gone"]


def _of_field(name: str, before: Any, after: Any) -> Iterator[Change]:
    if isinstance(after, tuple):
        yield from _of_items(name, before or (), after)
    elif before is None:
        yield Change(name, "new", said(after))
    elif after is None:
        yield Change(name, "gone", said(before))
    elif details := tuple(_details(before, after)):
        yield Change(name, "changed", "", details)


def _of_items(name: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    """Items are the same by their id, else by their main words, else by standing alike in both."""
    left = [item for item in before if item not in after]
    for item in (item for item in after if item not in before):
        same = next((other for other in left if _name(other) == _name(item)), None)
        if same is None:
            yield Change(name, "new", item_in_words(item))
        else:
            left.remove(same)
            if details := tuple(_details(same, item)):
                yield Change(name, "changed", _head(item), details)
    for item in left:
        yield Change(name, "gone", _head(item))


def _details(before: Any, after: Any) -> Iterator[Detail]:
    """The fields that differ between two records, or the one value that differs."""
    if not is_dataclass(after) or isinstance(after, Moment):
        yield Detail("", _or_none(before), _or_none(after))
        return
    for field in fields(after):
        pair = [_or_none(getattr(one, field.name)) for one in (before, after)]
        if pair[0] != pair[1]:
            yield Detail(field.name.replace("_", " "), *pair)


def _name(item: Any) -> str:
    """What an item is known by."""
    return str(getattr(item, "id", None) or said(_main(item)))


def _main(item: Any) -> Any:
    return next((getattr(item, name) for name in MAIN if getattr(item, name, None)), item)


def _head(item: Any) -> str:
    """An item by its id and its words."""
    said_first = (getattr(item, "id", None), getattr(item, "at", None), _main(item))
    return " ".join(said(part) for part in said_first if part is not None)


def item_in_words(item: Any) -> str:
    """An item with everything that its readers see of it."""
    if not is_dataclass(item):
        return said(item)
    told = {"id", "at", "number", *MAIN}
    rest = [
        f"{field.name.replace('_', ' ')} {said(value)}"
        for field in fields(item)
        if field.name not in told and (value := getattr(item, field.name)) != field.default and value
    ]
    return _head(item) + (f" ({'; '.join(rest)})" if rest else "")


def _or_none(value: Any) -> str | None:
    return said(value) if value not in (None, ()) else None


def said(value: Any) -> str:
    """A value in words, on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Moment):
        return value.day.isoformat() if value.whole_day else f"{value.at:%Y-%m-%d %H:%M}"
    if isinstance(value, tuple):
        return ", ".join(said(one) for one in value)
    if isinstance(value, Face):
        return ", ".join(part for part in (value.name, value.role, value.phone, value.email) if part)
    if isinstance(value, SideFace):
        return value.name
    if isinstance(value, EvidenceShown):
        return value.id
    if is_dataclass(value) and type(value).__str__ is object.__str__:
        parts = (getattr(value, field.name) for field in fields(value))
        return ", ".join(said(part) for part in parts if part not in (None, (), False))
    return value.isoformat() if isinstance(value, date) else " ".join(_text(value).split())


def _text(value: Any) -> str:
    return value.key if isinstance(value, ZoneInfo) else str(value)
