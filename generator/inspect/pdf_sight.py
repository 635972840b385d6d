"""What of a page's text cannot be read on it: off the paper, cut off, without colour or size, covered or overprinted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from generator.inspect.pdf_picture import Picture
from generator.inspect.pdf_shapes import Box, Colour, Run, Surface

EDGE = 1.0
"""Points by which a letter may lie over an edge: its box is larger than what is drawn of it."""
SMALLEST = 3.0
"""Points of a type's size below which nobody reads a letter."""
FAINTEST = 0.1
"""The least share of full strength that can be seen."""
LEAST_CONTRAST = 1.3
"""The least contrast (WCAG 2.2) of a text that is there at all; whether it suffices is the style sheet's matter."""
MUCH = 0.45
"""The share of a letter's height that another may lie over: accents and tails of two lines may touch."""
A_RIM = 0.15
"""The share of a letter's height that may be cut off."""
WHITE: Colour = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Sight:
    """Whether a page's text is off the paper or cut off, the first words that are unseen, and that are overprinted."""

    is_clipped: bool
    unseen: str
    overprinted: str


def sight_of(page: Any, runs_and_surfaces: Sequence[Run | Surface], text: Any) -> Sight:
    """How the text of an open page of pypdfium2 can be read, by all that is drawn on it; `text` is its text page."""
    paper = Box(0.0, 0.0, *page.get_size())
    runs: list[Run] = []
    unseen: Run | None = None
    surfaces: list[Surface] = []
    picture = Picture(page)
    for one in runs_and_surfaces:
        if isinstance(one, Surface):
            surfaces.append(one)
            unseen = unseen or next((run for run in runs if _hides(one, run)), None)
        else:
            runs.append(one)
            unseen = unseen or (None if _stands_out(one, surfaces, picture) else one)
    over = _overprinted(runs, text)
    cut = any(_is_cut(one, paper) for one in runs)
    return Sight(cut, unseen.words(text) if unseen else "", over.words(text) if over else "")


def _is_cut(run: Run, paper: Box) -> bool:
    """Whether a text reaches over the paper, or a clip takes from it more than the rim of its letters."""
    if not paper.covers(run.box, EDGE):
        return True
    shown = run.shown
    if shown is run.box:
        return False
    lost = run.box.height - shown.height
    return run.box.width - shown.width > EDGE or lost > max(A_RIM * run.box.height, EDGE)


def _stands_out(run: Run, under: Sequence[Surface], picture: Picture) -> bool:
    """Whether a text has strength, size and a colour of its own against what lies under it."""
    if run.is_in_group and not picture.shows_anything(run.box):
        return False
    if not run.has_ink or run.alpha < FAINTEST or run.size < SMALLEST:
        return False
    middle = run.box.middle
    for one in reversed(under):
        if one.box.holds(middle) and one.alpha >= FAINTEST and one.lies_at(middle):
            ground = None if one.colour is None else _mixed(one.colour, one.alpha)
            return ground is None or _contrast(run.colour, ground) >= LEAST_CONTRAST
    return _contrast(run.colour, WHITE) >= LEAST_CONTRAST


def _hides(surface: Surface, run: Run) -> bool:
    """Whether a surface lies on all of a text."""
    if surface.alpha < 1 - FAINTEST or not surface.box.covers(run.box, EDGE / 2):
        return False
    inner = Box(*(part for part in _shrunk(run.box)))
    return all(surface.lies_at(point) for point in (run.box.middle, *inner.corners))


def _shrunk(box: Box) -> tuple[float, float, float, float]:
    across, up = box.width / 10, box.height / 10
    return box.left + across, box.bottom + up, box.right - across, box.top - up


def _overprinted(runs: Sequence[Run], text: Any) -> Run | None:
    """A text that lies over another one: over much of its height, and over more than a thin letter.

    An accent that comes from a font of its own has its place over its letter.
    """
    by_height = sorted(runs, key=lambda run: run.box.bottom)
    for place, run in enumerate(by_height):
        one = run.box
        for other in islice(by_height, place + 1, None):
            if other.box.bottom > one.top:
                break
            if _collide(one, other.box) and _has_letters(run, text) and _has_letters(other, text):
                return run
    return None


def _has_letters(run: Run, text: Any) -> bool:
    return any(map(str.isalnum, run.words(text)))


def _collide(one: Box, other: Box) -> bool:
    if other.left >= one.right or one.left >= other.right:
        return False
    shared, least = one.common(other), MUCH * min(one.height, other.height)
    return shared.height > least and shared.width > least


@lru_cache(maxsize=256)
def _contrast(one: Colour | None, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    lights = sorted((_luminance(one or WHITE), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: Colour) -> float:
    """How light a colour is, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(colour: Colour, alpha: float) -> Colour:
    """A colour of some strength on white paper."""
    red, green, blue = (part * alpha + 1 - alpha for part in colour)
    return (red, green, blue)
