"""Promises that a customer was given and that passed with no outcome: whatever had a day, and that day is over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from generator.audience.customer_case import CustomerCase
from generator.derive.actions import is_past, status
from generator.derive.news import missed_update
from generator.derive.trial import trial_dates
from generator.model.scalars.instants import day_start

PassedKind = Literal["update", "action", "commitment", "trial", "milestone"]


@dataclass(frozen=True, slots=True)
class Passed:
    """One promise that passed: `day` is the last day it had, `what` the item's own words, empty for an update."""

    kind: PassedKind
    day: date
    what: str = ""
    id: str | None = None


def passed(case: CustomerCase, as_of: datetime) -> tuple[Passed, ...]:
    """The promises of a copy of a case that are over at an aware moment with nothing to show for them."""
    found = (*_update(case, as_of), *_actions(case, as_of), *_commitments(case, as_of))
    return (*found, *_trials(case, as_of), *_milestones(case, as_of))


def _update(case: CustomerCase, as_of: datetime) -> Iterator[Passed]:
    missed = missed_update(case, as_of)
    if missed is not None:
        yield Passed("update", (missed.astimezone(as_of.tzinfo) - timedelta(microseconds=1)).date())


def _actions(case: CustomerCase, as_of: datetime) -> Iterator[Passed]:
    for action in case.actions:
        state = status(action, case.actions, as_of)
        if state.word == "late" and state.on is not None:
            yield Passed("action", state.on, action.what, action.id)


def _commitments(case: CustomerCase, as_of: datetime) -> Iterator[Passed]:
    for promise in case.commitments:
        if promise.due is not None and promise.kept is None and is_past(promise.due, as_of):
            yield Passed("commitment", promise.due.day, promise.what, promise.id)


def _trials(case: CustomerCase, as_of: datetime) -> Iterator[Passed]:
    for item in case.recommendations:
        offer = item.mitigation
        dates = trial_dates(offer.trial) if offer and offer.trial and offer.decision is None else None
        if offer is not None and dates is not None and _over(dates.switch_off, as_of):
            yield Passed("trial", dates.switch_off, offer.product, item.id)


def _milestones(case: CustomerCase, as_of: datetime) -> Iterator[Passed]:
    for step in case.get_well.milestones if case.get_well else ():
        if step.due is not None and step.met is None and _over(step.due, as_of):
            yield Passed("milestone", step.due, step.what, step.id)


def _over(day: date, as_of: datetime) -> bool:
    """Whether a day is over where an aware moment is."""
    return day_start(day + timedelta(days=1), as_of.tzinfo) <= as_of
