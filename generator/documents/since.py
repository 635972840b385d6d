"""What is new on a paper since an earlier commit: the items that get a bar in the margin, and the difference in words.

A customer's copy is compared with the customer's copy of then, so that no internal edit shows as such. But what the
copy of a commit held was perhaps never given to anybody: an internal text may have stood there until it got its `say`,
an item until it was marked `audience: internal`. So a customer's copy repeats nothing of the earlier one but dates,
amounts and numbers of items that are still there; of what is gone it tells the section and how many; and every text
and name of the earlier state that today's copy lacks is a secret of this print, for which the gate looks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from generator.audience.customer_case import CustomerCase
from generator.audience.project import InternalCase
from generator.audience.secrets import Secret, Sort, secrets_of
from generator.derive.changes import Change, changes
from generator.documents.sealed import OF_PEOPLE, texts_of
from generator.documents.sheets import Desk, Sheet
from generator.documents.since_parts import mark_of, parts, told_on
from generator.documents.since_words import Told, of_remarks, parts_of
from generator.model.case import Case
from generator.model.marks import Audience
from generator.model.workspace import CaseFile, Workspace
from generator.review.reviews import review

UNPRINTED = ("key", "sections", "update_followed")
"""What no paper prints as such."""
COPIED = tuple(field.name for field in fields(CustomerCase))
"""What of our own copy is compared: what a paper prints, and not the whole record beside it."""
MOST = 10
"""How many changes are told in words; a bar stands at all of them."""


@dataclass(frozen=True, slots=True)
class Since:
    """What differs between a paper and what it would have been made from at an earlier commit.

    `items` are the parts of the case that are new or changed, down to the topics of a meeting; `fields` the names of
    what has no items, such as `summary`. `words` tell of the first changes on our own English copy, `parts` on any
    other, which the template says in its language; `more` counts the rest. `moment` is when the commit was made, in
    the zone of the paper; it is None on a customer's copy, which carries no date of a change.
    """

    items: tuple[Any, ...]
    fields: frozenset[str]
    words: tuple[str, ...]
    parts: tuple[Told, ...]
    more: int
    moment: datetime | None


def with_bars(sheet: Sheet, desk: Desk, before: Desk, committed: datetime, key: str | None = None) -> Sheet:
    """A paper with what is new in it since an earlier state of the workspace, which holds its case too.

    A customer's copy is compared with the customer's copy of then, so that nothing internal can show; both are made as
    of one moment, so that a change of turn is none. `key` is the case's name of then, where it was another.
    """
    audience, case = sheet.identity.audience, sheet.identity.case
    older = replace(before, as_of=sheet.identity.as_of)
    file = older.workspace.cases[key or case]
    then, read = older.read(file, audience), sheet.context["case"]
    inside = audience is Audience.INTERNAL
    said = _inside(sheet, desk, before) if inside and sheet.language == "en" else []
    earlier = older.laid_out(file, sheet.paper, then, sheet.identity)
    told = [] if said else parts_of(told_on(sheet, earlier, _changed(then, read)), inside)
    since = Since(
        items=tuple(_items(then, read, sheet)),
        fields=frozenset(_fields(then, read, sheet)),
        words=tuple(one.rstrip(".") for one in said[:MOST]),
        parts=tuple(told[:MOST]),
        more=max(len(said) + len(told) - MOST, 0),
        moment=committed.astimezone(sheet.zone) if inside else None,
    )
    withheld = () if inside else tuple(_withheld(desk.workspace, before.workspace, file, then, read))
    return replace(sheet, context={**sheet.context, "since": since}, withheld=withheld)


def _withheld(
    now: Workspace, before: Workspace, file: CaseFile, then: CustomerCase, read: CustomerCase
) -> Iterator[Secret]:
    """What a customer must not read of the earlier state and today's copy does not say: the internal texts of then,
    what their copy held, and the names, addresses and numbers of people who are ours no more.

    Of who is in the contacts still, the secrets of today decide.
    """
    shown, contacts = set(texts_of(read)), now.contacts_source.text
    for secret in secrets_of(before, file.key).hidden:
        if secret.sort in OF_PEOPLE and secret.text not in contacts:
            yield secret
        if secret.sort is Sort.PROSE and secret.text not in shown:
            yield secret
    gone = dict.fromkeys(text for text in texts_of(then) if text not in shown)
    yield from (Secret(Sort.PROSE, text, file.source, ()) for text in gone)
    for key, person in before.contacts.people.items():
        if len(person.name.split()) > 1 and person.name not in contacts and person.name not in shown:
            yield Secret(Sort.NAME, person.name, before.contacts_source, ("people", key, "name"))


def _inside(sheet: Sheet, desk: Desk, before: Desk) -> list[str]:
    """What `casewright diff` tells of the case, what the customer sees first."""
    chapters = review(before.workspace, desk.workspace, sheet.identity.as_of)
    chapter = next((one for one in chapters if one.key == sheet.identity.case), None)
    return of_remarks((*chapter.seen, *chapter.internal)) if chapter else []


def _changed(then: CustomerCase, read: CustomerCase) -> list[Change]:
    """The differences of two copies, ours or the customer's, that a reader could find on paper."""
    copies = (CustomerCase(**{name: getattr(one, name) for name in COPIED}) for one in (then, read))
    return [one for one in changes(*copies) if one.section not in UNPRINTED]


def _items(then: CustomerCase, read: CustomerCase, sheet: Sheet) -> Iterator[Any]:
    """Every part of the case that was not there before as it is now; for us those of the dry runs too."""
    for name in _names():
        known = {mark_of(part, sheet) for part in parts(getattr(then, name))}
        yield from (part for part in parts(getattr(read, name)) if mark_of(part, sheet) not in known)
    if isinstance(read, InternalCase) and isinstance(then, InternalCase):
        rehearsed = list(_rehearsed(then.whole))
        yield from (one for one in _rehearsed(read.whole) if one not in rehearsed)


def _rehearsed(case: Case) -> Iterator[Any]:
    """What a script prints of the dry runs: parts, words instead, and questions with their answers."""
    for one in case.dry_run:
        yield from (text for text in (one.part,) if text)
        yield from one.wording
        yield from (text for question in one.questions for text in (question.ask, question.answer) if text)


def _fields(then: CustomerCase, read: CustomerCase, sheet: Sheet) -> Iterator[str]:
    """What is no list and says something else."""
    for name in _names():
        value = getattr(read, name)
        if not isinstance(value, tuple) and mark_of(getattr(then, name), sheet) != mark_of(value, sheet):
            yield name


def _names() -> list[str]:
    """The fields of a case that a paper prints."""
    return [field.name for field in fields(CustomerCase) if field.name not in (*UNPRINTED, "letterhead")]
