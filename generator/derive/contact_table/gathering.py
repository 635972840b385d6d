"""What the rows of a spreadsheet say together of each person and each area, or why a row cannot be taken."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.derive.contact_table.cells import (
    Cells,
    everybody,
    listed_cell,
    listed_texts,
    noted_cell,
    on_one_line,
    phones_of,
)
from generator.derive.contact_table.checks import wrong_cells
from generator.derive.contact_table.names import KEY, Names, Unclear, folded
from generator.intake.contact_rows import Row, rung_named
from generator.model.contacts import Contacts, OurPersonRecord, PartyPerson
from generator.source.nodes import Path

OF_PERSON = (
    *("name", "title", "phone", "other_phones", "customer_phone", "email", "timezone", "shown_as"),
    *("confirmed_on", "confirmed_by"),
)
OF_AREA = ("area", "covers", "helps", "outside", "quote")
WORDS = {
    "area": "name",
    "timezone": "time zone",
    "other_phones": "other phones",
    "customer_phone": "phone for customers",
    "shown_as": "shown as",
    "confirmed_on": "confirmed on",
    "confirmed_by": "confirmed by",
    "vp": "vice president",
}
"""What a field is called where its own name is no word."""


@dataclass
class Said:
    """What the rows say of one person or area, each cell with the line that says it first."""

    cells: Cells = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def take(self, cells: Mapping[str, str], keys: tuple[str, ...], line: int) -> Iterator[str]:
        """Takes the cells of these fields; yields a sentence for each where another line says otherwise."""
        for key in keys:
            text = cells.get(key)
            if text is not None and self.cells.setdefault(key, text) != text:
                word, other = WORDS.get(key, key), self.lines[key]
                yield f"{word} is {text!r} here and {self.cells[key]!r} in line {other}."
            elif text is not None:
                self.lines.setdefault(key, line)


class Gathering:
    """Everything that the rows say, by the key of whom or what they say it.

    `known` is everybody in contacts.yaml; `people`, `areas`, `firms` give keys to the names of rows; `rungs` hold for
    an area who is on each rung: a person's key, `none`, or `rotation KEY`; `firm_of` says whose a person is.
    """

    def __init__(self, contacts: Contacts) -> None:
        self.contacts = contacts
        self.known: dict[str, tuple[Path, OurPersonRecord | PartyPerson]] = everybody(contacts)
        self.people = Names("person", {key: record.name for key, (_, record) in self.known.items()})
        self.areas = Names("area", {key: area.name for key, area in contacts.areas.items()})
        self.firms = Names("firm", {key: party.name for key, party in contacts.parties.items()})
        self.of_people: dict[str, Said] = {}
        self.of_areas: dict[str, Said] = {}
        self.rungs: dict[str, Said] = {}
        self.firm_of: dict[str, str] = {}

    def take(self, row: Row) -> list[str]:
        """Takes what a row says; the sentences for what of it cannot be taken."""
        cells = _with_name(_tidied(row.cells))
        faults = list(wrong_cells(cells, self.contacts.rotations))
        try:
            area = self._area(cells, row.line, faults)
            self._rung(area, self._holder(cells, row.line, faults), cells, row.line, faults)
        except Unclear as unclear:
            faults.append(str(unclear))
        return [f"Line {row.line}: {fault}" for fault in faults]

    def _area(self, cells: Cells, line: int, faults: list[str]) -> str | None:
        if not cells.keys() & {"area_key", "area"}:
            return None
        key = self.areas.key_of(cells.get("area_key"), cells.get("area"))
        known = self.contacts.areas.get(key)
        same = "area_key" not in cells and known is not None and folded(cells["area"]) == folded(known.name)
        faults += self.of_areas.setdefault(key, Said()).take(cells, OF_AREA[same:], line)
        return key

    def _holder(self, cells: Cells, line: int, faults: list[str]) -> str | None:
        """Who is on the row's rung; what the row says of them is taken."""
        if cells.get("person", cells.get("name")) in ("none", "None"):
            return "none"
        if not cells.keys() & {"person", "name"}:
            return f"rotation {cells['rotation']}" if "rotation" in cells else None
        key = self.people.key_of(cells.get("person"), cells.get("name"))
        # A name that only says whom a row means is no new name when its letters are larger or smaller.
        before = self.known[key][1].name if key in self.known else ""
        same = "person" not in cells and folded(cells["name"]) == folded(before)
        faults += self.of_people.setdefault(key, Said()).take(cells, OF_PERSON[same:], line)
        if "firm" in cells or "firm_name" in cells:
            firm = self.firm_of[key] = self.firms.key_of(cells.get("firm"), cells.get("firm_name"))
            if key in self.known and self.known[key][0][:2] != ("parties", firm):
                faults.append(
                    f"{key} does not belong to the firm {firm} in contacts.yaml. Move the entry by hand."
                )
        return key

    def _rung(self, area: str | None, holder: str | None, cells: Cells, line: int, faults: list[str]) -> None:
        rung = rung_named(cells["rung"]) if "rung" in cells else None
        if rung is not None and area is None:
            faults.append("It names a rung and no area.")
        elif rung is not None and area is not None and holder is not None:
            faults += self.rungs.setdefault(area, Said()).take({rung: holder}, (rung,), line)


def _tidied(cells: Cells) -> Cells:
    """The cells as we would write them: words on one line, lists parted evenly, and the spaces of a number plain.

    Tables off the web have spaces that do not break. Other characters of a number are left as they are.
    """
    tidy: dict[str, Callable[[str], str]] = {
        **dict.fromkeys(("area", "name", "title", "helps", "quote"), on_one_line),
        **dict.fromkeys(("phone", "customer_phone"), lambda text: re.sub("[\u00a0\u202f]", " ", text)),
        "covers": lambda text: listed_cell([on_one_line(one) for one in listed_texts(text)]),
        "other_phones": lambda text: noted_cell(phones_of(text)),
    }
    return {key: tidy[key](text) if key in tidy else text for key, text in cells.items()}


def _with_name(cells: Cells) -> Cells:
    """The cells, where somebody stands by name in a column of keys with the name in its own."""
    key = cells.get("person")
    if key is None or "name" in cells or KEY.fullmatch(key):
        return cells
    return {**{column: text for column, text in cells.items() if column != "person"}, "name": key}
