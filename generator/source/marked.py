"""Where the scalars of a file stand, so that what is inside one is known for text."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from generator.source.nodes import Node, Scalar, Sequence
from generator.source.page import Page


class Plain(NamedTuple):
    """A value or key without quotes, and whether it stands inside brackets."""

    scalar: Scalar
    brackets: bool


class Marked:
    """The spans of some scalars, in the order of the file."""

    def __init__(self, scalars: list[Scalar]) -> None:
        self.starts = [(scalar.line, scalar.column) for scalar in scalars]
        self.ends = [(scalar.end_line, scalar.end_column) for scalar in scalars]

    def holds(self, line: int, column: int) -> bool:
        """Whether a place is inside one of them."""
        at = bisect_right(self.starts, (line, column)) - 1
        return at >= 0 and (line, column) < self.ends[at]

    def begins(self, line: int, column: int) -> bool:
        """Whether one of them begins at a place."""
        at = bisect_right(self.starts, (line, column)) - 1
        return at >= 0 and self.starts[at] == (line, column)


def plain_scalars(page: Page, root: Node) -> Iterator[Plain]:
    """Every value and key without quotes."""
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, brackets = stack.pop()
        if isinstance(node, Scalar):
            if node.plain:
                yield Plain(node, brackets)
            continue
        brackets = brackets or page.line(node.line)[node.column - 1 : node.column] in ("[", "{")
        children = node.items if isinstance(node, Sequence) else [*node.keys.values(), *node.entries.values()]
        stack.extend((child, brackets) for child in children)
