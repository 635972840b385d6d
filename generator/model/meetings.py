"""Meetings, their agendas, and the dry runs before them."""

from typing import Literal

from pydantic import Field

from generator.model.base import Item, Record, Short
from generator.model.marks import Never, Shown
from generator.model.references import ActionRef, ItemRef, MeetingRef, Person
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Id, Text, Whole, Words, YesNo
from generator.model.scalars.zones import Zone

MeetingKind = Literal["fact-finding", "dry-run", "customer", "close-out", "management-review"]


class Attendee(Short):
    """Somebody at the table."""

    main = "person"
    person: Shown[Person]
    """Who."""
    role: Shown[Text | None] = None
    """What for."""


class AgendaItem(Short):
    """One topic of a meeting."""

    main = "topic"
    topic: Shown[Text]
    """What is talked about."""
    minutes: Shown[Whole | None] = None
    """How long, in minutes."""
    presenter: Shown[Person | None] = None
    """Who speaks."""
    purpose: Shown[Literal["inform", "discuss", "decide"] | None] = None
    """What is wanted of it."""
    notes: Never[Words | None] = None
    """For us alone."""
    outcome: Shown[Words | None] = None
    """What came of it."""
    carry: Shown[MeetingRef | None] = None
    """The meeting it is carried over to."""


class Meeting(Item):
    """A meeting of a case."""

    id: Shown[Id]
    """The name that a dry run or an agenda cites."""
    kind: Shown[MeetingKind]
    """What sort of meeting; dry runs and management reviews never show."""
    at: Shown[When]
    """When it begins."""
    timezone: Shown[Zone | None] = None
    """Where its time is read."""
    minutes: Shown[Whole | None] = None
    """How long it lasts, in minutes."""
    purpose: Shown[Words | None] = None
    """What it is for."""
    where: Shown[Text | None] = None
    """The room, or how to dial in."""
    bridge: Shown[Text | None] = None
    """The meeting's own con-call."""
    rehearses: Never[MeetingRef | None] = None
    """On a dry run: the meeting it prepares."""
    attendees: Shown[list[Attendee]] = Field(default_factory=list)
    """Who takes part."""
    no_senior: Never[Words | None] = None
    """Why nobody of senior management takes part."""
    agenda: Shown[list[AgendaItem]] = Field(default_factory=list)
    """What is gone through."""
    decisions: Shown[list[Words]] = Field(default_factory=list)
    """What was decided."""
    held: Shown[YesNo] = False
    """Whether it took place."""


class DryRunFinding(Short, Item):
    """A weak spot found in a dry run."""

    main = "what"
    what: Never[Words]
    """What is weak."""
    action: Never[ActionRef | None] = None
    """The action it became."""
    settled: Never[Words | None] = None
    """Or how it was settled."""


class Rewording(Record):
    """Wording that detracts, and what to say instead."""

    before: Never[Text] = Field(alias="from")
    """What was said."""
    after: Never[Text] = Field(alias="to")
    """What to say."""


class HardQuestion(Short):
    """A question to expect."""

    main = "ask"
    ask: Never[Words]
    """The question."""
    answer: Never[Words | None] = None
    """The answer agreed."""
    by: Never[Person | None] = None
    """Who answers."""
    about: Never[ItemRef | None] = None
    """The item it is about: a question that the tool draws from that item takes this answer."""


class DryRunPart(Item):
    """What one participant rehearsed for one meeting."""

    meeting: Never[MeetingRef]
    """The meeting that is prepared, or its dry run."""
    person: Never[Person]
    """Who."""
    part: Never[Words | None] = None
    """What they cover."""
    findings: Never[list[DryRunFinding]] = Field(default_factory=list)
    """Weak spots."""
    wording: Never[list[Rewording]] = Field(default_factory=list)
    """Wording to change."""
    questions: Never[list[HardQuestion]] = Field(default_factory=list)
    """Hard questions, with the answer agreed."""
