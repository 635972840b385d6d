"""A difference of any record in words: the item or the field it is about, and what it says now."""

from datetime import date
from typing import Any

from generator.model.base import Record
from generator.model.scalars.moments import Moment
from generator.review.differences import Difference
from generator.review.field_names import field_name
from generator.review.remark import Remark
from generator.review.speaking import Speech, did

DECIDING = (
    "owner",
    "due",
    "done",
    "state",
    "contact",
    "next_update",
    "outcome",
    "criterion",
    "value",
    "role",
)
"""What of a new item is told beside its main words, where it is written."""


def value_in_words(speech: Speech, change: Difference) -> Remark:
    """A difference as a remark that nobody outside reads."""
    last = change.way[-1]
    name = field_name(last.field, type(change.records[1]).__name__)
    if change.kind == "moved":
        return Remark(speech.way(change.way[:-1]) or name, _of_order(name, deep=len(change.way) > 1))
    if last.at is None and isinstance(change.after, Record) and speech.is_group(change.after):
        return _of_group(speech, change, name)
    if last.at is None:
        return _placed(speech.way(change.way[:-1]), name, _of_value(speech, change))
    about = speech.way(change.way)
    if change.kind == "renamed":
        return Remark(about, f"key is now {change.after}, was {change.before}")
    whole = any(isinstance(one, Record) for one in (change.before, change.after))
    return Remark(about, _of_item(speech, change) if whole else _of_value(speech, change))


def _placed(about: str, name: str, said: str) -> Remark:
    return Remark(about, f"{name} {said}") if about else Remark(name, said)


def _of_group(speech: Speech, change: Difference, name: str) -> Remark:
    """A group that is new as what it says: `met on 6 February`."""
    about, said = speech.way(change.way[:-1]), speech.record(change.after)
    if not about:
        return Remark(name, said)
    done = did(change.way[-1].field, change.after)
    return Remark(about, f"{done} {said}" if done else f"{name}: {said}")


def _of_order(name: str, *, deep: bool) -> str:
    return f"{name} in another order" if deep else "in another order"


def _of_item(speech: Speech, change: Difference) -> str:
    if change.kind == "gone":
        return "taken out"
    details = _details(speech, change.after)
    return f"added, {details}" if details else "added"


def _details(speech: Speech, item: Record) -> str:
    """What of a new item decides: its owner, its days, its state; of one without main words all that it says."""
    if not (main := speech.main(item)):
        return speech.record(item)
    told = [
        (plan, said)
        for plan in speech.fields(item)
        if plan.key in DECIDING and (said := getattr(item, plan.attribute)) is not None
    ]
    named = [
        f"{field_name(plan.key, type(item).__name__)} {said}"
        for plan, value in told
        if (said := speech.value(value, plan)) != main
    ]
    return ", ".join(named)


def _of_value(speech: Speech, change: Difference) -> str:
    """A value that is new, gone, moved in time, or another."""
    old, new = (speech.value(one, change.plan) for one in (change.before, change.after))
    if change.kind == "new":
        return f"is {new}"
    if change.kind == "gone":
        return f"no longer said, was {old}"
    if isinstance(change.after, Moment | date):
        return f"moved from {old} to {new}" if old != new else f"moved within the minute, {new}"
    return f"is now {new}, was {old}" if old != new else _reworded(change.before, change.after)


def _reworded(before: Any, after: Any) -> str:
    """Two values that look alike where they are cut: how long they are."""
    lengths = [len(str(one).split()) for one in (before, after)]
    if lengths[0] == lengths[1]:
        return "is worded otherwise"
    return f"is worded otherwise, in {lengths[1]} words for {lengths[0]}"
