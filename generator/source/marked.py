"""Where the quoted and block scalars of a file stand, so that a `#` inside one is known for text."""

from bisect import bisect_right

from generator.source.nodes import Scalar


class Marked:
    """The spans of scalars in quotes or block style, in the order of the file."""

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
