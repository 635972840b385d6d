"""The lines of a Markdown file in the parts its headings make, fenced code never taken for a heading."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

FENCE = re.compile(r"\s*(`{3,}|~{3,})")
HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(.*)")
RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|)*\s*:?-{2,}:?\s*\|?\s*")
"""The line between the head of a table and its rows."""
BAR = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source: its number (from 1), its text, and whether it stands in fenced code."""

    number: int
    text: str
    fenced: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a heading, up to the next; level 0 is what stands before the first."""

    level: int
    heading: str
    line: int
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its text without the heading."""
        return text_of(self.lines)


def lines_of(text: str, first: int = 1) -> list[Line]:
    """The lines of a text, numbered from `first`."""
    lines, fence = [], ""
    for number, line in enumerate(text.splitlines(), first):
        found = FENCE.match(line)
        mark = found[1] if found else ""
        lines.append(Line(number, line, bool(fence or mark)))
        if fence and mark.startswith(fence) and not line.strip().strip(mark[0]):
            fence = ""
        elif not fence:
            fence = mark
    return lines


def parts_of(lines: list[Line]) -> list[Part]:
    """The parts that the headings make, in order."""
    parts: list[Part] = []
    held: list[Line] = []
    level, heading, start = 0, "", lines[0].number if lines else 1
    for line in lines:
        found = None if line.fenced else HEADING.match(line.text)
        if found is None:
            held.append(line)
            continue
        parts.append(Part(level, heading, start, tuple(held)))
        level, heading, start, held = len(found[1]), found[2], line.number, []
    return [*parts, Part(level, heading, start, tuple(held))]


def items_of(lines: tuple[Line, ...]) -> Iterator[tuple[int, str]]:
    """The items of the lists among some lines, each with its number and its further lines joined."""
    held: list[str] = []
    start = 0
    for line in lines:
        found = None if line.fenced else ITEM.match(line.text)
        if found:
            if held:
                yield start, " ".join(held)
            start, held = line.number, [found[1].strip()]
        elif held and line.text.strip():
            held.append(line.text.strip())
        elif held:
            yield start, " ".join(held)
            held = []
    if held:
        yield start, " ".join(held)


def table_rows(lines: tuple[Line, ...]) -> Iterator[tuple[int, list[str], bool]]:
    """The rows of the tables among some lines: the number of each, its cells, and whether it is the head."""
    for at, line in enumerate(lines):
        if line.fenced or not line.text.lstrip().startswith("|") or RULE.fullmatch(line.text):
            continue
        cells = [cell.strip().replace("\\|", "|") for cell in BAR.split(line.text.strip().strip("|"))]
        yield line.number, cells, at + 1 < len(lines) and RULE.fullmatch(lines[at + 1].text) is not None


def text_of(lines: tuple[Line, ...] | list[Line]) -> str:
    """Lines as one text, without blank ones at its ends."""
    return "\n".join(line.text.rstrip() for line in lines).strip("\n")
