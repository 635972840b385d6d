"""What hangs on one person for a time: rungs of the matrix, turns of rotations, open cases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from generator.model.contacts import Absence, Contacts
from generator.model.settings import Rung
from generator.model.turns import Turn, turns_between
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True, slots=True)
class OwnTurn:
    """A turn of theirs in that time, with the areas whose first ring it is."""

    rotation: str
    turn: Turn
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Duties:
    """What somebody would be missed for: rungs (area and rung), turns, and the open cases they are advocate of."""

    rungs: tuple[tuple[str, Rung], ...]
    turns: tuple[OwnTurn, ...]
    cases: tuple[CaseFile, ...]


def duties(workspace: Workspace, person: str, start: datetime, end: datetime) -> Duties:
    """What hangs on a person of the workspace from an aware moment until another."""
    contacts = workspace.contacts
    rungs = tuple(
        (key, rung)
        for key, area in contacts.areas.items()
        for rung, post in area.posts()
        if post is not None and post.person == person
    )
    cases = tuple(case for case in workspace.open_cases if case.case.advocate == person)
    return Duties(rungs, tuple(_turns(contacts, person, start, end)), cases)


def _turns(contacts: Contacts, person: str, start: datetime, end: datetime) -> Iterator[OwnTurn]:
    for rotation in contacts.rotations:
        posts = ((key, area.posts()) for key, area in contacts.areas.items())
        areas = tuple(
            key for key, held in posts if any(post and post.rotation == rotation for _, post in held)
        )
        for turn in turns_between(contacts, rotation, start, end):
            if turn.person == person:
                yield OwnTurn(rotation, turn, areas)


def absences_in(contacts: Contacts, person: str, start: datetime, end: datetime) -> list[tuple[int, Absence]]:
    """The absences of a person that touch a time, with their index among all."""
    return [
        (index, one)
        for index, one in enumerate(contacts.absences)
        if one.person == person
        and one.start.at.astimezone(UTC) < end.astimezone(UTC)
        and one.end.end.astimezone(UTC) > start.astimezone(UTC)
    ]
