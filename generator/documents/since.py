"""What is new on a paper since an earlier commit: the items that get a bar in the margin, and the difference in words."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from typing import Any

from generator.audience.customer_case import CustomerCase
from generator.audience.project import InternalCase
from generator.audience.sealing import canonical
from generator.derive.changes import Change, changes
from generator.documents.sheets import Desk, Sheet
from generator.documents.since_words import Told, of_changes, of_remarks, parts_of
from generator.model.case import Case
from generator.model.marks import Audience
from generator.model.scalars.moments import Moment
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
    what has no items, such as `summary`. `words` tell of the first changes in English, `parts` in any other language,
    `more` counts the rest. `moment` is when the commit was made, in the zone of the paper; it is None on a customer's
    copy, which carries no date of a change.
    """

    items: tuple[Any, ...]
    fields: frozenset[str]
    words: tuple[str, ...]
    parts: tuple[Told, ...]
    more: int
    moment: datetime | None

    @property
    def is_nothing(self) -> bool:
        """Whether nothing has changed that its readers could see."""
        return not (self.items or self.fields or self.words or self.parts)


def with_bars(sheet: Sheet, desk: Desk, before: Desk, committed: datetime, key: str | None = None) -> Sheet:
    """A paper with what is new in it since an earlier state of the workspace, which holds its case too.

    A customer's copy is compared with the customer's copy of then, so that nothing internal can show; both are made as
    of one moment, so that a change of turn is none. `key` is the case's name of then, where it was another.
    """
    audience, case = sheet.identity.audience, sheet.identity.case
    older = replace(before, as_of=sheet.identity.as_of)
    file = older.workspace.cases[key or case]
    then, read = older.read(file, audience), sheet.context["case"]
    inside, english = audience is Audience.INTERNAL, sheet.language == "en"
    said = _inside(sheet, desk, before) if inside and english else []
    told = [] if inside and english else _changed(then, read)
    words = of_changes(told, sheet.zone, sheet.identity.as_of.year) if english and not inside else said
    parts = [] if english else parts_of(told, sheet.zone)
    since = Since(
        items=tuple(_items(then, read)),
        fields=frozenset(_fields(then, read)),
        words=tuple(one.rstrip(".") for one in words[:MOST]),
        parts=tuple(parts[:MOST]),
        more=max(len(words) + len(parts) - MOST, 0),
        moment=committed.astimezone(sheet.zone) if inside else None,
    )
    return replace(sheet, context={**sheet.context, "since": since})


def _inside(sheet: Sheet, desk: Desk, before: Desk) -> list[str]:
    """What `casewright diff` tells of the case, what the customer sees first."""
    chapters = review(before.workspace, desk.workspace, sheet.identity.as_of)
    chapter = next((one for one in chapters if one.key == sheet.identity.case), None)
    return of_remarks((*chapter.seen, *chapter.internal)) if chapter else []


def _changed(then: CustomerCase, read: CustomerCase) -> list[Change]:
    """The differences of two copies, ours or the customer's, that a reader could find on paper."""
    copies = (CustomerCase(**{name: getattr(one, name) for name in COPIED}) for one in (then, read))
    return [one for one in changes(*copies) if one.section not in UNPRINTED]


def _items(then: CustomerCase, read: CustomerCase) -> Iterator[Any]:
    """Every part of the case that was not there before as it is now; for us those of the dry runs too."""
    for name in _names():
        known = {_mark(part) for part in _parts(getattr(then, name))}
        yield from (part for part in _parts(getattr(read, name)) if _mark(part) not in known)
    if isinstance(read, InternalCase) and isinstance(then, InternalCase):
        rehearsed = list(_rehearsed(then.whole))
        yield from (one for one in _rehearsed(read.whole) if one not in rehearsed)


def _parts(value: Any) -> Iterator[Any]:
    """A part of a case and the parts in it, such as a meeting and its topics."""
    if isinstance(value, tuple):
        for one in value:
            yield from _parts(one)
    elif is_dataclass(value) and not isinstance(value, Moment):
        yield value
        for field in fields(value):
            yield from _parts(getattr(value, field.name))


def _rehearsed(case: Case) -> Iterator[Any]:
    """What a script prints of the dry runs: parts, words instead, and questions with their answers."""
    for one in case.dry_run:
        yield from (text for text in (one.part,) if text)
        yield from one.wording
        yield from (text for question in one.questions for text in (question.ask, question.answer) if text)


def _fields(then: CustomerCase, read: CustomerCase) -> Iterator[str]:
    """What is no list and says something else."""
    for name in _names():
        value = getattr(read, name)
        if not isinstance(value, tuple) and _mark(getattr(then, name)) != _mark(value):
            yield name


def _names() -> list[str]:
    """The fields of a case that a paper prints."""
    return [field.name for field in fields(CustomerCase) if field.name not in (*UNPRINTED, "letterhead")]


def _mark(value: object) -> bytes:
    """What a value says, however it was typed."""
    return canonical({"": value})
