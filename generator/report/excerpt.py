"""The line that a finding is about, cut to a width, and the carets that go under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.finding import Place
from generator.lines import lines_of
from generator.report.printable import cells, visible

WIDTH = 100
"""Columns of a terminal that an excerpt may take; a longer line is cut around the caret."""
BEFORE = 40
"""Columns kept before the caret when a line is cut."""
TAB = "    "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One printable line, and the columns before and under its carets, counted as a terminal does."""

    line: str
    before: int
    under: int


def excerpt(text: str, place: Place) -> Excerpt | None:
    """What to show of a file for a place in it; None where it has no such line or nothing stands there."""
    lines = lines_of(text)
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return None
    line = lines[place.line - 1]
    start = min(place.column - 1, len(line))
    stop = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    return cut(line, start, max(start + 1, stop))


def cut(line: str, start: int, stop: int) -> Excerpt:
    """The printable part of a line around its characters from `start` up to `stop`."""
    first, last = window(line, start)
    shown = all_shown(line[first:last])
    head = "" if first == 0 else "…"
    tail = "" if last == len(line) else "…"
    before = len(head) + cells("".join(shown[: start - first]))
    under = cells("".join(shown[start - first : stop - first]))
    return Excerpt((head + "".join(shown) + tail).rstrip(), before, max(1, under))


def window(line: str, start: int) -> tuple[int, int]:
    """From which up to which character a line is shown so that it fits and holds the one at `start`."""
    if len(line) <= WIDTH and cells("".join(all_shown(line))) <= WIDTH:
        return 0, len(line)
    first = start - fitting(line[max(0, start - WIDTH) : start][::-1], BEFORE)
    return first, first + fitting(line[first : first + WIDTH], WIDTH)


def fitting(chars: str, room: int) -> int:
    """How many of the characters fit into that many columns, counted from the first."""
    for count, shown in enumerate(all_shown(chars)):
        room -= cells(shown)
        if room < 0:
            return count
    return len(chars)


def all_shown(chars: str) -> Sequence[str]:
    """Each character as an excerpt shows it; a tab is four columns wherever it stands."""
    if chars.isascii() and chars.isprintable():
        return chars
    return [TAB if char == "\t" else visible(char) for char in chars]
