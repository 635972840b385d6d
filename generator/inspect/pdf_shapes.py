"""What is drawn on a page of a PDF, in order: stretches of text, and the surfaces under and over them."""

from collections.abc import Iterator
from ctypes import c_float, c_int, c_uint, c_ushort
from dataclasses import dataclass
from functools import cached_property
from math import hypot
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

UNDRAWN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
Colour = tuple[float, float, float]
"""Red, green and blue, 0 to 1."""
Point = tuple[float, float]
Outline = list[list[Point]]
"""The corners of each part of a path; curves are taken for the lines between their ends."""
Move = tuple[float, float, float, float, float, float]
"""The six numbers of a transformation, as in PDF."""
STAY: Move = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def corners(self) -> list[Point]:
        """Its four corners."""
        return [(across, up) for across in (self.left, self.right) for up in (self.bottom, self.top)]

    @property
    def middle(self) -> Point:
        """The point in the middle of it."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def common(self, other: "Box") -> "Box":
        """What both cover; of no width or height where that is nothing."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(
            left, bottom, max(min(self.right, other.right), left), max(min(self.top, other.top), bottom)
        )

    def covers(self, other: "Box", slack: float) -> bool:
        """Whether the other lies in it but for so many points on each side."""
        return (
            self.left - slack <= other.left
            and self.bottom - slack <= other.bottom
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top


@dataclass(frozen=True)
class Drawn:
    """One thing that is drawn: where its ink is, its colour (None for a picture) and its strength, 0 to 1.

    `found` is the engine's own handle, which holds while the page is open; `move` is what its forms do to it.
    """

    box: Box
    colour: Colour | None
    alpha: float
    found: Any
    move: Move

    @cached_property
    def clips(self) -> list[Outline]:
        """The outlines outside of which nothing of it is seen."""
        path = pdfium.FPDFPageObj_GetClipPath(self.found)
        return [
            _outline(
                [
                    pdfium.FPDFClipPath_GetPathSegment(path, index, one)
                    for one in range(pdfium.FPDFClipPath_CountPathSegments(path, index))
                ],
                self.move,
            )
            for index in range(pdfium.FPDFClipPath_CountPaths(path))
        ]


@dataclass(frozen=True)
class Run(Drawn):
    """A stretch of text: the size of its type as it comes out, in points, and whether it leaves any ink.

    `is_in_group` says that it is painted with others as one, whose strength the engine does not tell.
    """

    size: float
    has_ink: bool
    is_in_group: bool

    def words(self, text: Any) -> str:
        """What it says, in one line; `text` is the text page of its page."""
        size = pdfium.FPDFTextObj_GetText(self.found, text.raw, None, 0)
        held = (c_ushort * (size // 2 + 1))()
        pdfium.FPDFTextObj_GetText(self.found, text.raw, held, size)
        return " ".join(bytes(held).decode("utf-16-le", "replace").replace("\0", "").split())

    @property
    def shown(self) -> Box:
        """What its clips let through of its box."""
        box = self.box
        for outline in self.clips:
            points = [point for part in outline for point in part]
            if points:
                box = box.common(_around(points))
        return box


@dataclass(frozen=True)
class Surface(Drawn):
    """A filled shape or a picture."""

    is_path: bool

    def lies_at(self, point: Point) -> bool:
        """Whether it is there at a point, by its own outline and by all of its clips."""
        if not self.box.holds(point):
            return False
        return all(is_within(point, outline) for outline in self._outlines)

    @cached_property
    def _outlines(self) -> list[Outline]:
        """Its own outline, where it has one, and those of its clips."""
        if not self.is_path:
            return self.clips
        count = pdfium.FPDFPath_CountSegments(self.found)
        segments = [pdfium.FPDFPath_GetPathSegment(self.found, one) for one in range(count)]
        own = _times(_matrix(self.found), self.move)
        return [_outline(segments, own), *self.clips]


def drawn_on(page: Any) -> Iterator[Run | Surface]:
    """Everything on an open page of pypdfium2 in the order in which it is drawn."""
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        yield from _of_object(pdfium.FPDFPage_GetObject(page.raw, index), STAY, is_in_group=False)


def is_within(point: Point, outline: Outline) -> bool:
    """Whether a point lies in an outline, by the even-odd rule."""
    across, up = point
    crossed = 0
    for part in outline:
        for (x1, y1), (x2, y2) in zip(part, part[1:] + part[:1], strict=True):
            if (y1 > up) != (y2 > up) and across < (x2 - x1) * (up - y1) / (y2 - y1) + x1:
                crossed += 1
    return crossed % 2 == 1


def _of_object(found: Any, move: Move, *, is_in_group: bool) -> Iterator[Run | Surface]:
    kind = pdfium.FPDFPageObj_GetType(found)
    if kind == pdfium.FPDF_PAGEOBJ_FORM:
        inner = _times(_matrix(found), move)
        is_group = is_in_group or bool(pdfium.FPDFPageObj_HasTransparency(found))
        for index in range(pdfium.FPDFFormObj_CountObjects(found)):
            yield from _of_object(pdfium.FPDFFormObj_GetObject(found, index), inner, is_in_group=is_group)
    elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
        has_ink = pdfium.FPDFTextObj_GetTextRenderMode(found) not in UNDRAWN
        yield Run(_box(found, move), *_colour(found), found, move, _size(found, move), has_ink, is_in_group)
    elif kind == pdfium.FPDF_PAGEOBJ_PATH and _is_filled(found):
        yield Surface(_box(found, move), *_colour(found), found, move, is_path=True)
    elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
        yield Surface(_box(found, move), None, 1.0, found, move, is_path=False)


def _box(found: Any, move: Move) -> Box:
    left, bottom, right, top = (c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(found, left, bottom, right, top)
    box = Box(left.value, bottom.value, right.value, top.value)
    return box if move is STAY else _around([_moved(point, move) for point in box.corners])


def _around(points: list[Point]) -> Box:
    acrosses, ups = [across for across, _ in points], [up for _, up in points]
    return Box(min(acrosses), min(ups), max(acrosses), max(ups))


def _moved(point: Point, move: Move) -> Point:
    a, b, c, d, e, f = move
    return point[0] * a + point[1] * c + e, point[0] * b + point[1] * d + f


def _matrix(found: Any) -> Move:
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(found, own)
    return own.a, own.b, own.c, own.d, own.e, own.f


def _times(first: Move, then: Move) -> Move:
    """Two transformations, one after the other."""
    if then is STAY:
        return first
    a, b, c, d, e, f = first
    left, up = _moved((a, b), (*then[:4], 0.0, 0.0)), _moved((c, d), (*then[:4], 0.0, 0.0))
    return (*left, *up, *_moved((e, f), then))


def _size(found: Any, move: Move) -> float:
    size, own = c_float(), _times(_matrix(found), move)
    pdfium.FPDFTextObj_GetFontSize(found, size)
    return float(size.value * hypot(own[2], own[3]))


def _colour(found: Any) -> tuple[Colour, float]:
    red, green, blue, alpha = (c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(found, red, green, blue, alpha)
    return (red.value / 255, green.value / 255, blue.value / 255), alpha.value / 255


def _is_filled(found: Any) -> bool:
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(found, fill, stroke)
    return bool(fill.value)


def _outline(segments: list[Any], move: Move) -> Outline:
    outline: Outline = []
    for segment in segments:
        across, up = c_float(), c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, across, up)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not outline:
            outline.append([])
        outline[-1].append(_moved((across.value, up.value), move))
    return outline
