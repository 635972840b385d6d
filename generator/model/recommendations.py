"""What was weighed and what we advise: options, recommendations, a service that would have prevented it."""

from typing import Literal

from pydantic import Field

from generator.model.base import Item, Record, Said, Short
from generator.model.marks import Never, Shown
from generator.model.references import Person, Product, Purpose
from generator.model.scalars.days import Day
from generator.model.scalars.durations import Span
from generator.model.scalars.money import Amount
from generator.model.scalars.texts import Whole, Words, YesNo


class Option(Short, Item):
    """A way considered."""

    main = "what"
    what: Never[Words]
    """The way."""
    pro: Never[list[Words]] = Field(default_factory=list, alias="for")
    """What speaks for it."""
    against: Never[list[Words]] = Field(default_factory=list)
    """What speaks against it."""
    chosen: Never[YesNo | None] = None
    """Whether it was taken."""
    why: Never[Words | None] = None
    """Why, or why not."""


class Decision(Short):
    """An offer taken or refused."""

    main = "answer"
    answer: Shown[Literal["taken", "refused"]]
    """Which."""
    on: Shown[Day | None] = None
    """The day."""
    by: Shown[Person | None] = None
    """Who decided."""


class Checkpoint(Short):
    """A day on which a trial is looked at together."""

    main = "what"
    on: Shown[Day | None] = None
    """The day."""
    what: Shown[Words]
    """What is looked at."""


class Trial(Record):
    """A service lent for a time. Of start, days and switch-off any two will do; three must agree."""

    start: Shown[Day | None] = None
    """The first day."""
    days: Shown[Whole | None] = None
    """How many calendar days."""
    switch_off: Shown[Day | None] = None
    """The day it ends unless taken up."""
    checkpoints: Shown[list[Checkpoint]] = Field(default_factory=list)
    """When it is looked at together."""


class Mitigation(Record):
    """A service the customer never bought that would have prevented this. Shows only with its own audience."""

    audience: Never[Literal["customer", "internal"] | None] = None
    """`customer` opens the offer to the customer."""
    product: Shown[Product]
    """Which service."""
    prevents: Shown[Words | None] = None
    """What it would have prevented."""
    agreement: Shown[Words | None] = None
    """What is covered today."""
    price: Shown[Amount | None] = None
    """Its price for one period."""
    period: Shown[Span | None] = None
    """The period the price is for."""
    trial: Shown[Trial | None] = None
    """The time it is lent for."""
    decision: Shown[Decision | None] = None
    """Taken or refused, when and by whom."""
    price_floor: Never[Amount | None] = None
    """How low we would go."""
    reasoning: Never[Words | None] = None
    """Why we offer it."""


class Recommendation(Said):
    """What should change beyond this case."""

    owner: Shown[Person | None] = None
    """Who answers for it."""
    decision: Shown[Words | None] = None
    """What was decided, where nobody owns it."""
    serves: Shown[list[Purpose]] = Field(default_factory=list)
    """The cause, factor or criterion it is for."""
    mitigation: Shown[Mitigation | None] = None
    """The service that would have prevented this."""
