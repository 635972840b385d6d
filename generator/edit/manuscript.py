"""The text of a file as it was typed, and the places in it where something is put in or taken out."""

import re
from dataclasses import dataclass, field

from generator.edit.entry import WIDTH, Value, lines_of, written
from generator.source.decoding import BYTE_ORDER_MARK
from generator.source.file import SourceFile
from generator.source.nodes import Mapping, Node, Scalar, Sequence

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
COMMENT = re.compile(r"(?:^|\s)#")

Spot = tuple[int, int]
"""A line from 1 and a column from 1, as in the tree of the file."""


@dataclass
class Manuscript:
    """A file's own lines, ends included, with what is to be put into them; nothing moves until `finished`."""

    mark: str
    lines: list[str]
    pieces: list[tuple[Spot, Spot, str]] = field(default_factory=list)

    @property
    def line_end(self) -> str:
        """How the file ends its lines."""
        first = self.lines[0] if self.lines else ""
        return first[len(first.rstrip("\r\n")) :] or "\n"

    def bare(self, number: int) -> str:
        """A line (from 1) without its end."""
        return self.lines[number - 1].rstrip("\r\n")

    def indent(self, number: int) -> int:
        """How many spaces a line begins with."""
        line = self.bare(number)
        return len(line) - len(line.lstrip(" "))

    def put_below(self, number: int, new: list[str]) -> None:
        """Puts whole lines below a line (from 1); 0 is the top of the file."""
        if number == 0:
            self.pieces.append(((1, 1), (1, 1), "".join(line + self.line_end for line in new)))
            return
        end = self.line_end
        if self.lines[number - 1] == self.bare(number):
            self.lines[number - 1] += end
        spot = (number, len(self.bare(number)) + 1)
        self.pieces.append((spot, spot, "".join(end + line for line in new)))

    def put_in(self, start: Spot, end: Spot, new: list[str]) -> None:
        """Puts a text in the place of what stands between two spots. LookupError where a comment would go."""
        if start != end and self._holds_comment(start, end):
            raise LookupError
        self.pieces.append((start, end, self.line_end.join(new)))

    def finished(self) -> str:
        """The text with every piece in its place; of two at one spot the first one given stands first."""
        lines = list(self.lines)
        in_order = sorted(self.pieces, key=lambda piece: piece[0])
        for start, end, new in reversed(in_order):
            (row, column), (last, behind) = start, end
            head = lines[row - 1][: column - 1] if lines else ""
            tail = lines[last - 1][behind - 1 :] if lines else ""
            lines[row - 1 : last] = [head + new + tail]
        return self.mark + "".join(lines)

    def _holds_comment(self, start: Spot, end: Spot) -> bool:
        (row, column), (last, behind) = start, end
        if self.bare(row)[column - 1 : column] in {'"', "'"}:
            return False
        lines = [self.bare(number) for number in range(row, last + 1)]
        lines[-1] = lines[-1][: behind - 1]
        lines[0] = lines[0][column - 1 :]
        return any(COMMENT.search(line) for line in lines)


def manuscript(text: str) -> Manuscript:
    """The manuscript of a file's text, its byte order mark kept aside."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    return Manuscript(mark, LINE.findall(text.removeprefix(mark)))


def starts_with(source: SourceFile, node: Node, bracket: str) -> bool:
    """Whether a bracket stands where a node begins, so that it is written in braces and not key by key."""
    line = source.text.split("\n")[node.line - 1] if source.text else ""
    return line[node.column - 1 :].startswith(bracket)


def add_to_flow(
    page: Manuscript, node: Mapping | Sequence, last: Node | None, key: str, value: Value
) -> None:
    """Puts a value behind the last of a group or list in brackets; `key` is `key: ` or nothing.

    It goes on the same line where it fits, else on one of its own.
    """
    row, column = (node.line, node.column + 1) if last is None else (last.end_line, last.end_column)
    inner = page.indent(row) + (2 if row == node.line else 0)
    lead = "" if last is None else ", "
    behind = page.bare(row)[column - 1 :].partition(" #")[0]
    if len(lead + key + written(value)) + len(behind) + column - 1 <= WIDTH or last is None:
        new = headed(lead + key, lines_of(value, column - 1 + len(lead + key), inner))
    else:
        new = [",", *lines_with(key, value, inner)]
    page.put_in((row, column), (row, column), new)


def lines_with(key: str, value: Value, indent: int) -> list[str]:
    """A key with its value on lines of their own that begin at a column (from 0)."""
    return headed(" " * indent + key, lines_of(value, indent + len(key), indent + 2))


def headed(head: str, lines: list[str]) -> list[str]:
    """The lines, the first of them behind a head."""
    return [head + lines[0], *lines[1:]]


def is_empty(node: Node | None) -> bool:
    """Whether nothing stands there: no key, or one whose value was left empty."""
    return node is None or (isinstance(node, Scalar) and node.is_null)
