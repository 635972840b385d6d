"""People and areas of contacts.yaml as the cells of a spreadsheet, and cells as what the file says."""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.edit import Value
from generator.model.contacts import Area, Contacts, OtherPhone, OurPersonRecord, PartyPerson
from generator.model.scalars.texts import YES
from generator.source.nodes import Path

Cells = dict[str, str]
"""A field's text by its column; what is not written has none."""
NOTED = re.compile(r"(?:(?P<before>.*): )?(?P<number>[+0-9].*?)(?: \((?P<behind>[^0-9].*)\))?", re.DOTALL)
"""A number with a note before it, as we write it, or behind it in brackets, as others do."""


def person_cells(record: OurPersonRecord | PartyPerson) -> Cells:
    """A person's cells; numbers have the characters that were typed."""
    cells = {
        "name": on_one_line(record.name),
        "title": on_one_line((record.title if isinstance(record, OurPersonRecord) else record.role) or ""),
        "phone": record.phone,
        "email": record.email,
        "timezone": record.timezone.key if record.timezone else None,
        "confirmed_on": record.confirmed.on.isoformat() if record.confirmed else None,
        "confirmed_by": record.confirmed.by if record.confirmed else None,
    }
    if isinstance(record, OurPersonRecord):
        cells["other_phones"] = phones_cell(record.other_phones)
        cells["customer_phone"], cells["shown_as"] = record.customer_phone, record.shown_as
    return {key: text for key, text in cells.items() if text}


def area_cells(area: Area) -> Cells:
    """An area's own cells, its rungs left out."""
    cells = {
        "area": on_one_line(area.name),
        "covers": listed_cell([on_one_line(text) for text in area.covers]),
        "helps": on_one_line(area.helps or ""),
        "outside": "yes" if area.outside else None,
        "quote": on_one_line(area.quote or ""),
    }
    return {key: text for key, text in cells.items() if text}


def listed_cell(texts: list[str]) -> str:
    """Several texts in one cell: parted by semicolons, or by lines where a text holds a semicolon."""
    return ("\n" if any(";" in text for text in texts) else "; ").join(texts)


def listed_texts(cell: str) -> list[str]:
    """The texts of such a cell."""
    parts = cell.split("\n") if "\n" in cell else cell.split(";")
    return [part.strip() for part in parts if part.strip()]


def phones_cell(phones: list[OtherPhone]) -> str:
    """Further numbers in one cell, each with its note before it, so that the cell begins with no plus sign."""
    return noted_cell((one.number, one.note) for one in phones)


def noted_cell(numbers: Iterable[tuple[str, str | None]]) -> str:
    """Numbers with their notes in one cell."""
    return listed_cell([f"{note}: {number}" if note else number for number, note in numbers])


def on_one_line(text: str) -> str:
    """A text with its line breaks made spaces."""
    return " ".join(text.split())


def phones_of(cell: str) -> Iterator[tuple[str, str | None]]:
    """The numbers of such a cell with their notes."""
    for text in listed_texts(cell):
        found = NOTED.fullmatch(text)
        yield (found["number"], found["before"] or found["behind"]) if found else (text, None)


def person_entry(cells: Mapping[str, str], ours: bool) -> dict[str, Value]:
    """What contacts.yaml says of a person by these cells; `ours` or a third party's."""
    entry: dict[str, Value] = {}
    for key in ("name", "title", "phone", "other_phones", "customer_phone", "email", "timezone", "shown_as"):
        if key == "other_phones" and key in cells:
            entry[key] = [_phone(number, note) for number, note in phones_of(cells[key])]
        elif key in cells:
            entry["role" if key == "title" and not ours else key] = cells[key]
    confirmed = {key: cells[f"confirmed_{key}"] for key in ("on", "by") if f"confirmed_{key}" in cells}
    return {**entry, "confirmed": confirmed} if confirmed else entry


def _phone(number: str, note: str | None) -> Value:
    return {"number": number, "note": note} if note else number


def area_entry(cells: Mapping[str, str]) -> dict[str, Value]:
    """What contacts.yaml says of an area by these cells."""
    entry: dict[str, Value] = {}
    for column, key in (
        ("area", "name"),
        ("covers", "covers"),
        ("helps", "helps"),
        ("outside", ""),
        ("quote", "quote"),
    ):
        if column not in cells:
            continue
        if column == "outside":
            entry[column] = "yes" if YES.get(cells[column]) else "no"
        else:
            entry[key] = listed_texts(cells[column]) if column == "covers" else cells[column]
    return entry


def everybody(contacts: Contacts) -> dict[str, tuple[Path, OurPersonRecord | PartyPerson]]:
    """Each person of contacts.yaml by key, with where the entry stands; ours before a third party's of the same key."""
    found: dict[str, tuple[Path, OurPersonRecord | PartyPerson]] = {}
    for key, person in contacts.people.items():
        found[key] = (("people", key), person)
    for firm, party in contacts.parties.items():
        for key, theirs in party.people.items():
            found.setdefault(key, (("parties", firm, "people", key), theirs))
    return found
