"""A page as it looks, for what its drawing instructions do not tell: how strong a group of things comes out."""

from functools import cached_property
from typing import Any

from generator.inspect.pdf_shapes import Box

SCALE = 1.5
"""Dots for each point: enough to find the strokes of a small letter."""
TRACE = 24
"""How much darker than the lightest dot of a box its darkest is at least, of 255, where something can be seen in it."""


class Picture:
    """An open page of pypdfium2, painted in grey when it is looked at first."""

    def __init__(self, page: Any) -> None:
        self.page = page

    @cached_property
    def _dots(self) -> tuple[bytes, int, int]:
        """The grey of every dot, line by line from the top, and how many stand in a line and in a column."""
        bitmap = self.page.render(scale=SCALE, grayscale=True)
        lines = bytes(bitmap.buffer)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        bitmap.close()
        return b"".join(lines[row * stride : row * stride + width] for row in range(height)), width, height

    def shows_anything(self, box: Box) -> bool:
        """Whether anything stands out in a part of the page; a part that is off it is for others to find."""
        dots, width, height = self._dots
        left, right = max(int(box.left * SCALE), 0), min(int(box.right * SCALE) + 1, width)
        top, bottom = max(int(height - box.top * SCALE), 0), min(int(height - box.bottom * SCALE) + 1, height)
        part = b"".join(dots[row * width + left : row * width + right] for row in range(top, bottom))
        return not part or max(part) - min(part) >= TRACE
