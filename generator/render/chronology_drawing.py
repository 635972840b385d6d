"""The chronology drawn to scale: who acted when, in three rows, and the silences hatched with their length."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from generator.derive.chronology import EventRow, Row
from generator.derive.contact import Gap
from generator.model.scalars.instants import day_start
from generator.render.labels import Rows, shortened, text_width
from generator.render.speech import Speech

WIDTH, LEFT, RIGHT = 700.0, 142.0, 694.0
SIZE, LANE, SIDES = 11.0, 24.0, ("us", "customer", "party")
HATCH = 7.0
TICKS_AT_MOST = 8
STEPS = (1, 2, 7, 14, 28, 56, 91, 182, 364)


@dataclass(frozen=True, slots=True)
class Shape:
    """An event: its place, whose it is (us, customer, party), and where it ends if it lasted."""

    x: float
    y: float
    side: str
    until: float | None


@dataclass(frozen=True, slots=True)
class Stroke:
    """One line of a hatching."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch without contact, hatched, with its length in words and where these stand."""

    left: float
    right: float
    text: str
    text_x: float
    text_y: float
    hatch: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day or an hour on the scale below; its words begin at `text_x`."""

    x: float
    text_x: float
    text: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One party's row with its name."""

    y: float
    side: str
    name: str


@dataclass(frozen=True, slots=True)
class ChronologyDrawing:
    """Everything in the drawing's units."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    lanes: tuple[Lane, ...]
    shapes: tuple[Shape, ...]
    silences: tuple[Silence, ...]
    ticks: tuple[Tick, ...]
    title: str


@dataclass(frozen=True, slots=True)
class _Scale:
    start: datetime
    end: datetime

    def x(self, at: datetime) -> float:
        share = (at - self.start) / (self.end - self.start)
        return LEFT + 8 + min(max(share, 0.0), 1.0) * (RIGHT - LEFT - 16)


def draw_chronology(rows: Sequence[Row], speech: Speech) -> ChronologyDrawing | None:
    """The drawing, or None where there are fewer than two moments to lay apart."""
    events = [row for row in rows if isinstance(row, EventRow)]
    gaps = [row for row in rows if isinstance(row, Gap)]
    moments = [row.event.at.at for row in events] + [m for gap in gaps for m in (gap.start, gap.end)]
    moments += [row.event.until.at for row in events if row.event.until]
    if not moments or max(moments) - min(moments) < timedelta(minutes=10):
        return None
    scale = _Scale(min(moments).astimezone(UTC), max(moments).astimezone(UTC))
    quiet, depth = _quiet(gaps, scale, speech)
    top = 8 + depth * 16
    lanes = _lanes(events, top)
    bottom = top + len(lanes) * LANE
    silences = tuple(_silence(one, depth, top, bottom) for one in quiet)
    heights = {lane.side: lane.y for lane in lanes}
    shapes = tuple(_shape(row, scale, heights) for row in events)
    ticks = _ticks(scale, speech)
    words = _title(events, gaps, speech)
    return ChronologyDrawing(
        WIDTH, bottom + 24, LEFT, RIGHT, top, bottom, lanes, shapes, silences, ticks, words
    )


def _side(row: EventRow) -> str:
    return row.event.by.side if row.event.by else "us"


def _lanes(events: list[EventRow], top: float) -> tuple[Lane, ...]:
    """A row for each side that acted; several third parties share one."""
    names: dict[str, dict[str, None]] = {}
    for row in events:
        names.setdefault(_side(row), {})[row.event.by.name if row.event.by else ""] = None
    present = [side for side in SIDES if side in names]
    lanes = []
    for number, side in enumerate(present):
        name = shortened(", ".join(one for one in names[side] if one), SIZE, LEFT - 26)
        lanes.append(Lane(top + number * LANE + LANE / 2, side, name))
    return tuple(lanes)


def _shape(row: EventRow, scale: _Scale, heights: dict[str, float]) -> Shape:
    side = _side(row)
    until = scale.x(row.event.until.at) if row.event.until else None
    return Shape(scale.x(row.event.at.at), heights[side], side, until)


@dataclass(frozen=True, slots=True)
class _Quiet:
    left: float
    right: float
    text: str
    text_x: float
    row: int


def _quiet(gaps: list[Gap], scale: _Scale, speech: Speech) -> tuple[list[_Quiet], int]:
    """The silences with their words in as many rows as they need to stand apart, and how many rows that is."""
    rows, placed = Rows(gap=8), []
    for gap in gaps:
        left, right = scale.x(gap.start), scale.x(gap.end)
        text = speech.span(gap.length)
        width = text_width(text, SIZE, bold=True)
        at = min(max((left + right - width) / 2, LEFT), RIGHT - width)
        row = rows.first_fit(at, at + width)
        rows.take(row, at, at + width)
        placed.append(_Quiet(left, max(right, left + 2), text, at, row))
    return placed, len(rows.taken)


def _silence(one: _Quiet, depth: int, top: float, bottom: float) -> Silence:
    text_y = 12 + (depth - 1 - one.row) * 16
    strokes = tuple(_hatch(one.left, one.right, top, bottom))
    return Silence(one.left, one.right, one.text, one.text_x, text_y, strokes)


def _hatch(left: float, right: float, top: float, bottom: float) -> Iterator[Stroke]:
    """Slanting lines that fill a box, each cut at its edges, because the PDF engine knows no pattern in a drawing."""
    height = bottom - top
    start = left - height + HATCH
    while start < right:
        x1, x2 = max(start, left), min(start + height, right)
        yield Stroke(x1, bottom - (x1 - start), x2, bottom - (x2 - start))
        start += HATCH


def _ticks(scale: _Scale, speech: Speech) -> tuple[Tick, ...]:
    length = scale.end - scale.start
    if length < timedelta(days=2):
        return _hours(scale, speech, length)
    step = next((days for days in STEPS if length / timedelta(days=days) <= TICKS_AT_MOST), STEPS[-1])
    first = scale.start.astimezone(speech.zone).date()
    days = (first + timedelta(days=number) for number in range(1, length.days + 2, step))
    return tuple(
        _tick(scale, day_start(day, speech.zone), _day_words(day, speech))
        for day in days
        if _in(scale, day, speech)
    )


def _in(scale: _Scale, day: date, speech: Speech) -> bool:
    return scale.start <= day_start(day, speech.zone) <= scale.end


def _day_words(day: date, speech: Speech) -> str:
    return speech.day(day, "brief")


def _hours(scale: _Scale, speech: Speech, length: timedelta) -> tuple[Tick, ...]:
    step = next((hours for hours in (1, 2, 3, 6, 12) if length / timedelta(hours=hours) <= TICKS_AT_MOST), 12)
    at = scale.start.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    ticks = []
    while at <= scale.end:
        if at.astimezone(speech.zone).hour % step == 0:
            ticks.append(_tick(scale, at, speech.clock(at)))
        at += timedelta(hours=1)
    return tuple(ticks)


def _tick(scale: _Scale, at: datetime, text: str) -> Tick:
    x, width = scale.x(at), text_width(text, SIZE)
    return Tick(x, min(max(x - width / 2, LEFT), RIGHT - width), text)


def _title(events: list[EventRow], gaps: list[Gap], speech: Speech) -> str:
    """The drawing in words, for those who cannot see it."""
    wording = speech.wording
    text = wording.ngettext("%(num)s event on a time axis.", "%(num)s events on a time axis.", len(events))
    lengths = [speech.span(gap.length) for gap in gaps]
    if lengths:
        text += " " + wording.gettext("Without contact: %s.") % wording.listing(lengths)
    return text
