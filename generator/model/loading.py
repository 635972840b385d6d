"""From the tree of a file to a record of the model; every fault on the way is a finding with a place."""

from difflib import get_close_matches
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.codes import CODES, code
from generator.finding import Finding, Severity
from generator.model.fields import field_plans, record_at
from generator.model.scalars.times import find_zone
from generator.model.scalars.typed import Typed
from generator.source.nodes import Mapping, Node, Path, Scalar, SourceFile

Loaded = TypeVar("Loaded", bound=BaseModel)

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


def plain(node: Node, zone: ZoneInfo) -> Any:
    """The tree as dicts, lists and typed texts, each text with the nearest zone; what counts as null is left out."""
    if isinstance(node, Scalar):
        return Typed(node.text, zone)
    if isinstance(node, Mapping):
        own = node.entries.get("timezone")
        inner = (find_zone(own.text) or zone) if isinstance(own, Scalar) else zone
        return {key: plain(value, inner) for key, value in node.entries.items() if not _null(value)}
    return [plain(item, zone) for item in node.items if not _null(item)]


def _null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def load(record: type[Loaded], source: SourceFile, zone: ZoneInfo) -> tuple[Loaded | None, list[Finding]]:
    """The record that a file holds, or None with the findings that say why not.

    `zone` is where moments without an offset are read, unless the file says a nearer one.
    """
    if source.root is None:
        return None, []
    try:
        return record.model_validate(plain(source.root, zone)), []
    except ValidationError as error:
        return None, [finding_of(fault, record, source) for fault in error.errors(include_url=False)]


def load_list(record: type[Loaded], source: SourceFile, zone: ZoneInfo) -> tuple[list[Loaded], list[Finding]]:
    """The records of a file that is one list."""
    if source.root is None:
        return [], []
    try:
        return TypeAdapter(list[record]).validate_python(plain(source.root, zone)), []  # type: ignore[valid-type]
    except ValidationError as error:
        return [], [finding_of(fault, record, source, 1) for fault in error.errors(include_url=False)]


def finding_of(fault: Any, record: type[BaseModel], source: SourceFile, above: int = 0) -> Finding:
    """A fault of pydantic's as a finding; `above` counts the steps of its path that lie above the record."""
    path = tuple(step for step in fault["loc"] if step != "[key]")
    kind, given, context = fault["type"], fault.get("input"), fault.get("ctx", {})
    if kind == "casewright":
        return CODES[context["code"]].at(source.place(path), context["sentence"], context["remedy"])
    if kind == "extra_forbidden":
        return _unknown_key(record_at(record, path[above:-1]) or record, source, path)
    if kind == "missing":
        return _missing_key(record_at(record, path[above:-1]) or record, source, path)
    if kind == "literal_error":
        return _wrong_choice(source, path, str(given), str(context.get("expected", "")))
    return _wrong_shape(source, path, kind, given)


def _unknown_key(record: type[BaseModel], source: SourceFile, path: Path) -> Finding:
    known = [plan.key for plan in field_plans(record)]
    near = get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
    listed = ", ".join(sorted(known))
    remedy = f"Did you mean `{near[0]}`?" if near else f"Take it out, or use one of: {listed}."
    if " " in str(path[-1]):
        remedy = f"If this is one text, put all of it in quotes. {remedy}"
    return KEY_UNKNOWN.at(source.place(path, key=True), f"The key `{path[-1]}` is not known here.", remedy)


def _missing_key(record: type[BaseModel], source: SourceFile, path: Path) -> Finding:
    plan = next((plan for plan in field_plans(record) if plan.key == path[-1]), None)
    what = f" with {_article(plan.shape)}" if plan and plan.shape != "one" else ""
    message = f"The key `{path[-1]}` is missing."
    return KEY_MISSING.at(source.place(path[:-1]), message, f"Add `{path[-1]}:`{what}.")


def _article(shape: str) -> str:
    return "a list below it" if shape == "list" else "a group of keys below it"


def _wrong_choice(source: SourceFile, path: Path, given: str, expected: str) -> Finding:
    if isinstance(given, str) and given[:1] in "[{":
        given = "this"
    choices = [choice.strip("' ") for choice in expected.replace(" or ", ", ").split(", ")]
    near = get_close_matches(given, choices, n=1, cutoff=0.6)
    remedy = f"Did you mean `{near[0]}`?" if near else f"Write one of: {', '.join(choices)}."
    return CHOICE_WRONG.at(source.place(path), f"`{given}` is not one of the words to choose from.", remedy)


SHAPES = {
    "list_type": ("a list belongs", "Write each entry on a line of its own that begins with `- `."),
    "dict_type": ("a group of keys belongs", "Write the keys on lines of their own, indented below it."),
    "model_type": ("a group of keys belongs", "Write the keys on lines of their own, indented below it."),
    "model_attributes_type": ("a group of keys belongs", "Write the keys indented below it."),
    "too_short": ("at least one entry belongs", "Write at least one line that begins with `- `."),
}


def _wrong_shape(source: SourceFile, path: Path, kind: str, given: object) -> Finding:
    wanted, remedy = SHAPES.get(kind, ("another value belongs", "See the schema for what may stand here."))
    here = "a list" if isinstance(given, list) else "a group of keys" if isinstance(given, dict) else "a text"
    return SHAPE_WRONG.at(source.place(path), f"Here stands {here} where {wanted}.", remedy)
