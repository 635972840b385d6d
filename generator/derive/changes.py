"""What differs between two copies of a case that its customer reads, item by item."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from dataclasses import field as entry
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any, Literal
from zoneinfo import ZoneInfo

from generator.audience.customer_case import CustomerCase
from generator.audience.faces import Face, SideFace
from generator.audience.sealing import canonical
from generator.audience.shown.chronology import EvidenceShown
from generator.audience.unsealing import unseal
from generator.model.scalars.instants import day_start, told_apart
from generator.model.scalars.moments import MOMENT, Moment

ALIKE = 0.6
"""From which likeness of their words two items without an id are one that was reworded."""
MOST_WORDS, MOST_LOOKS = 80, 200
"""How many words, and how many items, are looked at for that."""
Kind = Literal["new", "changed", "gone", "moved"]
MAIN = ("what", "title", "concern", "person", "topic", "kind", "value")
"""The fields of which a part has one that says what it is."""
UNSAID = ("key", "sections", "update_followed")
"""What no paper prints as such; where nothing else differs, these are told."""
SHORT = {SideFace: "name", EvidenceShown: "id", ZoneInfo: "key"}
"""The field that stands for a part where another one names it."""
UNCHOSEN = ("letterhead", "opened")
"""What is no news in a first paper."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One field that is not what it was, in words and as the copies hold it; None where it says nothing."""

    field: str
    before: str | None
    after: str | None
    old: Any = entry(default=None, compare=False)
    new: Any = entry(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a reader of both copies would notice.

    `section` is a field of the customer's case; `item` the item's id and words, empty for a section that has no items
    and for one whose items stand in another order, which is `moved`; `details` are, of a changed item, the fields that
    differ. `part` is the item as it is now, of what is gone as it was.
    """

    section: str
    kind: Kind
    item: str = ""
    details: tuple[Detail, ...] = ()
    part: Any = entry(default=None, compare=False)


def changes(old: CustomerCase | None, new: CustomerCase) -> list[Change]:
    """What the second copy shows otherwise than the first, in the order of the types; all that it shows for None.

    Moments of the first are read in the zone of the second, so that one instant in another zone is no change.
    """
    before = in_zone(unseal(canonical(old)), new.letterhead.zone) if old is not None else None
    after = in_zone(unseal(canonical(new)), new.letterhead.zone)
    names = [field.name for field in fields(CustomerCase) if field.name not in UNSAID]
    if before is None:
        return [change for name in names if name not in UNCHOSEN for change in _of_field(name, None, after)]
    found = [change for name in names for change in _of_field(name, before, after)]
    return found or [change for name in UNSAID[1:] for change in _of_field(name, before, after)]


def _of_field(name: str, old: Any, new: Any) -> Iterator[Change]:
    before, after = (getattr(case, name) if case is not None else None for case in (old, new))
    if before == after:
        return
    if isinstance(after, tuple):
        yield from _of_items(name, before or (), after)
    elif before is None:
        yield Change(name, "new", said(after))
    elif after is None:
        yield Change(name, "gone", said(before))
    else:
        yield Change(name, "changed", "", tuple(_details(before, after)))


def _of_items(name: str, before: Sequence[Any], after: Sequence[Any]) -> Iterator[Change]:
    """Items are the same by their id, else by their main words, else where these are most of them the same."""
    left = [item for item in before if item not in after]
    pairs = [(_same(item, left), item) for item in after if item not in before]
    for same, item in [(one or _reworded(item, left), item) for one, item in pairs]:
        if same is None:
            yield Change(name, "new", _part(item) if is_dataclass(item) else said(item), part=item)
        else:
            yield Change(name, "changed", _head(item), tuple(_details(same, item)), item)
    for item in left:
        yield Change(name, "gone", _head(item) or said(item), part=item)
    if [item for item in before if item in after] != [item for item in after if item in before]:
        yield Change(name, "moved")


def in_zone(value: Any, zone: ZoneInfo) -> Any:
    """A copy or a part of it with every exact moment read in one zone; a whole day stays the day that was typed.

    A moment typed roughly keeps its text.
    """
    if isinstance(value, Moment):
        return _moment_in(value, zone)
    if isinstance(value, tuple):
        return tuple(in_zone(one, zone) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    held = {one.name: getattr(value, one.name) for one in fields(value)}
    read = {name: in_zone(one, zone) for name, one in held.items()}
    return replace(value, **{name: one for name, one in read.items() if one is not held[name]})


def _moment_in(moment: Moment, zone: ZoneInfo) -> Moment:
    exact = MOMENT.fullmatch(moment.typed) is not None
    if moment.whole_day:
        typed = moment.day.isoformat() if exact else moment.typed
        return Moment(typed, day_start(moment.day, zone), whole_day=True)
    at = moment.at.astimezone(zone)
    return Moment(at.isoformat() if exact else moment.typed, at)


def _same(item: Any, left: list[Any]) -> Any:
    """The older item of the same name, taken out of those that are left; None where there is none."""
    same = next((other for other in left if _name(other) == _name(item)), None)
    if same is not None:
        left.remove(same)
    return same


def _reworded(item: Any, left: list[Any]) -> Any:
    """The same of an item whose words were changed; two with an id are never one."""
    words = said(_main(item)).split()[:MOST_WORDS]
    alike = {
        at: SequenceMatcher(None, said(_main(other)).split()[:MOST_WORDS], words, autojunk=False).ratio()
        for at, other in enumerate(left[:MOST_LOOKS])
        if words and not (getattr(item, "id", None) and getattr(other, "id", None))
    }
    best = max(alike, key=lambda at: alike[at], default=None)
    return left.pop(best) if best is not None and alike[best] >= ALIKE else None


def _details(before: Any, after: Any) -> Iterator[Detail]:
    """The fields that differ between two records, or the one value that differs."""
    if not is_dataclass(after) or isinstance(after, Moment | Face):
        yield Detail("", _or_none(before), _or_none(after), before, after)
        return
    for one in fields(after):
        pair = [getattr(item, one.name) for item in (before, after)]
        if pair[0] != pair[1]:
            yield Detail(one.name.replace("_", " "), *map(_or_none, pair), *pair)


def _name(item: Any) -> str:
    """What an item is known by."""
    return str(getattr(item, "id", None) or said(_main(item)) or said(item))


def _main(item: Any) -> Any:
    return next((found for name in MAIN if (found := getattr(item, name, None)) is not None), None)


def _head(item: Any) -> str:
    """A part by its id, its moment and its words, as far as it has them."""
    parts = (getattr(item, "id", None), getattr(item, "at", None), _main(item))
    return " ".join(said(part) for part in parts if part is not None)


def name_of(part: Any) -> str:
    """A part by its id and its words, without its moment."""
    return " ".join(said(one) for one in (getattr(part, "id", None), _main(part)) if one is not None)


def _or_none(value: Any) -> str | None:
    return said(value) if value not in (None, ()) else None


def said(value: Any) -> str:
    """A value in words, on one line; a part of the case with everything that its readers see of it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Moment):
        if not MOMENT.fullmatch(value.typed):
            return value.typed
        return value.day.isoformat() if value.whole_day else _clock(value.at)
    if isinstance(value, tuple):
        return ", ".join(said(one) for one in value)
    if isinstance(value, Face):
        return ", ".join(part for part in (value.name, value.role, value.phone, value.email) if part)
    if type(value) in SHORT:
        return str(getattr(value, SHORT[type(value)]))
    if is_dataclass(value) and type(value).__str__ is object.__str__:
        return _part(value)
    return " ".join(str(value).split()) if value is not None else ""


