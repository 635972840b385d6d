"""contacts.yaml: the people, the matrix of whom to call, and who is away."""

from typing import Literal

from pydantic import Field

from generator.model.base import Notes, Record, Short
from generator.model.marks import Never, Shown
from generator.model.references import AreaKey, CustomerKey, OurPerson, Person, Product, RotationKey
from generator.model.scalars.days import Day
from generator.model.scalars.durations import Span
from generator.model.scalars.mail import Email
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Key, Phone, SeverityLevel, Text, YesNo
from generator.model.scalars.zones import Zone
from generator.model.settings import RUNGS, Rung

ShownAs = Literal["role", "name", "contact"]


class Confirmation(Record):
    """Who checked something, and on which day."""

    on: Never[Day]
    """The day it was checked."""
    by: Never[OurPerson]
    """Who checked."""


class OtherPhone(Short):
    """A further number."""

    main = "number"
    number: Never[Phone]
    """The number as typed."""
    note: Never[Text | None] = None
    """When or where it answers."""


class OurPersonRecord(Record):
    """One of ours."""

    name: Shown[Text]
    """Full name; a customer reads it where `shown_as` is `name` or `contact`."""
    title: Shown[Text | None] = None
    """The part they play in the house; what a customer reads where `shown_as` is `role`."""
    phone: Never[Phone | None] = None
    """Works day and night; never printed for a customer."""
    other_phones: Never[list[OtherPhone]] = Field(default_factory=list)
    """Further numbers, in the order to try them."""
    customer_phone: Shown[Phone | None] = None
    """The number a customer may have, where `shown_as` is `contact`."""
    email: Never[Email | None] = None
    """Mail address."""
    timezone: Never[Zone | None] = None
    """Where they work."""
    shown_as: Never[ShownAs] = "role"
    """How a customer's paper may show them: `role`, `name`, or `contact` (name and `customer_phone`)."""
    confirmed: Never[Confirmation | None] = None
    """When the number was last checked."""
    notes: Never[Notes] = Field(default_factory=list)
    """For us alone."""


class Post(Short):
    """Who stands on a rung: a person, a rotation, or deliberately nobody."""

    main = "person"
    person: Never[Person | None] = None
    """A person's key, or `none` for a rung left out on purpose."""
    rotation: Never[RotationKey | None] = None
    """A rotation that says who it is at a moment."""

    @property
    def is_none(self) -> bool:
        """Whether the rung is left out on purpose."""
        return self.person == "none"


class Area(Record):
    """An area that bears on the customer's experience, with its ladder."""

    name: Never[Text]
    """What it is called."""
    covers: Never[list[Text]] = Field(default_factory=list)
    """Words and product keys it answers for."""
    helps: Never[Text | None] = None
    """What is in it for them, said to an expert who is asked for help."""
    outside: Never[YesNo] = False
    """Whether it is another firm's; fewer rungs will do."""
    quote: Never[Text | None] = None
    """What to quote when ringing an outside firm."""
    primary: Never[Post | None] = None
    """Rung first."""
    backup: Never[Post | None] = None
    """Rung one step later."""
    manager: Never[Post | None] = None
    """Rung two steps later."""
    director: Never[Post | None] = None
    """Rung three steps later."""
    vp: Never[Post | None] = None
    """Rung four steps later."""
    notes: Never[Notes] = Field(default_factory=list)
    """For us alone."""

    def posts(self) -> list[tuple[Rung, Post | None]]:
        """The five rungs from the first to the last, each with its post."""
        return [(rung, getattr(self, rung)) for rung in RUNGS]


class Rotation(Record):
    """People who take turns."""

    order: Never[list[Person]] = Field(min_length=1)
    """Who follows whom; after the last comes the first."""
    start: Never[When]
    """When the first takes over."""
    every: Never[Span]
    """How long a turn lasts; days and weeks hand over at the same local hour."""
    timezone: Never[Zone | None] = None
    """Where the hand-over hour is read."""


class Override(Record):
    """A turn that somebody else takes."""

    rotation: Never[RotationKey]
    """Whose turn."""
    start: Never[When] = Field(alias="from")
    """From when; a date begins with that day."""
    end: Never[When] = Field(alias="to")
    """Until when; a date ends with that day."""
    person: Never[Person]
    """Who takes it."""
    why: Never[Text | None] = None
    """The reason."""


class Absence(Record):
    """Somebody away, and who stands in."""

    person: Never[Person]
    """Who is away."""
    start: Never[When] = Field(alias="from")
    """From when; a date begins with that day."""
    end: Never[When] = Field(alias="to")
    """Until when; a date ends with that day."""
    alternate: Never[Person | None] = None
    """Who stands in."""
    cleared: Never[Day | None] = None
    """The day the alternate agreed; until then the absence is not covered."""
    why: Never[Text | None] = None
    """The reason."""


class StandingRequest(Record):
    """Management that wants to hear of certain cases."""

    customer: Never[CustomerKey | None] = None
    """Of this customer."""
    product: Never[Product | None] = None
    """Of this product."""
    severity: Never[SeverityLevel | None] = None
    """Of this severity or worse."""
    area: Never[AreaKey]
    """Whose ladder is told."""
    up_to: Never[Rung]
    """How far up."""
    within: Never[Span | None] = None
    """How soon after the case opened."""
    asked_by: Never[OurPerson | None] = None
    """Who asked."""
    until: Never[Day | None] = None
    """Until when it holds."""
    why: Never[Text | None] = None
    """The reason."""


class PartyPerson(Record):
    """Somebody at a third party."""

    name: Shown[Text]
    """Full name, or the desk's."""
    role: Shown[Text | None] = None
    """The part they play."""
    phone: Never[Phone | None] = None
    """Their number."""
    email: Never[Email | None] = None
    """Mail address."""
    timezone: Never[Zone | None] = None
    """Where they work."""
    confirmed: Never[Confirmation | None] = None
    """When the number was last checked."""


class Party(Record):
    """An outside firm: a carrier, a supplier, a partner."""

    name: Shown[Text]
    """Its name."""
    people: Never[dict[Key, PartyPerson]] = Field(default_factory=dict)
    """Whom we reach there."""
    notes: Never[Notes] = Field(default_factory=list)
    """For us alone."""


class Contacts(Record):
    """contacts.yaml as a whole."""

    reviewed: Never[Confirmation | None] = None
    """When the matrix as a whole was last read through."""
    people: Never[dict[Key, OurPersonRecord]] = Field(default_factory=dict)
    """Our people."""
    areas: Never[dict[Key, Area]] = Field(default_factory=dict)
    """The matrix, row by row."""
    rotations: Never[dict[Key, Rotation]] = Field(default_factory=dict)
    """Who takes turns."""
    overrides: Never[list[Override]] = Field(default_factory=list)
    """Turns taken by somebody else."""
    absences: Never[list[Absence]] = Field(default_factory=list)
    """Who is away when."""
    standing_requests: Never[list[StandingRequest]] = Field(default_factory=list)
    """Who wants to hear of what."""
    parties: Never[dict[Key, Party]] = Field(default_factory=dict)
    """Outside firms."""
