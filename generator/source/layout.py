"""Faults of layout that end the reading of a file: tabs, odd spaces, indentation, colons and dashes left out."""

from generator.codes import code
from generator.finding import Finding, Severity
from generator.source.fault import Fault
from generator.source.page import Page, parts
from generator.source.prose import dash_without_space, odd_space_in
from generator.source.quoting import quoted, shown
from generator.source.refusals import KEY_NOT_TEXT, SECOND_DOCUMENT
from generator.source.traps import COLON_IN_TEXT, in_quotes

TAB_INDENT = code(
    "tab-indent",
    Severity.ERROR,
    "A line is indented with a tab",
    "YAML indents with spaces only, because a tab is as wide as each editor likes. Put two spaces for each tab, and "
    "set the editor to do so by itself.",
    ignorable=False,
)
WRONG_INDENT = code(
    "wrong-indent",
    Severity.ERROR,
    "A line is indented by too much or too little",
    "The lines of one list, and the keys of one group, begin in the same column. A line that begins somewhere else "
    "belongs to nothing. Line it up with those it belongs to.",
    ignorable=False,
)
MISSING_COLON = code(
    "missing-colon",
    Severity.ERROR,
    "A key has no colon and space behind it",
    "Each line of a group is a key, a colon, a space and the value: `title: Card payments declined`. A line that goes "
    "on with the text above it is indented deeper than that text's key.",
    ignorable=False,
)


def tab(page: Page, fault: Fault) -> Finding | None:
    """A tab where spaces indent."""
    for line in (fault.line, fault.from_line):
        text = page.line(line)
        indent = text[: len(text) - len(text.lstrip(" \t"))]
        if "\t" in indent and text.strip():
            place = page.stretch(line, indent.index("\t") + 1, len(indent) + 1)
            message = "This line is indented with a tab, and YAML indents with spaces."
            return TAB_INDENT.at(
                place, message, f"Put two spaces for each tab: {shown(spaced(text), indented=True)}."
            )
    return None


def spaced(text: str) -> str:
    """A line with two spaces for each tab of its indentation."""
    content = text.lstrip(" \t")
    return text[: len(text) - len(content)].replace("\t", "  ") + content


def odd_space(page: Page, fault: Fault) -> Finding | None:
    """A space of another kind where YAML wants its own: before the content, or behind a dash or a key's colon."""
    found = (odd_space_in(page, line) for line in (fault.line, fault.from_line, fault.line - 1))
    return next((finding for finding in found if finding), None)


def dash(page: Page, fault: Fault) -> Finding | None:
    """A dash without a space where a key or an item was expected."""
    for line in (fault.from_line, fault.line, fault.line - 1):
        text = page.line(line)
        at = len(text) - len(text.lstrip(" "))
        if text[at : at + 1] == "-" and text[at + 1 : at + 2].isalpha():
            return dash_without_space(page, line, at + 1)
    return None


def key_missing(page: Page, fault: Fault) -> Finding | None:
    """A colon with nothing before it."""
    if page.line(fault.line)[fault.column - 1 : fault.column + 1].strip() != ":":
        return None
    place = page.stretch(fault.line, fault.column, fault.column + 1)
    return KEY_NOT_TEXT.at(place, "There is no key before this colon.", "Write one word before the colon.")


def indent(page: Page, fault: Fault) -> Finding | None:
    """A line that begins in another column than the list or group it belongs to, or is of the other kind."""
    text = page.line(fault.line)
    if text[: fault.column - 1].strip(" ") or not text.strip() or "block" not in fault.context:
        return None
    place = page.stretch(fault.line, fault.column)
    if fault.column != fault.from_column:
        message = f"This line begins in column {fault.column}, where nothing above it begins."
        remedy = (
            f"Line it up with the lines it belongs to; those around it begin in column {fault.from_column}."
        )
        return WRONG_INDENT.at(place, message, remedy)
    if text.lstrip(" ").startswith("- "):
        message = "An item of a list stands here among keys."
        return WRONG_INDENT.at(
            place, message, "Put the item below the key whose list it belongs to, two columns in."
        )
    message = "A key stands here among the items of a list."
    return WRONG_INDENT.at(
        place, message, "Indent the line so that it belongs to the item above, or begin it with a dash."
    )


