"""Any person that a workspace names, ours, the customer's or a third party's, found by key."""

from dataclasses import dataclass
from typing import Literal

from generator.model.contacts import OurPersonRecord, PartyPerson
from generator.model.customer import TheirPersonRecord
from generator.model.workspace import CustomerFile, Workspace

SideName = Literal["us", "customer", "party"]


@dataclass(frozen=True, slots=True)
class Known:
    """A person of the workspace: key, side, the name of their organisation, and the record itself."""

    key: str
    side: SideName
    organisation: str
    record: OurPersonRecord | TheirPersonRecord | PartyPerson


def find_person(workspace: Workspace, owner: CustomerFile | None, key: str) -> Known | None:
    """The person of a key: ours first, then the customer's, then any third party's; None where there is none."""
    contacts = workspace.contacts
    if key in contacts.people:
        return Known(key, "us", workspace.settings.organisation, contacts.people[key])
    if owner is not None and key in owner.customer.people:
        return Known(key, "customer", owner.customer.name, owner.customer.people[key])
    for party in contacts.parties.values():
        if key in party.people:
            return Known(key, "party", party.name, party.people[key])
    return None
