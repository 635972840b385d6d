"""The people and the matrix of contacts.yaml as one table for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator

from generator.derive.contact_table.cells import Cells, area_cells, everybody, person_cells
from generator.model.contacts import Contacts, Post

COLUMNS = {
    "area_key": "Area key",
    "area": "Area",
    "covers": "Covers",
    "helps": "Helps",
    "outside": "Outside",
    "quote": "Quote",
    "rung": "Rung",
    "rotation": "Rotation",
    "person": "Person",
    "name": "Name",
    "title": "Title",
    "phone": "Phone",
    "other_phones": "Other phones",
    "customer_phone": "Customer phone",
    "email": "Email",
    "timezone": "Time zone",
    "shown_as": "Shown as",
    "firm": "Firm",
    "firm_name": "Firm name",
    "confirmed_on": "Confirmed on",
    "confirmed_by": "Confirmed by",
}
"""Each field with the head of its column."""
FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a text begins that a spreadsheet would take for a formula, or that was kept from it already."""
NUMBERS = re.compile(r"\+[0-9 ().x;-]*[0-9]")
"""One telephone number or several, which hold nothing that a spreadsheet could run, and keep their characters."""


def contact_table(contacts: Contacts) -> str:
    """The table as CSV with commas; a text that looks like a formula has an apostrophe before it, a number has not.

    First everybody who holds no rung by name, then the matrix: an area's cells at the first of its rungs, a person's
    where they come first.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS.values())
    for cells in rows(contacts):
        writer.writerow(guarded(cells.get(key, "")) for key in COLUMNS)
    return file.getvalue()


def guarded(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula; `intake.contact_rows` takes the guard off again."""
    return f"'{text}" if FORMULA.match(text) and not NUMBERS.fullmatch(text) else text


def rows(contacts: Contacts) -> Iterator[Cells]:
    """The lines of the table, without its head."""
    known, told = _people(contacts), set[str]()
    named = {
        post.person for area in contacts.areas.values() for _, post in area.posts() if post and post.person
    }
    yield from (cells for key, cells in known.items() if key not in named)
    for key, area in contacts.areas.items():
        own = {"area_key": key, **area_cells(area)}
        posts = [(rung, post) for rung, post in area.posts() if post and (post.person or post.rotation)]
        if not posts:
            yield own
        for rung, post in posts:
            yield {**own, "rung": rung, **_holder(post, known, told)}
            own = {"area_key": key, "area": area.name}


def _holder(post: Post, known: dict[str, Cells], told: set[str]) -> Cells:
    """The cells of who has a post; of somebody who was `told` of before only who they are."""
    if post.person is None or post.person not in known:
        return {"person": post.person} if post.person else {"rotation": post.rotation or ""}
    cells = known[post.person]
    if post.person in told:
        return {key: cells[key] for key in ("person", "name")}
    told.add(post.person)
    return cells


def _people(contacts: Contacts) -> dict[str, Cells]:
    """Everybody's cells by key."""
    firms = {firm: party.name for firm, party in contacts.parties.items()}
    found = {}
    for key, (where, record) in everybody(contacts).items():
        firm = {"firm": str(where[1]), "firm_name": firms[str(where[1])]} if where[0] == "parties" else {}
        found[key] = {"person": key, **person_cells(record), **firm}
    return found
