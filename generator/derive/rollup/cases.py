"""The cases of a period: how many, whose, which have no end in sight, and what they cost the customers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from generator.derive.figures import Figure, figure
from generator.derive.impact import ImpactSum, impact_sums
from generator.derive.rollup.pace import counted_closing, time_to
from generator.derive.rollup.period import Period
from generator.model.chronology import Impact
from generator.model.scalars.instants import between
from generator.model.scalars.money import Money
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True, slots=True)
class Count:
    """A number of cases, which is its own number of cases behind it, and the number of the period before."""

    now: int
    before: int

    @property
    def more(self) -> int:
        """How many more than before; fewer is negative."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class OpenEnded:
    """An open case with no end in sight: none was said (`ended` is None) or the day that was said is over.

    `why` is the reason why the end is not known, where it is given.
    """

    case: str
    title: str
    customer: str
    days: int
    ended: date | None
    why: str | None


@dataclass(frozen=True, slots=True)
class SegmentShare:
    """The cases of one segment of customers that were opened in a period, and how soon theirs were closed."""

    name: str
    opened: Count
    customers: int
    close: Figure[timedelta]


@dataclass(frozen=True, slots=True)
class Loss:
    """What was lost in one currency by the cases opened in a period; sums of two currencies are never added."""

    currency: str
    amount: Figure[ImpactSum]


def opened_cases(files: Iterable[CaseFile], period: Period) -> list[CaseFile]:
    """The cases that were opened in a period."""
    return [file for file in files if period.holds(file.case.opened)]


def open_ended(workspace: Workspace, period: Period, as_of: datetime) -> tuple[OpenEnded, ...]:
    """The cases opened by the end of a period that are open with no end in sight, the oldest first; none in its
    `grace`."""
    today, found = as_of.astimezone(period.zone).date(), []
    for file in workspace.open_cases:
        case, opened = file.case, period.day_of(file.case.opened)
        ends = [case.get_well.end] if case.get_well and case.get_well.end else []
        ends += [period.day_of(case.expected_resolution.at)] if case.expected_resolution else []
        is_young = between(file.case.opened.at, as_of) < workspace.settings.grace.about
        if not is_young and opened <= period.end and max(ends, default=date.min) < today:
            days, ended = (today - opened).days, max(ends, default=None)
            who = file.owner.customer.name
            found.append(OpenEnded(file.key, case.title, who, days, ended, case.resolution_unknown))
    return tuple(sorted(found, key=lambda one: (-one.days, one.case)))


def segments(workspace: Workspace, files: Sequence[CaseFile], period: Period) -> tuple[SegmentShare, ...]:
    """Every segment with a case in the period or before it, in the order of the settings; customers of none last."""
    groups: dict[str, list[CaseFile]] = {plan.name: [] for plan in workspace.settings.segments.values()}
    for file in files:
        found = workspace.segment_of(file.owner.customer)
        groups.setdefault(found[1].name if found else "", []).append(file)
    shares = (_segment(workspace, name, group, period) for name, group in groups.items())
    return tuple(share for share in shares if share.opened.now or share.opened.before or share.close.cases)


def _segment(workspace: Workspace, name: str, files: Sequence[CaseFile], period: Period) -> SegmentShare:
    opened = opened_cases(files, period)
    close = time_to(counted_closing, files, period, workspace.settings.figures.at_least)
    count = Count(len(opened), len(opened_cases(files, period.before)))
    return SegmentShare(name, count, len({file.owner.key for file in opened}), close)


def losses(opened: Iterable[CaseFile], at_least: int) -> tuple[Loss, ...]:
    """What the cases lost, a sum for each currency."""
    items = [(file.key, item) for file in opened for item in file.case.impact if item.counts]
    return tuple(
        Loss(total.low.currency, _loss(total, items, at_least))
        for total in impact_sums([item for _, item in items])
    )


def _loss(total: ImpactSum, items: Sequence[tuple[str, Impact]], at_least: int) -> Figure[ImpactSum]:
    """A sum with the number of cases that lost something in its currency."""
    own = total.low.currency
    cases = {key for key, item in items if own in {money.currency for money in _sums(item)}}
    return figure(lambda: total, len(cases), at_least)


def _sums(item: Impact) -> list[Money]:
    return [money for money in (item.amount, item.low, item.high) if money is not None]
