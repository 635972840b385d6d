"""The get-well plan on its time axis: its milestones as marks between its first and last day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from generator.audience.customer_case import CustomerCase
from generator.derive.get_well import PlanDay, plan_day

Tone = Literal["met", "late", "soon", "ahead"]
SOON_DAYS = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: its day, its place between 0 and 1, its words, and how it stands."""

    day: date
    place: float
    words: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Axis:
    """The plan's days from start to end, with today's place (None where today lies outside) and the marks."""

    day: PlanDay
    today: float | None
    marks: tuple[Mark, ...]


def axis(case: CustomerCase, as_of: datetime) -> Axis | None:
    """The axis of a case's get-well plan, or None without start and end."""
    day = plan_day(case.get_well, as_of)
    if day is None or case.get_well is None:
        return None
    today = as_of.date()
    marks = []
    for milestone in case.get_well.milestones:
        when = milestone.met or milestone.due
        if when is not None:
            tone = _tone(milestone.met, when, today)
            marks.append(Mark(when, _place(day, when), milestone.what, tone))
    inside = 1 <= day.number <= day.total
    where = _place(day, today) if inside else None
    return Axis(day, where, tuple(sorted(marks, key=lambda mark: mark.day)))


def _tone(met: date | None, when: date, today: date) -> Tone:
    if met is not None:
        return "met"
    if when < today:
        return "late"
    return "soon" if (when - today).days <= SOON_DAYS else "ahead"


def _place(day: PlanDay, when: date) -> float:
    return min(max((when - day.start).days / max((day.end - day.start).days, 1), 0.0), 1.0)
