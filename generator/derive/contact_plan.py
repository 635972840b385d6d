"""What a spreadsheet of contacts would change in contacts.yaml: laid over it, in words, or refused line by line."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.derive.contact_cells import (
    Cells,
    area_cells,
    area_entry,
    everybody,
    person_cells,
    person_entry,
    phones_of,
)
from generator.derive.contact_names import KEY, Names, Unclear, folded
from generator.edit import Value
from generator.intake.contact_rows import RUNGS, Row, rung_named
from generator.model.contacts import Area, Contacts, Post
from generator.model.scalars.mail import read_email
from generator.model.scalars.texts import PHONE, YES
from generator.model.scalars.times import find_zone

OF_PERSON = (
    *("name", "title", "phone", "other_phones", "customer_phone", "email", "timezone", "shown_as"),
    *("confirmed_on", "confirmed_by"),
)
OF_OURS = ("other_phones", "customer_phone", "shown_as")
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


@dataclass
class Plan:
    """What is to be laid over contacts.yaml, the same in words, and why lines of the spreadsheet cannot be taken.

    `untouched` counts the people and areas of contacts.yaml that the spreadsheet does not name; they stay.
    """

    wanted: dict[str, Any] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    untouched: tuple[int, int] = (0, 0)


@dataclass
class Said:
    """What the rows say of one person or area, each cell with the line that says it first."""

    cells: Cells = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def add(self, key: str, text: str, line: int) -> str | None:
        """Takes a cell; the sentence against it where another line says otherwise."""
        if self.cells.setdefault(key, text) != text:
            return (
                f"{WORDS.get(key, key)} is {text!r} here and {self.cells[key]!r} in line {self.lines[key]}."
            )
        self.lines.setdefault(key, line)
        return None


@dataclass
class Gathered:
    """Everything that the rows say, by the key of whom or what they say it."""

    people: dict[str, Said] = field(default_factory=dict)
    areas: dict[str, Said] = field(default_factory=dict)
    rungs: dict[str, Said] = field(default_factory=dict)
    firms: dict[str, str] = field(default_factory=dict)
    firm_names: dict[str, str] = field(default_factory=dict)


def plan_import(contacts: Contacts, rows: list[Row]) -> Plan:
    """What the rows would change; where any is refused nothing is to be written. Empty cells change nothing."""
    plan, gathered = Plan(), Gathered()
    known = everybody(contacts)
    people = Names("person", {key: record.name for key, (_, record) in known.items()})
    areas = Names("area", {key: area.name for key, area in contacts.areas.items()})
    firms = Names("firm", {key: party.name for key, party in contacts.parties.items()})
    for row in rows:
        try:
            faults = list(_gather(contacts, row, gathered, people, areas, firms))
        except Unclear as unclear:
            faults = [str(unclear)]
        plan.refusals += [f"Line {row.line}: {fault}" for fault in faults]
    gathered.firm_names = {**firms.known, **firms.added}
    for key, said in gathered.people.items():
        _plan_person(contacts, plan, gathered, key, said)
    for key, said in gathered.areas.items():
        _plan_area(
            contacts, plan, key, said, gathered.rungs.get(key, Said()), {**people.known, **people.added}
        )
    plan.untouched = (
        len(known.keys() - gathered.people.keys()),
        len(contacts.areas.keys() - gathered.areas.keys()),
    )
    return plan


def _gather(
    contacts: Contacts, row: Row, gathered: Gathered, people: Names, areas: Names, firms: Names
) -> Iterator[str]:
    """Takes what a row says; yields a sentence for each cell that cannot be taken."""
    cells = _with_name(row.cells)
    yield from _wrong_cells(contacts, cells)
    area = (
        areas.key_of(cells.get("area_key"), cells.get("area"))
        if cells.keys() & {"area_key", "area"}
        else None
    )
    none = cells.get("person", cells.get("name")) in ("none", "None")
    person = None
    if not none and cells.keys() & {"person", "name"}:
        person = people.key_of(cells.get("person"), cells.get("name"))
        own = OF_PERSON[_is_same(people, person, cells) :]
        yield from _take(gathered.people.setdefault(person, Said()), cells, own, row.line)
        if "firm" in cells or "firm_name" in cells:
            gathered.firms[person] = firms.key_of(cells.get("firm"), cells.get("firm_name"))
            yield from _moved(contacts, person, gathered.firms[person])
    if area is not None:
        yield from _take(gathered.areas.setdefault(area, Said()), cells, OF_AREA, row.line)
    rung = rung_named(cells["rung"]) if "rung" in cells else None
    holder = "none" if none else person or (f"rotation {cells['rotation']}" if "rotation" in cells else None)
    if rung is not None and area is None:
        yield "It names a rung and no area."
    elif rung is not None and holder is not None:
        yield from _take(gathered.rungs.setdefault(area or "", Said()), {rung: holder}, (rung,), row.line)


def _with_name(cells: Cells) -> Cells:
    """The cells, where somebody stands by name in a column of keys with the name in its own."""
    key = cells.get("person")
    if key is None or "name" in cells or KEY.fullmatch(key):
        return cells
    return {**{column: text for column, text in cells.items() if column != "person"}, "name": key}


def _is_same(people: Names, person: str, cells: Cells) -> bool:
    """Whether a name only says whom a row means: in other letters it is no new name."""
    return "person" not in cells and folded(cells["name"]) == folded(people.known.get(person, ""))


def _take(said: Said, cells: Mapping[str, str], keys: tuple[str, ...], line: int) -> Iterator[str]:
    faults = (said.add(key, cells[key], line) for key in keys if key in cells)
    yield from (fault for fault in faults if fault)


def _moved(contacts: Contacts, person: str, firm: str) -> Iterator[str]:
    where = everybody(contacts).get(person)
    if where is not None and where[0][:2] != ("parties", firm):
        yield f"{person} does not belong to the firm {firm} in contacts.yaml. Move the entry by hand."


def _wrong_cells(contacts: Contacts, cells: Cells) -> Iterator[str]:
    """A sentence for each cell that contacts.yaml could not hold."""
    for key, text in cells.items():
        check = CHECKS.get(key)
        if check is not None and not check[0](text):
            yield f"{text!r} is not {check[1]}."
    if "rotation" in cells and cells["rotation"] not in contacts.rotations:
        yield f"There is no rotation {cells['rotation']!r} in contacts.yaml."


def _is_phone(text: str) -> bool:
    return re.fullmatch(PHONE.pattern or "", text, re.ASCII) is not None


def _is_mail(text: str) -> bool:
    try:
        read_email(text)
    except ValueError:
        return False
    return True


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False


NUMBER = "a number: it begins with + and its country, or is a short code. A spreadsheet keeps it in a column of texts"
CHECKS: dict[str, tuple[Callable[[str], bool], str]] = {
    "phone": (_is_phone, NUMBER),
    "customer_phone": (_is_phone, NUMBER),
    "other_phones": (lambda text: all(_is_phone(number) for number, _ in phones_of(text)), NUMBER),
    "email": (_is_mail, "a mail address"),
    "timezone": (lambda text: find_zone(text) is not None, "a time zone such as America/New_York"),
    "shown_as": (lambda text: text in ("role", "name", "contact"), "role, name or contact"),
    "confirmed_on": (_is_day, "a day such as 2026-03-11"),
    "outside": (lambda text: text in YES, "yes or no"),
    "rung": (lambda text: rung_named(text) is not None, f"a rung: {', '.join(RUNGS)}"),
}
"""What the cells of a field must be, and how that is called."""


def _plan_person(contacts: Contacts, plan: Plan, gathered: Gathered, key: str, said: Said) -> None:
    where, record = everybody(contacts).get(key, (None, None))
    firm = gathered.firms.get(key)
    ours = where[0] == "people" if where else firm is None
    odd = [WORDS.get(column, column) for column in OF_OURS if column in said.cells and not ours]
    if odd:
        plan.refusals.append(f"{key} is of another firm, and has no {' or '.join(odd)}.")
    old = person_cells(record) if record else {}
    new = {column: text for column, text in said.cells.items() if old.get(column) != text}
    if "confirmed_on" in {*old, *new} and "confirmed_by" not in {*old, *new}:
        plan.refusals.append(f"{key} was confirmed, and nobody is named who did. Fill in Confirmed by.")
    steps = where or (("parties", str(firm), "people", key) if firm else ("people", key))
    if not new:
        return
    if where is None and firm is not None and firm not in contacts.parties:
        _lay(plan.wanted, ("parties", firm), {"name": gathered.firm_names[firm]})
    _lay(plan.wanted, steps, person_entry(new, ours))
    name = said.cells.get("name") or old.get("name", key)
    if where is None:
        plan.told.append(f"New: {name} ({key}){_listing(new, ('title', 'phone', 'email'))}.")
    else:
        plan.told += [f"{name} ({key}): {_change(column, text, old)}." for column, text in new.items()]
    if "phone" in old and "phone" in new and "confirmed_on" in old and "confirmed_on" not in new:
        plan.told.append(
            f"  {name} was confirmed under the old number: ring the new one, then `casewright confirmed {key}`."
        )


def _listing(cells: Cells, keys: tuple[str, ...]) -> str:
    return "".join(f", {cells[key]}" for key in keys if key in cells)


def _change(column: str, text: str, old: Cells) -> str:
    was = f", was {old[column]}" if column in old else ""
    return f"{WORDS.get(column, column)} {' '.join(text.split())}{' '.join(was.split(chr(10)))}"


def _plan_area(
    contacts: Contacts, plan: Plan, key: str, said: Said, rungs: Said, names: Mapping[str, str]
) -> None:
    area = contacts.areas.get(key)
    old = area_cells(area) if area else {}
    new = {column: text for column, text in said.cells.items() if old.get(column, _unsaid(column)) != text}
    held = {rung: _holder(area, rung) for rung in RUNGS}
    posts = {rung: holder for rung, holder in rungs.cells.items() if held[rung] != holder}
    if area is None and "area" not in new:
        plan.refusals.append(f"The area {key} is new, and its name is missing.")
    if not new and not posts:
        return
    entry: dict[str, Value] = {
        **area_entry(new),
        **{rung: _post(posts[rung]) for rung in RUNGS if rung in posts},
    }
    _lay(plan.wanted, ("areas", key), entry)
    name = said.cells.get("area") or old.get("area", key)
    if area is None:
        plan.told.append(f"New area: {name} ({key}).")
    else:
        plan.told += [f"{name}: {_change(column, text, old)}." for column, text in new.items()]
    for rung, holder in posts.items():
        was = f", was {_named(held[rung] or '', names)}" if held[rung] else ""
        plan.told.append(f"{name}: {WORDS.get(rung, rung)} is {_named(holder, names)}{was}.")


def _unsaid(column: str) -> str | None:
    return "no" if column == "outside" else None


def _holder(area: Area | None, rung: str) -> str | None:
    post: Post | None = getattr(area, rung) if area else None
    if post is None:
        return None
    return f"rotation {post.rotation}" if post.rotation else post.person


def _post(holder: str) -> Value:
    return {"rotation": holder.removeprefix("rotation ")} if holder.startswith("rotation ") else holder


def _named(holder: str, names: Mapping[str, str]) -> str:
    if holder == "none":
        return "left out on purpose"
    return f"{names[holder]} ({holder})" if holder in names else f"the {holder}"


def _lay(wanted: dict[str, Any], steps: tuple[str | int, ...], entry: Mapping[str, Value]) -> None:
    """Lays keys over a tree at a path."""
    node = wanted
    for step in steps:
        node = node.setdefault(str(step), {})
    node.update(entry)
