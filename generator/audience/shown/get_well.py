"""What a customer's copy shows of the days or months in which it gets well."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MilestoneShown:
    """A step of the get-well plan."""

    what: str
    id: str | None = None
    due: date | None = None
    met: date | None = None


@dataclass(frozen=True, slots=True)
class ExtensionShown:
    """An end of the get-well plan that moved."""

    old: date
    new: date
    why: str | None
    told: date | None


@dataclass(frozen=True, slots=True)
class GetWellShown:
    """The days or months in which it gets well."""

    start: date | None = None
    end: date | None = None
    milestones: tuple[MilestoneShown, ...] = ()
    extended: tuple[ExtensionShown, ...] = ()
