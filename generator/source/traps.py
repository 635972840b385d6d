"""The traps that YAML sets for prose, each with its sentence and with the corrected line as its remedy."""

from generator.codes import Code, code
from generator.finding import Finding, Place, Severity
from generator.source.page import Page
from generator.source.quoting import quoted, shown

TEXT_CUT = code(
    "text-cut",
    Severity.ERROR,
    "A text is cut short at a #",
    "In YAML a space and a `#` begin a comment, so `what: Ticket #4711 closed` is read as `Ticket` and the rest is "
    'lost without a word. Put the text in quotes: `what: "Ticket #4711 closed"`. A comment that is meant as one has '
    "a space after its `#`.",
)
COLON_IN_TEXT = code(
    "colon-in-text",
    Severity.ERROR,
    "A text without quotes holds a colon and a space",
    "In YAML a colon and a space part a key from its value, so `what: Cause: unknown` has one colon too many. Put the "
    'text in quotes: `what: "Cause: unknown"`.',
    ignorable=False,
)
COMMA_IN_TEXT = code(
    "comma-in-text",
    Severity.ERROR,
    "A text inside braces is cut short at a comma",
    "Between `{` and `}` a comma ends a value, so `{what: Rang Dana, no answer}` has the value `Rang Dana` and a "
    'second key called `no answer`. Put the text in quotes: `{what: "Rang Dana, no answer"}`.',
    ignorable=False,
)
TEXT_START = code(
    "text-start",
    Severity.ERROR,
    "A text begins with a character that YAML keeps for itself",
    "A text without quotes cannot begin with `*`, `&`, `!`, `%`, `@`, `[`, `{`, a backtick and a few more: YAML reads "
    "them as marks of its own, and loses the word behind them or refuses the file. Put the text in quotes: "
    '`what: "[draft] sent to Dana"`.',
    ignorable=False,
)
APOSTROPHE = code(
    "apostrophe",
    Severity.ERROR,
    "An apostrophe ends a text in single quotes",
    "In a text between single quotes an apostrophe is a closing quote, so `what: 'customer's database'` ends after "
    '`customer`. Use double quotes around it: `what: "customer\'s database"`.',
    ignorable=False,
)
TEXT_AFTER_QUOTE = code(
    "text-after-quote",
    Severity.ERROR,
    "A text goes on behind its closing quote",
    'A value that begins with a quote ends with the next one, so in `what: "Kestrel" called` the word `called` is '
    "left over. Put quotes of the other kind around the whole text: `what: '\"Kestrel\" called'`.",
    ignorable=False,
)
QUOTE_OPEN = code(
    "quote-open",
    Severity.ERROR,
    "A quote is opened and never closed",
    "A value that begins with a quote goes on, line after line, until the same quote comes again. Put the closing "
    "quote at the end of the text, or take the opening one away.",
    ignorable=False,
)
BACKSLASH = code(
    "backslash",
    Severity.ERROR,
    "A backslash inside double quotes",
    "Between double quotes a backslash begins an escape such as `\\n`, so a path such as `C:\\new` is misread or "
    "refused. Use single quotes around it, where a backslash is only itself.",
    ignorable=False,
)
LINE_SWALLOWED = code(
    "line-swallowed",
    Severity.ERROR,
    "A list line is read as part of the text above it",
    "A line that stands deeper than a text without quotes goes on with that text, so its dash begins no list item. "
    "Either line the dash up with the items it belongs to, or, where the text itself shall hold a list, begin it with "
    "`|` and put all of its lines below.",
)
DASH = code(
    "dash-without-space",
    Severity.ERROR,
    "A dash without a space behind it begins no list item",
    "An item of a list is a dash, a space and the item. Without the space the dash is the first letter of a text. "
    "Put a space behind it, or put the text in quotes where the dash belongs to it.",
)

ODD_SPACE = code(
    "odd-space",
    Severity.ERROR,
    "A space that is not the ordinary one",
    "Text copied from a web page, a chat or a word processor can bring spaces that look like any other and that YAML "
    "does not take for one. Delete it and type a space.",
    ignorable=False,
)

SIGNS = {
    "*": "reads as a reference",
    "&": "reads as an anchor",
    "!": "reads as a tag",
    "%": "keeps for directives",
    "@": "keeps for later use",
    "`": "keeps for later use",
    "[": "reads as the start of a list",
    "{": "reads as the start of a group of keys",
    "]": "reads as the end of a list",
    "}": "reads as the end of a group of keys",
    ",": "reads as the gap between two values",
    "-": "reads as the start of a list",
    "?": "reads as the start of a key",
    "|": "reads as the start of a text on lines of its own",
    ">": "reads as the start of a text on lines of its own",
}
"""What YAML does with a sign at the start of a text."""


def in_quotes(page: Page, code: Code, place: Place, message: str, text: str | None = None) -> Finding:
    """A finding whose remedy is the line with the stretch at `place`, or `text` in its stead, put in quotes."""
    line = page.line(place.line)
    before, meant, after = line[: place.column - 1], line[place.column - 1 : place.end_column - 1], ""
    if place.end_line == place.line:
        after = line[place.end_column - 1 :]
    remedy = f"Put the text in quotes: {shown(before + quoted(text or meant) + after)}."
    return code.at(place, message, remedy)


def begins_with_sign(page: Page, place: Place, text: str | None = None) -> Finding:
    """The finding for a text at `place` whose first character YAML keeps for itself."""
    sign = page.line(place.line)[place.column - 1]
    return in_quotes(
        page, TEXT_START, place, f"This text begins with {named(sign)}, which YAML {SIGNS[sign]}.", text
    )


def named(sign: str) -> str:
    """A sign as a sentence names it."""
    return "a backtick" if sign == "`" else f'"{sign}"'
