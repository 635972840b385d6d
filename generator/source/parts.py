"""Finds the few lines of a file that hold what a path leads to, so that for its place the rest is not read again."""

import re

from generator.source.builder import tree_of
from generator.source.nodes import Data, Node, Path

FIRST = re.compile(r"^(?!---[ \t]*(?:#[^\n]*)?$)( *)[^\s#]", re.MULTILINE)
"""The first line that holds anything, behind the mark with which a document may begin."""
ABOVE_LIST = re.compile(r" *[\w-]+:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)-\s")
"""The line of a key and the beginning of the list on the lines below it."""

Span = tuple[int, int]
"""The lines from one index of a text to another."""


class Parts:
    """The trees of single parts of a file without fault: of the keys at its top, and of the items of lists below them.

    Each tree is that of the part's own lines, and its places are those in the whole file.
    """

    def __init__(self, text: str, data: Data) -> None:
        self.text, self.data = text, data
        self.keys: dict[str, Span] | None = None
        self.items: dict[str, list[Span]] = {}
        self.grown: dict[Span, Node | None] = {}

    def whole(self) -> Node | None:
        """The tree of the file."""
        return self.grow((0, len(self.text)))

    def around(self, path: Path) -> tuple[Node | None, Path]:
        """A tree and the way in it to what stands at a path in the file, or to its nearest parent."""
        if self.keys is None:
            self.keys = key_spans(self.text, self.data)
        first = str(path[0]) if path else ""
        if first not in self.keys:
            return self.whole(), path
        if first not in self.items:
            self.items[first] = item_spans(self.text, self.keys[first], self.data[first])
        if len(path) > 1 and path[1] in range(len(self.items[first])):
            return self.grow(self.items[first][int(path[1])]), (0, *path[2:])
        return self.grow(self.keys[first]), path

    def grow(self, span: Span) -> Node | None:
        """The tree of some lines alone; empty lines stand for those above."""
        if span not in self.grown:
            start, stop = span
            self.grown[span] = tree_of("\n" * self.text.count("\n", 0, start) + self.text[start:stop])
        return self.grown[span]


def key_spans(text: str, data: Data) -> dict[str, Span]:
    """The lines of each key at the top; none where the keys do not stand on lines of their own.

    Every key begins a line at the same indentation. Where no more lines than keys begin there, those are the keys'.
    """
    first = FIRST.search(text)
    if first is None or not isinstance(data, dict) or text[first.end() - 1] in "{-":
        return {}
    others = re.compile(rf"\n{first[1]}(?!-\s)[^\s#]").finditer(text, first.start())
    starts = [first.start(), *(line.start() + 1 for line in others)]
    return dict(zip(data, spans(starts, len(text)), strict=True)) if len(starts) == len(data) else {}


def item_spans(text: str, span: Span, data: Data) -> list[Span]:
    """The lines of each item of the list below a key; none where there is none, or it does not stand on lines of its own.

    As for keys: every item begins a line with its dash, at the same indentation.
    """
    above = ABOVE_LIST.match(text, *span)
    if above is None or not isinstance(data, list):
        return []
    others = re.compile(rf"\n{above[1]}-\s").finditer(text, above.start(1), span[1])
    starts = [above.start(1), *(line.start() + 1 for line in others)]
    return spans(starts, span[1]) if len(starts) == len(data) else []


def spans(starts: list[int], stop: int) -> list[Span]:
    """From each start to the next one, and from the last to the end."""
    return list(zip(starts, [*starts[1:], stop], strict=True))
