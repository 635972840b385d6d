"""How a case reached Advocacy, and where one went that was not ours."""

from typing import Literal

from pydantic import Field

from generator.model.base import Item, Record, Short
from generator.model.marks import Never, Shown
from generator.model.references import Person
from generator.model.scalars.days import Day
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Text, Words


class Failed(Short):
    """How the normal channel failed."""

    main = "how"
    how: Never[Words]
    """In which way."""
    since: Never[When | None] = None
    """Since when."""


class Ask(Short, Item):
    """Something the customer asked for."""

    main = "what"
    what: Never[Words]
    """What."""
    answer: Never[Literal["agreed", "declined", "open"]] = "open"
    """What we said."""
    why: Never[Words | None] = None
    """Why."""
    told: Never[Day | None] = None
    """The day they were told."""


class Engagement(Record):
    """How the case reached Advocacy."""

    asked_by: Never[Person | None] = None
    """Who asked for us."""
    at: Never[When | None] = None
    """When."""
    channel: Never[Text | None] = None
    """The normal channel that failed."""
    failed: Never[Failed | None] = None
    """How it failed and since when."""
    wants: Shown[Words | None] = None
    """What the customer wants; goes with the summary."""
    asks: Never[list[Ask]] = Field(default_factory=list)
    """Single requests and what we answered."""
    judged: Never[Words | None] = None
    """Why it is ours."""


class Declined(Short):
    """A case that was not ours."""

    main = "channel"
    channel: Never[Text]
    """The normal channel that has it now."""
    told: Never[Day | None] = None
    """The day the customer was told."""
