"""Finds the traps that a file fell into without YAML saying a word: text cut short, swallowed or misread."""

import re
from collections.abc import Iterator

from generator.finding import Finding
from generator.source.builder import Tree
from generator.source.cuts import cut_at_hashes, glued_comments
from generator.source.marked import Marked, Plain, plain_scalars
from generator.source.nodes import Scalar
from generator.source.page import Page
from generator.source.quoting import shown
from generator.source.traps import (
    COMMA_IN_TEXT,
    DASH,
    LINE_SWALLOWED,
    ODD_SPACE,
    begins_with_sign,
    in_quotes,
)

DASHED = re.compile(r"\n *-[^\s\d-]")
"""A line that begins with a dash and a letter."""
FAR = 2_000
"""Columns up to which a line is looked at for commas; no line that a person wrote in braces is longer."""
ODD_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
ODD_INDENT = re.compile(f"(?:^|\\n)[ -]*[{ODD_SPACES}]")
"""A line whose content seems to begin with a space that is none to YAML."""
GLUE, BLANK = frozenset("\"']},|>"), frozenset(" \t")


def prose_traps(page: Page, tree: Tree) -> Iterator[Finding]:
    """The findings for every trap in a file that YAML accepts. Quick looks first: most files have none."""
    for scalar in tree.folded:
        yield from swallowed_lines(page, scalar)
    yield from cut_at_commas(page, tree.nulls)
    if tree.root is not None and is_doubtful(page.text):
        plains, marked = list(plain_scalars(page, tree.root)), Marked(tree.marked)
        yield from cut_at_hashes(page, plains, marked)
        yield from glued_comments(page, plains, marked)
        yield from dashes_without_space(page, plains)
        yield from odd_spaces(page, plains)


def is_doubtful(text: str) -> bool:
    """Whether a file has anything that looks like a cut text or a dash without a space, wherever it stands."""
    at = text.find("#")
    while at >= 0:
        before, after = text[at - 1 : at], text[at + 1 : at + 2].strip()
        if before in GLUE or (before in BLANK and after not in ("", "#")):
            return True
        at = text.find("#", at + 1)
    return DASHED.search(text) is not None or (not text.isascii() and ODD_INDENT.search(text) is not None)


def dashes_without_space(page: Page, plains: list[Plain]) -> Iterator[Finding]:
    """A finding for each text or key that begins a line with a dash and no space."""
    for scalar, _ in plains:
        text = page.line(scalar.line)
        dash, letter = text[scalar.column - 1 : scalar.column], text[scalar.column : scalar.column + 1]
        if dash == "-" and letter.isalpha() and not text[: scalar.column - 1].strip():
            yield dash_without_space(page, scalar.line, scalar.column)


def dash_without_space(page: Page, line: int, column: int) -> Finding:
    """The finding for a line whose dash at `column` has no space behind it."""
    remedy = f"Put a space behind the dash: {shown('- ' + page.line(line)[column:])}."
    message = "This dash begins no list item, because no space follows it."
    return DASH.at(page.stretch(line, column, column + 1), message, remedy)


def odd_spaces(page: Page, plains: list[Plain]) -> Iterator[Finding]:
    """A finding for each value or key that begins with a space of another kind, and so is not what it looks like."""
    for scalar, _ in plains:
        if scalar.text[:1] in ODD_SPACES and scalar.text and (found := odd_space_in(page, scalar.line)):
            yield found


def odd_space_in(page: Page, line: int) -> Finding | None:
    """The finding for a space of another kind before the content of a line or behind its dash or its key's colon."""
    text = page.line(line)
    at = next((at for at, char in enumerate(text) if char in ODD_SPACES), -1)
    if at < 0 or (text[:at].strip(" -") and at != text.find(":") + 1):
        return None
    message = f"The space here is not the ordinary one (U+{ord(text[at]):04X}), and YAML does not know it."
    remedy = f"Type a space in its place: {shown(text[:at] + ' ' + text[at + 1 :])}."
    return ODD_SPACE.at(page.stretch(line, at + 1, at + 2), message, remedy)


def swallowed_lines(page: Page, scalar: Scalar) -> Iterator[Finding]:
    """A finding for the first line of a text without quotes that looks like an item of a list."""
    for line in range(scalar.line + 1, scalar.end_line + 1):
        content = page.line(line).lstrip()
        if content.startswith("- ") and not scalar.text.startswith("-"):
            column = page.line(line).index("-") + 1
            message = f"This line goes on with the text of line {scalar.line} and begins no list item."
            yield LINE_SWALLOWED.at(page.stretch(line, column), message, lined_up(page, scalar))
            return


def lined_up(page: Page, scalar: Scalar) -> str:
    """What to do about a swallowed list line: move its dash, or make the text one of several lines."""
    head = page.line(scalar.line)[: scalar.column - 1]
    if head.strip(" -") or "-" not in head:
        return f"To keep the list as part of the text, begin it with {shown(head + '|')} and put its lines below."
    return f"Move the dash to column {head.rindex('-') + 1}, under the dash on line {scalar.line}."


def cut_at_commas(page: Page, nulls: list[Scalar]) -> Iterator[Finding]:
    """A finding for each text inside braces that a comma cuts short, and for text in braces taken for a group."""
    cut: dict[tuple[int, int], int] = {}
    for null in nulls:
        before = page.line(null.line)[: null.column - 1].rstrip() if null.column < FAR else ""
        if before and before[-1] not in ":-?":
            cut[null.line, last_value(before)] = null.column
    for (line, column), stop in cut.items():
        first = page.line(line)[column - 1]
        if first == "{":
            yield begins_with_sign(page, page.stretch(line, column))
        elif first not in "\"',":
            place = page.stretch(line, column, stop)
            yield in_quotes(
                page, COMMA_IN_TEXT, place, "Inside braces a comma ends a text, so this one is cut short."
            )


def last_value(before: str) -> int:
    """The column at which the last value of a group in braces begins, or the brace where there is none."""
    brace, colon = before.rfind("{"), before.rfind(": ")
    if colon < brace:
        return len(before[: brace + 1].rstrip("{")) + 1
    return colon + 2 + len(before[colon + 1 :]) - len(before[colon + 1 :].lstrip())
