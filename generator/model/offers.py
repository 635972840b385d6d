"""The keys that a workspace has for each kind of reference, for an editor to offer."""

from collections.abc import Iterator, Mapping

from generator.model.marks import Target
from generator.model.workspace import Workspace

Offers = Mapping[Target, Mapping[str, str]]
"""For each kind of reference its keys, each with what it stands for."""
SIDES = {"customer": "The customer.", "us": "We."}


def offers_of(workspace: Workspace) -> Offers:
    """Every key that may be named from another file; a kind that the workspace has none of is left out.

    The people of every customer are offered in every case, because one schema serves all cases.
    """
    contacts, settings = workspace.contacts, workspace.settings
    ours = {key: _with(one.name, one.title) for key, one in contacts.people.items()}
    theirs = dict(_theirs(workspace))
    outside = dict(_outside(workspace))
    parties = {key: one.name for key, one in contacts.parties.items()}
    rotations = dict.fromkeys(contacts.rotations, "A rotation.")
    found = {
        Target.PERSON: {**outside, **theirs, **ours},
        Target.OURS: ours,
        Target.THEIRS: theirs,
        Target.ADVOCATE: {**rotations, **ours},
        Target.ROTATION: rotations,
        Target.AREA: {key: one.name for key, one in contacts.areas.items()},
        Target.PARTY: parties,
        Target.SIDE: {**SIDES, **parties},
        Target.CUSTOMER: {key: one.customer.name for key, one in workspace.customers.items()},
        Target.CASE: {key: one.case.title for key, one in workspace.cases.items()},
        Target.PRODUCT: {key: one.name for key, one in settings.products.items()},
        Target.CATEGORY: dict(settings.cause_categories),
        Target.SEGMENT: {key: one.name for key, one in settings.segments.items()},
    }
    return {target: dict(sorted(keys.items())) for target, keys in found.items() if keys}


def _theirs(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for file in workspace.customers.values():
        for key, one in file.customer.people.items():
            yield key, _with(one.name, file.customer.name)


def _outside(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for party in workspace.contacts.parties.values():
        for key, one in party.people.items():
            yield key, _with(one.name, party.name)


def _with(name: str, more: str | None) -> str:
    return f"{name}, {more}" if more else name
