"""Finds the traps that a file fell into without YAML saying a word: text cut short, swallowed or misread."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.finding import Finding
from generator.source.builder import Tree
from generator.source.marked import Marked
from generator.source.nodes import Node, Scalar, Sequence
from generator.source.page import Page
from generator.source.quoting import quoted, shown
from generator.source.traps import (
    COMMA_IN_TEXT,
    DASH,
    LINE_SWALLOWED,
    ODD_SPACE,
    TEXT_CUT,
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
GLUED = re.compile(r"[\"'\]},|>]#")
"""A comment without a space before it, which YAML forbids and libyaml lets pass."""
GLUE, BLANK = frozenset("\"']},|>"), frozenset(" \t")
HASH = re.compile(r"(?:^|[ \t])#")


class Plain(NamedTuple):
    """A value or key without quotes, and whether it stands inside brackets."""

    scalar: Scalar
    brackets: bool


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


def plain_scalars(page: Page, root: Node) -> Iterator[Plain]:
    """Every value and key without quotes."""
    stack: list[tuple[Node, bool]] = [(root, False)]
    while stack:
        node, brackets = stack.pop()
        if isinstance(node, Scalar):
            if node.plain:
                yield Plain(node, brackets)
            continue
        brackets = brackets or page.line(node.line)[node.column - 1 : node.column] in ("[", "{")
        children = node.items if isinstance(node, Sequence) else [*node.keys.values(), *node.entries.values()]
        stack.extend((child, brackets) for child in children)


def cut_at_hashes(page: Page, plains: list[Plain], marked: Marked) -> Iterator[Finding]:
    """A finding for each text without quotes that a `#` cuts short."""
    ends = {(plain.scalar.end_line, plain.scalar.end_column): plain for plain in plains}
    for line, text in enumerate(page.lines, 1):
        column = comment_column(text, line, marked)
        if column is None or text[column : column + 1].strip() in ("", "#"):
            continue
        before = text[: column - 1].rstrip()
        plain = ends.get((line, len(before) + 1) if before else above(page, line, column))
        if plain is not None:
            yield cut_at_hash(page, plain, line, column)


def comment_column(text: str, line: int, marked: Marked) -> int | None:
    """The column of the `#` that begins the comment of a line, a space before it and not inside a marked scalar."""
    for found in HASH.finditer(text):
        if not marked.holds(line, found.end()):
            return found.end()
    return None


def glued_comments(page: Page, plains: list[Plain], marked: Marked) -> Iterator[Finding]:
    """A finding for each comment that has no space before its `#`."""
    inside = Marked(sorted((plain.scalar for plain in plains), key=lambda one: (one.line, one.column)))
    for line, text in enumerate(page.lines, 1):
        if (found := GLUED.search(text)) is None:
            continue
        comment = comment_column(text, line, marked) or len(text) + 1
        while found is not None and found.end() < comment:
            column = found.end()
            begins = marked.begins(line, column - 1) and found[0][0] in "|>"
            if begins or not (marked.holds(line, column) or inside.holds(line, column)):
                message = f'Everything from "{text[column - 1 :].split()[0]}" on is lost, because a # begins a comment.'
                remedy = "Put the whole text in quotes, or a space before the # and behind it where it is a comment."
                yield TEXT_CUT.at(page.stretch(line, column), message, remedy)
                break
            found = GLUED.search(text, column)


def above(page: Page, line: int, column: int) -> tuple[int, int]:
    """The end of the line above, where a line of its own such as `#4711 again` goes on with that line's text."""
    before = page.line(line - 1)
    goes_on = (
        page.line(line)[column : column + 1].isdigit() and column > len(before) - len(before.lstrip()) + 1
    )
    return (line - 1, len(before.rstrip()) + 1) if goes_on else (0, 0)


def cut_at_hash(page: Page, plain: Plain, line: int, column: int) -> Finding:
    """The finding for a text that ends before the `#` at a place."""
    scalar = plain.scalar
    lost = page.line(line)[column - 1 :].rstrip()
    rest = ""
    if plain.brackets:
        stop = min((at for at in map(lost.find, ",]}") if at > 0), default=len(lost))
        lost, rest = lost[:stop].rstrip(), lost[stop:]
    head = page.line(scalar.line)[: scalar.column - 1]
    head = head if head.endswith(" ") else head + " "
    line_meant = shown(head + quoted(f"{scalar.text} {lost}".strip()) + rest)
    message = f'Everything from "{lost.split()[0]}" on is lost, because a space and a # begin a comment.'
    remedy = f"Put the text in quotes: {line_meant}; a comment has a space behind its #."
    return TEXT_CUT.at(page.stretch(line, column), message, remedy)


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
