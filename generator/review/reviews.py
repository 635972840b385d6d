"""Everything that changed between two states of a workspace, case by case."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from types import MappingProxyType
from typing import Any, Literal

from generator.audience.faces import Faces
from generator.model.base import Record
from generator.model.marks import Target
from generator.model.people import find_person
from generator.model.stories import DatedStory
from generator.model.workspace import CaseFile, CustomerFile, Workspace
from generator.review.case_words import TwoStates, remarks
from generator.review.contact_words import contact_remarks
from generator.review.differences import differences
from generator.review.effects import effects
from generator.review.remark import Remark
from generator.review.speaking import Speech
from generator.review.value_words import value_in_words
from generator.review.whole_cases import begun, ended, moved_cases, moved_customers, whereabouts

Kind = Literal["new", "changed", "gone", "unread"]


TITLES = {"templates": "Our own templates"}
"""What chapters of files alone are called."""


class Shelf(Record):
    """The stories as one record, to be compared like any other."""

    stories: list[DatedStory]


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


def review(
    old: Workspace,
    new: Workspace,
    as_of: datetime,
    files: Mapping[str, Sequence[Remark]] = MappingProxyType({}),
) -> list[Chapter]:
    """The chapters of a review: cases by key, then customers, contacts, settings and stories, and the team's templates.

    Times are in each case's own zone, those of the contacts in that of the settings; `as_of` is aware, and decides
    which year goes without saying and whose turn it is. `files` are what changed in other files, by the key of the
    chapter that they belong to.
    """
    found = [*_cases(old, new, as_of), *_customers(old, new, as_of), *_house(old, new, as_of)]
    told = {chapter.key for chapter in found}
    whole = [replace(one, remarks=(*one.remarks, *files.get(one.key, ()))) for one in found]
    left = (
        Chapter(key, TITLES.get(key, key), "changed", tuple(files[key])) for key in files if key not in told
    )
    return [one for one in (*whole, *left) if one.remarks or one.kind != "changed"]


def _cases(old: Workspace, new: Workspace, as_of: datetime) -> Iterator[Chapter]:
    older = moved_cases(old, new)
    for key in sorted({*old.cases, *new.cases} - {*older.values()}):
        before, after = old.cases.get(older.get(key, key)), new.cases.get(key)
        if before is not None and after is not None:
            yield Chapter(key, after.case.title, "changed", tuple(_of_case(before, after, old, new, as_of)))
        elif after is not None:
            told = () if key in old.unread else begun(after, _speech(new, after.owner, after, as_of))
            yield Chapter(key, after.case.title, "unread" if key in old.unread else "new", tuple(told))
        elif before is not None:
            told = () if key in new.unread else ended(before, _speech(old, before.owner, before, as_of))
            yield Chapter(key, before.case.title, "unread" if key in new.unread else "gone", tuple(told))


def _of_case(
    before: CaseFile, after: CaseFile, old: Workspace, new: Workspace, as_of: datetime
) -> Iterator[Remark]:
    yield from whereabouts(before, after)
    found = remarks(TwoStates(before, after, _speech(new, after.owner, after, as_of)))
    yield from found
    if before.owner.key == after.owner.key:
        seen = any(one.seen for one in found)
        yield from effects((before, old), (after, new), as_of, told=seen)


def _customers(old: Workspace, new: Workspace, as_of: datetime) -> Iterator[Chapter]:
    older = moved_customers(old, new)
    for key in sorted({*old.customers, *new.customers} - {*older.values()}):
        before, after = old.customers.get(older.get(key, key)), new.customers.get(key)
        if before is not None and after is not None:
            speech = _speech(new, after, None, as_of)
            found = [value_in_words(speech, one) for one in differences(before.customer, after.customer)]
            moved = [Remark("key", f"is now {key}, was {before.key}")] if before.key != key else []
            yield Chapter(key, after.customer.name, "changed", (*moved, *found))
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
    yield Chapter("stories.yaml", "Stories", "changed", tuple(_stories(old, new, speech)))


def _stories(old: Workspace, new: Workspace, speech: Speech) -> Iterator[Remark]:
    """The stories about other firms, which are a list and no record."""
    before, after = (Shelf(stories=one.stories) for one in (old, new))
    yield from (value_in_words(speech, one) for one in differences(before, after))


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

    def face_of(key: str) -> str:
        face = Faces(workspace, owner, file, "customer").of(key)
        return face.name if face else key

    return Speech(zone, as_of.astimezone(zone).year, name_of, partial(_title_of, workspace), face_of)


def _title_of(workspace: Workspace, target: Target, key: str) -> str:
    """The name of a thing by its key, and the key where nothing has it."""
    settings, contacts = workspace.settings, workspace.contacts
    if target is Target.CATEGORY:
        return settings.cause_categories.get(key, key)
    if target is Target.CUSTOMER:
        return workspace.customers[key].customer.name if key in workspace.customers else key
    shelves: dict[Target, Mapping[str, Any]] = {
        Target.AREA: contacts.areas,
        Target.PRODUCT: settings.products,
        Target.SEGMENT: settings.segments,
        Target.PARTY: contacts.parties,
    }
    named = shelves[target]
    return named[key].name if key in named else key
