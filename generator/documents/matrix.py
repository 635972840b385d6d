"""The who-to-call matrix as a page shows it: each area's rungs with the people on them at the moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from generator.audience.faces import Face, Faces
from generator.derive.duty import Holder, ladder_of
from generator.derive.freshness import Age, age_of, matrix_age, number_ages, stale
from generator.documents.hand_overs import HandOver, hand_overs
from generator.documents.sheets import Desk
from generator.model.contacts import Area, OurPersonRecord, PartyPerson
from generator.model.customer import TheirPersonRecord
from generator.model.people import find_person
from generator.model.phone_numbers import problem_with
from generator.model.scalars.instants import is_later
from generator.model.settings import Rung as RungName

AHEAD = 60
"""Days for which the page of the matrix holds hand-overs."""
MOST = 600
"""Hand-overs that it holds at most: those of people who take turns by the hour would fill it for good."""
SOON = 14
"""Days within which a number is named as due soon."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A cell of the matrix: who holds the rung, the record of that person, where one is known, and how old it is.

    `undiallable` says that nobody can dial the number as it is written.
    """

    holder: Holder
    face: Face | None
    record: OurPersonRecord | PartyPerson | None
    instead_of: Face | None
    alternate: Face | None
    age: Age | None
    undiallable: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An area's line in the matrix."""

    key: str
    area: Area
    rungs: tuple[Rung, ...]


def matrix(desk: Desk) -> Mapping[str, Any]:
    """What the page of the matrix is rendered from; it works out who is on duty from `changes` until `ahead_until`.

    The number of somebody on no rung is held to the time of a vice president's.
    """
    workspace, contacts = desk.workspace, desk.workspace.contacts
    faces = Faces(workspace, None, None, "internal")
    ages = {one.person: one.age for one in number_ages(workspace, desk.as_of)}
    changes, ahead = _listed(desk)
    return {
        "matrix": matrix_rows(desk),
        "changes": changes,
        "ahead_until": ahead,
        "instants": {"made": desk.as_of.isoformat(), "until": ahead.isoformat()},
        "last_resort": faces.of(workspace.settings.ladder.last_resort),
        "reviewed": contacts.reviewed,
        "reviewed_by": faces.of(contacts.reviewed.by) if contacts.reviewed else None,
        "stale": stale(workspace, desk.as_of),
        "people": [
            (key, one, ages.get(key) or _age(desk, one, "vp")) for key, one in contacts.people.items()
        ],
        "absences": [
            (absence, faces.of(absence.person), faces.of(absence.alternate))
            for absence in contacts.absences
            if is_later(absence.end.end, desk.as_of)
        ],
        "parties": [
            (key, party, {who: ages.get(who) or _age(desk, one, "vp") for who, one in party.people.items()})
            for key, party in contacts.parties.items()
        ],
    }


def _listed(desk: Desk) -> tuple[tuple[HandOver, ...], datetime]:
    """The hand-overs that the page lists, and until when these are all there are."""
    found = hand_overs(desk, AHEAD)
    if len(found) <= MOST:
        return found, desk.as_of + timedelta(days=AHEAD)
    until = found[MOST].at
    return tuple(one for one in found[:MOST] if is_later(until, one.at)), until


def reconfirming(desk: Desk) -> Mapping[str, Any]:
    """What the page of the numbers to confirm is rendered from: those due, and those due within `soon` days."""
    ages = number_ages(desk.workspace, desk.as_of)
    later = {one.person for one in stale(desk.workspace, desk.as_of + timedelta(days=SOON))}
    return {
        "stale": stale(desk.workspace, desk.as_of),
        "coming": tuple(one for one in ages if one.age.level == "fresh" and one.person in later),
        "soon": SOON,
        "matrix_age": matrix_age(desk.workspace, desk.as_of),
        "areas": desk.workspace.contacts.areas,
    }


def matrix_rows(desk: Desk) -> tuple[MatrixRow, ...]:
    """Every area with its rungs as they stand at the desk's moment."""
    return tuple(_row(desk, key, area) for key, area in desk.workspace.contacts.areas.items())


def _row(desk: Desk, key: str, area: Area) -> MatrixRow:
    holders = ladder_of(desk.workspace.contacts, area, desk.workspace.settings.ladder, desk.as_of)
    return MatrixRow(key, area, tuple(rung_of(desk, holder) for holder in holders))


def rung_of(desk: Desk, holder: Holder) -> Rung:
    """A rung with the record of whoever holds it."""
    faces = Faces(desk.workspace, None, None, "internal")
    known = find_person(desk.workspace, None, holder.person) if holder.person else None
    record = known.record if known and not isinstance(known.record, TheirPersonRecord) else None
    absence = holder.absence or holder.leaves
    return Rung(
        holder,
        faces.of(holder.person),
        record,
        faces.of(holder.instead_of),
        faces.of(absence.alternate) if absence else None,
        _age(desk, record, holder.rung) if record else None,
        bool(record and record.phone and problem_with(record.phone) == "impossible"),
    )


def _age(desk: Desk, record: OurPersonRecord | PartyPerson, rung: RungName) -> Age:
    settings = desk.workspace.settings
    return age_of(record.confirmed, getattr(settings.review_after, rung), desk.as_of, settings.timezone)
