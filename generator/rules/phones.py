"""Telephone numbers that nobody could dial, wherever a person has one."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from generator.codes import code
from generator.finding import Finding, Place, Severity
from generator.model.contacts import PartyPerson
from generator.model.customer import TheirPersonRecord
from generator.model.phone_numbers import problem_with
from generator.model.workspace import Workspace
from generator.source.file import SourceFile
from generator.source.nodes import Path

UNDIALLABLE = code(
    "number-undiallable",
    Severity.ERROR,
    "A telephone number that cannot be dialled",
    "The number has too few or too many digits for its country, or its country does not exist. At two in the morning "
    "nobody can look up the right one, so a call sheet with such a number is not printed. Ring the number, then write "
    "it with + and its country, like +1 603 555 0142; an extension goes behind an x.",
    ignorable=False,
)
INVALID = code(
    "number-invalid",
    Severity.WARNING,
    "A telephone number that its country has not given out",
    "The number has the right length, but no such number exists in its country as far as is known. Numbering plans "
    "change, so it may still be right: ring it.",
    ignorable=False,
)

Entry = tuple[SourceFile, Path, str, str]
"""Where a number stands, whose it is, and the number as typed."""


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """One finding for each number of the workspace that is wrong."""
    for source, path, name, number in numbers(workspace):
        problem = problem_with(number)
        if problem is not None:
            yield told(problem, source.place(path), name, number)


def told(problem: str, place: Place, name: str, number: str) -> Finding:
    """The finding for one number."""
    if problem == "impossible":
        message = f"The number {number} of {name} cannot be dialled: its country or its length is wrong."
        return UNDIALLABLE.at(place, message, "Write it with + and its country, like `+1 603 555 0142`.")
    message = f"The number {number} of {name} is not one that its country has given out."
    return INVALID.at(place, message, "Ring it, and correct the digit that is wrong.")


def numbers(workspace: Workspace) -> Iterator[Entry]:
    """Every number of a person in the workspace."""
    yield from _ours(workspace)
    contacts, source = workspace.contacts, workspace.contacts_source
    for key, party in contacts.parties.items():
        yield from _theirs(source, ("parties", key, "people"), party.people)
    for owner in workspace.customers.values():
        yield from _theirs(owner.source, ("people",), owner.customer.people)


def _ours(workspace: Workspace) -> Iterator[Entry]:
    source = workspace.contacts_source
    for key, person in workspace.contacts.people.items():
        if person.phone:
            yield source, ("people", key, "phone"), person.name, person.phone
        if person.customer_phone:
            yield source, ("people", key, "customer_phone"), person.name, person.customer_phone
        for index, other in enumerate(person.other_phones):
            yield source, ("people", key, "other_phones", index, "number"), person.name, other.number


def _theirs(
    source: SourceFile, path: Path, people: Mapping[str, PartyPerson] | Mapping[str, TheirPersonRecord]
) -> Iterator[Entry]:
    for key, person in people.items():
        if person.phone:
            yield source, (*path, key, "phone"), person.name, person.phone
