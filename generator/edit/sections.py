"""Where the part of a key begins in a group on lines of its own, comments above it included, and where a new one goes."""

from collections.abc import Sequence

from generator.edit.modeline import MODELINE
from generator.source.nodes import Mapping


def first_line(lines: Sequence[str], node: Mapping, at: int) -> int:
    """The first line (from 1) of the part of a group's key: comments right above it, and a blank line above those."""
    keys = list(node.keys.values())
    line = keys[at].line
    floor = keys[at - 1].line if at else 0
    if at:
        floor = max(floor, list(node.entries.values())[at - 1].end_line)
    elif lines[node.line - 1][: node.column - 1].strip():
        return line
    while line - 1 > floor and _is_above(lines[line - 2], node.column):
        line -= 1
    if at:
        while line - 1 > floor and not lines[line - 2].strip():
            line -= 1
    return line


def next_key(node: Mapping, key: str, order: Sequence[str]) -> int | None:
    """The index (from 0) of the key of a group before which a new one goes; None where it goes behind the last.

    It goes behind the last that the order has before it, so that a group in order stays so.
    """
    if key not in order:
        return None
    places = {name: at for at, name in enumerate(order)}
    before = [at for at, name in enumerate(node.entries) if places.get(name, len(order)) < places[key]]
    at = max(before, default=-1) + 1
    return at if 0 < at < len(node.entries) else None


def _is_above(line: str, column: int) -> bool:
    """Whether a line is a comment that belongs to the key below it."""
    return line.startswith(" " * (column - 1) + "#") and not line.startswith(MODELINE)
