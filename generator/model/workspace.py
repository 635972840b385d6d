"""A whole workspace, loaded: settings, contacts, customers and their cases."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar
from zoneinfo import ZoneInfo

from generator.finding import Finding
from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.loading import load, load_list
from generator.model.scalars.zones import find_zone
from generator.model.settings import SegmentPlan, Settings
from generator.model.stories import DatedStory
from generator.source.file import SourceFile
from generator.source.logos import Logo
from generator.source.sources import Sources


@dataclass(frozen=True)
class CustomerFile:
    """A customer with its key and the file it came from."""

    key: str
    customer: Customer
    source: SourceFile


@dataclass(frozen=True)
class CaseFile:
    """A case with its identity, its customer and the file it came from.

    `zone` is where the case's times are read and printed; `evidence` lists the files of its folder; `sealed` holds
    what was sealed when its papers were issued, by the name of the file.
    """

    key: str
    case: Case
    owner: CustomerFile
    source: SourceFile
    zone: ZoneInfo
    evidence: tuple[str, ...] = ()
    sealed: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The case's own name, without its customer's key."""
        return self.key.partition("/")[2]

    @property
    def is_open(self) -> bool:
        """Whether the case is not closed yet."""
        return self.case.stage != "closed"


@dataclass(frozen=True)
class Workspace:
    """Everything that could be read, and what was found while reading.

    `unread` names the cases and customers whose file could not be read as one, by key; `incomplete` the cases whose
    own or whose customer's file lost a part that has a fault (see `rest`). `unguarded` are the files without which the
    leak gate does not know what to look for: settings or contacts that could not be read, or whose `leaks` is lost.
    `logos` are those that settings and customers name, by path, where they were read too (see `logos`).
    """

    settings: Settings
    contacts: Contacts
    customers: dict[str, CustomerFile]
    cases: dict[str, CaseFile]
    stories: list[DatedStory]
    sources: Sources
    findings: list[Finding] = field(default_factory=list)
    unread: frozenset[str] = frozenset()
    incomplete: frozenset[str] = frozenset()
    unguarded: frozenset[str] = frozenset()
    logos: Mapping[str, Logo] = field(default_factory=dict)

    @property
    def settings_source(self) -> SourceFile:
        """The settings' file; an empty one where there is none."""
        return self.sources.settings or SourceFile("casewright.yaml", "", None)

    @property
    def contacts_source(self) -> SourceFile:
        """The contacts' file; an empty one where there is none."""
        return self.sources.contacts or SourceFile("contacts.yaml", "", None)

    @cached_property
    def open_cases(self) -> list[CaseFile]:
        """The cases that are not closed, by key."""
        return [case for case in self.cases.values() if case.is_open]

    def segment_of(self, customer: Customer) -> tuple[str, SegmentPlan] | None:
        """The segment of a customer with its key: their own, else the one marked default, else None."""
        segments = self.settings.segments
        if customer.segment is not None:
            plan = segments.get(customer.segment)
            return (customer.segment, plan) if plan else None
        return next(((key, plan) for key, plan in segments.items() if plan.default), None)


Kept = TypeVar("Kept", Settings, Contacts)
ZONE_LINE = re.compile(r"^timezone:[ \t]+[\"']?([A-Za-z0-9_+/-]+)", re.MULTILINE)


def load_workspace(sources: Sources) -> Workspace:
    """The workspace that the sources hold; a file that cannot be read is left out and its faults are findings."""
    findings = list(sources.findings)
    said = _load_one(Settings, sources.settings, ZoneInfo("UTC"), findings)
    settings = said or _settings_in(_zone_line(sources.settings))
    people = _load_one(Contacts, sources.contacts, settings.timezone, findings)
    contacts = people or Contacts()
    customers = _load_customers(sources, settings.timezone, findings)
    cases = _load_cases(sources, customers, settings.timezone, findings)
    stories = _load_stories(sources, settings.timezone, findings)
    unread = frozenset({*sources.customers, *sources.cases} - {*customers, *cases})
    blind = [(said, sources.settings), (people, sources.contacts)]
    unguarded = frozenset(source.path for record, source in blind if source and record is None)
    return Workspace(
        settings, contacts, customers, cases, stories, sources, findings, unread, unguarded=unguarded
    )


def _load_one(
    record: type[Kept], source: SourceFile | None, zone: ZoneInfo, findings: list[Finding]
) -> Kept | None:
    if source is None:
        return None
    loaded, faults = load(record, source, zone)
    findings.extend(faults)
    return loaded


def _load_customers(sources: Sources, zone: ZoneInfo, findings: list[Finding]) -> dict[str, CustomerFile]:
    customers = {}
    for key, source in sources.customers.items():
        customer, faults = load(Customer, source, zone)
        findings.extend(faults)
        if customer is not None:
            customers[key] = CustomerFile(key, customer, source)
    return customers


def _load_cases(
    sources: Sources, customers: dict[str, CustomerFile], zone: ZoneInfo, findings: list[Finding]
) -> dict[str, CaseFile]:
    cases = {}
    for key, source in sources.cases.items():
        customer = key.partition("/")[0]
        owner = customers.get(customer) or _stand_in(customer, sources.customers.get(customer))
        nearest = owner.customer.timezone or zone
        case, faults = load(Case, source, nearest)
        findings.extend(faults)
        if case is not None:
            evidence, sealed = sources.evidence.get(key, ()), sources.sealed.get(key, {})
            cases[key] = CaseFile(key, case, owner, source, case.timezone or nearest, evidence, sealed)
    return cases


def _stand_in(key: str, source: SourceFile | None) -> CustomerFile:
    """A customer whose own file is missing or broken, so that their cases still print."""
    customer = Customer(name=key.replace("-", " ").title(), timezone=_zone_line(source))
    return CustomerFile(key, customer, SourceFile(f"cases/{key}/customer.yaml", "", None))


def _zone_line(source: SourceFile | None) -> ZoneInfo | None:
    """The time zone that a broken file says on a line of its own: without it every time would be misread."""
    found = ZONE_LINE.search(source.text) if source is not None else None
    return find_zone(found[1]) if found else None


def _settings_in(zone: ZoneInfo | None) -> Settings:
    return Settings() if zone is None else Settings().model_copy(update={"timezone": zone})


def _load_stories(sources: Sources, zone: ZoneInfo, findings: list[Finding]) -> list[DatedStory]:
    if sources.stories is None:
        return []
    stories, faults = load_list(DatedStory, sources.stories, zone)
    findings.extend(faults)
    return stories
