"""One key for two persons, and keys that mean something else already."""

from collections.abc import Iterator
from datetime import datetime

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.workspace import Workspace
from generator.source.file import SourceFile
from generator.source.nodes import Path

ONE_KEY = code(
    "one-key-two-persons",
    Severity.ERROR,
    "One key for two persons",
    "Wherever a person is wanted, any key will do: ours, the customer's, an outside firm's. So one key must not stand "
    "for two persons in the same case, or a paper would name the wrong one. Rename one of the two, there and wherever "
    "it is used.",
)
KEY_RESERVED = code(
    "key-reserved",
    Severity.ERROR,
    "A key that has a meaning of its own",
    "`none` on a rung says that there is deliberately nobody; `us` and `customer` say whose something is. No person "
    "and no outside firm can have these as their key.",
)

Home = tuple[str, str]
"""Whose person it is, and the name."""


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """One finding for each key that two persons share, at the second of them."""
    yield from in_contacts(workspace)
    yield from reserved(workspace)
    contacts = workspace.contacts
    known: dict[str, Home] = {key: ("our own", person.name) for key, person in contacts.people.items()}
    for party in contacts.parties.values():
        known |= {key: (f"{party.name}'s", person.name) for key, person in party.people.items()}
    for owner in workspace.customers.values():
        for key, person in owner.customer.people.items():
            if key in known:
                whose, name = known[key]
                message = f"`{key}` is {person.name} here and {whose} {name} in contacts.yaml."
                yield ONE_KEY.at(owner.source.place(("people", key), key=True), message, f"{_rename(key)}.")


def in_contacts(workspace: Workspace) -> Iterator[Finding]:
    """The same within contacts.yaml: ours and the outside firms', and a rotation with a person's key."""
    contacts, source = workspace.contacts, workspace.contacts_source
    known = {key: f"our own {person.name}" for key, person in contacts.people.items()}
    for key in contacts.rotations:
        if key in known:
            message = f"`{key}` is a rotation here and {known[key]} under `people`."
            yield ONE_KEY.at(source.place(("rotations", key), key=True), message, f"{_rename(key)}.")
    for party_key, party in contacts.parties.items():
        for key, person in party.people.items():
            if key in known:
                message = f"`{key}` is {party.name}'s {person.name} here and also {known[key]}."
                place = source.place(("parties", party_key, "people", key), key=True)
                yield ONE_KEY.at(place, message, f"{_rename(key)}.")
            known.setdefault(key, f"{party.name}'s {person.name}")


def _rename(key: str) -> str:
    return f"Give one of them another key, such as `{key}-2`, here and wherever that one is meant"


def reserved(workspace: Workspace) -> Iterator[Finding]:
    """One finding for each key that already has a meaning."""
    contacts, ours = workspace.contacts, workspace.contacts_source
    places: list[tuple[SourceFile, Path]] = [(ours, ("people", "none"))] if "none" in contacts.people else []
    places += [(ours, ("parties", key)) for key in ("us", "customer") if key in contacts.parties]
    places += [
        (ours, ("parties", key, "people", "none"))
        for key, party in contacts.parties.items()
        if "none" in party.people
    ]
    places += [
        (owner.source, ("people", "none"))
        for owner in workspace.customers.values()
        if "none" in owner.customer.people
    ]
    for source, path in places:
        message = f"`{path[-1]}` cannot be the key of anybody, because it has a meaning of its own."
        yield KEY_RESERVED.at(
            source.place(path, key=True),
            message,
            f"Rename it, for example to `{path[-1]}-2`, here and wherever it is meant.",
        )
