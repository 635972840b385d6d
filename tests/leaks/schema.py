"""Every text field of the schema, by walking its classes: a field that is added later is in it."""

from collections.abc import Iterator

from pydantic import BaseModel

from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.fields import field_plans
from generator.model.settings import Settings
from generator.model.stories import DatedStory
from tests.leaks.sowing import holds_map

ROOTS: tuple[type[BaseModel], ...] = (Case, Customer, Contacts, Settings, DatedStory)
CHOSEN = {"Case.customer_sees", "Settings.colours.structure"}
"""Texts with no room for a token: a choice among our own words, a colour."""


def schema_texts() -> set[str]:
    """The text fields, as `Case.actions.notes`; the keys of maps under the name of the map."""
    return {name for root in ROOTS for name in _below(root, root.__name__)} - CHOSEN


def own_texts() -> set[str]:
    """Those that say something themselves: neither a key, nor a reference, which stand for what has a name."""
    return {name for root in ROOTS for name in _below(root, root.__name__, keys=False)} - CHOSEN


def _below(record: type[BaseModel], path: str, keys: bool = True) -> Iterator[str]:
    for plan in field_plans(record):
        place = f"{path}.{plan.key}"
        if plan.record is not None:
            yield from _below(plan.record, place, keys)
        if plan.text and (keys or plan.target is None):
            yield place
        if keys and plan.record is not None and holds_map(record, plan):
            yield place
