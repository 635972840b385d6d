"""The causes drawn: a bar for each kind, its number behind it, the period before as a line across it."""

from dataclasses import dataclass

from generator.derive.figures import Told
from generator.derive.rollup.pareto import Bar, Pareto
from generator.render.speech import Speech

WIDTH, LONGEST = 382.0, 340.0
"""How wide a row's drawing is, and the longest bar or line in it; behind them stands the number."""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: how long it is, where its number stands, and where the line of the period before.

    `label` is for the page to set, because a drawing sets letters one by one: from left to right, and none joined.
    `words` says the row to those who cannot see it.
    """

    label: str
    width: float
    leads: bool
    count: str
    count_x: float
    before: float | None
    running: str
    words: str


@dataclass(frozen=True, slots=True)
class ParetoDrawing:
    """Every row in the units of a drawing so wide; `lines` says whether any period before is drawn."""

    width: float
    rows: tuple[Row, ...]
    lines: bool


def draw_pareto(pareto: Pareto, speech: Speech) -> ParetoDrawing:
    """Bars on one scale with the lines of the period before, so that either may be the longer."""
    longest = max((max(bar.count, _before(bar) or 0) for bar in pareto.bars), default=1)
    rows = tuple(_row(bar, pareto, LONGEST / longest, speech) for bar in pareto.bars)
    return ParetoDrawing(WIDTH, rows, any(row.before is not None for row in rows))


def _row(bar: Bar, pareto: Pareto, scale: float, speech: Speech) -> Row:
    before, width = _before(bar), bar.count * scale
    line = None if before is None else before * scale
    # The number stands clear of a line that is drawn where it would stand.
    count_x = width + 8
    if line is not None and count_x - 5 < line < count_x + 16:
        count_x = line + 8
    words = f"{bar.count}, {bar.share} %"
    leads = bar in pareto.leading
    return Row(_label(bar, speech), width, leads, str(bar.count), count_x, line, f"{bar.running} %", words)


def _before(bar: Bar) -> int | None:
    """The number of the period before, where there are enough cases to say it."""
    return bar.before.value if isinstance(bar.before, Told) else None


def _label(bar: Bar, speech: Speech) -> str:
    if bar.category:
        return bar.words
    return speech.wording.ngettext("Other, one kind", "Other, %(word)s kinds", bar.kinds)
