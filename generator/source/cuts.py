"""Finds the texts that a `#` cut short in a file that YAML accepts, and the comments glued to what is before them."""

import re
from collections.abc import Iterator

from generator.finding import Finding
from generator.source.marked import Marked, Plain
from generator.source.page import Page
from generator.source.quoting import quoted, shown
from generator.source.traps import TEXT_CUT

GLUED = re.compile(r"[\"'\]},|>]#")
"""A comment without a space before it, which YAML forbids and libyaml lets pass."""
HASH = re.compile(r"(?:^|[ \t])#")


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
