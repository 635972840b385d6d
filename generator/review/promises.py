"""Dated things that the customer was told, and whether one of them moved later or was taken out."""

from datetime import date, datetime
from typing import Any

from generator.model.base import Record
from generator.model.scalars.instants import is_later
from generator.model.scalars.moments import Moment
from generator.review.differences import Difference
from generator.review.remark import LATER, TAKEN_OUT

DATED = (("due",), ("end",), ("switch_off",), ("expected_resolution", "at"), ("meetings", "at"))
"""How the ways to a promise end; the next update is told by itself."""
KEEPING = ("done", "met", "kept", "dropped")
"""The fields of an item that say that its promise is open no more."""


def promise_warning(change: Difference) -> str:
    """Why a difference that the customer reads wants a second look; empty where it moves no promise."""
    if change.kind == "gone" and isinstance(change.before, Record):
        return TAKEN_OUT if is_open_promise(change.before) else ""
    if not any(change.fields[-len(end) :] == end for end in DATED):
        return ""
    if change.kind == "gone":
        return TAKEN_OUT
    old, new = (_end(one) for one in (change.before, change.after))
    return LATER if _is_put_off(old, new) else ""


def is_open_promise(item: Record) -> bool:
    """Whether an item has a day by which something was promised, and is not done or dropped."""
    dated = any(getattr(item, name, None) is not None for name in ("due", "end", "switch_off"))
    return dated and all(getattr(item, name, None) is None for name in KEEPING)


def _is_put_off(old: Any, new: Any) -> bool:
    """Whether the second of two ends is the later one."""
    if isinstance(old, datetime) and isinstance(new, datetime):
        return is_later(new, old)
    return old is not None and new is not None and bool(new > old)


def _end(value: Any) -> Any:
    """The last instant of a promise, to compare two of one kind."""
    if isinstance(value, Moment):
        return value.end
    return value if isinstance(value, date) else None
