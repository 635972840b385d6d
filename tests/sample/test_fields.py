"""Every field of the model, and so of the domain, is written at least once in the sample."""

from collections.abc import Iterator
from inspect import get_annotations

from pydantic import BaseModel

from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.fields import field_plans, walk
from generator.model.settings import Settings
from generator.model.stories import DatedStory
from generator.model.workspace import Workspace

Field = tuple[str, str]


def declared(record: type[BaseModel], attribute: str) -> str:
    """The class of the model in which a field is declared; what is inherited counts once."""
    return next(kind.__name__ for kind in record.__mro__ if attribute in get_annotations(kind))


def wanted(record: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[Field]:
    """The fields of a record and of the records in it."""
    if record in seen:
        return
    seen.add(record)
    for plan in field_plans(record):
        yield declared(record, plan.attribute), plan.key
        if plan.record is not None:
            yield from wanted(plan.record, seen)


def written(root: BaseModel) -> Iterator[Field]:
    """The fields that somebody wrote in a record and in the records in it."""
    records = [root, *(value for _, _, value, _ in walk(root) if isinstance(value, BaseModel))]
    for record in records:
        keys = {plan.attribute: plan.key for plan in field_plans(type(record))}
        yield from ((declared(type(record), name), keys[name]) for name in record.model_fields_set)


def test_every_field_of_the_domain_occurs(sample: Workspace) -> None:
    seen: set[type[BaseModel]] = set()
    everything = {
        field for root in (Settings, Contacts, Customer, Case, DatedStory) for field in wanted(root, seen)
    }
    roots = [
        sample.settings,
        sample.contacts,
        *(file.customer for file in sample.customers.values()),
        *(file.case for file in sample.cases.values()),
        *sample.stories,
    ]
    missing = everything - {field for root in roots for field in written(root)}
    assert not missing, "The sample shows nobody: " + ", ".join(sorted(map(".".join, missing)))
    assert len(everything) > 400


def test_short_forms_are_shown(texts: dict[str, str]) -> None:
    assert "root_causes: [One duct carries more than one line.]" in texts["cases/alder/2026-03-line.yaml"]
    assert "\n  - Eight complete copies in a row." in texts["cases/kestrel/2026-03-replication.yaml"]
    assert "blocked: Two accounts" in texts["cases/alder/2026-03-invoices.yaml"]
