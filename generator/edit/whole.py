"""A new file written whole from plain data: short texts on their line, long ones as blocks, lists behind dashes."""

import re
from collections.abc import Mapping, Sequence

from generator.edit.entry import WIDTH, Entry, Quoted, Value, written
from generator.source.quoting import UNSAFE, quoted

NOT_IN_BLOCK = re.compile(r"\A\s|[ \t]$|^ *\t", re.MULTILINE)
"""Lines that a block of text cannot hold as they are, or would hold in a way that nobody sees."""


def whole(entry: Entry, head: str = "") -> str:
    """The text of a file with these keys in this order, `head` above them; a line end behind the last."""
    return head + "".join(f"{line}\n" for line in _keys(entry, 0))


def _keys(entry: Entry, indent: int) -> list[str]:
    """A group of keys, each on lines of its own."""
    return [line for key, value in entry.items() for line in _pair(key, value, indent)]


def _pair(key: str, value: Value, indent: int) -> list[str]:
    lead = f"{' ' * indent}{key}:"
    if isinstance(value, str):
        first, *rest = _text(value, indent + 2)
        return [f"{lead} {first}", *rest]
    if isinstance(value, int) or not value:
        return [f"{lead} {written(value)}"]
    if _is_short_list(value) and len(line := f"{lead} {written(value)}") <= WIDTH:
        return [line]
    if isinstance(value, Mapping):
        return [lead, *_keys(value, indent + 2)]
    return [lead, *(line for one in value for line in _item(one, indent + 2))]


def _is_short_list(value: Value) -> bool:
    """Whether a value is a list of texts that each fit a line."""
    return isinstance(value, Sequence) and all(isinstance(one, str) and not _long(one) for one in value)


def _item(value: Value, indent: int) -> list[str]:
    """One entry of a list behind its dash: in braces where that fits a line."""
    dash = f"{' ' * indent}- "
    if isinstance(value, str):
        first, *rest = _text(value, indent + 2)
        return [dash + first, *rest]
    if not isinstance(value, Mapping):
        return [dash + written(value)]
    if not _long(value) and len(line := dash + written(value)) <= WIDTH:
        return [line]
    lines = _keys(value, indent + 2)
    return [dash + lines[0].lstrip(), *lines[1:]]


def _long(value: Value) -> bool:
    """Whether a value holds a text that wants lines of its own."""
    if isinstance(value, str):
        return "\n" in value or UNSAFE.search(value) is not None
    if isinstance(value, Mapping):
        return any(_long(one) for one in value.values())
    return isinstance(value, Sequence) and any(_long(one) for one in value)


def _text(text: str, indent: int) -> list[str]:
    """A text: as a block where it has several lines, in quotes where it needs them."""
    bare = text.replace("\n", "")
    if "\n" not in text or isinstance(text, Quoted):
        return [quoted(text) if UNSAFE.search(text) else written(text)]
    if UNSAFE.search(bare) or NOT_IN_BLOCK.search(text) or text != text.strip("\n"):
        return [quoted(text)]
    return ["|-", *(" " * indent + line if line else "" for line in text.split("\n"))]
