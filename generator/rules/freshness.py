"""Numbers and the matrix as a whole that were not checked for longer than the settings allow."""

from collections.abc import Iterator
from datetime import datetime

from generator.codes import code
from generator.derive.freshness import NumberAge, matrix_age, number_ages
from generator.finding import Finding, Severity
from generator.model.workspace import Workspace
from generator.rules.in_words import counted, when_in_words
from generator.rules.matrix_words import path_of_person, person_name, rungs_in_words

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


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:
    """What is to be checked again, and what never was; nothing where there is no matrix."""
    if workspace.contacts.areas:
        yield from matrix(workspace, as_of)
        for number in number_ages(workspace, as_of):
            yield from told(workspace, number, as_of)


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
