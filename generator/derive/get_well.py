"""The get-well plan against the calendar."""

from dataclasses import dataclass
from datetime import date, datetime

from generator.derive.kinds import AnyGetWell


@dataclass(frozen=True, slots=True)
class PlanDay:
    """Where today stands in the plan: day `number` of `total`, both counted from 1; its end is its last day."""

    number: int
    total: int
    start: date
    end: date

    @property
    def is_over(self) -> bool:
        """Whether the last day has passed."""
        return self.number > self.total

    @property
    def is_ahead(self) -> bool:
        """Whether the first day is still to come."""
        return self.number < 1


def end_of(plan: AnyGetWell) -> date | None:
    """The plan's last day, as far as it was extended; the last extension counts where no end is typed."""
    end = plan.end or (plan.extended[-1].old if plan.extended else None)
    for move in plan.extended:
        end = move.new if end == move.old else end
    return end


def plan_day(plan: AnyGetWell | None, as_of: datetime) -> PlanDay | None:
    """The day of the plan that `as_of` (aware, in the case's zone) falls on; None without a start and an end behind it."""
    end = end_of(plan) if plan else None
    if plan is None or plan.start is None or end is None or end < plan.start:
        return None
    total = (end - plan.start).days + 1
    return PlanDay((as_of.date() - plan.start).days + 1, total, plan.start, end)


def elapsed(plan: AnyGetWell, as_of: datetime) -> float | None:
    """The share of the plan's days that have gone by, 0 to 1."""
    day = plan_day(plan, as_of)
    if day is None:
        return None
    return min(max((day.number - 1) / day.total, 0.0), 1.0)
