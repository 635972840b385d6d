"""A file with its keys in order and its white space even, every comment and the meaning kept."""

import re
from collections.abc import Mapping as Group
from dataclasses import dataclass, field

from generator.edit.editing import plain
from generator.edit.sections import first_line
from generator.errors import CasewrightError
from generator.source.decoding import BYTE_ORDER_MARK
from generator.source.file import SourceFile
from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.source.reader import read_text


@dataclass(frozen=True, slots=True)
class Order:
    """The order of a record's keys, and of the records behind them; a group by free keys has `each` and no keys."""

    keys: tuple[str, ...] = ()
    below: Group[str, "Order"] = field(default_factory=dict)
    each: "Order | None" = None


def formatted(path: str, data: bytes, order: Order) -> bytes:
    """The bytes of a file in order; the same bytes where they are.

    Raises CasewrightError where the file has faults, or reading the result again would show another meaning.
    """
    source = _read(path, data)
    text = data.decode("utf-8")
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    end = "\r\n" if "\r\n" in text.partition("\n")[0] + "\n" else "\n"
    lines = text.removeprefix(mark).replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    ordered = list(lines)
    if source.root is not None:
        _order(ordered, source.root, order, len(ordered))
    again = _read(path, "\n".join(ordered).encode())
    even = _even(ordered, again)
    result = (mark + end.join(even) + end).encode()
    if not _means_the_same(source, _read(path, result)) or _remarks(lines) != _remarks(even):
        raise CasewrightError(
            f"{path} is written in a way that leaves no sure order, so it was left as it is."
        )
    return result


def _read(path: str, data: bytes) -> SourceFile:
    source, _ = read_text(path, data)
    if source.root is None:
        raise CasewrightError(f"{path} has faults that `casewright check` names, so it was left as it is.")
    return source


def _means_the_same(one: SourceFile, other: SourceFile) -> bool:
    return bool(plain(one.root) == plain(other.root))


def _remarks(lines: list[str]) -> list[str]:
    """Every comment, to tell whether one was lost."""
    return sorted(found[0].strip() for line in lines if (found := re.search(r"(?:^|\s)#.*", line)))


def _order(lines: list[str], node: Node, order: Order | None, last: int) -> None:
    """Puts the keys of a node that stands on lines of its own in order, the deepest first; `last` is its last line."""
    if order is None or _is_in_brackets(lines, node):
        return
    if isinstance(node, Sequence):
        for item in node.items:
            _order(lines, item, order, item.end_line)
    elif isinstance(node, Mapping):
        for key, value in node.entries.items():
            _order(lines, value, order.each or order.below.get(key), value.end_line)
        if order.keys:
            _sort(lines, node, order.keys, last)


def _is_in_brackets(lines: list[str], node: Node) -> bool:
    return isinstance(node, Scalar) or lines[node.line - 1][node.column - 1 : node.column] in ("{", "[")


def _sort(lines: list[str], node: Mapping, keys: tuple[str, ...], last: int) -> None:
    """Moves each key with its value and the comments right above it. All keys stand on lines of their own."""
    places = {key: at for at, key in enumerate(keys)}
    found = list(node.entries)
    wanted = sorted(found, key=lambda key: places.get(key, len(places)))
    starts = [first_line(lines, node, at) for at in range(len(found))]
    ends = [*(start - 1 for start in starts[1:]), _end(node, last)]
    if wanted == found or len({*starts}) < len(starts):
        return
    head = lines[node.line - 1][: node.column - 1]
    dash = head if head.strip() else ""
    parts = {key: lines[start - 1 : end] for key, start, end in zip(found, starts, ends, strict=True)}
    if dash:
        if not parts[wanted[0]][0].startswith(f"{' ' * len(dash)}{wanted[0]}"):
            return
        first = parts[found[0]]
        first[0] = " " * len(dash) + first[0][len(dash) :]
    moved = [line for key in wanted for line in parts[key]]
    if dash:
        moved[0] = dash + moved[0][len(dash) :]
    lines[starts[0] - 1 : ends[-1]] = moved


def _end(node: Mapping, last: int) -> int:
    """The last line of the last key's part: what stands at the end behind a blank line stays there."""
    return min(last, list(node.entries.values())[-1].end_line)


def _even(lines: list[str], source: SourceFile) -> list[str]:
    """The lines without white space at their ends, with one blank line at most, and none at the top and the bottom."""
    inside = set(_inside(source.root))
    even: list[str] = []
    for number, line in enumerate(lines, 1):
        bare = line if number in inside else line.rstrip(" \t")
        if bare or number in inside or (even and even[-1]):
            even.append(bare)
    while even and not even[-1]:
        even.pop()
    return even


def _inside(node: Node | None) -> list[int]:
    """The numbers of the lines that hold a part of a text which goes on: white space may mean something there."""
    if isinstance(node, Mapping):
        return [line for value in node.entries.values() for line in _inside(value)]
    if isinstance(node, Sequence):
        return [line for item in node.items for line in _inside(item)]
    return list(range(node.line, node.end_line + 1)) if node and node.end_line > node.line else []
