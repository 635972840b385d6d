"""What a paper of a case must carry, whatever it looks like: its dates, owners, amounts and promises."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generator.audience.customer_case import CustomerCase
from generator.derive.actions import status
from generator.derive.news import next_word
from generator.documents.sheets import Sheet
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.source.nodes import Path

Value = date | datetime | Moment | Money | str


@dataclass(frozen=True, slots=True)
class Must:
    """One thing that must stand on a paper: what it is in words, its value, and where it is typed in the case."""

    what: str
    value: Value
    path: Path


def carried(sheet: Sheet) -> Iterator[Must]:
    """Everything that a paper of a case must carry, by the copy that it is printed from."""
    case, as_of = sheet.context["case"], sheet.identity.as_of
    for part in CARRIED.get(sheet.paper.key, ()):
        yield from part(case, as_of)


def _advocate(case: CustomerCase, _: datetime) -> Iterator[Must]:
    if case.advocate is not None:
        yield Must("the advocate", case.advocate.name, ("advocate",))


def _next_update(case: CustomerCase, as_of: datetime) -> Iterator[Must]:
    promised = next_word(case, as_of) if case.stage != "closed" else None
    if promised is not None:
        yield Must("the next update", promised, ("next_update",))


def _actions(case: CustomerCase, as_of: datetime) -> Iterator[Must]:
    for index, action in enumerate(case.actions):
        name = f"action {action.id or index + 1}"
        if action.owner is not None:
            yield Must(f"the owner of {name}", action.owner.name, ("actions", index, "owner"))
        if action.due is not None and status(action, case.actions, as_of).is_open:
            yield Must(f"the day of {name}", action.due, ("actions", index, "due"))


def _impact(case: CustomerCase, _: datetime) -> Iterator[Must]:
    for index, loss in enumerate(case.impact):
        for name in ("amount", "low", "high", "recovered"):
            if (amount := getattr(loss, name)) is not None:
                yield Must(f"the amount of impact {loss.id or index + 1}", amount, ("impact", index, name))


def _events(case: CustomerCase, _: datetime) -> Iterator[Must]:
    for index, event in enumerate(case.events):
        if not event.approximate:
            yield Must(f"the day of event {event.id or index + 1}", event.at, ("events", index, "at"))


def _milestones(case: CustomerCase, _: datetime) -> Iterator[Must]:
    plan = case.get_well
    for index, step in enumerate(plan.milestones if plan else ()):
        if step.due is not None and step.met is None:
            path: Path = ("get_well", "milestones", index, "due")
            yield Must(f"the day of milestone {step.id or index + 1}", step.due, path)
    if plan is not None and plan.end is not None:
        yield Must("the end of the get-well plan", plan.end, ("get_well", "end"))


def _offers(case: CustomerCase, _: datetime) -> Iterator[Must]:
    for index, item in enumerate(case.recommendations):
        offer = item.mitigation
        if offer is not None and offer.price is not None:
            yield Must(
                f"the price of {offer.product}",
                offer.price,
                ("recommendations", index, "mitigation", "price"),
            )


def _agreed(case: CustomerCase, _: datetime) -> Iterator[Must]:
    for index, criterion in enumerate(case.exit_criteria):
        if criterion.met is not None and criterion.met.on is not None and criterion.dropped is None:
            what = f"the day on which criterion {criterion.id or index + 1} was met"
            yield Must(what, criterion.met.on, ("exit_criteria", index, "met"))


CARRIED: dict[str, tuple[Callable[[CustomerCase, datetime], Iterator[Must]], ...]] = {
    "update": (_advocate, _next_update),
    "situation-summary": (_advocate, _next_update, _impact, _actions),
    "chronology": (_events,),
    "get-well-plan": (_next_update, _actions, _milestones),
    "mitigation-offer": (_offers,),
    "close-out": (_agreed,),
    "management-review": (_next_update, _actions),
}
"""What each paper carries; a paper of another kind is held to its page alone."""
