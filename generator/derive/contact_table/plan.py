"""What a spreadsheet of contacts would change in contacts.yaml: laid over it, in words, or refused line by line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.derive.contact_table.cells import Cells, area_cells, area_entry, person_cells, person_entry
from generator.derive.contact_table.gathering import WORDS, Gathering, Said
from generator.edit import Value
from generator.intake.contact_rows import RUNGS, Row
from generator.model.contacts import Area, Contacts, Post
from generator.source.nodes import Path

OF_OURS = ("other_phones", "customer_phone", "shown_as")
"""What contacts.yaml says of our own people alone."""


@dataclass
class Plan:
    """What is to be laid over contacts.yaml, the same in words, and why lines of the spreadsheet cannot be taken.

    `untouched` counts the people and areas of contacts.yaml that the spreadsheet does not name; they stay.
    """

    wanted: dict[str, Any] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)
    untouched: tuple[int, int] = (0, 0)


def plan_import(contacts: Contacts, rows: list[Row]) -> Plan:
    """What the rows would change; where any is refused nothing is to be written. Empty cells change nothing."""
    plan, gathering = Plan(), Gathering(contacts)
    for row in rows:
        plan.refusals += gathering.take(row)
    for key, said in gathering.of_people.items():
        _plan_person(plan, gathering, key, said)
    for key, said in gathering.of_areas.items():
        _plan_area(plan, gathering, key, said)
    people = gathering.known.keys() - gathering.of_people.keys()
    plan.untouched = (len(people), len(contacts.areas.keys() - gathering.of_areas.keys()))
    return plan


def _plan_person(plan: Plan, gathering: Gathering, key: str, said: Said) -> None:
    where, record = gathering.known.get(key, (None, None))
    firm = gathering.firm_of.get(key)
    ours = where[0] == "people" if where else firm is None
    old = person_cells(record) if record else {}
    new = {column: text for column, text in said.cells.items() if old.get(column) != text}
    plan.refusals += _person_faults(key, said, {**old, **new}, ours)
    checker = new.get("confirmed_by")
    if checker is not None and checker not in gathering.people.names:
        plan.refusals.append(f"{key} was confirmed by {checker!r}, who is nobody's key.")
    if new.get("confirmed_on", "9") < old.get("confirmed_on", ""):
        # A table that was taken out a while ago must not make a number older than it is.
        new = {column: text for column, text in new.items() if not column.startswith("confirmed_")}
    if not new:
        return
    if where is None and firm is not None and firm not in gathering.contacts.parties:
        _lay(plan.wanted, ("parties", firm), {"name": gathering.firms.names[firm]})
    steps: Path = where or (("parties", firm, "people", key) if firm else ("people", key))
    _lay(plan.wanted, steps, person_entry(new, ours))
    name = said.cells.get("name") or old.get("name", key)
    plan.told += _news_of_person(f"{name} ({key})", new) if record is None else _changes(key, name, old, new)


def _news_of_person(who: str, new: Cells) -> list[str]:
    listed = "".join(f", {new[column]}" for column in ("title", "phone", "email") if column in new)
    return [f"New: {who}{listed}."]


def _changes(key: str, name: str, old: Cells, new: Cells) -> list[str]:
    """What changes of a person, a sentence a cell, and what to do about a number that nobody has rung yet."""
    told = [f"{name} ({key}): {_change(column, text, old)}." for column, text in new.items()]
    if "phone" in old and "phone" in new and "confirmed_on" in old and "confirmed_on" not in new:
        told.append(
            f"  {name} was confirmed under the old number: ring the new one, then `casewright confirmed {key}`."
        )
    return told


def _person_faults(key: str, said: Said, cells: Cells, ours: bool) -> list[str]:
    """What speaks against the cells of a person taken together."""
    odd = [WORDS.get(column, column) for column in OF_OURS if column in said.cells and not ours]
    faults = [f"{key} is of another firm, and has no {' or '.join(odd)}."] if odd else []
    if "confirmed_on" in cells and "confirmed_by" not in cells:
        faults.append(f"{key} was confirmed, and nobody is named who did. Fill in Confirmed by.")
    if "confirmed_by" in cells and "confirmed_on" not in cells:
        faults.append(f"{key} was confirmed, and no day is named. Fill in Confirmed on.")
    return faults


def _plan_area(plan: Plan, gathering: Gathering, key: str, said: Said) -> None:
    area, names = gathering.contacts.areas.get(key), gathering.people.names
    old = {"outside": "no", **area_cells(area)} if area else {}
    new = {column: text for column, text in said.cells.items() if old.get(column) != text}
    held = {rung: _holder(area, rung) for rung in RUNGS}
    wanted = gathering.rungs.get(key, Said()).cells
    posts = {rung: wanted[rung] for rung in RUNGS if rung in wanted and held[rung] != wanted[rung]}
    if not new and not posts:
        return
    _lay(
        plan.wanted, ("areas", key), {**area_entry(new), **{rung: _post(one) for rung, one in posts.items()}}
    )
    name = said.cells.get("area") or old.get("area", key)
    if area is None:
        plan.told.append(f"New area: {name} ({key}).")
    else:
        plan.told += [f"{name}: {_change(column, text, old)}." for column, text in new.items()]
    for rung, holder in posts.items():
        was = held[rung]
        before = f", was {_named(was, names)}" if was else ""
        plan.told.append(f"{name}: {WORDS.get(rung, rung)} is {_named(holder, names)}{before}.")


def _change(column: str, text: str, old: Cells) -> str:
    was = f", was {old[column]}" if column in old else ""
    return f"{WORDS.get(column, column)} {text}{was}".replace("\n", "; ")


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


def _lay(wanted: dict[str, Any], steps: Path, entry: Mapping[str, Value]) -> None:
    """Lays keys over a tree at a path."""
    node = wanted
    for step in steps:
        node = node.setdefault(str(step), {})
    node.update(entry)
