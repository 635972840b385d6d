"""The causes drawn: a bar for each kind, its number behind it, the period before as a line across it."""

from dataclasses import dataclass

from generator.derive.figures import Told
from generator.derive.pareto import Bar, Pareto
from generator.render.labels import shortened
from generator.render.speech import Speech

WIDTH, LEFT, RIGHT = 700.0, 196.0, 580.0
SIZE, ROW, THICK, TOP = 11.0, 27.0, 18.0, 22.0
LABEL = LEFT - 14


@dataclass(frozen=True, slots=True)
class Row:
    """One bar; `middle` is its height, `width` how long it is, `before` where the line of the period before stands."""

    label: str
    middle: float
    width: float
    leads: bool
    count: str
    count_x: float
    before: float | None
    running: str


@dataclass(frozen=True, slots=True)
class ParetoDrawing:
    """Everything in the drawing's units; `lines` says whether any period before is drawn."""

    width: float
    height: float
    left: float
    label: float
    top: float
    thick: float
    rows: tuple[Row, ...]
    lines: bool
    title: str


def draw_pareto(pareto: Pareto, speech: Speech) -> ParetoDrawing:
    """Bars on one scale with the lines of the period before, so that either may be the longer."""
    longest = max((max(bar.count, _before(bar) or 0) for bar in pareto.bars), default=1)
    scale = (RIGHT - LEFT) / longest
    rows = tuple(_row(bar, number, pareto, scale, speech) for number, bar in enumerate(pareto.bars))
    has_lines = any(row.before is not None for row in rows)
    height = TOP + ROW * len(rows) + 4
    return ParetoDrawing(WIDTH, height, LEFT, LABEL, TOP - 10, THICK, rows, has_lines, _title(pareto, speech))


def _row(bar: Bar, number: int, pareto: Pareto, scale: float, speech: Speech) -> Row:
    before, width = _before(bar), bar.count * scale
    line = None if before is None else LEFT + before * scale
    # The number stands clear of a line that is drawn where it would stand.
    count_x = LEFT + width + 8
    if line is not None and count_x - 5 < line < count_x + 16:
        count_x = line + 8
    label = shortened(_words(bar, speech), SIZE, LABEL)
    return Row(
        label, TOP + ROW * number + ROW / 2, width, bar in pareto.leading, str(bar.count), count_x, line, f"{bar.running} %"
    )  # fmt: skip


def _before(bar: Bar) -> int | None:
    """The number of the period before, where there are enough cases to say it."""
    return bar.before.value if isinstance(bar.before, Told) else None


def _words(bar: Bar, speech: Speech) -> str:
    if bar.category:
        return bar.words
    return speech.wording.ngettext("Other, one kind", "Other, %(word)s kinds", bar.kinds)


def _title(pareto: Pareto, speech: Speech) -> str:
    """The drawing in words, for those who cannot see it."""
    return "; ".join(f"{_words(bar, speech)}: {bar.count}, {bar.share} %" for bar in pareto.bars)
