"""Exit criteria: what must hold before a case is closed, with its readings and what was agreed of it."""

from pydantic import Field

from generator.model.base import Record, Said, Short
from generator.model.marks import Shown
from generator.model.references import EvidenceRef, Person
from generator.model.scalars.days import Day
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Number, TargetNumber, Text, Words


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
