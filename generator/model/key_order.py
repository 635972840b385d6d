"""The order in which the keys of a file are written: that of the model's fields."""

from functools import cache

from pydantic import BaseModel

from generator.edit.formatting import Order
from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.fields import FieldPlan, field_plans
from generator.model.settings import Settings
from generator.source.sources import CONTACTS, CUSTOMER, SETTINGS


@cache
def order_of(record: type[BaseModel]) -> Order:
    """The order of a record's keys and of all below it; `id` and `audience` stand where the field's class has them."""
    plans = [plan for plan in field_plans(record) if plan.record is not record]
    below = {plan.key: _below(plan) for plan in plans if plan.record is not None}
    return Order(tuple(plan.key for plan in plans), below)


def _below(plan: FieldPlan) -> Order:
    order = order_of(plan.record) if plan.record else Order()
    return Order(each=order) if plan.shape == "map" else order


def order_for(path: str) -> Order:
    """The order of a file of the workspace by its path; none for the stories, which are one list."""
    if path == SETTINGS:
        return order_of(Settings)
    if path == CONTACTS:
        return order_of(Contacts)
    if not path.startswith("cases/"):
        return Order()
    return order_of(Customer if path.endswith(f"/{CUSTOMER}") else Case)
