"""Status at a glance: where we are, how bad it is, and when the customer hears next."""

from dataclasses import dataclass
from datetime import datetime

from generator.audience.customer_case import CustomerCase
from generator.audience.shown.criteria import CriterionShown
from generator.derive.criteria import Progress, progress_of
from generator.derive.get_well import PlanDay, plan_day
from generator.derive.impact import ImpactSum, impact_sums
from generator.derive.news import missed_update, next_word
from generator.model.scalars.moments import Moment


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """An exit criterion with its place in the case and its progress."""

    index: int
    criterion: CriterionShown
    progress: Progress


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first third of a paper says.

    `day` is the day of the get-well plan where there is one; `met` and `wanted` count the criteria that are met or
    accepted and those that are not dropped; `missed` is the promised update that passed (aware); `next_word` when the
    customer hears next, None once that passed and a contact followed.
    """

    stage: str
    day: PlanDay | None
    met: int
    wanted: int
    sums: tuple[ImpactSum, ...]
    missed: datetime | None
    is_closed: bool
    next_word: Moment | None = None


def glance(case: CustomerCase, as_of: datetime) -> Glance:
    """The status of a case as of an aware moment in its zone."""
    rows = [row for row in criteria(case, as_of) if row.progress.word != "dropped"]
    met = sum(row.progress.word in ("met", "accepted") for row in rows)
    day = plan_day(case.get_well, as_of) if case.stage == "get-well" else None
    sums = tuple(impact_sums(case.impact))
    missed, closed = missed_update(case, as_of), case.stage == "closed"
    return Glance(case.stage, day, met, len(rows), sums, missed, closed, next_word(case, as_of))


def criteria(case: CustomerCase, as_of: datetime) -> tuple[CriterionRow, ...]:
    """The exit criteria with their progress, in the order of the file."""
    return tuple(
        CriterionRow(index, criterion, progress_of(case, criterion, as_of))
        for index, criterion in enumerate(case.exit_criteria)
    )
