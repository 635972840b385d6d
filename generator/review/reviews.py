"""Everything that changed between two states of a workspace, case by case."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from generator.audience.project import project
from generator.derive.changes import changes, in_words
from generator.model.people import find_person
from generator.model.workspace import CaseFile, CustomerFile, Workspace
from generator.review.case_words import Remark, TwoStates, remarks, value_in_words
from generator.review.contact_words import contact_remarks
from generator.review.differences import differences
from generator.review.speaking import Speech

Kind = Literal["new", "changed", "gone", "unread"]
WIDTH = 90
"""Characters of a text that a line of the projection's own difference quotes."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """What changed in one file: a case, a customer, the contacts, the settings or the stories.

    `key` is `customer/case`, the customer, or the file's name; `kind` says whether the whole of it is new, gone, or
    cannot be read on one side.
    """

    key: str
    title: str
    kind: Kind
    remarks: tuple[Remark, ...] = ()

    @property
    def seen(self) -> tuple[Remark, ...]:
        """What the customer will see."""
        return tuple(one for one in self.remarks if one.seen)

    @property
    def internal(self) -> tuple[Remark, ...]:
        """What stays in the house."""
        return tuple(one for one in self.remarks if not one.seen)

    @property
    def warned(self) -> tuple[Remark, ...]:
        """What wants a second look."""
        return tuple(one for one in self.remarks if one.warning)


def review(old: Workspace, new: Workspace, as_of: datetime) -> list[Chapter]:
    """The chapters of a review: cases by key, then customers, contacts, settings and stories.

    Times are in each case's own zone, those of the contacts in that of the settings; `as_of` is aware, and decides
    which year goes without saying and whose turn it is.
    """
    found = [*_cases(old, new, as_of), *_customers(old, new, as_of), *_house(old, new, as_of)]
    return [one for one in found if one.remarks or one.kind != "changed"]


def _cases(old: Workspace, new: Workspace, as_of: datetime) -> Iterator[Chapter]:
    for key in sorted({*old.cases, *new.cases}):
        before, after = old.cases.get(key), new.cases.get(key)
        if before is not None and after is not None:
            yield Chapter(key, after.case.title, "changed", tuple(_of_case(before, after, old, new, as_of)))
        elif after is not None:
            yield Chapter(key, after.case.title, "unread" if key in old.unread else "new")
        elif before is not None:
            yield Chapter(key, before.case.title, "unread" if key in new.unread else "gone")


def _of_case(
    before: CaseFile, after: CaseFile, old: Workspace, new: Workspace, as_of: datetime
) -> Iterator[Remark]:
    found = remarks(TwoStates(before, after, _speech(new, after.owner, after, as_of)))
    yield from found
    if not any(one.seen for one in found):
        yield from _elsewhere(before, after, old, new, as_of)


def _elsewhere(
    before: CaseFile, after: CaseFile, old: Workspace, new: Workspace, as_of: datetime
) -> Iterator[Remark]:
    """What the customer sees otherwise though nothing of theirs changed in the case: a name, a number, a zone."""
    moment = as_of.astimezone(after.zone)
    for change in changes(project(before, old, moment), project(after, new, moment)):
        yield Remark("", in_words(change, WIDTH), True)


def _customers(old: Workspace, new: Workspace, as_of: datetime) -> Iterator[Chapter]:
    for key in sorted({*old.customers, *new.customers}):
        before, after = old.customers.get(key), new.customers.get(key)
        if before is not None and after is not None:
            speech = _speech(new, after, None, as_of)
            found = [value_in_words(speech, one) for one in differences(before.customer, after.customer)]
            yield Chapter(key, after.customer.name, "changed", tuple(found))
        elif after is not None:
            yield Chapter(key, after.customer.name, "unread" if key in old.unread else "new")
        elif before is not None:
            yield Chapter(key, before.customer.name, "unread" if key in new.unread else "gone")


def _house(old: Workspace, new: Workspace, as_of: datetime) -> Iterator[Chapter]:
    speech = _speech(new, None, None, as_of)
    yield Chapter(
        "contacts.yaml", "Contacts", "changed", tuple(contact_remarks(old.contacts, new.contacts, speech))
    )
    settings = (value_in_words(speech, one) for one in differences(old.settings, new.settings))
    yield Chapter("casewright.yaml", "Settings", "changed", tuple(settings))
    stories = len(new.stories) - len(old.stories)
    if old.stories != new.stories:
        says = f"{abs(stories)} {'more' if stories > 0 else 'fewer'}" if stories else "changed"
        yield Chapter("stories.yaml", "Stories", "changed", (Remark("stories", says),))


def _speech(
    workspace: Workspace, owner: CustomerFile | None, file: CaseFile | None, as_of: datetime
) -> Speech:
    """How things are said: names as the newer state has them."""
    zone = file.zone if file else workspace.settings.timezone
    if owner and owner.customer.timezone and not file:
        zone = owner.customer.timezone

    def name_of(key: str) -> str:
        known = find_person(workspace, owner, key)
        return known.record.name if known else key

    def area_of(key: str) -> str:
        area = workspace.contacts.areas.get(key)
        return area.name if area else key

    return Speech(zone, as_of.astimezone(zone).year, name_of, area_of)
