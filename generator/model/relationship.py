"""The proactive side between cases: what was said, built, felt and needed."""

from typing import Literal

from pydantic import Field

from generator.model.base import Item, Record, Short
from generator.model.marks import Never
from generator.model.references import CommitmentRef, PartyKey, Person, TheirPerson
from generator.model.scalars.days import Day
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Text, Words


class Interaction(Short, Item):
    """One conversation: one and done, needs understood."""

    main = "about"
    at: Never[When | None] = None
    """When."""
    who: Never[Person | None] = None
    """With whom."""
    channel: Never[Text | None] = None
    """How."""
    about: Never[Words]
    """What it was about."""
    understood: Never[Words | None] = None
    """The need behind it."""
    commitment: Never[CommitmentRef | None] = None
    """The promise that came of it."""


class ProjectMilestone(Short):
    """A step of a project."""

    main = "what"
    what: Never[Words]
    """Which."""
    due: Never[Day | None] = None
    """Until when."""
    met: Never[Day | None] = None
    """The day it was reached."""


class Project(Short, Item):
    """Something built together."""

    main = "name"
    name: Never[Text]
    """What it is called."""
    goal: Never[Words | None] = None
    """What it is for."""
    owner: Never[Person | None] = None
    """Who answers for it."""
    parties: Never[list[PartyKey]] = Field(default_factory=list)
    """Outside firms in it."""
    milestones: Never[list[ProjectMilestone]] = Field(default_factory=list)
    """Its steps."""
    state: Never[Literal["planned", "running", "done", "stopped"]] = "running"
    """Where it stands."""


class Relationship(Record):
    """Where it has been and where it will be in two to four years."""

    been: Never[Words | None] = None
    """Where it has been."""
    going: Never[Words | None] = None
    """Where it is going."""
    value_to_them: Never[Words | None] = None
    """What they have of it."""
    value_to_us: Never[Words | None] = None
    """What we have of it."""
    reviews: Never[list[Day]] = Field(default_factory=list)
    """The days it was reviewed together; a day ahead is the next review."""


class Needs(Record):
    """What they need."""

    now: Never[Words | None] = None
    """Now."""
    to_come: Never[Words | None] = None
    """Later."""


class Feedback(Short, Item):
    """What they told us, and what we did."""

    main = "what"
    on: Never[Day | None] = None
    """When."""
    who: Never[TheirPerson | None] = None
    """Who said it."""
    what: Never[Words]
    """What they said."""
    did: Never[Words | None] = None
    """What we did about it."""
