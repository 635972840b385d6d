"""Every text of the workspace's files that has to do with one customer, and whether that customer may read it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.audience.visibility import Visibility
from generator.model.base import Record, Said
from generator.model.chronology import Evidence
from generator.model.close_out import CloseOut, Dispute
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.fields import FieldPlan, Path, field_plans, values
from generator.model.get_well import GetWell, Milestone
from generator.model.marks import Kind
from generator.model.recommendations import Mitigation
from generator.model.settings import Settings
from generator.model.workspace import CaseFile, CustomerFile, Workspace
from generator.source.file import SourceFile


@dataclass(frozen=True, slots=True)
class Passage:
    """One text: where it stands, and whether the customer may read it."""

    source: SourceFile
    path: Path
    text: str
    seen: bool


Found = Iterator[tuple[Path, str, bool]]
"""The path of a text, the text, and whether the customer may read it."""


@cache
def telling(record: type[Record]) -> tuple[FieldPlan, ...]:
    """The fields of a class that hold free text, or records."""
    return tuple(plan for plan in field_plans(record) if plan.record or (plan.text and plan.target is None))


def within(record: Record, path: Path, seen: bool, whole: bool = True) -> Found:
    """The texts of a record whose reader sees it, or does not; of what is not seen nothing unless `whole`.

    By the marks of the fields alone, not by the projection: so a fault of the one is not also a fault of the other.
    """
    seen = is_open(record, seen)
    for plan in telling(type(record)) if seen or whole or isinstance(record, GetWell | CloseOut) else ():
        value = record.__dict__[plan.attribute]
        if value:
            yield from of_field(plan, value, (*path, plan.key), seen and shows(plan, record), whole)


def is_open(record: Record, seen: bool) -> bool:
    """Whether a record is seen where what it stands in is, or is not."""
    said = record.__dict__.get("audience")
    if isinstance(record, Mitigation):
        return seen and said == "customer"
    if isinstance(record, Milestone | Dispute) and said == "customer":
        return True
    return seen and said != "internal"


def shows(plan: FieldPlan, record: Record) -> bool:
    """Whether a field of a record that is seen is seen too."""
    if isinstance(record, Said) and plan.key == "what":
        return record.say is None
    if isinstance(record, Evidence) and plan.key in ("link", "file"):
        return record.audience == "customer"
    return plan.kind is not Kind.NEVER


def of_field(plan: FieldPlan, value: Any, path: Path, seen: bool, whole: bool = True) -> Found:
    """The texts of one field."""
    if not (seen or whole or plan.key in OPENED_ONE_BY_ONE):
        return
    for place, one in values(plan, value, path):
        if plan.record is not None:
            yield from within(one, place, seen, whole)
        elif isinstance(one, str) and (seen or whole):
            yield place, one, seen


OPENED_ONE_BY_ONE = ("get_well", "milestones", "close_out", "disputes")
"""Sections that are withheld as a whole and yet show those of their items that say so themselves, with the way there."""


def of_case(file: CaseFile, whole: bool = True) -> Iterator[Passage]:
    """Every text of a case, or without `whole` those that its customer may read."""
    sees = Visibility(file.case, file.owner.key)
    for plan in telling(type(file.case)):
        value = file.case.__dict__[plan.attribute]
        if value:
            for path, text, seen in _of_case_field(plan, value, sees, whole):
                yield Passage(file.source, path, text, seen)


GOES_WITH = {"engagement": "summary", "cause_unknown": "root_causes"}
"""Fields that are seen where another section is; of the engagement only what the customer wants is theirs."""


def _of_case_field(plan: FieldPlan, value: Any, sees: Visibility, whole: bool) -> Found:
    path: Path = (plan.key,)
    if plan.kind is Kind.SECTION and plan.shape == "list" and plan.record is not None:
        for index, item in enumerate(value):
            here = sees.item(plan.key, item) and getattr(item, "left", None) is None
            yield from within(item, (*path, index), here, whole)
    elif plan.kind is Kind.SECTION or plan.key in GOES_WITH:
        yield from of_field(plan, value, path, sees.section(GOES_WITH.get(plan.key, plan.key)), whole)
    else:
        yield from of_field(plan, value, path, plan.kind is Kind.ALWAYS, whole)


@cache
def open_fields(record: type[Record]) -> tuple[tuple[str, str, bool], ...]:
    """The fields of a class with a text that some customer could read: attribute, shape, and whether it holds records."""
    plans = [plan for plan in telling(record) if plan.kind is not Kind.NEVER or plan.key in GOES_WITH]
    return tuple((plan.attribute, plan.shape, plan.record is not None) for plan in plans)


def could_be_seen(record: Record, found: list[str]) -> None:
    """Adds every text of a record that a customer could read if all of it were opened to them; never fewer than they
    do read, and ten times as fast as the passages themselves."""
    fields = record.__dict__
    kept_back = isinstance(record, Evidence) and record.audience != "customer"
    for name, shape, holds_records in open_fields(type(record)):
        value = fields[name]
        if not value or (kept_back and name in ("link", "file")):
            continue
        entries = value if shape == "list" else value.values() if shape == "map" else (value,)
        if holds_records:
            for entry in entries:
                could_be_seen(entry, found)
        else:
            found.extend(entries)


def open_texts(file: CaseFile) -> list[str]:
    """The same of a case, and of what was promised to its customer between cases."""
    found: list[str] = []
    for record in (file.case, *file.owner.customer.commitments):
        could_be_seen(record, found)
    return found


def of_customer(owner: CustomerFile, sees: Iterable[Visibility]) -> Iterator[Passage]:
    """Every text of a customer's file; what was promised to them is seen where one of these views sees it."""
    views = list(sees)
    for path, text, seen in (*_promises(owner.customer, views), *_profile(owner.customer)):
        yield Passage(owner.source, path, text, seen)


