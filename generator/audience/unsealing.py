"""From sealed bytes back to the customer's case: the same types, every value checked as if it had been typed."""

import json
import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from generator.audience.customer_case import CustomerCase
from generator.audience.sealed_forms import fits
from generator.model.scalars.days import DAY_ALONE, read_day
from generator.model.scalars.durations import Duration, read_duration
from generator.model.scalars.instants import day_start
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money, read_money
from generator.model.scalars.texts import read_number
from generator.model.scalars.zones import read_zone
from generator.source.decoding import CONTROL

NO_LETTER = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff]")
"""What no case file can hold: control characters, and halves of letters."""
MOST = 999_999_999
"""The largest whole number that can be typed."""


class Unreadable(ValueError):
    """Bytes that are no customer's case of ours; the text says what about them, as the rest of a sentence."""


def unseal(data: bytes) -> CustomerCase:
    """The customer's case that canonical bytes hold.

    Moments are aware, in the sealed zone of their event, meeting or case, or at their own offset where that zone has
    another. A field that was added to the types later has its default. Raises Unreadable for whatever is not of the
    form: a key that no type has, a value of another kind, a text that could not have been typed.
    """
    try:
        tree = json.loads(data.decode("utf-8"), object_pairs_hook=_object, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Unreadable("is not JSON") from error
    try:
        head = tree["letterhead"]["zone"]
        case: CustomerCase = _record(CustomerCase, tree, read_zone(head), "case")
    except (KeyError, TypeError) as error:
        raise Unreadable("has no letterhead with a zone") from error
    except Unreadable:
        raise
    except ValueError as error:
        raise Unreadable(str(error)) from error
    return case


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; a key that stands twice in it would hide one of its values."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _no_number(text: str) -> float:
    raise ValueError(text)


@lru_cache(maxsize=64)
def _shape(record: Hashable) -> dict[str, tuple[Field[Any], Any]]:
    """The fields of a type, each with what it may hold."""
    hints = get_type_hints(record)
    return {field.name: (field, hints[field.name]) for field in fields(record)}  # type: ignore[arg-type]


def _record(record: type[Any], tree: Any, zone: ZoneInfo, where: str) -> Any:
    """One part of the case; its own zone, where it has one, counts for its moments."""
    if not isinstance(tree, Mapping):
        raise Unreadable(f"holds no group of keys for `{where}`")
    shape = _shape(record)  # type: ignore[arg-type]
    strange = sorted(tree.keys() - shape.keys())
    if strange:
        raise Unreadable(
            f"holds the key `{strange[0][:40]}` in `{where}`, which this Casewright does not know"
        )
    near = read_zone(tree["zone"]) if "zone" in tree else zone
    values = {
        name: _value(kind, tree[name], near, (record, name))
        if name in tree
        else _unwritten(field, kind, where)
        for name, (field, kind) in shape.items()
    }
    return record(**values)


def _unwritten(field: Field[Any], kind: Any, where: str) -> Any:
    """What a field holds that was left out: its default, or the nothing that its type allows."""
    if field.default is not MISSING:
        return field.default
    if NoneType in get_args(kind):
        return None
    if get_origin(kind) is tuple:
        return ()
    raise Unreadable(f"lacks `{field.name}` in `{where}`")


def _value(kind: Any, tree: Any, zone: ZoneInfo, at: tuple[type[Any], str]) -> Any:
    """A value of the kind that a field declares; `at` is the type and the field."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
        return _value(kind, tree, zone, at)
    if origin is tuple:
        if not isinstance(tree, list):
            raise Unreadable(f"holds no list for `{at[1]}`")
        return tuple(_value(get_args(kind)[0], one, zone, at) for one in tree)
    if origin is Literal:
        return _one_of(get_args(kind), tree, at)
    if kind in (bool, int):
        return _number(kind, tree, at)
    if is_dataclass(kind) and kind not in OWN:
        return _record(kind, tree, zone, at[1])  # type: ignore[arg-type]
    return _own(kind, tree, zone, at)


def _one_of(choices: tuple[Any, ...], tree: Any, at: tuple[type[Any], str]) -> Any:
    if tree not in choices:
        raise Unreadable(f"holds something else than one of {', '.join(choices)} for `{at[1]}`")
    return tree


def _number(kind: type[Any], tree: Any, at: tuple[type[Any], str]) -> Any:
    if type(tree) is not kind or not 0 <= tree <= MOST:
        raise Unreadable(f"holds no {'yes or no' if kind is bool else 'whole number'} for `{at[1]}`")
    return tree


def _own(kind: Any, tree: Any, zone: ZoneInfo, at: tuple[type[Any], str]) -> Any:
    """A value of one of our scalar types."""
    if kind is Money or kind is Duration:
        return _amount(kind, tree, at)
    if not isinstance(tree, str):
        raise Unreadable(f"holds no text for `{at[1]}`")
    if NO_LETTER.search(tree) or not fits(at, tree):
        raise Unreadable(f"holds a text for `{at[1]}` that nobody could have typed there")
    return _moment(tree, zone) if kind is Moment else OWN[kind](tree)


def _amount(kind: Any, tree: Any, at: tuple[type[Any], str]) -> Money | Duration:
    """An amount or a length of time, both of two parts."""
    first, second = ("value", "currency") if kind is Money else ("number", "unit")
    if not isinstance(tree, Mapping) or tree.keys() != {first, second}:
        raise Unreadable(f"holds no {first} with its {second} for `{at[1]}`")
    text = f"{tree[first]} {tree[second]}"
    return read_money(text) if kind is Money else read_duration(text)


def _moment(text: str, zone: ZoneInfo) -> Moment:
    """A moment in its zone; a rough one has the text behind it that was typed."""
    first, _, rough = text.partition(" ")
    if DAY_ALONE.fullmatch(first):
        return Moment(rough or first, day_start(read_day(first), zone), whole_day=True)
    stated = datetime.fromisoformat(first)
    if stated.tzinfo is None or stated.isoformat() != first or not 1900 <= stated.year <= 2999:
        raise Unreadable(f"holds `{first[:40]}`, which is no moment with its offset")
    local = stated.astimezone(zone)
    return Moment(rough or _typed(stated), local if local.isoformat() == first else stated)


def _typed(at: datetime) -> str:
    """A moment as people type it."""
    return f"{at:%Y-%m-%d %H:%M:%S}" if at.second else f"{at:%Y-%m-%d %H:%M}"


OWN: dict[Any, Callable[[str], Any]] = {
    str: str,
    date: read_day,
    Decimal: read_number,
    ZoneInfo: read_zone,
    Moment: str,
    Money: str,
    Duration: str,
}
"""How each scalar type is read from its text; the last three are read above."""
