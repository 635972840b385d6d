"""Whether the customer of a case reads what changed in it (domain.md, Audience)."""

from collections.abc import Iterator
from typing import Any

from generator.audience.visibility import Visibility
from generator.model.base import Record
from generator.model.case import Case
from generator.model.fields import field_plans
from generator.model.marks import Kind
from generator.review.differences import Difference

WITH = {"cause_unknown": "root_causes"}
"""Fields that go with a section of another name."""
POINTED = (("evidence", "link"), ("evidence", "file"))
"""What of an item the customer reads only where the item itself is for them."""


def is_seen(change: Difference, old: Visibility, new: Visibility) -> bool:
    """Whether a difference of a case stands on a customer's paper, before it or after."""
    kinds = list(_kinds(Case, change.fields))
    if change.fields == ("engagement", "wants"):
        return old.section("summary") or new.section("summary")
    if Kind.NEVER in kinds or _is_said_otherwise(change):
        return False
    return kinds[0] is Kind.ALWAYS or any(_shows(sees, change) for sees in (old, new))


def _kinds(record: type[Record], fields: tuple[str, ...]) -> Iterator[Kind | None]:
    """The audience of each field on a way."""
    current: Any = record
    for key in fields:
        plan = next((one for one in field_plans(current) if one.key == key), None) if current else None
        yield plan.kind if plan else None
        current = plan.record if plan else None


def _is_said_otherwise(change: Difference) -> bool:
    """Whether the customer reads `say` instead of the words that changed."""
    return change.fields[-1] == "what" and all(getattr(one, "say", None) for one in change.records)


def _shows(sees: Visibility, change: Difference) -> bool:
    step = change.way[0]
    if step.item is None or not hasattr(step.item, "audience"):
        return sees.section(WITH.get(step.field, step.field))
    if getattr(step.item, "left", None) is not None:
        return False  # Who has left the team is on no customer's paper any more.
    if change.fields in POINTED and getattr(step.item, "audience", None) != "customer":
        return False
    offers = [getattr(one, "mitigation", None) for one in (step.item, change.records[0])]
    if "mitigation" in change.fields and not any(sees.offer(one) for one in offers):
        return False
    return sees.item(step.field, step.item)
