"""How a person appears on a paper for its readers."""

from dataclasses import dataclass
from typing import Literal

from generator.model.contacts import OurPersonRecord, PartyPerson, ShownAs
from generator.model.customer import TheirPersonRecord
from generator.model.people import Known, SideName, find_person
from generator.model.workspace import CaseFile, CustomerFile, Workspace

LEVELS: tuple[ShownAs, ...] = ("role", "name", "contact")


@dataclass(frozen=True, slots=True)
class Face:
    """A person as a paper shows them.

    `name` is what is printed first: the full name, or for a role the title. `role` stands behind a name; `phone`
    is the one number that these readers may have.
    """

    name: str
    side: SideName
    organisation: str
    role: str | None = None
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class SideFace:
    """A party of the case as a paper names it: us, the customer or a third party."""

    side: SideName
    name: str


@dataclass(frozen=True)
class Faces:
    """Turns keys into faces for the readers of one case; `audience` decides how much of ours is shown."""

    workspace: Workspace
    owner: CustomerFile | None
    case: CaseFile | None
    audience: Literal["internal", "customer"]

    def of(self, key: str | None) -> Face | None:
        """The face of a person's key; a key that nobody has is shown as it was typed, to us only."""
        if key is None:
            return None
        known = find_person(self.workspace, self.owner, key)
        if known is None:
            return self._stranger(key)
        if isinstance(known.record, OurPersonRecord):
            return self._ours(known, known.record)
        return self._theirs(known)

    def side(self, key: str | None) -> SideFace | None:
        """The party that a side's key names."""
        if key is None:
            return None
        if key == "us":
            return SideFace("us", self.workspace.settings.organisation)
        if key == "customer":
            return SideFace("customer", self.owner.customer.name if self.owner else "the customer")
        party = self.workspace.contacts.parties.get(key)
        unknown = key if self.audience == "internal" else "a third party"
        return SideFace("party", party.name if party else unknown)

    def _stranger(self, key: str) -> Face:
        name = key if self.audience == "internal" else "a colleague"
        return Face(name, "us", self.workspace.settings.organisation)

    def _theirs(self, known: Known) -> Face:
        record = known.record
        assert isinstance(record, TheirPersonRecord | PartyPerson)
        inside = self.audience == "internal"
        phone, email = (record.phone, record.email) if inside else (None, None)
        return Face(record.name, known.side, known.organisation, record.role, phone, email)

    def _ours(self, known: Known, record: OurPersonRecord) -> Face:
        if self.audience == "internal":
            return Face(record.name, "us", known.organisation, record.title, record.phone, record.email)
        level = self.level_of(known.key, record)
        role = record.title or f"a colleague at {known.organisation}"
        if level == "role":
            return Face(role, "us", known.organisation)
        phone = record.customer_phone if level == "contact" else None
        return Face(record.name, "us", known.organisation, record.title, phone)

    def level_of(self, key: str, record: OurPersonRecord) -> ShownAs:
        """How a customer's paper shows one of ours: as the case's team says, else as contacts.yaml does."""
        members = self.case.case.team if self.case else []
        said = [member.shown_as for member in members if member.person == key and member.shown_as]
        return said[-1] if said else record.shown_as
