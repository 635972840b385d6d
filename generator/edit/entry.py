"""How a value is written as YAML: on one line, in braces over as few lines as fit, or key by key."""

import re
from collections.abc import Mapping, Sequence

WIDTH = 110
"""Columns that a line of a case file has."""
PLAIN = re.compile(r"[^\W_](?:[\w ./+()-]|:(?! ))*(?<![ :])|\+[0-9][0-9 ().x-]*(?<! )")
"""A text that means itself without quotes, in braces too; a telephone number is one."""
NO_TEXT = frozenset({"null", "Null", "NULL"})
"""Words that count as not written where no quotes stand around them."""


class Quoted(str):
    """A text that stands in quotes whatever it says, such as a fingerprint of digits alone."""

    __slots__ = ()


Value = int | str | Sequence["Value"] | Mapping[str, "Value"]
"""What can be written: a number, a text, a list, or keys in the order in which they are written."""
Entry = Mapping[str, Value]
"""Keys in the order in which they are written."""


def written(value: Value) -> str:
    """A value on one line."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {written(one)}' for key, one in value.items())}}}"
    if not isinstance(value, str):
        return f"[{', '.join(written(one) for one in value)}]"
    if isinstance(value, Quoted) or value in NO_TEXT or not PLAIN.fullmatch(value):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return value


def in_braces(entry: Entry, first: int, indent: int) -> list[str]:
    """The entry in braces, a new line begun where one would grow too wide.

    `first` is the column where it begins (from 0), `indent` that of its further lines.
    """
    pairs = [f"{key}: {written(value)}" for key, value in entry.items()]
    return wrapped("{", pairs, "}", first, indent)


def wrapped(begin: str, parts: Sequence[str], end: str, first: int, indent: int) -> list[str]:
    """Parts between brackets, with commas, over as few lines as fit; columns as for `in_braces`."""
    lines, line, room = [], begin, WIDTH - first
    for part in [*(f"{part}," for part in parts[:-1]), *(f"{part}{end}" for part in parts[-1:])]:
        if len(line) + 1 + len(part) > room and line != begin:
            lines.append(line)
            line, room = " " * indent + part, WIDTH
        else:
            line += part if line == begin else f" {part}"
    return [*lines, line if parts else begin + end]


def lines_of(value: Value, first: int, indent: int) -> list[str]:
    """Any value as one or several lines; only a group of keys and a list of such are spread over several."""
    if isinstance(value, Mapping):
        return in_braces(value, first, indent)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return wrapped("[", [written(one) for one in value], "]", first, indent)
    return [written(value)]


def key_by_key(entry: Entry, indent: int) -> list[str]:
    """The entry with a key on each line; all but the first line are indented."""
    first, *rest = (f"{key}: {written(value)}" for key, value in entry.items())
    return [first, *(" " * indent + line for line in rest)]


def texts(value: Value) -> object:
    """What a reader finds in the value once it is written: texts, lists and dicts."""
    if isinstance(value, Mapping):
        return {key: texts(one) for key, one in value.items()}
    if isinstance(value, int | str):
        return str(value)
    return [texts(one) for one in value]