def promised(owner: CustomerFile, sees: Visibility) -> Iterator[Passage]:
    """The texts of what was promised to a customer between cases, as far as one case's papers show it."""
    for path, text, seen in _promises(owner.customer, [sees], whole=False):
        yield Passage(owner.source, path, text, seen)


def _promises(customer: Customer, views: list[Visibility], whole: bool = True) -> Found:
    for index, item in enumerate(customer.commitments):
        here = any(view.item("commitments", item) for view in views)
        yield from within(item, ("commitments", index), here, whole)


def _profile(customer: Customer) -> Found:
    for plan in telling(Customer):
        value = customer.__dict__[plan.attribute]
        if value and plan.key != "commitments":
            yield from of_field(plan, value, (plan.key,), plan.key == "people" or plan.kind is not Kind.NEVER)


OPEN_TO_READ = {Contacts: ("people", "parties"), Settings: ("products",)}
"""Groups that are not for the customer as such, and hold what a paper may name: who somebody is, what we sell."""
NO_PROSE = ("leaks", "wording")
"""What the settings say about texts, rather than texts of their own."""


def of_house(workspace: Workspace) -> Iterator[Passage]:
    """Every text of the settings, the contacts and the stories about others."""
    for record, source in (
        (workspace.settings, workspace.settings_source),
        (workspace.contacts, workspace.contacts_source),
    ):
        for path, text, seen in _shared(record):
            yield Passage(source, path, text, seen)
    source = workspace.sources.stories or SourceFile("stories.yaml", "", None)
    for index, story in enumerate(workspace.stories):
        for path, text, _ in within(story, (index,), False):
            yield Passage(source, path, text, False)


def _shared(record: Settings | Contacts) -> Found:
    for plan in telling(type(record)):
        value = record.__dict__[plan.attribute]
        if not value or plan.key in NO_PROSE:
            continue
        opened = plan.key in OPEN_TO_READ[type(record)]
        for path, text, seen in of_field(plan, value, (plan.key,), opened or plan.kind is not Kind.NEVER):
            yield path, text, seen or (opened and path[-1] == "name")
