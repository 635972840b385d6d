"""cases/<customer>/customer.yaml: the customer's profile, and the proactive side between cases."""

from typing import Literal

from pydantic import Field

from generator.model.base import Item, Notes, Record, Said, Short
from generator.model.marks import Always, Never, Shown
from generator.model.references import (
    CaseRef,
    CommitmentRef,
    OurPerson,
    PartyKey,
    Person,
    Product,
    Segment,
    TheirPerson,
)
from generator.model.scalars.days import Day
from generator.model.scalars.mail import Email
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Key, Phone, Text, Words, YesNo
from generator.model.scalars.zones import Zone
from generator.model.settings import Language


class TheirPersonRecord(Record):
    """One of the customer's people."""

    name: Shown[Text]
    """Full name."""
    role: Shown[Text | None] = None
    """What they do there."""
    phone: Never[Phone | None] = None
    """Their number as typed."""
    email: Never[Email | None] = None
    """Mail address."""
    timezone: Never[Zone | None] = None
    """Where they work."""
    prefers: Never[Text | None] = None
    """How they like to be reached."""
    confirms_close_out: Never[YesNo] = False
    """Whether their word closes a case."""
    receives: Never[list[Key]] = Field(default_factory=list)
    """The papers they are sent, by key."""
    notes: Never[Notes] = Field(default_factory=list)
    """For us alone."""


class Ours(Record):
    """Our people for this customer."""

    advocate: Never[OurPerson | None] = None
    """The client's champion inside."""
    account_manager: Never[OurPerson | None] = None
    """Who sells to them."""
    sponsor: Never[OurPerson | None] = None
    """Our executive for them."""


class Service(Short):
    """A product they hold."""

    main = "product"
    product: Never[Product]
    """Which."""
    since: Never[Day | None] = None
    """Since when."""


class Contract(Record):
    """The agreement in force."""

    number: Never[Text | None] = None
    """Its number."""
    renews: Never[Day | None] = None
    """When it renews."""


class Commitment(Said):
    """Something promised; kept on one ledger with those of the cases."""

    made: Shown[Day | None] = None
    """The day it was promised."""
    by: Shown[Person | None] = None
    """Who promised."""
    where: Shown[Text | None] = Field(default=None, alias="in")
    """In which event or meeting."""
    due: Shown[When | None] = None
    """Until when."""
    kept: Shown[Day | None] = None
    """The day it was kept."""


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


class Customer(Record):
    """A customer's file; only `name` is required."""

    name: Always[Text]
    """The name they go by."""
    aliases: Never[list[Text]] = Field(default_factory=list)
    """Other names in use."""
    described_as: Never[Text | None] = None
    """The author's pseudonym for stories and figures that leave the case."""
    segment: Never[Segment | None] = None
    """Which response they get."""
    business: Never[Words | None] = None
    """What they live on."""
    critical_times: Never[list[Text]] = Field(default_factory=list)
    """When an outage hurts most."""
    timezone: Always[Zone | None] = None
    """Where they are."""
    language: Always[Language | None] = None
    """Of their papers."""
    logo: Always[Text | None] = None
    """A picture in the workspace."""
    people: Never[dict[Key, TheirPersonRecord]] = Field(default_factory=dict)
    """Their people."""
    ours: Never[Ours] = Field(default_factory=Ours)
    """Our people for them."""
    services: Never[list[Service]] = Field(default_factory=list)
    """What they hold."""
    contract: Never[Contract | None] = None
    """The agreement in force."""
    commitments: Shown[list[Commitment]] = Field(default_factory=list)
    """What was promised to them between cases."""
    interactions: Never[list[Interaction]] = Field(default_factory=list)
    """Conversations."""
    projects: Never[list[Project]] = Field(default_factory=list)
    """What is built together."""
    relationship: Never[Relationship | None] = None
    """Where it has been and is going."""
    needs: Never[Needs | None] = None
    """What they need."""
    feedback: Never[list[Feedback]] = Field(default_factory=list)
    """What they told us."""
    stories: Never[list[Story]] = Field(default_factory=list)
    """Thumbs up and down."""
    notes: Never[Notes] = Field(default_factory=list)
    """For us alone."""
