"""The call log of a case: whom we rang, in which order, and who took it on."""

from typing import Literal

from pydantic import Field

from generator.model.base import Item, Record, Short
from generator.model.marks import Never
from generator.model.references import AreaKey, Person
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Text, Words, YesNo
from generator.model.settings import Rung

Outcome = Literal["no-answer", "voicemail", "engaged", "cannot", "delegated", "called-back", "bad-number"]


class Need(Short):
    """Which skill is needed, and for what."""

    main = "skill"
    skill: Never[Text]
    """The skill."""
    purpose: Never[Words | None] = Field(default=None, alias="for")
    """What it is for."""


class Attempt(Record):
    """One ring."""

    at: Never[When]
    """When."""
    person: Never[Person | None] = None
    """Whom."""
    rung: Never[Rung | None] = None
    """The rung they stand on."""
    outcome: Never[Outcome]
    """What came of it."""
    to: Never[Person | None] = None
    """Whom it was delegated to."""
    notes: Never[Words | None] = None
    """For us alone."""


class Engaged(Record):
    """Who took it on, and when."""

    person: Never[Person]
    """Who."""
    at: Never[When | None] = None
    """When."""


class Escalation(Item):
    """One climb up an area's ladder."""

    area: Never[AreaKey]
    """Whose ladder."""
    why: Never[Literal["needed", "awareness", "standing-request"]] = "needed"
    """For help, for management's awareness, or because somebody asked to be told."""
    need: Never[Need | None] = None
    """Which skill, for what."""
    asked: Never[When | None] = None
    """When we first asked."""
    real_time: Never[YesNo | None] = None
    """Whether it climbs by the clock; so unless `answer_by` is given."""
    answer_by: Never[When | None] = None
    """Until when an answer is good enough."""
    attempts: Never[list[Attempt]] = Field(default_factory=list)
    """Every ring."""
    engaged: Never[Engaged | None] = None
    """Who took it on."""

    @property
    def climbs(self) -> bool:
        """Whether the call climbs by the clock."""
        return self.answer_by is None if self.real_time is None else self.real_time
