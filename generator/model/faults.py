"""What pydantic says of a file that does not fit the model, as findings with a place and a plain sentence."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.codes import CODES, code
from generator.finding import Finding, Severity
from generator.model.fields import FieldPlan, field_plans, record_at
from generator.source.file import SourceFile
from generator.source.nodes import Path

KEY_UNKNOWN = code(
    "key-unknown",
    Severity.ERROR,
    "A key that Casewright does not know",
    "Every key is one of those that the schema lists, so that a misspelt one is never silently left out of a paper. "
    "A text that holds a colon and a space is read as a key too: put such a text in quotes.",
)
KEY_MISSING = code(
    "key-missing",
    Severity.ERROR,
    "A key that must be there is missing",
    "Some keys are needed before anything can be printed: a case wants title, opened and advocate, an event its time.",
)
SHAPE_WRONG = code(
    "shape-wrong",
    Severity.ERROR,
    "A list, a group of keys or a text stands where another of them belongs",
    "Each key holds one value, a list (lines that begin with a hyphen) or a group of keys (lines indented below it).",
)
CHOICE_WRONG = code(
    "choice-wrong",
    Severity.ERROR,
    "A word that is not one of those to choose from",
    "Some keys take one word of a closed list, so that papers and figures can rely on it.",
)
VALUE_WRONG = code(
    "value-wrong",
    Severity.ERROR,
    "A value that cannot be read as what it should be",
    "A number, a yes or no, a key, a phone number, a mail address or a link is written in a form of its own.",
)
TEXT_BLANK = code(
    "text-blank",
    Severity.ERROR,
    "A text that is blank",
    "A key with a blank text in quotes says nothing. A key without any value counts as not written.",
)
TIME_WRONG = code(
    "time-wrong",
    Severity.ERROR,
    "A date or time that cannot be read",
    "A moment is written 2026-03-11 14:05, with seconds and an offset where wanted; a date alone 2026-03-11. Without "
    "an offset it is read in the nearest timezone: of the event, the case, the customer, the settings.",
)
HOUR_SKIPPED = code(
    "hour-skipped",
    Severity.ERROR,
    "An hour that the clocks jumped over",
    "When daylight saving begins, one hour of that night does not exist. Look up what the clock really showed.",
)
HOUR_TWICE = code(
    "hour-twice",
    Severity.ERROR,
    "An hour that occurred twice",
    "When daylight saving ends, one hour of that night occurs twice. Add the offset, so that it is clear which is meant.",
)
ZONE_UNKNOWN = code(
    "zone-unknown",
    Severity.ERROR,
    "A time zone that does not exist",
    "Zones are written by their IANA name, like America/New_York. Abbreviations like EST are ambiguous.",
)
DURATION_WRONG = code(
    "duration-wrong",
    Severity.ERROR,
    "A length of time that cannot be read",
    "A length of time is a whole number and minutes, hours, days or weeks; never zero.",
)
AMOUNT_WRONG = code(
    "amount-wrong",
    Severity.ERROR,
    "An amount that cannot be read",
    "An amount is digits, at most one point, a space and the currency: 1200.50 EUR. No grouping, no exponent, no "
    "symbol, and at most the decimals that the currency has.",
)
LONGEST = 60
"""How much of a wrong value a sentence quotes."""
FEW = 12
"""How many keys a sentence lists."""


def findings_of(
    error: ValidationError, record: type[BaseModel], source: SourceFile, above: int = 0
) -> Iterator[Finding]:
    """A finding for each fault; `above` counts the steps of its path that lie above the record."""
    for fault in error.errors(include_url=False):
        yield _finding_of(fault, record, source, above)


def _finding_of(fault: Any, record: type[BaseModel], source: SourceFile, above: int) -> Finding:
    path = tuple(step for step in fault["loc"] if step != "[key]")
    kind, given, context = fault["type"], fault.get("input"), fault.get("ctx", {})
    if kind == "casewright":
        return _wrong_value(source, path, given, context, key=path != fault["loc"])
    if kind == "extra_forbidden":
        return unknown_key(record_at(record, path[above:-1]) or record, source, path)
    if kind == "missing":
        return _missing_key(record_at(record, path[above:-1]) or record, source, path)
    if kind == "literal_error":
        return _wrong_choice(source, path, given, str(context.get("expected", "")))
    return _wrong_shape(source, path, kind, given)


def _wrong_value(
    source: SourceFile, path: Path, given: object, context: dict[str, str], key: bool
) -> Finding:
    """The finding of a scalar: with the sentence of its reader, or one made of what was wanted."""
    place = source.place(path, key=key)
    if "sentence" in context:
        return CODES[context["code"]].at(place, context["sentence"], context["remedy"])
    wanted = context["wanted"]
    if not isinstance(given, str):
        message = f"Here stands {_shape_of(given)} where {wanted} belongs."
        return SHAPE_WRONG.at(place, message, f"Write {wanted} on one line.")
    message = f"`{_short(given)}` is not {wanted}." if given.strip() else "The text is blank."
    return CODES[context["code"]].at(place, message, context["remedy"])


def _short(given: str) -> str:
    """The beginning of a text, on one line."""
    text = " ".join(given.split())
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} ..."


def _shape_of(given: object) -> str:
    return "a list" if isinstance(given, list) else "a group of keys" if isinstance(given, dict) else "a text"


def unknown_key(record: type[BaseModel], source: SourceFile, path: Path) -> Finding:
    """The finding of a key that a record does not have."""
    key = str(path[-1])
    message = f"The key `{key}` is not known here."
    return KEY_UNKNOWN.at(source.place(path, key=True), message, _instead(key, field_plans(record)))


def _instead(key: str, plans: tuple[FieldPlan, ...]) -> str:
    known = sorted(plan.key for plan in plans)
    near = get_close_matches(key, known, n=1, cutoff=0.6)
    if near:
        return f"Did you mean `{near[0]}`?"
    if " " in key:
        return "If it is part of a text, put the whole text in quotes; else take it out."
    others = (
        f"use one of: {', '.join(known)}" if len(known) <= FEW else "see the schema for the keys that are"
    )
    return f"Take it out, or {others}."


def _missing_key(record: type[BaseModel], source: SourceFile, path: Path) -> Finding:
    plan = next((plan for plan in field_plans(record) if plan.key == path[-1]), None)
    what = f" with {_article(plan.shape)}" if plan and plan.shape != "one" else ""
    message = f"The key `{path[-1]}` is missing."
    return KEY_MISSING.at(source.place(path[:-1]), message, f"Add `{path[-1]}:`{what}.")


def _article(shape: str) -> str:
    return "a list below it" if shape == "list" else "a group of keys below it"


def _wrong_choice(source: SourceFile, path: Path, given: object, expected: str) -> Finding:
    choices = [choice.strip("' ") for choice in expected.replace(" or ", ", ").split(", ")]
    near = get_close_matches(given, choices, n=1, cutoff=0.6) if isinstance(given, str) else []
    remedy = f"Did you mean `{near[0]}`?" if near else f"Write one of: {', '.join(choices)}."
    if not isinstance(given, str):
        return SHAPE_WRONG.at(
            source.place(path), f"Here stands {_shape_of(given)} where a word belongs.", remedy
        )
    message = f"`{_short(given)}` is not one of the words to choose from."
    return CHOICE_WRONG.at(source.place(path), message, remedy)


SHAPES = {
    "list_type": (
        "a list belongs",
        "Put brackets around it, `[one, another]`, or write each entry on a line of its own that begins with `- `.",
    ),
    "dict_type": ("a group of keys belongs", "Write the keys on lines of their own, indented below it."),
    "model_type": ("a group of keys belongs", "Write the keys on lines of their own, indented below it."),
    "model_attributes_type": ("a group of keys belongs", "Write the keys indented below it."),
    "too_short": ("at least one entry belongs", "Write at least one line that begins with `- `."),
}


def _wrong_shape(source: SourceFile, path: Path, kind: str, given: object) -> Finding:
    wanted, remedy = SHAPES.get(kind, ("another value belongs", "See the schema for what may stand here."))
    return SHAPE_WRONG.at(source.place(path), f"Here stands {_shape_of(given)} where {wanted}.", remedy)
