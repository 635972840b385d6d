"""Comments that silence a finding: `# casewright: ignore CODE[, CODE]`, and the lines they speak of."""

import re
from collections.abc import Iterator

from generator.source.marked import Marked
from generator.source.nodes import Scalar
from generator.source.page import Page

MARK = "casewright:"
IGNORE = re.compile(
    r"(?:^|[ \t])#\s*casewright:\s*ignore[ \t]+([A-Za-z0-9-]+(?:[ \t]*,[ \t]*[A-Za-z0-9-]+)*)"
)


def ignores(page: Page, scalars: list[Scalar]) -> dict[int, frozenset[str]]:
    """The codes that comments silence, by line; `scalars` are those in quotes or block style, which hold no comments.

    A comment silences on its own line; one that stands alone on its line, on the next line that holds anything else.
    """
    if MARK not in page.text:
        return {}
    lines: dict[int, frozenset[str]] = {}
    for line, codes in comments(page, Marked(scalars)):
        lines[line] = lines.get(line, frozenset()) | codes
    return lines


def comments(page: Page, marked: Marked) -> Iterator[tuple[int, frozenset[str]]]:
    """Each comment's codes with the line that they are silenced on, from the last to the first."""
    content = 0
    for number in range(len(page.lines), 0, -1):
        line = page.line(number)
        found = IGNORE.search(line) if MARK in line else None
        if found and not marked.holds(number, line.index("#", found.start()) + 1):
            alone = not line[: found.start()].strip()
            codes = frozenset(name.strip() for name in found[1].split(","))
            yield (content or number) if alone else number, codes
        if line.strip() and not line.lstrip().startswith("#"):
            content = number
