"""Causes and what is done about them: actions, recommendations, exit criteria, the get-well plan."""

from typing import Literal

from pydantic import Field

from generator.model.base import Item, Notes, Record, Said, Short
from generator.model.marks import Never, Shown
from generator.model.references import (
    ActionRef,
    AreaKey,
    Category,
    EvidenceRef,
    Person,
    Product,
    Purpose,
    Side,
)
from generator.model.scalars.days import Day
from generator.model.scalars.durations import Span
from generator.model.scalars.moments import When
from generator.model.scalars.money import Amount
from generator.model.scalars.texts import Number, TargetNumber, Text, Whole, Words, YesNo


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


class RootCause(Said):
    """Why it happened."""

    area: Never[AreaKey | None] = None
    """Where it lies."""
    state: Shown[Literal["suspected", "confirmed", "ruled-out", "not-found"]] = "suspected"
    """How sure we are."""
    how: Shown[Words | None] = None
    """How we know, or why it was not found."""
    category: Never[Category | None] = None
    """Its kind, for the roll-up."""
    evidence: Shown[list[EvidenceRef]] = Field(default_factory=list)
    """What backs it."""


class Factor(Said):
    """What made it worse or let it happen."""

    owner: Shown[Side | None] = None
    """Whose it is: us, customer or a third party."""
    swirl: Never[YesNo] = False
    """Whether people were needlessly spun up."""
    evidence: Shown[list[EvidenceRef]] = Field(default_factory=list)
    """What backs it."""


class Dropped(Short):
    """Given up, and why."""

    main = "why"
    on: Shown[Day | None] = None
    """The day."""
    why: Shown[Words]
    """The reason."""


class Blocked(Short):
    """What keeps an action from going on."""

    main = "why"
    why: Never[Words]
    """The reason."""
    since: Never[Day | None] = None
    """Since when."""


class Action(Said):
    """Something to be done; the status shown is computed."""

    owner: Shown[Person | None] = None
    """Who does it."""
    area: Never[AreaKey | None] = None
    """Whose area it is."""
    due: Shown[When | None] = None
    """Until when; a date runs to the end of that day."""
    done: Shown[When | None] = None
    """When it was done."""
    dropped: Shown[Dropped | None] = None
    """On which day it was given up, and why."""
    depends_on: Shown[list[ActionRef]] = Field(default_factory=list)
    """What must be done first."""
    blocked: Never[Blocked | None] = None
    """Why it cannot go on, and since when."""
    serves: Shown[list[Purpose]] = Field(default_factory=list)
    """The cause, factor, criterion or recommendation it is for."""
    evidence: Shown[list[EvidenceRef]] = Field(default_factory=list)
    """What shows that it was done."""


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


class Reading(Record):
    """What a measure showed at a time."""

    at: Shown[When]
    """When it was read."""
    value: Shown[Number]
    """What it showed, in the criterion's unit."""


class Agreed(Record):
    """Agreed on a day, with somebody of the customer's."""

    on: Shown[Day | None] = None
    """The day."""
    by: Shown[Person | None] = Field(default=None, alias="with")
    """With whom."""


class Met(Short):
    """Reached on a day."""

    on: Shown[Day]
    """The day."""
    evidence: Shown[list[EvidenceRef]] = Field(default_factory=list)
    """What shows it."""

    main = "on"


class Accepted(Short):
    """Accepted by the customer."""

    on: Shown[Day]
    """The day."""
    by: Shown[Person | None] = None
    """Who accepted."""

    main = "on"


class DroppedByAgreement(Agreed):
    """Given up together."""

    why: Shown[Words | None] = None
    """The reason."""


class Amended(Agreed):
    """Changed together."""

    before: Shown[Words]
    """What it said before."""


class ExitCriterion(Said):
    """What must hold before the case is closed; its state follows from what is recorded."""

    measure: Shown[Words | None] = None
    """How it is measured."""
    target: Shown[TargetNumber | None] = None
    """What the measure must reach, in `unit`."""
    unit: Shown[Text | None] = None
    """The unit of target and readings."""
    readings: Shown[list[Reading]] = Field(default_factory=list)
    """What was read; the last is current."""
    agreed: Shown[Agreed | None] = None
    """On which day, and with whom."""
    met: Shown[Met | None] = None
    """On which day, and what shows it."""
    accepted: Shown[Accepted | None] = None
    """On which day, and by whom."""
    dropped: Shown[DroppedByAgreement | None] = None
    """Given up together: when, with whom, why."""
    amended: Shown[list[Amended]] = Field(default_factory=list)
    """What it said before, when it was changed, with whom."""


class Milestone(Said):
    """A step of the get-well plan."""

    due: Shown[Day | None] = None
    """Until when."""
    met: Shown[Day | None] = None
    """The day it was reached."""


class Extension(Record):
    """A get-well plan that got a new end."""

    old: Shown[Day] = Field(alias="from")
    """The end before."""
    new: Shown[Day] = Field(alias="to")
    """The end since."""
    why: Shown[Words | None] = None
    """The reason."""
    told: Shown[Day | None] = None
    """The day the customer was told."""


class GetWell(Record):
    """The days or months in which it gets well."""

    start: Shown[Day | None] = None
    """The first day."""
    end: Shown[Day | None] = None
    """The last day."""
    milestones: Shown[list[Milestone]] = Field(default_factory=list)
    """Its steps."""
    extended: Shown[list[Extension]] = Field(default_factory=list)
    """Ends that moved."""
    notes: Never[Notes] = Field(default_factory=list)
    """For us alone."""
