"""cases/<customer>/customer.yaml: the customer's profile."""

from pydantic import Field

from generator.model.base import Notes, Record, Short
from generator.model.commitments import Commitment
from generator.model.marks import Always, Never, Shown
from generator.model.references import OurPerson, Product, Segment
from generator.model.relationship import Feedback, Interaction, Needs, Project, Relationship
from generator.model.scalars.days import Day
from generator.model.scalars.mail import Email
from generator.model.scalars.texts import Key, Phone, Text, Words, YesNo
from generator.model.scalars.zones import Zone
from generator.model.settings import Language
from generator.model.stories import Story


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
