"""The roll-up: what a period says about causes, speed, promises and lessons, held against the period before."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from generator.derive.figures import Figure, Told
from generator.derive.ledger import ledger
from generator.derive.rollup.cases import (
    Count,
    Loss,
    OpenEnded,
    SegmentShare,
    losses,
    open_ended,
    opened_cases,
    segments,
)
from generator.derive.rollup.lessons import Lessons, lessons
from generator.derive.rollup.pace import AreaPace, closing, counted_closing, engaged, first_plan, time_to
from generator.derive.rollup.pareto import Pareto, happenings, opened_in, pareto
from generator.derive.rollup.period import Period
from generator.derive.rollup.promises import Kept, promises_kept
from generator.derive.rollup.recurrence import Recurrence, recurrences
from generator.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Pace:
    """A median time, and that of the period before."""

    now: Figure[timedelta]
    before: Figure[timedelta]


@dataclass(frozen=True, slots=True)
class Headline:
    """What the title says: of all, the finding with enough cases behind it that comes first here."""

    about: Literal["causes", "promises", "opened", "nothing"]
    words: tuple[str, ...] = ()
    part: int = 0
    whole: int = 0


@dataclass(frozen=True, slots=True)
class RollUp:
    """Everything that a roll-up prints."""

    period: Period
    before: Period
    at_least: int
    headline: Headline
    opened: Count
    customers: int
    closed: Count
    causes: Pareto
    plan: Pace
    close: Pace
    areas: tuple[AreaPace, ...]
    promises: tuple[Kept, ...]
    recurrences: tuple[Recurrence, ...]
    open_ended: tuple[OpenEnded, ...]
    lessons: Lessons
    segments: tuple[SegmentShare, ...]
    losses: tuple[Loss, ...]


def roll_up(workspace: Workspace, period: Period, as_of: datetime) -> RollUp:
    """The roll-up of a period as of an aware moment; causes and ends are those that the record has by then."""
    files, every, before = list(workspace.cases.values()), happenings(workspace), period.before
    at_least, opened = workspace.settings.figures.at_least, opened_cases(files, period)
    causes = pareto(workspace, opened_in(period, every), opened_in(before, every))
    promises = promises_kept(ledger(workspace, as_of), period, at_least)
    count = Count(len(opened), len(opened_cases(files, before)))
    return RollUp(
        period,
        before,
        at_least,
        headline(causes, promises[0], count, at_least),
        count,
        len({file.owner.key for file in opened}),
        Count(*(sum(span.holds(closing(file)) for file in files) for span in (period, before))),
        causes,
        Pace(*(time_to(first_plan, files, span, at_least) for span in (period, before))),
        Pace(*(time_to(counted_closing, files, span, at_least) for span in (period, before))),
        engaged(workspace, period),
        promises,
        recurrences(workspace, every, period),
        open_ended(workspace, period, as_of),
        lessons(workspace, every, period),
        segments(workspace, files, period),
        losses(opened, at_least),
    )


def headline(causes: Pareto, promises: Kept, opened: Count, at_least: int) -> Headline:
    """The finding of the title: which cause leads, else how promises were kept, else how many cases there were."""
    if causes.leading and causes.cases >= max(at_least, 1):
        leading = causes.leading
        return Headline("causes", tuple(bar.words for bar in leading), leading[0].count, causes.causes)
    if isinstance(promises.outcomes, Told):
        return Headline("promises", (), promises.outcomes.value.in_time, promises.due)
    return Headline("opened" if opened.now else "nothing", (), opened.now, opened.before)
