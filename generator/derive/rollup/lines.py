"""The figures of a roll-up one by one, for machines to read: what, of what, how much, and how many cases are behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.derive.figures import Told, TooFew
from generator.derive.rollup.cases import Count, Loss
from generator.derive.rollup.pace import AreaPace
from generator.derive.rollup.promises import Kept
from generator.derive.rollup.rollup import RollUp


@dataclass(frozen=True, slots=True)
class Line:
    """One figure. `value` and `before` are None where there are too few cases behind them, or nothing is compared."""

    figure: str
    of: str
    value: str | int | None
    unit: str
    cases: int
    before: str | int | None = None
    before_cases: int | None = None


AnyFigure = Told[int] | Told[timedelta] | TooFew


def lines(rollup: RollUp) -> Iterator[Line]:
    """Every figure of a roll-up, in the order of the paper."""
    yield _count("cases-opened", "", rollup.opened)
    yield _count("cases-closed", "", rollup.closed)
    yield Line("customers", "", rollup.customers, "customers", rollup.opened.now)
    yield _line("time-to-first-plan", "", rollup.plan.now, "minutes", rollup.plan.before)
    yield _line("time-to-close", "", rollup.close.now, "minutes", rollup.close.before)
    yield from _causes(rollup)
    for one in rollup.recurrences:
        of = f"{one.product}: {one.cause}"
        yield Line("recurrence", of, one.ever, "cases", one.ever)
        yield Line("recurrence-now", of, one.now, "cases", one.ever)
    for area in rollup.areas:
        yield from _area(area)
    for kept in rollup.promises:
        yield from _kept(kept)
    for segment in rollup.segments:
        yield _count("cases-opened", f"segment {segment.name}", segment.opened)
        yield _line("time-to-close", f"segment {segment.name}", segment.close, "minutes")
    yield from _lessons(rollup)
    yield Line("open-ended", "", len(rollup.open_ended), "cases", len(rollup.open_ended))
    for loss in rollup.losses:
        yield from _loss(loss)


def _causes(rollup: RollUp) -> Iterator[Line]:
    causes = rollup.causes
    yield Line("causes", "", causes.causes, "causes", causes.cases)
    yield Line("cause-unknown", "", causes.unknown, "cases", causes.unknown)
    for bar in causes.bars:
        of = bar.category or "other"
        yield _line("cause", of, Told(bar.count, bar.count), "cases", bar.before)
        yield Line("cause-share", of, bar.share, "per cent of causes", bar.count)
        yield Line("cause-customers", of, bar.customers, "customers", bar.count)


def _area(area: AreaPace) -> Iterator[Line]:
    of = area.area or "all"
    yield Line("calls", of, area.calls, "calls", area.cases)
    yield _line("minutes-to-engage", of, area.minutes, "minutes", area.before)
    yield _line("taken-by-first", of, area.first, "per cent of calls")
    yield _line("climbed-high", of, area.high, "calls")
    for rung, number in area.highest.value if isinstance(area.highest, Told) else ():
        yield Line(f"climbed-to-{rung}", of, number, "calls", area.cases)


def _kept(kept: Kept) -> Iterator[Line]:
    of, told = kept.kind or "all", kept.outcomes
    yield Line("promises-due", of, kept.due, "promises", kept.cases)
    parts: tuple[int | None, ...] = (None, None, None)
    if isinstance(told, Told):
        parts = (told.value.share, told.value.late, told.value.passed)
    before = _value(kept.before), kept.before.cases
    yield Line("promises-in-time", of, parts[0], "per cent of promises", told.cases, *before)
    yield Line("promises-late", of, parts[1], "promises", told.cases)
    yield Line("promises-passed", of, parts[2], "promises", told.cases)


def _lessons(rollup: RollUp) -> Iterator[Line]:
    learnt = rollup.lessons
    for word, group in (("adopted", learnt.adopted), ("open", learnt.open), ("declined", learnt.declined)):
        yield Line(f"lessons-{word}", "", len(group), "lessons", len({one.case for one in group}))
    for twice in learnt.twice:
        yield Line("lesson-learnt-again", twice.key, len(twice.days), "times", len(set(twice.cases)))
    for effect in learnt.effects:
        counts = effect.counts
        before, since = counts.value if isinstance(counts, Told) else (None, None)
        yield Line(
            "lesson-effect",
            effect.what,
            since,
            f"cases in {effect.days} days",
            counts.cases,
            before,
            counts.cases,
        )


def _loss(loss: Loss) -> Iterator[Line]:
    amount = loss.amount
    known = amount.value if isinstance(amount, Told) else None
    parts = (
        ("lost-at-least", known and known.low),
        ("lost-at-most", known and known.high),
        ("recovered", known and known.recovered),
    )
    for name, money in parts:
        yield Line(name, "", str(money.value) if money else None, loss.currency, amount.cases)


def _count(name: str, of: str, count: Count) -> Line:
    return Line(name, of, count.now, "cases", count.now, count.before, count.before)


def _line(name: str, of: str, now: AnyFigure, unit: str, before: AnyFigure | None = None) -> Line:
    if before is None:
        return Line(name, of, _value(now), unit, now.cases)
    return Line(name, of, _value(now), unit, now.cases, _value(before), before.cases)


def _value(one: AnyFigure) -> int | None:
    """The value of a figure, a time in whole minutes; None where it is withheld."""
    if isinstance(one, TooFew):
        return None
    return int(one.value.total_seconds() // 60) if isinstance(one.value, timedelta) else one.value