def outside(page: Page, fault: Fault) -> Finding | None:
    """A line further to the left than the first one of the file, or behind the end of the document."""
    text, first = page.line(fault.line), next((n for n in range(1, fault.line) if page.line(n).strip()), 0)
    if any(page.line(n).startswith("...") for n in range(1, fault.line + 1)):
        message = "The line that begins with three dots ended the file above; a file holds one document."
        return SECOND_DOCUMENT.at(
            page.stretch(fault.line, 1), message, "Delete the line with the three dots."
        )
    if text[: fault.column - 1].strip() or not first or not page.line(first).startswith(" "):
        return None
    message = f"This line begins further to the left than line {first}, with which the file begins."
    return WRONG_INDENT.at(page.stretch(fault.line, fault.column), message, "Begin both in the first column.")


def colon(page: Page, fault: Fault) -> Finding | None:
    """A colon and space too many: in a text, or because the line belongs elsewhere or the one above lacks its own."""
    part = parts(page.line(fault.line))
    if part.key is None or fault.column >= part.value_at:
        place = page.stretch(fault.line, part.value_at, part.value_at + len(part.value))
        return in_quotes(
            page, COLON_IN_TEXT, place, "YAML takes the colon in this text for the end of a key."
        )
    above = text_above(page, fault.line, part.start)
    if above is None:
        return missing(page, before(page, fault.line))
    place = page.stretch(fault.line, part.start)
    if part.key.isidentifier():
        message = f"This line is indented deeper than line {above} and so goes on with its text."
        remedy = f"Begin it in column {parts(page.line(above)).start}, as line {above} does."
        return WRONG_INDENT.at(place, message, remedy)
    message = (
        f"The text that begins on line {above} goes on here, and YAML takes its colon for the end of a key."
    )
    start = parts(page.line(above)).value_at
    whole = " ".join(
        [parts(page.line(above)).value, *(page.line(n).strip() for n in range(above + 1, fault.line + 1))]
    )
    remedy = f"Put the whole text in quotes: {shown(page.line(above)[: start - 1] + quoted(whole))}."
    return COLON_IN_TEXT.at(place, message, remedy)


def before(page: Page, line: int) -> int:
    """The nearest line above that holds something other than a comment; 0 where none does."""
    while line > 1:
        line -= 1
        if page.line(line).strip() and not page.line(line).lstrip().startswith("#"):
            return line
    return 0


def text_above(page: Page, line: int, start: int) -> int | None:
    """The line above whose text a line goes on with: it has a key and a value and begins further to the left."""
    line = before(page, line)
    while line and parts(page.line(line)).key is None and parts(page.line(line)).start == start:
        line = before(page, line)
    part = parts(page.line(line))
    return line if part.key is not None and part.value and part.start < start else None


def colon_missing(page: Page, fault: Fault) -> Finding | None:
    """A line that should be a key, a colon, a space and a value."""
    return missing(page, fault.from_line)


def missing(page: Page, line: int) -> Finding | None:
    """The finding for a line without colon and space, with the line as it was probably meant."""
    start = parts(page.line(line)).start
    content = page.line(line)[start - 1 :].rstrip()
    if not content:
        return None
    key, mark, value = content.partition(":")
    if not (mark and value and key.isidentifier()):
        key, _, value = content.partition(" ")
    place = page.stretch(line, start)
    message = "This line has no colon and space that end a key."
    if key.isidentifier() and key.islower() and value.strip():
        fixed = shown(f"{page.line(line)[: start - 1]}{key}: {value.strip()}")
        return MISSING_COLON.at(place, message, f"Put a colon and a space behind the key: {fixed}.")
    remedy = "Write a key, a colon and a space before it, or indent it where it goes on with the text above."
    return MISSING_COLON.at(place, message, remedy)
