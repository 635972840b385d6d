"""The who-to-call matrix as a page shows it: each area's rungs with the people on them at the moment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.audience.faces import Face, Faces
from generator.derive.duty import Holder, ladder_of
from generator.derive.freshness import Age, age_of
from generator.documents.sheets import Desk
from generator.model.contacts import Area, OurPersonRecord, PartyPerson
from generator.model.customer import TheirPersonRecord
from generator.model.people import find_person
from generator.model.settings import RUNGS
from generator.model.settings import Rung as RungName


@dataclass(frozen=True, slots=True)
class Rung:
    """A cell of the matrix: who holds the rung, the record of that person, where one is known, and how old it is."""

    holder: Holder
    face: Face | None
    record: OurPersonRecord | PartyPerson | None
    instead_of: Face | None
    alternate: Face | None
    age: Age | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An area's line in the matrix."""

    key: str
    area: Area
    rungs: tuple[Rung, ...]


def matrix(desk: Desk) -> Mapping[str, Any]:
    """What the page of the matrix is rendered from; `right_until` is the next moment at which a rung may change."""
    contacts, faces = desk.workspace.contacts, Faces(desk.workspace, None, None, "internal")
    rows = matrix_rows(desk)
    changes = [rung.holder.until for row in rows for rung in row.rungs if rung.holder.until]
    return {
        "matrix": rows,
        "rungs": RUNGS,
        "reviewed": contacts.reviewed,
        "reviewed_by": faces.of(contacts.reviewed.by) if contacts.reviewed else None,
        "right_until": min(changes, default=None),
        "people": [(key, record, faces.of(key)) for key, record in contacts.people.items()],
        "absences": [
            (absence, faces.of(absence.person), faces.of(absence.alternate))
            for absence in contacts.absences
            if absence.end.end > desk.as_of
        ],
        "parties": contacts.parties,
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
    )


def _age(desk: Desk, record: OurPersonRecord | PartyPerson, rung: RungName) -> Age:
    settings = desk.workspace.settings
    return age_of(record.confirmed, getattr(settings.review_after, rung), desk.as_of, settings.timezone)
