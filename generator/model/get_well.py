"""The get-well plan: its days, its steps, and an end that moved."""

from pydantic import Field

from generator.model.base import Notes, Record, Said
from generator.model.marks import Never, Shown
from generator.model.scalars.days import Day
from generator.model.scalars.texts import Words


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
