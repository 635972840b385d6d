"""What a customer's copy shows of what should change, and of a service that is offered."""

from dataclasses import dataclass
from datetime import date

from generator.audience.faces import Face
from generator.model.scalars.durations import Duration
from generator.model.scalars.money import Money


@dataclass(frozen=True, slots=True)
class CheckpointShown:
    """A day on which a trial is looked at together."""

    on: date | None
    what: str


@dataclass(frozen=True, slots=True)
class TrialShown:
    """A service lent for a time; days are calendar days."""

    start: date | None = None
    days: int | None = None
    switch_off: date | None = None
    checkpoints: tuple[CheckpointShown, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """An offer taken or refused."""

    answer: str
    on: date | None = None
    by: Face | None = None


@dataclass(frozen=True, slots=True)
class MitigationShown:
    """A service that would have prevented this, as it is offered."""

    product: str
    prevents: str | None = None
    agreement: str | None = None
    price: Money | None = None
    period: Duration | None = None
    trial: TrialShown | None = None
    decision: DecisionShown | None = None


@dataclass(frozen=True, slots=True)
class RecommendationShown:
    """What should change beyond this case."""

    what: str
    id: str | None = None
    owner: Face | None = None
    decision: str | None = None
    serves: tuple[str, ...] = ()
    mitigation: MitigationShown | None = None
