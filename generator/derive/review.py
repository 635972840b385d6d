"""The management review of a case: what management is asked to decide, and what is at stake."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Literal

from generator.derive.actions import is_past
from generator.model.case import Case
from generator.model.review import Exposure
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something that waits for a decision: written for the review, asked by the customer, or recommended to us.

    `by_when` is until when it is wanted, None where nobody said; `is_late` whether that has passed.
    """

    kind: Literal["review", "ask", "recommendation"]
    ask: str
    options: tuple[str, ...] = ()
    recommended: str | None = None
    by_when: Moment | None = None
    is_late: bool = False


def decisions_wanted(case: Case, as_of: datetime) -> tuple[Wanted, ...]:
    """What is still to be decided as of an aware moment: what is wanted first before what nobody gave a day."""
    return tuple(sorted(_wanted(case, as_of), key=_urgency))


def _urgency(one: Wanted) -> datetime:
    return one.by_when.end.astimezone(UTC) if one.by_when else datetime.max.replace(tzinfo=UTC)


def _wanted(case: Case, as_of: datetime) -> Iterator[Wanted]:
    for one in case.review.decisions if case.review else ():
        if one.decided is None:
            late = one.by_when is not None and is_past(one.by_when, as_of)
            yield Wanted("review", one.ask, tuple(one.options), one.recommended, one.by_when, late)
    for ask in case.engagement.asks if case.engagement else ():
        if ask.answer == "open" and case.stage != "closed":
            yield Wanted("ask", ask.what, recommended=ask.why)
    for item in case.recommendations:
        if item.owner is None and item.decision is None and item.mitigation is None:
            yield Wanted("recommendation", item.what)


def at_stake(items: list[Exposure]) -> tuple[Money, ...]:
    """The exposure summed up, one sum for each currency by its code."""
    sums: dict[str, Decimal] = {}
    for item in items:
        if item.amount is not None:
            sums[item.amount.currency] = sums.get(item.amount.currency, Decimal(0)) + item.amount.value
    return tuple(Money(currency, value) for currency, value in sorted(sums.items()))
