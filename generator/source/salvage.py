"""What can still be read of a file that is no YAML as it stands: all but the entries in which its faults are."""

import re
from dataclasses import replace

from generator.source.file import SourceFile
from generator.source.reader import read_text

ROUNDS = 20
"""How many entries are given up before the whole file is."""
KEY = re.compile(r"( *)[^\s#-][^#]*?:(?:\s|$)")


def salvaged(source: SourceFile, deepest: int = 2) -> SourceFile:
    """The file without the entries that keep it from being read, every other line where it stood; itself if whole.

    An entry is a key with all that is indented below it; `deepest` is the indentation (in spaces) of the smallest
    that is given up at once. Where nothing is left to read the file comes back as it was.
    """
    if source.root is not None:
        return source
    lines = source.text.split("\n")
    for _ in range(ROUNDS):
        left, findings = read_text(source.path, "\n".join(lines).encode("utf-8", "surrogatepass"))
        if left.root is not None:
            return replace(left, text=source.text)
        if not findings or not _blank(lines, findings[0].place.line, deepest):
            return source
    return source


def _blank(lines: list[str], number: int, deepest: int) -> bool:
    """Empties the entry that a line (from 1) belongs to; whether anything was there to empty."""
    row = min(number, len(lines)) - 1
    start = next((at for at in range(row, -1, -1) if _begins(lines[at], deepest)), None)
    if start is None:
        return False
    indent = _indent(lines[start])
    behind = range(start + 1, len(lines))
    end = next((at for at in behind if lines[at].strip() and _indent(lines[at]) <= indent), len(lines))
    gone = any(line.strip() for line in lines[start:end])
    lines[start:end] = [""] * (end - start)
    return gone


def _begins(line: str, deepest: int) -> bool:
    found = KEY.match(line)
    return found is not None and len(found[1]) <= deepest


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
