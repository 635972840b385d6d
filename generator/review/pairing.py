"""Which item of a list is which, before and after a change."""

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from generator.model.base import Record

NAMES = (
    *("what", "title", "topic", "name", "concern", "ask", "about"),
    *("key", "person", "area", "paper", "case", "to", "rotation", "product", "number"),
)
"""The fields by which an item of a list without an id is known again; the first that it has counts."""
ALIKE = 0.6
"""From which likeness of their words two items are one that was changed."""
KEPT = 0.7
"""From which part of their fields on two items are one, whatever their words are."""
TELLING = 3
"""How many fields must be written for that."""
MOST_LOOKS = 40_000
"""How many pairs are looked at for likeness; in a larger heap every item is new or gone."""


def paired(
    before: Sequence[Record], after: Sequence[Record]
) -> tuple[list[tuple[Record | None, Record]], list[tuple[int, Record]]]:
    """Each newer item with the one that it was before, and what is left of the older ones with their places.

    Items are the same that are equal, then those of one id, those equal but for the id, those of one name, then the
    most alike in their words or else in their fields.
    """
    if before == after:
        return list(zip(before, after, strict=True)), []
    left = dict(enumerate(before))
    found: dict[int, Record] = {}
    for mark in (repr, _id, _all_but_id, _name):
        _pair_by(mark, left, after, found)
    for likeness, least in ((_likeness, ALIKE), (_kept, KEPT)):
        if len(left) * (len(after) - len(found)) <= MOST_LOOKS:
            _pair_alike(likeness, least, left, after, found)
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


def _all_but_id(item: Record) -> str:
    return repr(item.model_copy(update={"id": None})) if _id(item) is not None else repr(item)


def _name(item: Record) -> str | None:
    """What an item without an id is known by."""
    if _id(item) is not None:
        return None
    return next(
        (f"{name} {known}" for name in NAMES if (known := getattr(item, name, None)) is not None), None
    )


def _pair_alike(
    likeness: Callable[[Record, Record], float],
    least: float,
    left: dict[int, Record],
    after: Sequence[Record],
    found: dict[int, Record],
) -> None:
    """Pairs what is left by a likeness from 0 to 1, each with the most like, from the least on."""
    for at, item in enumerate(after):
        if at in found:
            continue
        alike = {place: likeness(other, item) for place, other in left.items()}
        best = max(alike, key=lambda place: alike[place], default=None)
        if best is not None and alike[best] >= least:
            found[at] = left.pop(best)


def _likeness(one: Record, other: Record) -> float:
    """How like two items are in the words of their main text."""
    if _id(one) is not None and _id(other) is not None:
        return 0
    return SequenceMatcher(None, words_of(one), words_of(other), autojunk=False).ratio()


def _kept(one: Record, other: Record) -> float:
    """The part of their written fields in which two items agree; none where few are written or both have an id."""
    if _id(one) is not None and _id(other) is not None:
        return 0
    fields = type(other).model_fields
    pairs = [(getattr(one, name), getattr(other, name)) for name in fields]
    written = [
        pair for name, pair in zip(fields, pairs, strict=True) if set(map(repr, pair)) - _unsaid(other, name)
    ]
    same = sum(old == new for old, new in written)
    return same / len(written) if len(written) >= TELLING else 0


def _unsaid(item: Record, name: str) -> set[str]:
    """How a field's value looks where nothing is written."""
    field = type(item).model_fields[name]
    return set() if field.is_required() else {repr(field.get_default(call_default_factory=True))}


def words_of(item: Record) -> list[str]:
    """The words of an item's main text, to tell how like two are."""
    main = next((text for name in NAMES if isinstance(text := getattr(item, name, None), str)), "")
    return main.split()[:80]
