"""The papers that left the house, as the case keeps them."""

from typing import Literal

from pydantic import Field

from generator.model.base import Record
from generator.model.marks import Never, Shown
from generator.model.references import MeetingRef, OurPerson, Person
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Text, Whole

PaperName = Literal[
    "update",
    "situation-summary",
    "chronology",
    "agenda",
    "dry-run",
    "get-well-plan",
    "mitigation-offer",
    "close-out",
    "call-sheet",
    "who-to-call",
    "management-review",
    "meeting-pack",
    "roll-up",
    "customer-brief",
    "digest",
]


class Issued(Record):
    """A paper as it left the house; written by `casewright issue`."""

    paper: Shown[PaperName]
    """Which."""
    version: Shown[Whole]
    """Its number, from 1."""
    at: Shown[When]
    """When."""
    audience: Never[Literal["customer", "internal"]] = "customer"
    """For whom it was printed."""
    to: Never[list[Person]] = Field(default_factory=list)
    """To whom it went."""
    by: Never[OurPerson | None] = None
    """Who issued it."""
    approved_by: Never[list[OurPerson]] = Field(default_factory=list)
    """Who approved it."""
    meeting: Never[MeetingRef | None] = None
    """Of an agenda or a pack: the meeting it is of; unless said, the one that was next when it was issued."""
    fingerprint: Never[Text]
    """The first 12 hex digits of the SHA-256 of the data it was rendered from."""
