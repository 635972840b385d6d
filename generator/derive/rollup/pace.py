"""How fast: from opening to the first plan and to the close, and from asking an area to somebody taking it on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from generator.derive.figures import Figure, figure
from generator.derive.ladder_calls import Climb, climbs
from generator.derive.rollup.pareto import per_cent
from generator.derive.rollup.period import Period
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment
from generator.model.settings import RUNGS, Rung
from generator.model.workspace import CaseFile, Workspace

PLANNED = ("customer-review", "get-well")
"""The stages in which the customer has a plan before them."""
ELSEWHERE = ("declined", "merged")
"""Outcomes of cases that ended here and go on elsewhere: how soon says nothing of how fast we are."""
HIGH: tuple[Rung, ...] = RUNGS[RUNGS.index("director") :]
"""The rungs whose phone should not have had to ring."""


@dataclass(frozen=True, slots=True)
class AreaPace:
    """How an area answered calls for help that were asked for in a period.

    `minutes` is the median until somebody took it on, `first` the share in per cent taken on by the first rung, `high`
    how many climbed to the director or beyond; each with the number of cases behind it. `highest` counts the climbs by
    the highest rung that was rung. An area of no key is all of them together.
    """

    area: str
    name: str
    calls: int
    taken: int
    cases: int
    minutes: Figure[int]
    before: Figure[int]
    first: Figure[int]
    high: Figure[int]
    highest: Figure[tuple[tuple[Rung, int], ...]]


def first_plan(file: CaseFile) -> Moment | None:
    """When a customer first had a plan before them, by the stage log; None where the log does not say."""
    entries = [entry.at for entry in file.case.stage_log if entry.to in PLANNED]
    return min(entries, key=lambda at: at.order, default=None)


def closing(file: CaseFile) -> Moment | None:
    """When a case that is closed was closed: its `closed`, else the last such entry of the stage log."""
    if file.case.stage != "closed":
        return None
    entries = [entry.at for entry in file.case.stage_log if entry.to == "closed"]
    return file.case.closed or max(entries, key=lambda at: at.order, default=None)


def counted_closing(file: CaseFile) -> Moment | None:
    """The same of a case that ended with us, for how long it took."""
    return None if file.case.outcome in ELSEWHERE else closing(file)


def time_to(
    reached: Callable[[CaseFile], Moment | None], files: Iterable[CaseFile], period: Period, at_least: int
) -> Figure[timedelta]:
    """The median time from opening until what was reached within a period."""
    seconds = [
        max(between(file.case.opened.at, at.at).total_seconds(), 0.0)
        for file in files
        if (at := reached(file)) is not None and period.holds(at)
    ]
    return figure(lambda: timedelta(seconds=median(seconds)), len(seconds), at_least)


def engaged(workspace: Workspace, period: Period) -> tuple[AreaPace, ...]:
    """Every area that was asked for help in a period, in the order of the matrix; all together come first."""
    now, before = _asked(workspace, period), _asked(workspace, period.before)
    asked = {climb.area for climb in now}
    keys = [key for key in workspace.contacts.areas if key in asked]
    keys += sorted(asked - set(keys))
    of_areas = (_pace(workspace, key, _of(now, key), _of(before, key)) for key in keys)
    return (_pace(workspace, "", now, before), *of_areas)


def _asked(workspace: Workspace, period: Period) -> list[Climb]:
    begins, ends = period.begins.timestamp(), period.ends.timestamp()
    wanted = (climb for climb in climbs(workspace) if climb.escalation.why == "needed" and climb.asked)
    return [climb for climb in wanted if climb.asked and begins <= climb.asked.timestamp() < ends]


def _of(made: Iterable[Climb], area: str) -> list[Climb]:
    return [climb for climb in made if climb.area == area]


def _pace(workspace: Workspace, key: str, now: Sequence[Climb], before: Sequence[Climb]) -> AreaPace:
    at_least, plan = workspace.settings.figures.at_least, workspace.contacts.areas.get(key)
    cases = _cases(now)
    first = sum(climb.is_taken and climb.highest == RUNGS[0] for climb in now)
    high = sum(climb.highest in HIGH for climb in now)
    rungs = [climb.highest for climb in now]
    highest = tuple((rung, rungs.count(rung)) for rung in RUNGS if rung in rungs)
    return AreaPace(
        key,
        plan.name if plan else key,
        len(now),
        sum(climb.is_taken for climb in now),
        cases,
        _median(now, at_least),
        _median(before, at_least),
        figure(lambda: per_cent(first, len(now)), cases, at_least),
        figure(lambda: high, cases, at_least),
        figure(lambda: highest, cases, at_least),
    )


def _median(made: Iterable[Climb], at_least: int) -> Figure[int]:
    taken = [climb for climb in made if climb.minutes is not None]
    minutes = [climb.minutes for climb in taken if climb.minutes is not None]
    return figure(lambda: int(median(minutes)), _cases(taken), at_least)


def _cases(made: Iterable[Climb]) -> int:
    return len({climb.file.key for climb in made})
