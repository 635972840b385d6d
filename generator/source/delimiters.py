"""Faults of brackets, comments and other signs that end the reading of a file."""

from generator.codes import code
from generator.finding import Finding, Severity
from generator.source.fault import Fault
from generator.source.page import Page, parts, without_comment
from generator.source.quoting import quoted, shown
from generator.source.refusals import inside_brackets
from generator.source.traps import COLON_IN_TEXT, SIGNS, TEXT_CUT, TEXT_START, begins_with_sign, in_quotes

BRACKET_OPEN = code(
    "bracket-open",
    Severity.ERROR,
    "A bracket is opened and never closed",
    "A list in `[ ]` or a group in `{ }` goes on until its closing bracket. Close it, or put the value in quotes "
    "where the bracket belongs to a text.",
    ignorable=False,
)
CLOSING = {"[": "]", "{": "}"}
QUOTES = ("'", '"')
NEAR = 20
"""How many lines above a fault are searched for what began it."""


def sign_here(page: Page, fault: Fault) -> Finding | None:
    """A text that begins, where YAML stopped, with a character that YAML keeps for itself."""
    return sign_at(page, fault.line, fault.column)


def sign_before(page: Page, fault: Fault) -> Finding | None:
    """A text that begins, where YAML began to read a mark of its own, with the character of that mark."""
    return sign_at(page, fault.from_line, fault.from_column)


def block_mark(page: Page, fault: Fault) -> Finding | None:
    """A text behind the mark of a text on lines of its own: `what: | text`."""
    line, column = fault.from_line, fault.from_column
    text = page.line(line)
    value = without_comment(text[column - 1 :])
    if value[:1] not in ("|", ">") or value[1:2] != " ":
        return None
    place = page.stretch(line, column, column + len(value))
    whole = shown(text[: column - 1] + quoted(value[1:].strip()))
    message = f'Nothing can stand behind the "{value[0]}", which begins a text on the lines below.'
    return TEXT_START.at(
        place, message, f"Write the text on the lines below, two columns in, or as one line: {whole}."
    )


def sign_at(page: Page, line: int, column: int) -> Finding | None:
    """The finding for a text at a place, where its first character is one that YAML keeps for itself."""
    sign, before = page.line(line)[column - 1 : column], page.line(line)[: column - 1]
    if sign not in SIGNS or not sign or (sign in ",]}" and inside_brackets(before)):
        return None
    start, stop = value_around(page, line, column)
    return begins_with_sign(page, page.stretch(line, start, stop)) if start == column else None


def brackets_first(page: Page, fault: Fault) -> Finding | None:
    """A text such as `[draft] sent to Dana`, whose brackets close before it ends."""
    line = page.line(fault.line)
    part = parts(line)
    closing = CLOSING.get(part.value[:1])
    if (
        closing is None
        or fault.column <= part.value_at
        or not line[: fault.column - 1].rstrip().endswith(closing)
    ):
        return None
    place = page.stretch(fault.line, part.value_at, part.value_at + len(part.value))
    return None if line[fault.column - 1] in "]}" else begins_with_sign(page, place)


def cut_text(page: Page, fault: Fault) -> Finding | None:
    """A `#` that cut a text or a bracket short, whose rest is what YAML stumbled over."""
    first = fault.from_line if "flow" in fault.context else fault.line - 1
    for line in range(max(1, first, fault.line - NEAR), fault.line + 1):
        text = page.line(line)
        at = text.find(" #") + 1
        if at > 0 and text[at + 1 : at + 2].strip() not in ("", "#") and text[:at].strip():
            start, stop = value_around(page, line, at)
            if text[start - 1] not in QUOTES:
                return cut_at(page, line, at + 1, start, stop)
    return None


def comment_in_text(page: Page, fault: Fault) -> Finding | None:
    """A comment between two lines of one text, which ended the text at the first."""
    line, above = page.line(fault.line), page.line(fault.line - 1)
    at = above.find("#")
    comment = at == 0 or above[max(0, at - 1) : at].isspace()
    if line[: fault.column - 1].strip() or fault.column <= fault.from_column or not comment:
        return None
    message = "The text that this line goes on with ended at the comment above."
    return TEXT_CUT.at(
        page.stretch(fault.line, fault.column), message, "Move the comment above the whole text."
    )


def cut_at(page: Page, line: int, column: int, start: int, stop: int) -> Finding:
    """The finding for the text from `start` to `stop` of which the part from the `#` on is lost."""
    text = page.line(line)
    message = f'Everything from "{text[column - 1 :].split()[0]}" on is lost, because a space and a # begin a comment.'
    fixed = shown(text[: start - 1] + quoted(text[start - 1 : stop - 1]) + text[stop - 1 :])
    remedy = f"Put the text in quotes: {fixed}; a comment has a space behind its #."
    return TEXT_CUT.at(page.stretch(line, column), message, remedy)


def value_around(page: Page, line: int, column: int) -> tuple[int, int]:
    """From which column up to which the text around a column was meant to go, in block style or in brackets."""
    text = page.line(line)
    part = parts(text)
    start, stop = part.value_at, part.value_at + len(part.value)
    if part.value[:1] not in CLOSING or column <= start:
        return start, max(stop, len(text.rstrip()) + 1 if column >= stop else stop)
    start = max(text.rfind(mark, 0, column - 1) + len(mark) for mark in (", ", "[", "{", ": ", ","))
    stop = min(
        (at for at in (text.find(mark, column) for mark in ",]}") if at > 0), default=len(text.rstrip())
    )
    return start + 1 + len(text[start:]) - len(text[start:].lstrip()), stop + 1


def colon_in_brackets(page: Page, fault: Fault) -> Finding | None:
    """A colon and space in a text between brackets; not the colon of a line's own key, which a bracket swallowed."""
    line = page.line(fault.line)
    own = fault.line != fault.from_line and ":" not in line[: fault.column - 1]
    if own or line[fault.column - 1 : fault.column + 1] != ": ":
        return None
    place = page.stretch(fault.line, *value_around(page, fault.line, fault.column - 1))
    return in_quotes(page, COLON_IN_TEXT, place, "YAML takes the colon in this text for the end of a key.")


def bracket_open(page: Page, fault: Fault) -> Finding | None:
    """A bracket that nothing closes on its line."""
    text = page.line(fault.from_line)
    rest = without_comment(text[fault.from_column - 1 :])
    closing = CLOSING.get(rest[:1])
    if closing is None or closing in rest:
        return None
    head = text[: fault.from_column - 1]
    remedy = (
        f"Close it: {shown(head + rest + closing)}, or put a text in quotes: {shown(head + quoted(rest))}."
    )
    place = page.stretch(fault.from_line, fault.from_column, fault.from_column + len(rest))
    return BRACKET_OPEN.at(place, "The bracket that is opened here is not closed.", remedy)


def bracket_at_end(page: Page, fault: Fault) -> Finding | None:
    """A bracket on the last line of a file behind which nothing comes."""
    last = page.last_line()
    if fault.line <= last:
        return None
    return bracket_open(page, fault._replace(from_line=last, from_column=parts(page.line(last)).value_at))
