"""How far calls climbed, drawn: for each area one bar of parts, each part the calls that ended on one rung."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.figures import Told
from generator.derive.rollup.pace import AreaPace
from generator.model.settings import Rung
from generator.render.labels import text_width
from generator.render.speech import Speech

WIDTH, SIZE, KEY_SIZE = 510.0, 10.0, 9.5
NAMES: dict[Rung, str] = {
    "primary": "first rung",
    "backup": "backup",
    "manager": "manager",
    "director": "director",
    "vp": "VP",
}
Counts = tuple[tuple[Rung, int], ...]


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
    """One area's bar; the label, for the page to set, is empty for all areas together. `words` says the bar in words."""

    label: str
    parts: tuple[Part, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Key:
    """What one shade stands for: the rung, and where its square stands, with its name behind it."""

    rung: Rung
    x: float


@dataclass(frozen=True, slots=True)
class ClimbDrawing:
    """Every bar in the units of a drawing so wide. `keys` are for under the bars, where a part is too short for its
    rung's name."""

    width: float
    rows: tuple[ClimbRow, ...]
    shades: tuple[Key, ...]


def draw_climbs(areas: Sequence[AreaPace], speech: Speech) -> ClimbDrawing:
    """Each bar as long as any, so that shares can be compared; areas with too few cases are left out."""
    told = [(area.name, area.highest.value) for area in areas if isinstance(area.highest, Told)]
    rows = tuple(_row(name, counts, speech) for name, counts in told)
    return ClimbDrawing(WIDTH, rows, _shades(rows, speech))


def _row(name: str, counts: Counts, speech: Speech) -> ClimbRow:
    scale = WIDTH / max(sum(count for _, count in counts), 1)
    x, parts = 0.0, []
    for rung, count in counts:
        width = count * scale
        words = f"{count} {speech.wording.gettext(NAMES[rung])}"
        parts.append(Part(rung, count, x, width, text_width(words, SIZE, bold=True) + 6 < width))
        x += width
    words = ", ".join(f"{speech.wording.gettext(NAMES[rung])} {count}" for rung, count in counts)
    return ClimbRow(name, tuple(parts), words)


def _shades(rows: Sequence[ClimbRow], speech: Speech) -> tuple[Key, ...]:
    """The rungs in their order, each after the name of the one before it; none where every part is named."""
    parts = [part for row in rows for part in row.parts]
    if all(part.named for part in parts):
        return ()
    x, keys = 0.0, []
    for rung in NAMES:
        if any(part.rung == rung for part in parts):
            keys.append(Key(rung, x))
            x += text_width(speech.wording.gettext(NAMES[rung]), KEY_SIZE) + 34
    return tuple(keys)
