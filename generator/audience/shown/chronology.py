"""What a customer's copy shows of what happened and of what it cost them."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from generator.audience.faces import Face, SideFace
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money


@dataclass(frozen=True, slots=True)
class EvidenceShown:
    """A piece of evidence; link and file only where the item opens them."""

    id: str
    number: int
    kind: str
    title: str
    dated: date | None = None
    link: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class OtherAccountShown:
    """What somebody says instead."""

    by: Face | None
    says: str


@dataclass(frozen=True, slots=True)
class EventShown:
    """A line of the chronology. Moments are aware; `approximate` prints the typed text with "about"."""

    at: Moment
    what: str
    id: str | None = None
    until: Moment | None = None
    zone: ZoneInfo | None = None
    approximate: bool = False
    by: SideFace | None = None
    person: Face | None = None
    contact: str | None = None
    channel: str | None = None
    next_update: Moment | None = None
    evidence: tuple[EvidenceShown, ...] = ()
    disputed: OtherAccountShown | None = None


@dataclass(frozen=True, slots=True)
class ImpactShown:
    """What was lost: exact sums with currency, a range, or words."""

    what: str
    id: str | None = None
    kind: str | None = None
    amount: Money | None = None
    low: Money | None = None
    high: Money | None = None
    words: str | None = None
    recovered: Money | None = None
    source: str | None = None
    basis: str | None = None
    counts: bool = True
