"""Promises to customers that fell due in a period: kept in time, kept late, or passed with nothing to show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.derive.figures import Figure, figure
from generator.derive.ledger import Promise, PromiseKind
from generator.derive.rollup.pareto import per_cent
from generator.derive.rollup.period import Period

KINDS: tuple[PromiseKind, ...] = ("update", "commitment", "action", "milestone", "trial")


@dataclass(frozen=True, slots=True)
class Outcomes:
    """How many were kept in time, kept late, and passed with nothing; `share` is the first of all, in per cent."""

    in_time: int
    late: int
    passed: int
    share: int


@dataclass(frozen=True, slots=True)
class Kept:
    """Promises of one kind, or of all kinds where `kind` is None, that fell due, and what came of them.

    `cases` are those behind them; what was promised outside of any case counts as one for each customer. `before` is
    the share of the period before.
    """

    kind: PromiseKind | None
    due: int
    cases: int
    outcomes: Figure[Outcomes]
    before: Figure[int]


def promises_kept(promises: Sequence[Promise], period: Period, at_least: int) -> tuple[Kept, ...]:
    """All promises that fell due in a period, and those of each kind that did; dropped and open ones do not count."""
    now, before = _due(promises, period), _due(promises, period.before)
    kinds = [kind for kind in KINDS if any(promise.kind == kind for promise in now)]
    of_kinds = (_kept(kind, _of(now, kind), _of(before, kind), at_least) for kind in kinds)
    return (_kept(None, now, before, at_least), *of_kinds)


def _due(promises: Iterable[Promise], period: Period) -> list[Promise]:
    counted = (promise for promise in promises if promise.state in ("kept", "kept-late", "late"))
    return [promise for promise in counted if period.holds(promise.due)]


def _of(promises: Iterable[Promise], kind: PromiseKind) -> list[Promise]:
    return [promise for promise in promises if promise.kind == kind]


def _kept(kind: PromiseKind | None, now: Sequence[Promise], before: Sequence[Promise], at_least: int) -> Kept:
    cases, earlier = _cases(now), _outcomes(before)
    outcomes = figure(lambda: _outcomes(now), cases, at_least)
    return Kept(kind, len(now), cases, outcomes, figure(lambda: earlier.share, _cases(before), at_least))


def _outcomes(promises: Sequence[Promise]) -> Outcomes:
    states = [promise.state for promise in promises]
    kept, late, passed = (states.count(state) for state in ("kept", "kept-late", "late"))
    return Outcomes(kept, late, passed, per_cent(kept, len(promises)))


def _cases(promises: Iterable[Promise]) -> int:
    return len({promise.case.key if promise.case else promise.owner.key for promise in promises})
