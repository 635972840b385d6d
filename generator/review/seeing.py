"""Whether the customer of a case reads what changed in it (domain.md, Audience)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.audience.visibility import Visibility
from generator.model.base import Record
from generator.model.case import Case
from generator.model.fields import field_plans
from generator.model.marks import Kind
from generator.review.differences import Difference
from generator.review.pairing import paired

WITH = {"cause_unknown": "root_causes"}
"""Fields that go with a section of another name."""
POINTED = (("evidence", "link"), ("evidence", "file"))
"""What of an item the customer reads only where the item itself is for them."""


def as_read(change: Difference, old: Visibility, new: Visibility) -> Difference | None:
    """A difference of a case as its customer reads it; None where it stands on no paper of theirs.

    What they did not read before is new to them, whatever it said to us.
    """
    items = _older(change, old.case, new.case), change.way[0].item
    were, are = (
        _reads(change, sees, item, record)
        for sees, item, record in zip((old, new), items, change.records, strict=True)
    )
    if change.kind == "gone":
        return change if were else None
    if not are:
        return None
    return change if were or change.kind in ("new", "moved") else replace(change, kind="new", before=None)


def _older(change: Difference, old: Case, new: Case) -> Record | None:
    """The item of the case in which something changed, as it was."""
    step = change.way[0]
    if step.item is None or not isinstance(step.at, int) or len(change.way) == 1:
        return step.item
    pairs, _ = paired(getattr(old, step.field), getattr(new, step.field))
    return next((before for before, after in pairs if after is step.item), step.item)


def _reads(change: Difference, sees: Visibility, item: Record | None, record: Record) -> bool:
    """Whether what changed stands on a customer's paper, where it is of this item of the case and held by this record."""
    kinds = list(_kinds(Case, change.fields))
    if change.fields == ("engagement", "wants"):
        return sees.section("summary")
    if Kind.NEVER in kinds or _is_said_otherwise(change, record):
        return False
    return kinds[0] is Kind.ALWAYS or _shows(sees, change, item)


def _kinds(record: type[Record], fields: tuple[str, ...]) -> Iterator[Kind | None]:
    """The audience of each field on a way."""
    current: Any = record
    for key in fields:
        plan = next((one for one in field_plans(current) if one.key == key), None) if current else None
        yield plan.kind if plan else None
        current = plan.record if plan else None


def _is_said_otherwise(change: Difference, record: Record) -> bool:
    """Whether the customer reads `say` instead of the words that changed."""
    return change.fields[-1] == "what" and bool(getattr(record, "say", None))


def _shows(sees: Visibility, change: Difference, item: Record | None) -> bool:
    step = change.way[0]
    if item is None or not hasattr(item, "audience"):
        return sees.section(WITH.get(step.field, step.field))
    if getattr(item, "left", None) is not None:
        return False  # Who has left the team is on no customer's paper any more.
    if change.fields in POINTED and item.audience != "customer":
        return False
    if "mitigation" in change.fields and not sees.offer(getattr(item, "mitigation", None)):
        return False
    return sees.item(step.field, item)
