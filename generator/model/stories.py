"""Thumbs up and thumbs down: memorable experiences, the behaviour and not the company."""

from typing import Literal

from generator.model.base import Item, Short
from generator.model.marks import Never
from generator.model.references import CaseRef
from generator.model.scalars.days import Day
from generator.model.scalars.texts import Words, YesNo


class Story(Short, Item):
    """A memorable experience: the behaviour, not the company, names changed."""

    main = "what"
    thumb: Never[Literal["up", "down"]] = "up"
    """Which way."""
    what: Never[Words]
    """What happened."""
    behaviour: Never[Words | None] = None
    """The behaviour that made it memorable."""
    source: Never[CaseRef | None] = None
    """The case it comes from."""
    published: Never[YesNo] = False
    """Whether it may leave the file."""


class DatedStory(Story):
    """A story about another firm, with its day."""

    on: Never[Day | None] = None
    """When it happened."""
