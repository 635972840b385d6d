"""How far calls climbed, drawn: for each area one bar of parts, each part the calls that ended on one rung."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.figures import Told
from generator.derive.rollup_pace import AreaPace
from generator.model.settings import Rung
from generator.render.labels import shortened, text_width
from generator.render.speech import Speech

WIDTH, LEFT, RIGHT = 700.0, 196.0, 696.0
SIZE, ROW, THICK, TOP = 11.0, 25.0, 17.0, 18.0
LABEL = LEFT - 14
NAMES: dict[Rung, str] = {
    "primary": "first rung",
    "backup": "backup",
    "manager": "manager",
    "director": "director",
    "vp": "VP",
}


@dataclass(frozen=True, slots=True)
class Part:
    """The calls that climbed to one rung; `named` says whether the rung's name has room beside their number."""

    rung: Rung
    count: int
    x: float
    width: float
    named: bool


@dataclass(frozen=True, slots=True)
class ClimbRow:
    """One area's bar; the label is empty for all areas together."""

    label: str
    middle: float
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class ClimbDrawing:
    """Everything in the drawing's units."""

    width: float
    height: float
    left: float
    label: float
    top: float
    thick: float
    rows: tuple[ClimbRow, ...]
    title: str


def draw_climbs(areas: Sequence[AreaPace], speech: Speech) -> ClimbDrawing:
    """Each bar as long as any, so that shares can be compared; areas with too few cases are left out."""
    told = [(area, area.highest.value) for area in areas if isinstance(area.highest, Told)]
    rows = tuple(_row(area, counts, number, speech) for number, (area, counts) in enumerate(told))
    title = "; ".join(_sentence(area, counts, speech) for area, counts in told)
    return ClimbDrawing(WIDTH, TOP + ROW * len(rows) + 4, LEFT, LABEL, TOP - 8, THICK, rows, title)


Counts = tuple[tuple[Rung, int], ...]


def _row(area: AreaPace, counts: Counts, number: int, speech: Speech) -> ClimbRow:
    scale = (RIGHT - LEFT) / max(sum(count for _, count in counts), 1)
    x, parts = LEFT, []
    for rung, count in counts:
        width = count * scale
        words = f"{count} {speech.wording.gettext(NAMES[rung])}"
        parts.append(Part(rung, count, x, width, text_width(words, SIZE, bold=True) < width))
        x += width
    return ClimbRow(shortened(area.name, SIZE, LABEL), TOP + ROW * number + ROW / 2, tuple(parts))


def _sentence(area: AreaPace, counts: Counts, speech: Speech) -> str:
    """One bar in words, for those who cannot see it."""
    parts = (f"{speech.wording.gettext(NAMES[rung])} {count}" for rung, count in counts)
    return f"{area.name or speech.wording.gettext('All areas')}: {', '.join(parts)}"
