"""Turns an error of libyaml into one finding: the trap that explains it, or a plain sentence for what it says."""

from collections.abc import Callable

from yaml import MarkedYAMLError, YAMLError

from generator.codes import code
from generator.finding import Finding, Place, Severity
from generator.source.delimiters import (
    block_mark,
    bracket_at_end,
    bracket_open,
    brackets_first,
    colon_in_brackets,
    comment_in_text,
    cut_text,
    sign_before,
    sign_here,
)
from generator.source.fault import Fault, fault_of
from generator.source.layout import colon, colon_missing, dash, indent, key_missing, odd_space, outside, tab
from generator.source.page import Page
from generator.source.quotes import backslash, quote_above, quote_open, quotes
from generator.source.refusals import directive

YAML_SYNTAX = code(
    "yaml-syntax",
    Severity.ERROR,
    "A file cannot be read as YAML",
    "The file breaks a rule of YAML at this place or shortly before it, so nothing in it can be read. A file is keys "
    "with a colon and a space, lists whose items begin with a dash and a space, and two spaces more for what belongs "
    "to the line above. A text with unusual characters is safe in double quotes.",
    ignorable=False,
)
CONFLICT_MARKER = code(
    "conflict-marker",
    Severity.ERROR,
    "A merge of git was left unfinished",
    "The lines that begin with `<<<<<<<`, `=======` and `>>>>>>>` are git's: two people changed the same lines, and "
    "both versions stand here. Keep what is right and delete the three lines.",
    ignorable=False,
)

OURS, THEIRS = "<<<<<<< ", ">>>>>>> "
"""The marks with which git begins the one version and ends the other."""

Reader = Callable[[Page, Fault], Finding | None]

IN_BLOCK: tuple[Reader, ...] = (
    tab, dash, quotes, brackets_first, quote_above, cut_text, comment_in_text, key_missing, odd_space, indent,
)  # fmt: skip
IN_BRACKETS: tuple[Reader, ...] = (cut_text, quotes, colon_in_brackets, bracket_open)
READERS: dict[str, tuple[Reader, ...]] = {
    "mapping values are not allowed in this context": (tab, odd_space, dash, colon),
    "could not find expected ':'": (tab, odd_space, dash, quote_above, colon_missing),
    "did not find expected key": IN_BLOCK,
    "did not find expected '-' indicator": IN_BLOCK,
    "did not find expected <document start>": (tab, outside, brackets_first, quotes),
    "did not find expected ',' or ']'": IN_BRACKETS,
    "did not find expected ',' or '}'": IN_BRACKETS,
    "did not find expected node content": (cut_text, sign_here, bracket_at_end),
    "found character that cannot start any token": (tab, sign_here),
    "block sequence entries are not allowed in this context": (sign_here,),
    "mapping keys are not allowed in this context": (sign_here,),
    "did not find expected alphabetic or numeric character": (sign_before,),
    "did not find expected comment or line break": (block_mark, sign_before),
    "did not find expected whitespace or line break": (sign_before,),
    "found undefined tag handle": (sign_before,),
    "did not find expected tag URI": (sign_before,),
    "found an indentation indicator equal to 0": (sign_before,),
    "found unexpected end of stream": (quote_open,),
    "found unexpected document indicator": (quote_open,),
    "found unknown escape character": (backslash,),
    "found invalid Unicode character escape code": (backslash,),
    "did not find expected hexdecimal number": (backslash,),
    "found a tab character that violates indentation": (tab,),
    "found a tab character where an indentation space is expected": (tab,),
}
"""Which traps explain what libyaml says; the first that does is told."""

SENTENCES = {
    "mapping values are not allowed in this context": "A colon stands where no key can be.",
    "could not find expected ':'": "A key has no colon behind it.",
    "did not find expected key": "Something stands here where a key was expected.",
    "did not find expected '-' indicator": "Something stands here where the next item of a list was expected.",
    "did not find expected ',' or ']'": "A list in brackets goes on without a comma or is not closed.",
    "did not find expected ',' or '}'": "A group in braces goes on without a comma or is not closed.",
    "did not find expected node content": "A value was expected here.",
    "did not find expected <document start>": "Something stands here that belongs to nothing above it.",
    "found character that cannot start any token": "No text without quotes can begin with this character.",
    "block sequence entries are not allowed in this context": "A list cannot begin here.",
    "mapping keys are not allowed in this context": "A key cannot begin here.",
    "found unexpected ':'": "A colon stands where none can be.",
    "found undefined tag handle": "A tag stands here, which case files do without.",
}


def explain(page: Page, error: YAMLError) -> Finding:
    """The finding for a file that libyaml gave up on."""
    if not isinstance(error, MarkedYAMLError):
        return YAML_SYNTAX.at(Place(page.path), "The file cannot be read as YAML.", "Write the file anew.")
    fault = fault_of(error)
    if page.line(fault.from_line).startswith("%") or page.text.startswith("%"):
        return directive(page, fault.from_line if page.line(fault.from_line).startswith("%") else 1)
    found = (reader(page, fault) for reader in READERS.get(fault.problem, ()))
    return next((finding for finding in found if finding), None) or unexplained(page, fault)


def unexplained(page: Page, fault: Fault) -> Finding:
    """The finding for a fault that no trap explains."""
    line, column = fault.line, fault.column
    if not page.line(line).strip():
        line = page.last_line()
        column = len(page.line(line).rstrip())
    place = page.stretch(line, max(1, min(column, len(page.line(line)))), column + 1)
    message = SENTENCES.get(fault.problem, "YAML cannot make sense of this place.")
    remedy = "Compare this line and those above it with the lines around them, and put unusual text in double quotes."
    return YAML_SYNTAX.at(place, message, remedy)


def conflict(page: Page) -> Finding | None:
    """The finding for the first mark that an unfinished merge of git left, or None."""
    if OURS not in page.text and THEIRS not in page.text:
        return None
    for number, line in enumerate(page.lines, 1):
        if line.startswith((OURS, THEIRS)):
            message = "Two versions of these lines stand here, because a merge of git was left unfinished."
            remedy = (
                'Keep the version that is right, and delete the lines "<<<<<<<", "=======" and ">>>>>>>".'
            )
            return CONFLICT_MARKER.at(page.stretch(number, 1), message, remedy)
    return None
