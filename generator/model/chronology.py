"""What happened, in a case: events, the evidence behind them, what was lost."""

from typing import Any, Literal

from pydantic import Field

from generator.model.base import Item, Said, Short
from generator.model.marks import Never, Shown
from generator.model.references import AreaKey, EvidenceRef, Person, Side
from generator.model.scalars.days import Day
from generator.model.scalars.moments import Loose, When
from generator.model.scalars.money import Amount
from generator.model.scalars.texts import YES, Id, Link, Text, Words, YesNo
from generator.model.scalars.zones import Zone, zone_of


class OtherAccount(Short):
    """What somebody says instead."""

    by: Shown[Person | None] = None
    """Who disagrees."""
    says: Shown[Words]
    """Their account."""

    main = "says"


class Event(Said):
    """One line of the chronology. Times are in the nearest zone: the event's own, the case's, the customer's."""

    at: Shown[When]
    """When it happened."""
    until: Shown[When | None] = None
    """When it ended, where it lasted."""
    learned: Never[When | None] = None
    """When we knew of it, where that was later."""
    timezone: Shown[Zone | None] = None
    """Where the times of this event are read."""
    approximate: Shown[YesNo] = False
    """Whether the time is only roughly known; the paper keeps the typed text, with "about"."""
    by: Shown[Side | None] = None
    """Who acted: customer, us or a third party."""
    person: Shown[Person | None] = None
    """The person who acted."""
    area: Never[AreaKey | None] = None
    """The area that acted."""
    contact: Shown[Literal["out", "in", "both"] | None] = None
    """out: we told the customer; in: they told us; both."""
    channel: Shown[Text | None] = None
    """How: phone, mail, portal."""
    next_update: Shown[When | None] = None
    """When the customer hears next, as promised in this contact."""
    evidence: Shown[list[EvidenceRef]] = Field(default_factory=list)
    """What backs it."""
    disputed: Shown[OtherAccount | None] = None
    """By whom, and what they say instead."""

    @classmethod
    def prepared(cls, value: Any) -> Any:
        """As typed; the time of an approximate event may be rough."""
        if isinstance(value, dict) and YES.get(str(value.get("approximate"))):
            loose = {
                key: Loose(text, zone_of(text))
                for key in ("at", "until")
                if isinstance(text := value.get(key), str)
            }
            return {**value, **loose}
        return super().prepared(value)


EvidenceKind = Literal[
    "performance report",
    "inquiry",
    "problem report",
    "invoice",
    "contract",
    "log",
    "alert",
    "change record",
    "statement",
    "message",
]


class Evidence(Item):
    """Something that shows what happened; `id` is always there."""

    id: Shown[Id]
    """The name that events and criteria cite."""
    kind: Shown[EvidenceKind]
    """What sort of thing."""
    title: Shown[Text]
    """What it is called."""
    date: Shown[Day | None] = None
    """Its own date."""
    link: Shown[Link | None] = None
    """Where it is kept; a customer sees it only where this item says `audience: customer`."""
    file: Shown[Text | None] = None
    """A file in the case's folder; shown as the link is."""


class Impact(Said):
    """What was lost, in a currency or in words."""

    kind: Shown[Literal["satisfaction", "morale", "image", "revenue", "opportunity", "cost"] | None] = None
    """What sort of loss."""
    amount: Shown[Amount | None] = None
    """How much, where it is known."""
    low: Shown[Amount | None] = None
    """At least, where it is uncertain."""
    high: Shown[Amount | None] = None
    """At most, where it is uncertain."""
    words: Shown[Words | None] = None
    """How much, where no sum says it."""
    recovered: Shown[Amount | None] = None
    """What came back."""
    source: Shown[Literal["customer", "us", "estimate"] | None] = Field(default=None, alias="from")
    """Whose figure it is."""
    basis: Shown[Words | None] = None
    """How the figure came about."""
    counts: Shown[YesNo] = True
    """`no` where another item already counts it."""
