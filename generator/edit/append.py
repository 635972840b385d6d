"""Adds an entry to a list of a case file, and proves by reading it again that nothing else has changed.

Our own places do this rather than yamltrip 0.6, which of fourteen common layouts refused two (dashes below their key
with a comment after them, brackets over several lines), moved the comment behind an entry in three, and mixed the line
ends of a file from Windows.
"""

import re
from typing import Any

from generator.edit.entry import Entry, in_braces, key_by_key, texts
from generator.errors import CasewrightError
from generator.source.decoding import BYTE_ORDER_MARK
from generator.source.nodes import Mapping, Node, Scalar, Sequence, SourceFile
from generator.source.reader import read_text

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


def appended(path: str, data: bytes, key: str, entry: Entry) -> bytes:
    """The bytes of a file with the entry added as the last of the list under one of its top keys.

    A list that is not there yet is put at the end. Raises CasewrightError, with the lines to add by hand, where the
    file is written in a way that leaves no sure place.
    """
    source, _ = read_text(path, data)
    try:
        text = data.decode("utf-8")
        changed = _inserted(source, text, key, entry).encode("utf-8")
    except (UnicodeDecodeError, LookupError):
        raise by_hand(path, key, entry) from None
    if not _only_added(source, read_text(path, changed), key, entry):
        raise by_hand(path, key, entry)
    return changed


def by_hand(path: str, key: str, entry: Entry) -> CasewrightError:
    """The refusal, with what to type instead."""
    lines = "\n".join(f"    {line}" for line in in_braces(entry, 6, 4))
    return CasewrightError(
        f"{path} is written in a way that leaves no sure place for another entry of `{key}`, so it was left as it is. "
        f"Put the list on lines of its own, each entry behind a dash, and run this again; the entry would be:\n{lines}"
    )


def _inserted(source: SourceFile, text: str, key: str, entry: Entry) -> str:
    """The file's own text with the entry in its place. LookupError where there is no sure place."""
    root = source.root
    if not isinstance(root, Mapping) or _at(source, root).startswith("{"):
        raise LookupError
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    lines = LINE.findall(text.removeprefix(mark))
    node = root.entries.get(key)
    if node is None:
        lead = " " * (root.column - 1)
        _put_below(lines, root.end_line, [f"{lead}{key}:", *_behind_dash(entry, root.column + 1)])
    elif isinstance(node, Sequence) and not _at(source, node).startswith("["):
        last = node.items[-1]
        braces = not isinstance(last, Mapping) or _at(source, last).startswith("{")
        _put_below(lines, last.end_line, _behind_dash(entry, node.column - 1, braces))
    else:
        _put_in_line(lines, node, entry)
    return mark + "".join(lines)


def _behind_dash(entry: Entry, indent: int, braces: bool = True) -> list[str]:
    """The lines of an entry behind a dash that stands at a column (from 0)."""
    lines = in_braces(entry, indent + 2, indent + 2) if braces else key_by_key(entry, indent + 2)
    return [f"{' ' * indent}- {lines[0]}", *lines[1:]]


def _put_below(lines: list[str], number: int, new: list[str]) -> None:
    """Puts whole lines below a line (from 1)."""
    end = _line_end(lines)
    if not lines[number - 1].endswith(("\n", "\r")):
        lines[number - 1] += end
    lines[number:number] = [line + end for line in new]


def _line_end(lines: list[str]) -> str:
    """How the file ends its lines."""
    return lines[0][len(lines[0].rstrip("\r\n")) :] or "\n"


def _put_in_line(lines: list[str], node: Node, entry: Entry) -> None:
    """Puts the entry into a list in brackets, or a bracketed one in the place of a value that holds nothing."""
    if isinstance(node, Sequence) and node.items:
        last = node.items[-1]
        row, start, end, before, after = last.end_line, last.end_column, last.end_column, ", ", ""
    elif isinstance(node, Sequence):
        row, start, end, before, after = node.line, node.column + 1, node.column + 1, "", ""
    elif isinstance(node, Scalar) and node.is_null:
        row, start, end, before, after = node.line, node.column, node.end_column, "[", "]"
        before = before if node.text else " ["
    else:
        raise LookupError
    line = lines[row - 1]
    indent = len(line) - len(line.lstrip(" ")) + 4
    new = _line_end(lines).join(in_braces(entry, start + len(before), indent))
    lines[row - 1] = line[: start - 1] + before + new + after + line[end - 1 :]


def _at(source: SourceFile, node: Node) -> str:
    """What stands where a node begins."""
    return source.text.split("\n")[node.line - 1][node.column - 1 :]


def _only_added(before: SourceFile, after: tuple[SourceFile, list[Any]], key: str, entry: Entry) -> bool:
    """Whether the file as read again holds all it held, and the entry last in its list."""
    old, new = _plain(before.root), _plain(after[0].root)
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    known = old.get(key) or []
    return new == {**old, key: [*known, texts(entry)]}


def _plain(node: Node | None) -> Any:
    """A tree as texts, lists and dicts. Line ends behind a text count for nothing, here as in the model."""
    if isinstance(node, Mapping):
        return {key: _plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    if node is None or node.is_null:
        return None
    return node.text.rstrip("\n")
