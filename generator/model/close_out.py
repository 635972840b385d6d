"""How a case ends: the close-out, and the other cases that belong to it."""

from typing import Literal

from pydantic import Field

from generator.model.base import Item, Record, Short
from generator.model.marks import Never, Shown
from generator.model.references import AreaKey, CaseRef, CriterionRef, OurPerson, Person
from generator.model.scalars.days import Day
from generator.model.scalars.texts import Text, Words


class Proposed(Record):
    """The close-out, proposed."""

    on: Shown[Day | None] = None
    """The day."""
    by: Shown[Person | None] = None
    """Who proposed."""
    to: Shown[Person | None] = None
    """To whom."""


class Dispute(Short, Item):
    """A concern at close-out; it names a criterion and never changes what was agreed."""

    main = "concern"
    criterion: Shown[CriterionRef | None] = None
    """The criterion it is about."""
    concern: Shown[Words]
    """What the customer says."""
    by: Shown[Person | None] = None
    """Who says it."""
    on: Shown[Day | None] = None
    """When."""
    ruling: Shown[Literal["related", "separate"] | None] = None
    """Related: the criterion is disputed and the case goes back; separate: a new, linked case."""
    why: Shown[Words | None] = None
    """The reason of the ruling."""
    case: Shown[CaseRef | None] = None
    """The case opened for a separate matter."""
    settled: Shown[Day | None] = None
    """The day it was settled."""

    @property
    def is_open(self) -> bool:
        """Whether the criterion stays disputed by it: not settled yet, and not another case's matter."""
        return self.settled is None and self.ruling != "separate"


class CloseOutAttempt(Record):
    """One try to reach a silent customer."""

    on: Never[Day]
    """The day."""
    by: Never[Person | None] = None
    """Who tried."""
    how: Never[Text | None] = None
    """How."""


class Approval(Record):
    """An approval by our executive."""

    on: Never[Day]
    """The day."""
    by: Never[OurPerson]
    """Who."""


class HandedBack(Record):
    """Back to standard operating procedures."""

    area: Never[AreaKey | None] = None
    """The area that takes over."""
    person: Shown[Person | None] = None
    """Who takes over."""
    start: Shown[Day | None] = Field(default=None, alias="from")
    """From when."""
    calls: Shown[Text | None] = None
    """Whom the customer calls now."""


class CloseOut(Record):
    """The confirmed end of a case."""

    proposed: Shown[Proposed | None] = None
    """When, by whom, to whom."""
    answer: Shown[Literal["confirmed", "disputed", "none"] | None] = None
    """What the customer answered."""
    on: Shown[Day | None] = None
    """The day of the answer."""
    by: Shown[Person | None] = None
    """Who answered."""
    how: Shown[Text | None] = None
    """How it was answered."""
    said: Shown[Words | None] = None
    """What they said."""
    disputes: Shown[list[Dispute]] = Field(default_factory=list)
    """Concerns raised."""
    attempts: Never[list[CloseOutAttempt]] = Field(default_factory=list)
    """Tries to reach a silent customer."""
    approved: Never[Approval | None] = None
    """The sponsor's approval of `unconfirmed`."""
    handed_back: Shown[HandedBack | None] = None
    """Back to standard procedures."""


class Related(Short, Item):
    """Another case, and how it belongs to this one."""

    main = "case"
    case: Shown[CaseRef]
    """Which; a case of another customer never shows."""
    how: Shown[
        Literal["same-incident", "same-cause", "recurrence", "follow-up", "similar-but-separate", "merged"]
    ]
    """How they belong together."""
    why: Never[Words | None] = None
    """Why we say so."""
    say: Shown[Words | None] = None
    """What the customer's copy prints of it."""
