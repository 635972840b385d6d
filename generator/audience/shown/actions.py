"""What a customer's copy shows of what is done and promised."""

from dataclasses import dataclass
from datetime import date

from generator.audience.faces import Face
from generator.audience.shown.chronology import EvidenceShown
from generator.model.scalars.moments import Moment


@dataclass(frozen=True, slots=True)
class DroppedShown:
    """Given up: when and why; for a criterion also with whom."""

    on: date | None
    why: str | None
    by: Face | None = None


@dataclass(frozen=True, slots=True)
class ActionShown:
    """An action; its status is computed from these."""

    what: str
    id: str | None = None
    owner: Face | None = None
    due: Moment | None = None
    done: Moment | None = None
    dropped: DroppedShown | None = None
    depends_on: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    evidence: tuple[EvidenceShown, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentShown:
    """A promise with its day and whether it was kept."""

    what: str
    id: str | None = None
    made: date | None = None
    by: Face | None = None
    where: str | None = None
    due: Moment | None = None
    kept: date | None = None
