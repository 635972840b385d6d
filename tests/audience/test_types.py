"""The types that a customer's papers are rendered from have no room for anything internal."""

from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel

from generator.audience.customer_case import CustomerCase
from generator.audience.project import InternalCase
from generator.model.case import Case
from generator.model.fields import field_plans
from generator.model.marks import Kind

ADDED = {"key", "letterhead", "sections", "update_followed", "wants"}
"""What a copy has beside the fields of the case: its identity and what follows from the record."""


def parts_of(kind: Any, seen: set[type]) -> set[type]:
    """Every class that the fields of a class lead to."""
    for inner in get_args(kind):
        parts_of(inner, seen)
    if isinstance(kind, type) and kind not in seen:
        seen.add(kind)
        for hint in get_type_hints(kind).values() if is_dataclass(kind) else ():
            parts_of(hint, seen)
    return seen


def test_no_record_of_the_model_is_reached_from_a_customers_copy() -> None:
    reached = parts_of(CustomerCase, set())
    assert not [kind for kind in reached if issubclass(kind, BaseModel)]
    assert [kind for kind in parts_of(InternalCase, set()) if issubclass(kind, BaseModel)], (
        "the control finds some"
    )


def test_a_copy_has_the_fields_that_a_customer_may_read_and_no_other() -> None:
    kinds = {plan.attribute: plan.kind for plan in field_plans(Case)}
    theirs = {name for name, kind in kinds.items() if kind is not Kind.NEVER} - {"timezone"}
    assert {field.name for field in fields(CustomerCase)} == theirs | ADDED
    assert {field.name for field in fields(InternalCase)} - theirs - ADDED == {"whole", "customer", "hidden"}
