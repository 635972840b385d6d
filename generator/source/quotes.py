"""Faults of quotes that end the reading of a file: apostrophes, quotes left open, text behind them, backslashes."""

from generator.finding import Finding
from generator.source.delimiters import NEAR, QUOTES, value_around
from generator.source.fault import Fault
from generator.source.page import Page, parts, without_comment
from generator.source.quoting import quoted, shown
from generator.source.traps import APOSTROPHE, BACKSLASH, QUOTE_OPEN, TEXT_AFTER_QUOTE, in_quotes


def quotes(page: Page, fault: Fault) -> Finding | None:
    """A text in quotes that goes on behind its closing quote, or holds an apostrophe that closed it."""
    line = page.line(fault.line)
    start, stop = value_around(page, fault.line, fault.column)
    mark, value = line[start - 1 : start], line[start - 1 : stop - 1]
    if mark not in QUOTES or fault.column <= start:
        return None
    inside = line[fault.column - 2] == mark and line[fault.column - 1].isalpha()
    text = value[1:-1] if inside and len(value) > 2 and value.endswith(mark) else value
    text = text.replace("''", "'") if mark == "'" else text
    place = page.stretch(fault.line, start, stop)
    if inside and mark == "'":
        return in_quotes(
            page, APOSTROPHE, place, "The apostrophe in this text is read as its closing quote.", text
        )
    return in_quotes(page, TEXT_AFTER_QUOTE, place, "This text goes on behind its closing quote.", text)


def quote_above(page: Page, fault: Fault) -> Finding | None:
    """A quote left open on a line above, which the next one of its kind closed."""
    mark = page.line(fault.line)[: fault.column - 1].rstrip()[-1:]
    if mark not in QUOTES:
        return None
    for line in range(fault.line - 1, max(0, fault.line - NEAR), -1):
        part = parts(page.line(line))
        if part.value.startswith(mark) and part.value.count(mark) == 1:
            return open_quote(page, line, part.value_at)
    return None


def quote_open(page: Page, fault: Fault) -> Finding | None:
    """A quote that nothing closes."""
    return open_quote(page, fault.from_line, fault.from_column)


def open_quote(page: Page, line: int, column: int) -> Finding:
    """The finding for a quote at a place that is not closed where its text ends."""
    text = page.line(line)
    value = without_comment(text[column - 1 :])
    fixed = shown(text[: column - 1] + quoted(value[1:]))
    message = "The quote that is opened here is not closed at the end of its text."
    return QUOTE_OPEN.at(page.stretch(line, column, column + len(value)), message, f"Close it: {fixed}.")


def backslash(page: Page, fault: Fault) -> Finding | None:
    """A backslash between double quotes that was meant as itself."""
    text = page.line(fault.from_line)
    stop = text.find('"', fault.from_column)
    value = text[fault.from_column : stop if stop > 0 else len(text.rstrip())].replace("\\'", "'")
    fixed = shown(text[: fault.from_column - 1] + quoted(value) + (text[stop + 1 :] if stop > 0 else ""))
    message = "Between double quotes a backslash begins an escape, and this one is none that YAML knows."
    place = page.stretch(fault.line, fault.column, fault.column + 1)
    return BACKSLASH.at(place, message, f"Put the text in quotes where a backslash is only itself: {fixed}.")
