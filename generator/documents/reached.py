"""How somebody is reached: name, numbers, where their clock stands, and how sure the number is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from generator.derive.freshness import Age
from generator.model.contacts import Confirmation, OurPersonRecord
from generator.model.people import find_person
from generator.model.scalars.instants import told_apart
from generator.model.scalars.zones import find_zone
from generator.model.workspace import CustomerFile, Workspace
from generator.rules.in_words import counted, day_in_words, listed
from generator.source.file import SourceFile
from generator.source.nodes import Mapping, Scalar, step_into


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed, and when it answers."""

    number: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """A person as somebody who rings them wants to read it; `numbers` in the order to try them, as typed."""

    key: str
    name: str
    title: str | None = None
    numbers: tuple[Number, ...] = ()
    email: str | None = None
    zone: ZoneInfo | None = None
    confirmed: Confirmation | None = None
    known: bool = True

    @property
    def said(self) -> str:
        """Name and title."""
        return f"{self.name}, {self.title}" if self.title else self.name


def reached(workspace: Workspace, key: str, owner: CustomerFile | None = None) -> Reached:
    """The person of a key; where their entry has a fault, what was typed for name and number all the same."""
    found = find_person(workspace, owner, key)
    if found is None:
        return _as_typed(workspace.contacts_source, key)
    record = found.record
    others = record.other_phones if isinstance(record, OurPersonRecord) else []
    numbers = [Number(record.phone)] if record.phone else []
    numbers += [Number(one.number, one.note) for one in others]
    title = record.title if isinstance(record, OurPersonRecord) else record.role
    confirmed = getattr(record, "confirmed", None)
    return Reached(
        key, record.name, title, tuple(numbers), record.email, record.timezone, confirmed=confirmed
    )


def _as_typed(source: SourceFile, key: str) -> Reached:
    root = source.root
    groups = [step_into(root, "people")] if root is not None else []
    parties = step_into(root, "parties") if root is not None else None
    if isinstance(parties, Mapping):
        groups += [step_into(party, "people") for party in parties.entries.values()]
    entry = next(
        (group.entries[key] for group in groups if isinstance(group, Mapping) and key in group.entries), None
    )

    def typed(field: str) -> str | None:
        value = step_into(entry, field) if entry is not None else None
        return value.text if isinstance(value, Scalar) and not value.is_null else None

    phone, zone = typed("phone"), typed("timezone")
    return Reached(
        key,
        typed("name") or key,
        typed("title"),
        (Number(phone),) if phone else (),
        typed("email"),
        find_zone(zone) if zone else None,
        known=entry is not None,
    )


def place_of(zone: ZoneInfo) -> str:
    """The city that a zone is called after."""
    return zone.key.rpartition("/")[2].replace("_", " ")


def moment_there(at: datetime, zone: ZoneInfo, home: ZoneInfo) -> str:
    """What the clock shows at somebody's place: `18:30 in London`, with the day where it is another one than here."""
    there, here = at.astimezone(zone), at.astimezone(home)
    day = "" if there.date() == here.date() else f"{there:%A} "
    return f"{day}{there:%H:%M}{told_apart(there)} in {place_of(zone)}"


def age_in_words(days: int) -> str:
    """`today`, `yesterday`, `12 days ago`, and `in 3 days` where somebody wrote a day ahead."""
    if days < 0:
        return f"in {counted(-days, 'day')}, which cannot be"
    return {0: "today", 1: "yesterday"}.get(days, f"{counted(days, 'day')} ago")


def checked_in_words(workspace: Workspace, age: Age, this_year: int) -> str:
    """When something was checked, by whom, and whether that is too long ago: `on 27 February by Ines, 12 days ago`."""
    if age.confirmed is None or age.days is None:
        return "never"
    by = reached(workspace, age.confirmed.by).name
    said = f"on {day_in_words(age.confirmed.on, this_year)} by {by}, {age_in_words(age.days)}"
    return said if age.level == "fresh" else f"{said}, longer than the {age.allowed} that it is good for"


def confirmed_in_words(workspace: Workspace, person: Reached, age: Age, this_year: int) -> str:
    """When somebody's number was last confirmed, as a sentence."""
    if not person.numbers:
        return "No number is written down."
    if age.confirmed is None:
        return "This number was never confirmed."
    return f"Number confirmed {checked_in_words(workspace, age, this_year)}."


def numbers_in_words(numbers: Sequence[Number]) -> str:
    """Further numbers: `+1 603 555 0143 (home) and 4142`."""
    return listed(f"{one.number} ({one.note})" if one.note else one.number for one in numbers)
