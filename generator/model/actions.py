"""Actions: what is done, by whom and until when, and what holds it up."""

from pydantic import Field

from generator.model.base import Said, Short
from generator.model.marks import Never, Shown
from generator.model.references import ActionRef, AreaKey, EvidenceRef, Person, Purpose
from generator.model.scalars.days import Day
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Words


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
