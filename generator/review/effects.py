"""What the customer of a case reads otherwise though no line of the case says so: a name, a number, a zone, an order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from generator.audience.project import project
from generator.derive.changes import Change, changes, noted
from generator.model.workspace import CaseFile, Workspace
from generator.review.remark import Remark

WIDTH = 90
"""Characters of a text that a line quotes."""
State = tuple[CaseFile, Workspace]
Pair = tuple[str, str]


def effects(old: State, new: State, as_of: datetime, *, told: bool) -> Iterator[Remark]:
    """A line for each effect of what surrounds a case: contacts, settings, its customer, the cases that it names.

    Unless something was `told` of it already, for the effects of its own file too. `as_of` is aware; it decides whose
    turn it is, on both sides.
    """
    (before, around), (after, around_now) = old, new
    same = _is_same_around(old, new)
    if told and same:
        return
    moment = as_of.astimezone(after.zone)
    between = replace(after, owner=before.owner, zone=before.zone)
    middle = project(between, replace(around, cases={**around.cases, after.key: between}), moment)
    found = [] if same else changes(middle, project(after, around_now, moment))
    own = [] if told else changes(project(before, around, moment), middle)
    yield from (Remark("", says, True) for says in _once([*own, *found]))


def _is_same_around(old: State, new: State) -> bool:
    """Whether nothing around a case changed that its papers could print."""
    (before, around), (after, now) = old, new
    if around.contacts != now.contacts or around.settings != now.settings:
        return False
    titles = (
        [
            state.cases[key].case.title if (key := str(one.case)) in state.cases else None
            for one in after.case.related
        ]
        for state in (around, now)
    )
    return (
        before.zone == after.zone
        and before.owner.customer == after.owner.customer
        and len(set(map(tuple, titles))) == 1
    )


def _once(found: Sequence[Change]) -> Iterator[str]:
    """Each change in words; one value that reads otherwise in several places is told of once, with their number."""
    places = Counter((one.before, one.after) for change in found for one in change.details)
    often = {
        (old, new): number
        for (old, new), number in places.items()
        if number > 1 and old and new and old != new
    }
    plain = {pair: number for pair, number in often.items() if not _is_told(*pair, often.keys() - {pair})}
    yield from (f"{old} reads {new} in {number} places" for (old, new), number in sorted(plain.items()))
    for change in found:
        details = tuple(one for one in change.details if not _is_told(one.before, one.after, often))
        if (details or not change.details) and not _is_same_item(change, found, often):
            yield noted(replace(change, details=details), WIDTH)


def _is_told(before: str | None, after: str | None, often: Iterable[Pair]) -> bool:
    """Whether two values differ in nothing but what is told already."""
    return before == after or any(before and before.replace(old, new) == after for old, new in often)


def _is_same_item(change: Change, found: Sequence[Change], often: Iterable[Pair]) -> bool:
    """Whether an item that seems new or gone is another that only reads otherwise."""
    if change.kind not in ("new", "gone"):
        return False
    others = [
        one.item
        for one in found
        if one.section == change.section and {one.kind, change.kind} == {"new", "gone"}
    ]
    heads = [one.partition(" (")[0] for one in (change.item, *others)]
    pairs = ((one, heads[0]) if change.kind == "new" else (heads[0], one) for one in heads[1:])
    return any(_is_told(*pair, often) for pair in pairs)
