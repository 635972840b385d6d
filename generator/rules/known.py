"""The keys that a reference may name: of a workspace, of one of its customers, of one case."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.finding import Severity
from generator.model.base import Item
from generator.model.case import Case
from generator.model.marks import Target
from generator.model.workspace import CustomerFile, Workspace

OURS = (Target.PERSON, Target.OURS, Target.ADVOCATE, Target.ROTATION, Target.AREA, Target.PARTY, Target.SIDE)
SETTINGS = (Target.PRODUCT, Target.CATEGORY, Target.SEGMENT)


@dataclass(frozen=True)
class Known:
    """The keys of a workspace. What stands in a file that could not be read counts as known: one fault is enough."""

    workspace: Workspace

    @cached_property
    def _broken(self) -> frozenset[str]:
        faults = self.workspace.findings
        return frozenset(fault.place.path for fault in faults if fault.severity is Severity.ERROR)

    @cached_property
    def party_people(self) -> frozenset[str]:
        """The people of every outside firm."""
        return frozenset(key for party in self.workspace.contacts.parties.values() for key in party.people)

    @cached_property
    def everywhere(self) -> dict[Target, Collection[str]]:
        """What any file may name."""
        workspace, contacts, settings = self.workspace, self.workspace.contacts, self.workspace.settings
        keys: dict[Target, Collection[str]] = {
            Target.PERSON: contacts.people.keys() | self.party_people,
            Target.OURS: contacts.people,
            Target.ADVOCATE: contacts.people.keys() | contacts.rotations.keys(),
            Target.ROTATION: contacts.rotations,
            Target.AREA: contacts.areas,
            Target.PARTY: contacts.parties,
            Target.SIDE: {"customer", "us", *contacts.parties},
            Target.CUSTOMER: workspace.customers.keys() | self._folders,
            Target.CASE: workspace.cases.keys() | workspace.unread,
            Target.PRODUCT: settings.products,
            Target.CATEGORY: settings.cause_categories,
            Target.SEGMENT: settings.segments,
        }
        unread = [*(OURS if workspace.contacts_source.path in self._broken else ())]
        unread += SETTINGS if workspace.settings_source.path in self._broken else ()
        return {target: known for target, known in keys.items() if target not in unread}

    @property
    def _folders(self) -> frozenset[str]:
        return frozenset(key.partition("/")[0] for key in self.workspace.unread)

    def of_customer(self, owner: CustomerFile) -> dict[Target, Collection[str]]:
        """What a customer's file may name: their own people and commitments too."""
        keys = dict(self.everywhere)
        keys[Target.COMMITMENT] = _ids(owner.customer.commitments)
        if owner.key not in self.workspace.customers:  # A file that is missing or broken has its own finding.
            keys.pop(Target.PERSON, None)
            return keys
        keys[Target.THEIRS] = owner.customer.people
        if Target.PERSON in keys:
            contacts = self.workspace.contacts
            keys[Target.PERSON] = contacts.people.keys() | self.party_people | owner.customer.people.keys()
        return keys


def of_case(case: Case, customer: Mapping[Target, Collection[str]]) -> dict[Target, Collection[str]]:
    """What a case may name: its own items too."""
    purposes = (case.root_causes, case.contributing_factors, case.exit_criteria, case.recommendations)
    return {
        **customer,
        Target.EVIDENCE: {item.id for item in case.evidence},
        Target.ACTION: _ids(case.actions),
        Target.CRITERION: _ids(case.exit_criteria),
        Target.COMMITMENT: {*customer.get(Target.COMMITMENT, ()), *_ids(case.commitments)},
        Target.MEETING: {item.id for item in case.meetings},
        Target.PURPOSE: _ids(item for items in purposes for item in items),
        Target.ITEM: _ids(items_of(case)),
    }


def items_of(case: Case) -> Iterator[Item]:
    """The items of a case that a hard question may be about."""
    lists = (case.events, case.impact, case.root_causes, case.contributing_factors, case.actions)
    for items in (*lists, case.recommendations, case.exit_criteria, case.commitments):
        yield from items
    yield from case.get_well.milestones if case.get_well else ()
    yield from case.close_out.disputes if case.close_out else ()


def _ids(items: Iterable[Item]) -> set[str]:
    return {item.id for item in items if item.id}
