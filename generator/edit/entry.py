"""How an entry of a list is written as YAML: in braces over as few lines as fit, or key by key."""

import re
from collections.abc import Mapping, Sequence

WIDTH = 110
"""Columns that a line of a case file has."""
PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._/+-]|:(?! ))*(?<![ :])", re.ASCII)
"""A text that means itself without quotes, in braces too."""


class Quoted(str):
    """A text that stands in quotes whatever it says, such as a fingerprint of digits alone."""

    __slots__ = ()


Value = int | str | Sequence[str]
Entry = Mapping[str, Value]
"""An entry: its keys in the order in which they are written."""


def written(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, int):
        return str(value)
    if not isinstance(value, str):
        return f"[{', '.join(written(one) for one in value)}]"
    if isinstance(value, Quoted) or not PLAIN.fullmatch(value):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return value


def in_braces(entry: Entry, first: int, indent: int) -> list[str]:
    """The entry in braces, a new line begun where one would grow too wide.

    `first` is the column where it begins (from 0), `indent` that of its further lines.
    """
    lines, line, room = [], "{", WIDTH - first
    pairs = [f"{key}: {written(value)}" for key, value in entry.items()]
    for pair in [*(f"{pair}," for pair in pairs[:-1]), *(f"{pair}}}" for pair in pairs[-1:])]:
        if len(line) + 1 + len(pair) > room and line != "{":
            lines.append(line)
            line, room = " " * indent + pair, WIDTH
        else:
            line += pair if line == "{" else f" {pair}"
    return [*lines, line]


def key_by_key(entry: Entry, indent: int) -> list[str]:
    """The entry with a key on each line; all but the first line are indented."""
    first, *rest = (f"{key}: {written(value)}" for key, value in entry.items())
    return [first, *(" " * indent + line for line in rest)]


def texts(entry: Entry) -> dict[str, str | list[str]]:
    """What a reader finds in the entry once it is written."""
    return {
        key: str(value) if isinstance(value, int | str) else [str(one) for one in value]
        for key, value in entry.items()
    }
