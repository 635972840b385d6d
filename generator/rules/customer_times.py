"""What a customer's file says to have happened, though it is still to come."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generator.finding import Finding
from generator.model.customer import Customer
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment
from generator.model.workspace import Workspace
from generator.rules.happened import Past
from generator.rules.in_words import when_in_words
from generator.rules.order_of_events import IN_THE_FUTURE


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:
    """One finding for each time of a customer's file that must lie in the past and does not."""
    for owner in workspace.customers.values():
        zone = owner.customer.timezone or workspace.settings.timezone
        now = as_of.astimezone(zone)
        for path, what, when in happened(owner.customer):
            if _is_ahead(when, now):
                day, moment = (when_in_words(one, zone, now.year) for one in (when, now))
                message = f"{what} on {day}, which is still to come on {moment}."
                remedy = "Correct the time, or take it out until it has happened."
                yield IN_THE_FUTURE.at(owner.source.place(path), message, remedy)


def _is_ahead(when: Moment | date, now: datetime) -> bool:
    if isinstance(when, Moment):
        return when.day > now.date() if when.whole_day else between(now, when.at) > timedelta()
    return when > now.date()


def happened(customer: Customer) -> Iterator[Past]:
    """Each time of a customer's file that must lie in the past."""
    for name, items, field, sentence in (
        ("commitments", customer.commitments, "kept", "This promise was kept"),
        ("interactions", customer.interactions, "at", "This conversation was held"),
        ("feedback", customer.feedback, "on", "This was told us"),
    ):
        for index, item in enumerate(items):
            if when := getattr(item, field):
                yield (name, index, field), sentence, when
    for index, project in enumerate(customer.projects):
        for number, step in enumerate(project.milestones):
            if step.met:
                yield ("projects", index, "milestones", number, "met"), "This step was reached", step.met
