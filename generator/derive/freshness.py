"""How long ago the numbers of the matrix, and the matrix itself, were last checked, and what is due to be checked again."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from generator.model.contacts import Area, Confirmation, Contacts, OurPersonRecord, PartyPerson
from generator.model.scalars.durations import Duration
from generator.model.scalars.instants import between, day_start
from generator.model.settings import ReviewAfter, Rung
from generator.model.workspace import Workspace

Level = Literal["fresh", "due", "overdue", "never"]
"""`due` from the end of the last day that the settings allow, `overdue` from twice that on, `never` checked at all."""
Standing = tuple[str, Rung]
"""An area's key and a rung of it."""


@dataclass(frozen=True, slots=True)
class Age:
    """How long ago something was checked: `days` and `since` (the aware moment from which it is due) are None for
    what never was. `allowed` is how long a check holds by the settings' `review_after`."""

    confirmed: Confirmation | None
    days: int | None
    allowed: Duration
    since: datetime | None
    level: Level


@dataclass(frozen=True, slots=True)
class NumberAge:
    """The age of one person's number, and where they stand in the matrix, by rotations and overrides too."""

    person: str
    record: OurPersonRecord | PartyPerson
    standings: tuple[Standing, ...]
    age: Age


def number_ages(workspace: Workspace, as_of: datetime) -> tuple[NumberAge, ...]:
    """Everybody on a rung with the age of their number at an aware moment, in the order of the matrix.

    Of several rungs the one with the shortest time counts. Days are those of the settings' zone.
    """
    contacts, allowed, zone = workspace.contacts, workspace.settings.review_after, workspace.settings.timezone
    records = people_of(contacts)
    return tuple(
        NumberAge(
            person,
            records[person],
            standings,
            age_of(records[person].confirmed, _shortest(standings, allowed), as_of, zone),
        )
        for person, standings in standings_of(contacts).items()
        if person in records
    )


def stale(workspace: Workspace, as_of: datetime) -> tuple[NumberAge, ...]:
    """Whose number is to be checked again, the longest due first and those never checked last."""
    found = [one for one in number_ages(workspace, as_of) if one.age.level != "fresh"]
    return tuple(
        sorted(found, key=lambda one: (one.age.level == "never", -_overdue(one.age, as_of), one.person))
    )


def matrix_age(workspace: Workspace, as_of: datetime) -> Age:
    """The age of the matrix as a whole at an aware moment."""
    settings = workspace.settings
    return age_of(workspace.contacts.reviewed, settings.review_after.matrix, as_of, settings.timezone)


def age_of(confirmed: Confirmation | None, allowed: Duration, as_of: datetime, zone: ZoneInfo) -> Age:
    """The age of a check at an aware moment, where a check holds to the end of its last day in a zone."""
    if confirmed is None:
        return Age(None, None, allowed, None, "never")
    after = day_start(confirmed.on + timedelta(days=1), zone)
    since, twice = allowed.after(after), Duration(2 * allowed.number, allowed.unit).after(after)
    level: Level = "due" if between(since, as_of) >= timedelta() else "fresh"
    level = "overdue" if between(twice, as_of) >= timedelta() else level
    return Age(confirmed, (as_of.astimezone(zone).date() - confirmed.on).days, allowed, since, level)


def _overdue(age: Age, as_of: datetime) -> timedelta:
    return between(age.since, as_of) if age.since else timedelta()


def _shortest(standings: tuple[Standing, ...], allowed: ReviewAfter) -> Duration:
    spans: list[Duration] = [getattr(allowed, rung) for _, rung in standings]
    return min(spans, key=lambda span: span.about)


def people_of(contacts: Contacts) -> dict[str, OurPersonRecord | PartyPerson]:
    """Everybody whom the matrix may name, ours before a third party's of the same key."""
    theirs = {key: person for party in contacts.parties.values() for key, person in party.people.items()}
    return {**theirs, **contacts.people}


def standings_of(contacts: Contacts) -> dict[str, tuple[Standing, ...]]:
    """Everybody who has a rung, for good, by turns or by an override, and which; in the order of the matrix."""
    swapped: dict[str, list[str]] = {}
    for override in contacts.overrides:
        swapped.setdefault(override.rotation, []).append(override.person)
    found: dict[str, dict[Standing, None]] = {}
    for key, area in contacts.areas.items():
        for rung, person in _posted(contacts, area, swapped):
            found.setdefault(person, {})[key, rung] = None
    return {person: tuple(standings) for person, standings in found.items()}


def _posted(contacts: Contacts, area: Area, swapped: dict[str, list[str]]) -> list[tuple[Rung, str]]:
    found: list[tuple[Rung, str]] = []
    for rung, post in area.posts():
        if post is None or post.is_none:
            continue
        if post.rotation is None:
            found += [(rung, post.person)] if post.person else []
        elif plan := contacts.rotations.get(post.rotation):
            found += [(rung, person) for person in (*plan.order, *swapped.get(post.rotation, ()))]
    return found
