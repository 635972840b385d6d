"""The internal management review of a case."""

from pydantic import Field

from generator.model.base import Item, Record, Short
from generator.model.marks import Never
from generator.model.references import Person
from generator.model.scalars.days import Day
from generator.model.scalars.moments import When
from generator.model.scalars.money import Amount
from generator.model.scalars.texts import Words


class Exposure(Short):
    """What is at stake."""

    main = "what"
    what: Never[Words]
    """What."""
    amount: Never[Amount | None] = None
    """How much."""


class ManagementDecision(Short, Item):
    """Something management is asked to decide."""

    main = "ask"
    ask: Never[Words]
    """The question."""
    options: Never[list[Words]] = Field(default_factory=list)
    """The ways open."""
    recommended: Never[Words | None] = None
    """The way we would go."""
    by_when: Never[When | None] = None
    """Until when it is wanted."""
    decided: Never[Words | None] = None
    """What was decided."""
    by: Never[Person | None] = None
    """Who decided."""


class Review(Record):
    """The internal management review."""

    held: Never[Day | None] = None
    """The day it was held."""
    attended: Never[list[Person]] = Field(default_factory=list)
    """Who was there."""
    exposure: Never[list[Exposure]] = Field(default_factory=list)
    """What is at stake."""
    decisions: Never[list[ManagementDecision]] = Field(default_factory=list)
    """What is to be decided."""
    watch: Never[list[Words]] = Field(default_factory=list)
    """What would make it worse."""
