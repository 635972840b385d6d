"""The get-well plan drawn: a bar from its first to its last day, today on it, and every milestone with its words."""

from dataclasses import dataclass

from generator.derive.axis import Axis, Mark
from generator.render.labels import Rows, shortened, text_width
from generator.render.speech import Speech

WIDTH, LEFT, RIGHT = 700.0, 18.0, 682.0
SIZE, ROW, LONGEST = 11.0, 19.0, 330.0
CLEAR = 12.0


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place; `x` is the left edge, `tone` how they are coloured (met, late, soon, ahead, plain, today)."""

    x: float
    y: float
    width: float
    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A milestone on the bar, with the end of the thin line to its label (None: the label touches the bar's row)."""

    x: float
    tone: str
    leader: float | None


@dataclass(frozen=True, slots=True)
class AxisDrawing:
    """Everything in the drawing's units; `bar` is the height of the bar's middle, `done` how far it is filled."""

    width: float
    height: float
    left: float
    right: float
    bar: float
    done: float
    today: float | None
    today_top: float
    labels: tuple[Label, ...]
    dots: tuple[Dot, ...]
    title: str


@dataclass(frozen=True, slots=True)
class _Placed:
    mark: Mark
    x: float
    left: float
    width: float
    text: str
    side: int
    row: int


def _x(place: float) -> float:
    return LEFT + place * (RIGHT - LEFT)


def draw_axis(axis: Axis, speech: Speech) -> AxisDrawing:
    """Places the labels so that none touches another, the start and the end, or the line of today."""
    today = None if axis.today is None else _x(axis.today)
    above, below = Rows(bar=today), Rows()
    ends = _ends(axis, speech)
    for left, text in ends:
        below.take(0, left, left + text_width(text, SIZE))
    placed = [_place(mark, speech, above, below) for mark in axis.marks]
    rows_above = max((one.row + 1 for one in placed if one.side < 0), default=0)
    rows_below = max([one.row + 1 for one in placed if one.side > 0] + [1])
    top = 20 if today is not None else 4
    bar = top + rows_above * ROW + 16
    words = _today_label(today, speech) if today is not None else ()
    return AxisDrawing(
        WIDTH,
        bar + 12 + rows_below * ROW + 4,
        LEFT,
        RIGHT,
        bar,
        _filled(axis, today),
        today,
        top - 4,
        (*words, *(_end_label(left, text, bar) for left, text in ends), *_labels(placed, bar)),
        tuple(_dot(one, bar) for one in placed),
        _title(axis, speech),
    )


def _filled(axis: Axis, today: float | None) -> float:
    if today is not None:
        return today
    return RIGHT if axis.day.is_over else LEFT


def _ends(axis: Axis, speech: Speech) -> list[tuple[float, str]]:
    gettext = speech.wording.gettext
    start = f"{speech.day(axis.day.start, 'brief')}, {gettext('start')}"
    end = f"{speech.day(axis.day.end, 'brief')}, {gettext('end')}"
    return [(LEFT - 2, start), (RIGHT + 2 - text_width(end, SIZE), end)]


def _today_label(today: float, speech: Speech) -> tuple[Label, ...]:
    text = speech.wording.gettext("today")
    width = text_width(text, SIZE, bold=True)
    return (Label(min(max(today - width / 2, 0), WIDTH - width), 12, width, text, "today"),)


def _place(mark: Mark, speech: Speech, above: Rows, below: Rows) -> _Placed:
    """The label's row: the nearest to the bar that is free, above before below."""
    text = shortened(f"{speech.day(mark.day, 'brief')}: {mark.words}", SIZE, LONGEST, bold=True)
    x, width = _x(mark.place), text_width(text, SIZE, bold=True)
    choices = []
    for side, rows in ((-1, above), (1, below)):
        for left in _lefts(x, width):
            if rows.barred(left, left + width):
                continue
            row = rows.first_fit(left, left + width)
            choices.append((rows.crossed(row, x), row, side, abs(left + width / 2 - x), left))
    _, row, side, _, left = min(choices)
    rows = above if side < 0 else below
    rows.take(row, left, left + width)
    rows.reach(row, x)
    return _Placed(mark, x, left, width, text, side, row)


def _lefts(x: float, width: float) -> list[float]:
    """Where a label may begin: its dot in the middle, at either end, or clear of it where today's line stands there."""
    choices = [x - width / 2, x - 6, x + 6 - width, x + CLEAR, x - CLEAR - width]
    return [min(max(left, 0), WIDTH - width) for left in choices]


def _y(one: _Placed, bar: float) -> float:
    return bar - 15 - one.row * ROW if one.side < 0 else bar + 26 + one.row * ROW


def _end_label(left: float, text: str, bar: float) -> Label:
    return Label(left, bar + 26, text_width(text, SIZE), text, "plain")


def _labels(placed: list[_Placed], bar: float) -> list[Label]:
    return [Label(one.left, _y(one, bar), one.width, one.text, one.mark.tone) for one in placed]


def _dot(one: _Placed, bar: float) -> Dot:
    if one.row == 0:
        return Dot(one.x, one.mark.tone, None)
    return Dot(one.x, one.mark.tone, _y(one, bar) + (4 if one.side < 0 else -11))


def _title(axis: Axis, speech: Speech) -> str:
    """The drawing in words, for those who cannot see it."""
    marks = "; ".join(f"{speech.day(mark.day, 'brief')}, {mark.words}" for mark in axis.marks)
    first, last = speech.day(axis.day.start), speech.day(axis.day.end)
    text = speech.wording.gettext("Time axis from %(first)s to %(last)s. %(marks)s") % {
        "first": first,
        "last": last,
        "marks": marks,
    }
    return text.strip()
