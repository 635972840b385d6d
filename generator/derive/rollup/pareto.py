"""Which kinds of cause keep coming back: each happening once under each category of its confirmed causes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.derive.figures import Figure, figure
from generator.derive.rollup.period import Period
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True)
class Happening:
    """What counts once for causes: the cases of one incident together, or a case that is of none."""

    key: str
    files: tuple[CaseFile, ...]

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """The categories of its confirmed causes, each once."""
        causes = (cause for file in self.files for cause in file.case.root_causes)
        found = (cause.category for cause in causes if cause.state == "confirmed" and cause.category)
        return tuple(sorted(set(found)))

    @cached_property
    def products(self) -> tuple[str, ...]:
        """The products of its cases, each once."""
        return tuple(sorted({file.case.product for file in self.files if file.case.product}))

    @cached_property
    def customers(self) -> frozenset[str]:
        """Whom it struck, by key: here each of its cases counts."""
        return frozenset(file.owner.key for file in self.files)

    def opened(self, period: Period) -> date:
        """The day on which its first case was opened, by the calendar of a period."""
        return min(period.day_of(file.case.opened) for file in self.files)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: how many happenings, what share of all causes it is, and what share with those above it, in per cent.

    `category` is the key, empty for the rest taken together; `kinds` how many categories stand in it; `customers` how
    many were struck; `before` the number of the period before.
    """

    category: str
    words: str
    count: int
    customers: int
    share: int
    running: int
    before: Figure[int]
    kinds: int = 1


@dataclass(frozen=True, slots=True)
class Pareto:
    """The bars, the longest first. Categories with too few cases of their own stand together in the last.

    `causes` is what the shares are of: one for each happening and category. `cases` are the happenings that have a
    confirmed cause with a category, `unknown` those that have none.
    """

    bars: tuple[Bar, ...]
    causes: int
    cases: int
    unknown: int
    rest: Figure[int]
    rest_kinds: int

    @property
    def leading(self) -> tuple[Bar, ...]:
        """The bars of one category that are longer than all others."""
        own = [bar for bar in self.bars if bar.category]
        return tuple(bar for bar in own if bar.count == own[0].count)


def happenings(workspace: Workspace) -> list[Happening]:
    """Everything that happened, in the order of its key."""
    groups: dict[str, list[CaseFile]] = {}
    for key, file in workspace.cases.items():
        incident = file.case.incident
        groups.setdefault(f"incident {incident}" if incident else key, []).append(file)
    return [Happening(key, tuple(files)) for key, files in sorted(groups.items())]


def opened_in(period: Period, every: Iterable[Happening]) -> list[Happening]:
    """Those whose first case was opened in a period."""
    return [one for one in every if period.start <= one.opened(period) <= period.end]


def pareto(workspace: Workspace, now: Sequence[Happening], before: Sequence[Happening]) -> Pareto:
    """The causes of what happened in a period, held against what happened in the one before."""
    at_least, names = workspace.settings.figures.at_least, workspace.settings.cause_categories
    counts, earlier = _counts(now), _counts(before)
    shown = [key for key in ranked(counts) if counts[key] >= at_least]
    pooled = [key for key in counts if key not in shown]
    groups = [(key, names.get(key, key), [key]) for key in shown]
    rest = sum(counts[key] for key in pooled)
    if rest >= max(at_least, 1):
        groups.append(("", "", sorted(pooled)))
    bars, running, causes = [], 0, counts.total()
    for key, words, kinds in groups:
        count = sum(counts[kind] for kind in kinds)
        running += count
        past = sum(earlier[kind] for kind in kinds)
        struck = len({who for one in now if set(kinds) & set(one.categories) for who in one.customers})
        shares = per_cent(count, causes), per_cent(running, causes)
        bars.append(Bar(key, words, count, struck, *shares, _told(past, at_least), len(kinds)))
    cases = sum(1 for one in now if one.categories)
    return Pareto(tuple(bars), causes, cases, len(now) - cases, _told(rest, at_least), len(pooled))


def ranked(counts: Counter[str]) -> list[str]:
    """The keys of a count, the most frequent first, of the same number by key."""
    return sorted(counts, key=lambda key: (-counts[key], key))


def per_cent(part: int, whole: int) -> int:
    """A share in per cent, a half rounded up; 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def _counts(every: Iterable[Happening]) -> Counter[str]:
    return Counter(category for one in every for category in one.categories)


def _told(count: int, at_least: int) -> Figure[int]:
    return figure(lambda: count, count, at_least)
