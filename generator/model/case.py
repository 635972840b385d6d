"""cases/<customer>/<case>.yaml: one escalated customer situation."""

from typing import Literal

from pydantic import Field

from generator.model.actions import Action
from generator.model.base import Item, Notes, Record, Said, Short
from generator.model.calls import Escalation
from generator.model.causes import Factor, RootCause
from generator.model.chronology import Event, Evidence, Impact
from generator.model.close_out import CloseOut, Related
from generator.model.commitments import Commitment
from generator.model.contacts import ShownAs
from generator.model.criteria import ExitCriterion
from generator.model.engagement import Declined, Engagement
from generator.model.get_well import GetWell
from generator.model.issued import Issued
from generator.model.lessons import Lesson
from generator.model.marks import Always, Never, Shown
from generator.model.meetings import DryRunPart, Meeting
from generator.model.recommendations import Option, Recommendation
from generator.model.references import Advocate, OurPerson, Person, Product
from generator.model.review import Review
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Key, SeverityLevel, Text, Words
from generator.model.scalars.zones import Zone
from generator.model.settings import Stage

CaseOutcome = Literal["resolved", "declined", "withdrawn", "merged", "unconfirmed", "customer-left"]

SectionName = Literal[
    "summary",
    "impact",
    "events",
    "evidence",
    "root_causes",
    "contributing_factors",
    "actions",
    "recommendations",
    "exit_criteria",
    "get_well",
    "silver_lining",
    "team",
    "meetings",
    "commitments",
    "lessons",
    "related",
    "close_out",
]


class StageEntry(Record):
    """A change of stage; required, with why, going back."""

    to: Shown[Stage]
    """The stage it went to."""
    at: Shown[When]
    """When."""
    by: Never[Person | None] = None
    """Who moved it."""
    why: Never[Words | None] = None
    """The reason."""


class Member(Short, Item):
    """Somebody on the resolution team."""

    main = "person"
    person: Shown[Person]
    """Who."""
    part: Shown[Text | None] = None
    """The part they play."""
    joined: Never[When | None] = None
    """Since when."""
    left: Never[When | None] = None
    """Until when."""
    shown_as: Never[ShownAs | None] = None
    """How a customer's paper of this case shows them, where it differs from contacts.yaml."""


class Expected(Short):
    """When we expect the end, and how sure we are."""

    main = "at"
    at: Always[When]
    """The date."""
    sure: Always[Text | None] = None
    """How sure."""


class Case(Record):
    """One escalated case; its identity is <customer>/<case>. Three keys are enough to begin with."""

    title: Always[Text]
    """What happened, written for the customer to read."""
    opened: Always[When]
    """When Advocacy took it."""
    advocate: Always[Advocate]
    """The advocate: one of ours, or a rotation."""
    timezone: Always[Zone | None] = None
    """Where the case's times are read; the customer's unless said."""
    severity: Never[SeverityLevel | None] = None
    """1 is worst."""
    product: Never[Product | None] = None
    """What it is about."""
    tags: Never[list[Text]] = Field(default_factory=list)
    """Free words to find it by."""
    incident: Never[Key | None] = None
    """Shared by the cases of one outage at several customers."""
    stage: Always[Stage] = "engaged"
    """Where it stands; a customer reads it in other words."""
    stage_log: Never[list[StageEntry]] = Field(default_factory=list)
    """When it changed stage."""
    outcome: Never[CaseOutcome | None] = None
    """How it ended."""
    closed: Always[When | None] = None
    """When it ended."""
    declined: Never[Declined | None] = None
    """Of a declined case: which channel has it now, and when the customer was told."""
    customer_sees: Never[list[SectionName]] = Field(default_factory=list)
    """The sections that the customer's papers show."""
    team: Shown[list[Member]] = Field(default_factory=list)
    """The resolution team."""
    sponsor: Never[OurPerson | None] = None
    """Our executive on it."""
    bridge: Never[Text | None] = None
    """Where everybody is on the line; internal."""
    engagement: Never[Engagement | None] = None
    """How it reached us; `wants` goes with the summary."""
    summary: Shown[Words | None] = None
    """The executive summary."""
    issued: Never[list[Issued]] = Field(default_factory=list)
    """Papers that left the house."""
    next_update: Always[When | None] = None
    """When the customer hears next, until a contact carries one."""
    resolution_unknown: Always[Words | None] = None
    """Why the end is not known."""
    expected_resolution: Always[Expected | None] = None
    """Or when, and how sure."""
    impact: Shown[list[Impact]] = Field(default_factory=list)
    """What was lost."""
    events: Shown[list[Event]] = Field(default_factory=list)
    """The chronology."""
    evidence: Shown[list[Evidence]] = Field(default_factory=list)
    """What backs it."""
    options: Never[list[Option]] = Field(default_factory=list)
    """Ways considered."""
    root_causes: Shown[list[RootCause]] = Field(default_factory=list)
    """Why it happened."""
    cause_unknown: Shown[Words | None] = None
    """Why no cause is known; goes with the root causes."""
    contributing_factors: Shown[list[Factor]] = Field(default_factory=list)
    """What made it worse."""
    actions: Shown[list[Action]] = Field(default_factory=list)
    """What is done."""
    recommendations: Shown[list[Recommendation]] = Field(default_factory=list)
    """What should change."""
    exit_criteria: Shown[list[ExitCriterion]] = Field(default_factory=list)
    """What must hold before it closes."""
    get_well: Shown[GetWell | None] = None
    """The get-well plan."""
    commitments: Shown[list[Commitment]] = Field(default_factory=list)
    """Promises made in this case."""
    silver_lining: Shown[list[Said]] = Field(default_factory=list)
    """What is going right."""
    escalations: Never[list[Escalation]] = Field(default_factory=list)
    """The call log."""
    meetings: Shown[list[Meeting]] = Field(default_factory=list)
    """Meetings, past and to come."""
    dry_run: Never[list[DryRunPart]] = Field(default_factory=list)
    """What was rehearsed."""
    close_out: Shown[CloseOut | None] = None
    """How it ends."""
    related: Shown[list[Related]] = Field(default_factory=list)
    """Cases that belong to it."""
    lessons: Shown[list[Lesson]] = Field(default_factory=list)
    """What was learnt."""
    no_lesson: Never[Words | None] = None
    """Why nothing was."""
    review: Never[Review | None] = None
    """The management review."""
    notes: Never[Notes] = Field(default_factory=list)
    """For us alone."""
