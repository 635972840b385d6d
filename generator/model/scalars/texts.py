"""Texts, keys, numbers and choices as people type them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from generator.model.marks import PROSE
from generator.model.scalars.typed import Written, fault, one_text, scalar, written

WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,9})?", re.ASCII)
YES = {
    spelt(word): truth
    for word, truth in (("yes", True), ("true", True), ("no", False), ("false", False))
    for spelt in (str.lower, str.title, str.upper)
}


def like(wanted: str, example: str, pattern: str) -> Written:
    """The rule of a text that must fit a pattern from its first to its last letter."""
    return Written("value-wrong", wanted, f"Write {wanted}, like `{example}`.", f"^({pattern})$")


FREE = Written("text-blank", "a text", "Write it, or take the key out.")
KEY = like("a key of small letters, digits and hyphens", "kestrel-2", "[a-z0-9][a-z0-9-]*")
IDENTIFIER = like("an id of letters and digits", "A1", "[A-Za-z0-9][A-Za-z0-9._-]*")
CASE_KEY = like(
    "a case as <customer>/<case>",
    "kestrel/2026-03-replication",
    "[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*",
)
PHONE = like(
    "a number that begins with + and its country, or a short code of at most 6 digits",
    "+1 603 555 0142 x17",
    "\\+[0-9][0-9 ().-]{4,30}[0-9]( ?x ?[0-9]{1,8})?|[0-9]{1,6}",
)
LINK = like(
    "an address that begins with https://",
    "https://tickets.example/48213",
    r"""https?://[^\s<>"']+|mailto:[^\s<>"']+""",
)
COLOUR = like("a colour in quotes, of # and six digits", '"#0b5a54"', "#[0-9a-fA-F]{6}")


def _fitting(value: Any, pattern: re.Pattern[str], wanted: str, example: str) -> str:
    text = one_text(value, wanted)
    if not pattern.fullmatch(text):
        raise fault("value-wrong", f"`{text}` is not {wanted}.", f"Write {wanted}, like `{example}`.")
    return text


def read_whole(value: Any) -> int:
    """A whole number of at most 9 digits."""
    if isinstance(value, int):
        return value
    return int(_fitting(value, WHOLE, "a whole number", "30"))


def read_severity(value: Any) -> int:
    """1 (worst) to 4."""
    number = read_whole(value)
    if not 1 <= number <= 4:
        raise fault("value-wrong", f"`{number}` is not a severity.", "Write 1 (the worst), 2, 3 or 4.")
    return number


def read_number(value: Any) -> Decimal:
    """A decimal number, never a binary float."""
    if isinstance(value, Decimal):
        return value
    return Decimal(_fitting(value, NUMBER, "a number", "99.5"))


def read_yes_no(value: Any) -> bool:
    """yes, no, true or false."""
    if isinstance(value, bool):
        return value
    text = one_text(value, "yes or no")
    if text not in YES:
        raise fault("value-wrong", f"`{text}` is neither yes nor no.", "Write `yes` or `no`.")
    return YES[text]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a measure must reach: at least `value`, or with `at_most` no more than it."""

    value: Decimal
    at_most: bool = False

    def __str__(self) -> str:
        return f"at most {self.value}" if self.at_most else str(self.value)


def read_goal(value: Any) -> Goal:
    """`30`, `at least 30` or `at most 15`."""
    if isinstance(value, Goal):
        return value
    text = one_text(value, "a number to reach")
    words, _, number = text.rpartition(" ")
    if words not in ("", "at least", "at most") or not NUMBER.fullmatch(number):
        remedy = "Write `30`, `at least 30` or `at most 15`."
        raise fault("value-wrong", f"`{text}` is not a number to reach.", remedy)
    return Goal(Decimal(number), words == "at most")


def exactly(pattern: re.Pattern[str]) -> str:
    """A pattern as JSON Schema wants it: with its own ends, because there a pattern may match anywhere."""
    return f"^({pattern.pattern})$"


ANYTHING = ("string", "number", "boolean")
"""What a plain text may look like to an editor: `1.10` is a number there, `true` a boolean."""
DIALLED = "Begins with + and the country (an extension after x), or is a short code of at most 6 digits."

Text = Annotated[str, *written(FREE, *ANYTHING)]
"""One line or several, read as typed, without the white space around it."""
Words = Annotated[str, *written(FREE, *ANYTHING, description="Markdown is allowed."), PROSE]
"""Sentences for people; Markdown is allowed."""
Key = Annotated[str, *written(KEY, "string", "number")]
"""Small letters, digits and hyphens, because it becomes part of an address."""
Id = Annotated[str, *written(IDENTIFIER, "string", "number")]
"""An item's own id, unique in its case."""
CaseKey = Annotated[str, *written(CASE_KEY, "string", description="Written <customer>/<case>.")]
"""The identity of a case: its customer's key, a slash, its own."""
Phone = Annotated[str, *written(PHONE, "string", "integer", description=DIALLED)]
"""A number that begins with `+` (an extension after `x`), or a short code of at most 6 digits; kept as typed."""
Link = Annotated[str, *written(LINK, "string", description="Begins with https://, http:// or mailto:.")]
Colour = Annotated[str, *written(COLOUR, "string", description='Written in quotes, like "#0b5a54".')]
Whole = Annotated[int, *scalar(read_whole, "integer", "string", minimum=0, pattern=exactly(WHOLE))]
SeverityLevel = Annotated[
    int, *scalar(read_severity, "integer", "string", minimum=1, maximum=4, pattern="^0*[1-4]$")
]
Number = Annotated[Decimal, *scalar(read_number, "number", "string", pattern=exactly(NUMBER))]
YesNo = Annotated[
    bool, *scalar(read_yes_no, "boolean", "string", pattern=f"^({'|'.join(YES)})$", description="yes or no.")
]
TargetNumber = Annotated[
    Goal,
    *scalar(
        read_goal,
        *("number", "string"),
        pattern=f"^((at least|at most) )?({NUMBER.pattern})$",
        description="Written like `30`, `at least 30` or `at most 15`.",
    ),
]
