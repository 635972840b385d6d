"""What a customer's copy shows of what must hold before the case is closed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.audience.faces import Face
from generator.audience.shown.actions import DroppedShown
from generator.audience.shown.chronology import EvidenceShown
from generator.model.scalars.moments import Moment
from generator.model.scalars.texts import Goal


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """What a measure showed at a time."""

    at: Moment
    value: Decimal


@dataclass(frozen=True, slots=True)
class AgreedShown:
    """Agreed, accepted or met on a day, with or by somebody."""

    on: date | None
    by: Face | None = None
    evidence: tuple[EvidenceShown, ...] = ()


@dataclass(frozen=True, slots=True)
class AmendedShown:
    """Changed together, and what it said before."""

    on: date | None
    by: Face | None
    before: str


@dataclass(frozen=True, slots=True)
class CriterionShown:
    """An exit criterion; its state follows from what is recorded here. `disputed` while a dispute about it is open,
    also where the close-out is not shown.
    """

    what: str
    id: str | None = None
    measure: str | None = None
    target: Goal | None = None
    unit: str | None = None
    readings: tuple[ReadingShown, ...] = ()
    agreed: AgreedShown | None = None
    met: AgreedShown | None = None
    accepted: AgreedShown | None = None
    dropped: DroppedShown | None = None
    amended: tuple[AmendedShown, ...] = ()
    disputed: bool = False
