"""What an update says: what is new since the last contact, what is not known, and what happens next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.audience.customer_case import CustomerCase
from generator.audience.shown.actions import ActionShown
from generator.audience.shown.causes import CauseShown
from generator.audience.shown.chronology import EventShown
from generator.derive.actions import ActionState, is_past, status
from generator.derive.contact import in_order, last_contact, update_promises
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment


@dataclass(frozen=True, slots=True)
class NextStep:
    """An open action with its place in the case and where it stands."""

    index: int
    action: ActionShown
    state: ActionState


@dataclass(frozen=True, slots=True)
class News:
    """The body of an update.

    `since` is the last contact by then (aware), None where there was none; `events` what happened since, oldest
    first; `missed` the promised update that passed without one; `suspected` the causes not confirmed yet.
    """

    since: datetime | None
    last: EventShown | None
    events: tuple[EventShown, ...]
    missed: datetime | None
    suspected: tuple[CauseShown, ...]
    steps: tuple[NextStep, ...]


def news(case: CustomerCase, as_of: datetime) -> News:
    """What an update of a case says as of an aware moment."""
    contact = last_contact(case, as_of)
    since = contact[1].at.at if contact else None
    events = [
        event
        for _, event in in_order(case)
        if isinstance(event, EventShown)
        and between(event.at.at, as_of) >= timedelta()
        and (since is None or between(since, event.at.at) > timedelta())
    ]
    last = contact[1] if contact and isinstance(contact[1], EventShown) else None
    suspected = tuple(cause for cause in case.root_causes if cause.state == "suspected")
    return News(since, last, tuple(events), missed_update(case, as_of), suspected, next_steps(case, as_of))


def missed_update(case: CustomerCase, as_of: datetime) -> datetime | None:
    """When the latest update was due, where it passed and nobody reached the customer since."""
    promises = update_promises(case, as_of)
    if case.stage == "closed" or not promises or promises[-1].kept is not None:
        return None
    return promises[-1].at.end if promises[-1].is_late(as_of) else None


def next_word(case: CustomerCase, as_of: datetime) -> Moment | None:
    """When the customer hears next; None where that passed and a contact followed that promised nothing more."""
    promises = update_promises(case, as_of)
    if promises and promises[-1].kept is not None and is_past(promises[-1].at, as_of):
        return None
    return case.next_update


def next_steps(case: CustomerCase, as_of: datetime) -> tuple[NextStep, ...]:
    """The open actions, the earliest due first and those without a date last."""
    steps = [
        NextStep(index, action, state)
        for index, action in enumerate(case.actions)
        if (state := status(action, case.actions, as_of)).is_open
    ]
    return tuple(
        sorted(steps, key=lambda step: (step.state.on is None, step.state.on or as_of.date(), step.index))
    )
