"""Numbers and the matrix as a whole that were not checked for longer than the settings allow."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

from generator.codes import code
from generator.derive.freshness import NumberAge, matrix_age, number_ages, people_of
from generator.finding import Finding, Severity
from generator.model.workspace import Workspace
from generator.rules.in_words import counted, day_in_words, shortened, when_in_words
from generator.rules.matrix_words import path_of_person, person_name, rungs_in_words
from generator.rules.order_of_events import IN_THE_FUTURE
from generator.source.nodes import Path

NUMBER_STALE = code(
    "number-stale",
    Severity.WARNING,
    "A number on the ladder that was not checked in time",
    "Numbers rot: people change offices, telephones and firms. `review_after` in casewright.yaml says, rung by rung, how "
    "long a check holds; of several rungs the shortest counts. Ring the number or ask the person, then write the day "
    "and your key under `confirmed`.",
    clock=True,
)
NUMBER_UNCONFIRMED = code(
    "number-unconfirmed",
    Severity.NOTICE,
    "A number on the ladder that nobody has checked",
    "Nothing says that the number was ever rung. Ring it, then add `confirmed: {on: ..., by: ...}` to the person.",
)
MATRIX_STALE = code(
    "matrix-stale",
    Severity.WARNING,
    "The matrix was not read through in time",
    "People check their own number and nobody checks whether the areas are still the right ones. `review_after` in "
    "casewright.yaml says how long a reading of the whole matrix holds. Read it through, then write the day and your "
    "key under `reviewed`.",
    clock=True,
)
MATRIX_UNREVIEWED = code(
    "matrix-unreviewed",
    Severity.NOTICE,
    "Nobody has read the matrix through",
    "Nothing says that the matrix as a whole was ever read through. Do it, then add `reviewed: {on: ..., by: ...}` at "
    "the head of contacts.yaml.",
)

FARTHEST_EAST = timezone(timedelta(hours=14))
"""Where a day begins first: whoever writes today's date there is not ahead of time."""


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:
    """What is to be checked again, and what never was; nothing of that where there is no matrix."""
    yield from future(workspace, as_of)
    if workspace.contacts.areas:
        yield from matrix(workspace, as_of)
        for number in number_ages(workspace, as_of):
            yield from told(workspace, number, as_of)


def future(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:
    """Days in contacts.yaml on which something was done, and which are still to come: such a check never grows old."""
    today = as_of.astimezone(FARTHEST_EAST).date()
    for path, what, day in done(workspace):
        if day > today:
            on, now = day_in_words(day, as_of.year), day_in_words(today, as_of.year)
            message = f"{what} on {on}, which is still to come on {now}."
            place = workspace.contacts_source.place(path)
            yield IN_THE_FUTURE.at(place, message, "Correct the day, or take it out until it has happened.")


def done(workspace: Workspace) -> Iterator[tuple[Path, str, date]]:
    """Every day in contacts.yaml on which something was done, with what it was."""
    contacts = workspace.contacts
    if contacts.reviewed:
        yield ("reviewed", "on"), "The matrix was read", contacts.reviewed.on
    for person, record in people_of(contacts).items():
        if record.confirmed:
            path = (*path_of_person(workspace, person), "confirmed", "on")
            yield path, f"The number of {shortened(record.name)} was checked", record.confirmed.on
    for index, absence in enumerate(contacts.absences):
        if absence.cleared:
            name = person_name(workspace, absence.alternate or "nobody")
            yield ("absences", index, "cleared"), f"{name} agreed to stand in", absence.cleared


def matrix(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:
    """The matrix as a whole."""
    age, source = matrix_age(workspace, as_of), workspace.contacts_source
    if age.confirmed is None:
        message, remedy = "Nobody has read the matrix through yet.", "Add `reviewed: {on: ..., by: ...}`."
        yield MATRIX_UNREVIEWED.at(source.place(("areas",), key=True), message, remedy)
    elif age.level != "fresh":
        on, ago = when_in_words(age.confirmed.on, None, as_of.year), counted(age.days or 0, "day")
        message = f"The matrix was last read on {on}, {ago} ago, and a reading holds for {age.allowed}."
        remedy = "Read it through, and write the day and your key under `reviewed`."
        yield MATRIX_STALE.at(source.place(("reviewed", "on")), message, remedy)


def told(workspace: Workspace, number: NumberAge, as_of: datetime) -> Iterator[Finding]:
    """What is said of one person's number: nothing where it is fresh, or where there is none."""
    if number.age.level == "fresh" or number.record.phone is None:
        return
    path, age = path_of_person(workspace, number.person), number.age
    who = f"{person_name(workspace, number.person)}, {rungs_in_words(workspace, number.standings)},"
    if age.confirmed is None:
        message = f"The number of {who} was never checked."
        place = workspace.contacts_source.place((*path, "phone"))
        yield NUMBER_UNCONFIRMED.at(place, message, "Ring it, and add `confirmed: {on: ..., by: ...}`.")
        return
    on, ago = when_in_words(age.confirmed.on, None, as_of.year), counted(age.days or 0, "day")
    message = f"The number of {who} was last checked on {on}, {ago} ago, and a check holds for {age.allowed}."
    place = workspace.contacts_source.place((*path, "confirmed", "on"))
    yield NUMBER_STALE.at(place, message, "Ring it, and write the day and your key under `confirmed`.")
