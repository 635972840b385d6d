"""What changed since an earlier copy, for the paragraph above the paper: how much of each change may be said there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import Any

from generator.audience.faces import Face, SideFace
from generator.audience.shown.chronology import EvidenceShown
from generator.audience.shown.get_well import MilestoneShown
from generator.audience.shown.meetings import TopicShown
from generator.audience.shown.recommendations import CheckpointShown
from generator.derive.changes import Change, Kind, name_of
from generator.model.scalars.durations import Duration
from generator.model.scalars.moments import MOMENT, Moment
from generator.model.scalars.money import Money
from generator.review.remark import Remark
from generator.rules.in_words import shortened

WIDTH = 60
"""Characters that are quoted of what an item says."""
TEXTS = (
    "what",
    "title",
    "concern",
    "topic",
    "how",
    "words",
    "basis",
    "source",
    "prevents",
    "agreement",
    "purpose",
)
"""The fields of which is told that they are worded otherwise, and never how they were."""
STEPS = (MilestoneShown, TopicShown, CheckpointShown)
"""The parts of an item of which each has its own day or length."""
WHOLE = (Face, SideFace, EvidenceShown)
"""What stands for somebody or something else, and is no record of the item's own."""


@dataclass(frozen=True, slots=True)
class Value:
    """A date, an amount, a number or a length of time; `sort` says which, for the template that prints it."""

    sort: str
    value: Any


@dataclass(frozen=True, slots=True)
class Moved:
    """A field of an item with what it says now and what it said before; `of` is the part of the item that says it,
    such as a milestone, by its words of now.
    """

    field: str
    before: Value
    after: Value
    of: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A change for the template that says it: where, what became of it, and what the item says now.

    `moved` are its dates, amounts and numbers that are not what they were; `otherwise` says that a text is worded
    otherwise. `count` is how many items of the section are no longer there, told of them together and without words.
    """

    section: str
    kind: Kind
    words: str = ""
    moved: tuple[Moved, ...] = ()
    otherwise: bool = False
    count: int = 0


def of_remarks(remarks: Iterable[Remark]) -> list[str]:
    """What a review tells of a case, everything about one thing together; for us alone."""
    said: dict[str, list[str]] = {}
    for remark in remarks:
        said.setdefault(remark.about, []).append(shortened(remark.says, 2 * WIDTH))
    return [f"{about}: {', '.join(says)}" if about else ", ".join(says) for about, says in said.items()]


def parts_of(changes: Iterable[Change], inside: bool) -> list[Told]:
    """Each change as far as readers may be told of it.

    Whoever reads our own copy (`inside`) is told what is gone by its words. A customer is told nothing that the copy of
    today does not say, except dates, amounts and numbers of an item that both copies have: a promise that moved is
    told in full. Of a text that was worded otherwise, withdrawn or deleted they may have been given no copy, since an
    earlier commit is not an issue; so of what is gone they are told the section and how many.
    """
    listed = list(changes)
    return list(_told_inside(listed) if inside else _told_outside(listed))


def _told_inside(changes: list[Change]) -> Iterator[Told]:
    for change in changes:
        if change.kind == "gone" and change.part is not None:
            yield Told(change.section, "gone", _words(change.part))
        else:
            yield _told(change)


def _told_outside(changes: list[Change]) -> Iterator[Told]:
    gone = [change.section for change in changes if change.kind == "gone" and change.part is not None]
    for change in changes:
        if change.kind != "gone" or change.part is None:
            yield _told(change)
        elif change.section in gone:
            yield Told(change.section, "gone", count=gone.count(change.section))
            gone = [section for section in gone if section != change.section]


def _told(change: Change) -> Told:
    """A change that is told by what the item says now; of what has no items nothing but that it changed."""
    words = _words(change.part) if change.part is not None else ""
    moved = tuple(one for detail in change.details for one in _moved(detail.field, detail.old, detail.new))
    texts = (detail.old for detail in change.details if detail.field in TEXTS)
    return Told(change.section, change.kind, words, moved, any(isinstance(text, str) for text in texts))


def _words(part: Any) -> str:
    return shortened(name_of(part), WIDTH)


def _moved(field: str, old: Any, new: Any) -> Iterator[Moved]:
    before, after = _value(old), _value(new)
    if before is not None and after is not None:
        yield Moved(field, before, after)
    elif is_dataclass(new) and type(old) is type(new) and not isinstance(new, WHOLE):
        for one in fields(new):
            pair = getattr(old, one.name), getattr(new, one.name)
            if pair[0] != pair[1]:
                yield from _moved(one.name.replace("_", " "), *pair)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        known = {name_of(one): one for one in old if isinstance(one, STEPS)}
        for one in new:
            same = known.get(name_of(one)) if isinstance(one, STEPS) else None
            yield from (replace(moved, of=_words(one)) for moved in _moved("", same, one))


def _value(value: Any) -> Value | None:
    """What may be told with what it was before; None of every other kind, above all of a text or a name."""
    if isinstance(value, Moment):
        return Value("when" if MOMENT.fullmatch(value.typed) else "rough", value)
    if isinstance(value, bool):
        return None
    sorts: tuple[tuple[type, str], ...] = (
        (date, "when"),
        (Money, "money"),
        (Duration, "length"),
        (int, "number"),
    )
    return next((Value(sort, value) for kind, sort in sorts if isinstance(value, kind)), None)
