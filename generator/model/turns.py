"""Whose turn it is: rotations, the overrides of single turns, and who stands in for somebody away."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from generator.model.contacts import Absence, Contacts, Override, Rotation
from generator.model.scalars.times import LONG, Duration


@dataclass(frozen=True, slots=True)
class Turn:
    """Who holds a turn, from when until when (aware), and the override that changed it."""

    person: str
    start: datetime
    end: datetime
    override: Override | None = None


def handed_over(rotation: Rotation, count: int) -> datetime:
    """The aware moment of the hand-over with that number; days and weeks keep the local hour of the start."""
    zone = rotation.timezone or rotation.start.at.tzinfo
    start = rotation.start.at.astimezone(zone)
    if count == 0:
        return start
    length = Duration(abs(count) * rotation.every.number, rotation.every.unit)
    if rotation.every.unit in ("day", "week"):
        moved = start.replace(tzinfo=None) + (length.about if count > 0 else -length.about)
        return moved.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    elapsed = timedelta(seconds=count * rotation.every.number * LONG[rotation.every.unit])
    return (start.astimezone(UTC) + elapsed).astimezone(zone)


def regular_turn(rotation: Rotation, at: datetime) -> Turn | None:
    """The turn that holds at an aware moment by the rotation alone; None before its start."""
    if at < rotation.start.at:
        return None
    about = (at - rotation.start.at) // rotation.every.about
    count = next(
        number
        for number in (about + 1, about, about - 1)
        if number >= 0 and handed_over(rotation, number) <= at
    )
    person = rotation.order[count % len(rotation.order)]
    return Turn(person, handed_over(rotation, count), handed_over(rotation, count + 1))


def turn_at(contacts: Contacts, rotation: str, at: datetime) -> Turn | None:
    """The turn of a rotation at an aware moment, overrides counted; the last one written wins."""
    plan = contacts.rotations.get(rotation)
    turn = regular_turn(plan, at) if plan else None
    for override in contacts.overrides:
        if override.rotation == rotation and override.start.at <= at < override.end.end:
            turn = Turn(override.person, override.start.at, override.end.end, override)
    return turn


def absence_at(contacts: Contacts, person: str, at: datetime) -> Absence | None:
    """The absence that keeps a person away at an aware moment."""
    away = (a for a in contacts.absences if a.person == person and a.start.at <= at < a.end.end)
    return next(away, None)


def advocate_at(contacts: Contacts, advocate: str, at: datetime) -> str:
    """The person behind a case's advocate: a person's key as it is, a rotation's holder at an aware moment."""
    if advocate in contacts.people:
        return advocate
    turn = turn_at(contacts, advocate, at)
    return turn.person if turn else advocate
