"""What a paper must carry, whatever it looks like: the dates, owners, amounts and promises that it is printed from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from generator.documents.carrying.case_facts import CASE_FACTS
from generator.documents.carrying.fact import Fact
from generator.documents.carrying.house_facts import HOUSE_FACTS
from generator.documents.house_sheets import AnySheet, HouseSheet
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.source.nodes import Path

FACTS = CASE_FACTS | HOUSE_FACTS
"""What each paper carries, by its key."""
TYPED = {
    "next_word": "next_update",
    "sums": "impact",
    "steps": "actions",
    "states": "actions",
    "rows": "events",
    "criteria": "exit_criteria",
    "axis": "get_well",
    "trials": "recommendations",
    "offers": "recommendations",
    "closing": "close_out",
    "meeting": "meetings",
    "script": "dry_run",
}
"""Under which key of a case's file stands what a paper has as something derived."""
Value = date | datetime | Moment | Money | str
Leaf = tuple[tuple[Any, ...], Value, Path]
"""A value, the objects that lead to it, and the way that leads there with the numbers of items in it."""


@dataclass(frozen=True, slots=True)
class Must:
    """One thing that must stand on a paper: what it is in words, its value, and the way to it in the paper's data.

    `sheet` is the paper that says how its readers are spoken to: of a pack each paper in it for itself.
    """

    what: str
    value: Value
    way: Path
    sheet: AnySheet

    @property
    def typed_at(self) -> Path:
        """Where it stands in the case's file, as far as the data tell; of what is derived the key alone.

        A customer's copy counts its items otherwise, so of that it is the key too.
        """
        if isinstance(self.sheet, HouseSheet):
            return ()
        if self.way[0] != "case":
            return tuple(TYPED[str(name)] for name in self.way if name in TYPED)[:1]
        return self.way[1:] if self.sheet.identity.inside else self.way[1:2]


def carried(sheet: AnySheet) -> Iterator[Must]:
    """Everything that a paper must carry, by the data that it is printed from; a pack also what its papers must."""
    for fact in FACTS[sheet.paper.key]:
        for chain, value, way in _leaves(sheet.context, fact.way.split(".")):
            if fact.when(chain, sheet.context):
                yield Must(_named(fact, chain, way), value, way, sheet)
    for part in sheet.context.get("parts", ()):
        yield from carried(part)


def _leaves(found: Any, names: Sequence[str], chain: tuple[Any, ...] = (), way: Path = ()) -> Iterator[Leaf]:
    """The values at the end of a way; lists are gone through, and so are the values of mappings on the way."""
    if found is None or found == "":
        return
    if isinstance(found, tuple | list):
        for index, item in enumerate(found):
            yield from _leaves(item, names, chain, (*way, index))
    elif not names:
        yield from ((chain, value, way) for value in _values(found))
    else:
        yield from _step(found, names, chain, way)


def _step(found: Any, names: Sequence[str], chain: tuple[Any, ...], way: Path) -> Iterator[Leaf]:
    """One name further: an attribute, or the value of a mapping; `*` stands for each of its values."""
    name, rest, longer = names[0], names[1:], (*chain, found)
    if isinstance(found, Mapping):
        keys = found if name == "*" else [name] if name in found else []
        for key in keys:
            yield from _leaves(found[key], rest, longer, (*way, key))
    elif hasattr(found, name):
        yield from _leaves(getattr(found, name), rest, longer, (*way, name))


def _values(found: Any) -> Iterator[Value]:
    """A person or a party stands on a paper by name; what is no value at all is passed over."""
    if isinstance(found, date | Moment | Money | str):
        yield found
    elif hasattr(found, "name"):
        yield found.name


def _named(fact: Fact, chain: tuple[Any, ...], way: Path) -> str:
    """The words of a fact, with the id of the item that it is of, else its number."""
    if "{}" not in fact.words:
        return fact.words
    marks = (one.id for one in reversed(chain) if isinstance(getattr(one, "id", None), str))
    number = next((step + 1 for step in reversed(way) if isinstance(step, int)), 1)
    return fact.words.format(next(marks, number))