def _clock(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}{told_apart(at)}" if at.second else f"{at:%Y-%m-%d %H:%M}{told_apart(at)}"


def _part(part: Any) -> str:
    """A part by its head, and behind it in brackets what else it says."""
    if isinstance(part, EvidenceShown):
        told = {"id", "number", "title"}
    else:
        told = {"id", "at", next((name for name in MAIN if getattr(part, name, None) is not None), "")}
    rest = [
        f"{one.name.replace('_', ' ')} {said(value)}"
        for one in fields(part)
        if one.name not in told and (value := getattr(part, one.name)) != one.default and value
    ]
    head = _head(part)
    return f"{head} ({'; '.join(rest)})" if head and rest else head or ", ".join(rest)


KINDS: dict[Kind, str] = {"new": "new in ", "changed": "", "gone": "no longer in ", "moved": ""}
SECTIONS = {"sections": "sections shown", "wants": "what the customer wants", "get_well": "get-well plan"}


def in_words(change: Change, width: int | None = None) -> str:
    """A change as a line: `actions, A3 Move the shops: due 2026-03-14, was 2026-03-12`; `width` cuts long texts."""
    section = SECTIONS.get(change.section, change.section.replace("_", " "))
    details = "; ".join(_detail(one, width) for one in change.details)
    if change.kind == "moved":
        return f"{section}: in another order"
    if change.kind != "changed":
        return f"{section}: {_cut(change.item, width)}"
    return f"{section}, {_cut(change.item, width)}: {details}" if change.item else f"{section}: {details}"


def noted(change: Change, width: int) -> str:
    """A change as a line that says too whether it is new or gone, its long texts cut."""
    return KINDS[change.kind] + in_words(change, width)


def _detail(detail: Detail, width: int | None) -> str:
    lead = f"{detail.field} " if detail.field else ""
    if detail.after is None:
        return f"{lead}no longer said, was {_cut(detail.before or '', width)}"
    was = f", was {_cut(detail.before, width)}" if detail.before is not None else ", new"
    return f"{lead}{_cut(detail.after, width)}{was}"


def _cut(text: str, width: int | None) -> str:
    return text if width is None or len(text) <= width else f"{text[:width].rsplit(' ', 1)[0]}…"
