"""What a customer's copy shows of how the case ends: the close-out, what was learnt, which cases belong to it."""

from dataclasses import dataclass
from datetime import date

from generator.audience.faces import Face


@dataclass(frozen=True, slots=True)
class LessonShown:
    """What was learnt."""

    what: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class RelatedShown:
    """Another case of the same customer."""

    title: str
    case: str
    how: str
    say: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class DisputeShown:
    """A concern at close-out."""

    concern: str
    criterion: str | None = None
    by: Face | None = None
    on: date | None = None
    ruling: str | None = None
    why: str | None = None
    case: str | None = None
    settled: date | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class HandedBackShown:
    """Back to standard operating procedures."""

    person: Face | None = None
    start: date | None = None
    calls: str | None = None


@dataclass(frozen=True, slots=True)
class CloseOutShown:
    """How the case ends, as agreed with the customer."""

    proposed_on: date | None = None
    proposed_by: Face | None = None
    proposed_to: Face | None = None
    answer: str | None = None
    on: date | None = None
    by: Face | None = None
    how: str | None = None
    said: str | None = None
    disputes: tuple[DisputeShown, ...] = ()
    handed_back: HandedBackShown | None = None
