"""The JSON Schema of a record of the model, field by field, with what a field means and who reads it.

An editor reads YAML 1.2 and knows nothing of zones or references, so a schema lets pass whatever `check` lets pass,
and refuses what it can: unknown keys, wrong choices, wrong shapes. Keywords stand beside several types instead of in
an `anyOf`, so that an editor names the one thing that is wrong.
"""

import re
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic.fields import FieldInfo

from generator.model.base import ONE_OR_SEVERAL, Record
from generator.model.docstrings import meaning
from generator.model.marks import Kind, Ref, Target
from generator.model.scalars.durations import Duration
from generator.model.scalars.hours import Hours
from generator.model.scalars.typed import SeenAs

Schema = dict[str, Any]

AUDIENCES = {
    Kind.ALWAYS: "Customers: always.",
    Kind.SECTION: "Customers: where `customer_sees` has it.",
    Kind.NEVER: "Customers: never.",
}
POINTS = {
    Target.PERSON: "The key of a person: ours, the customer's or a third party's.",
    Target.OURS: "The key of one of our people.",
    Target.THEIRS: "The key of one of the customer's people.",
    Target.ADVOCATE: "The key of one of our people or of a rotation.",
    Target.ROTATION: "The key of a rotation in contacts.yaml.",
    Target.AREA: "The key of an area in contacts.yaml.",
    Target.PARTY: "The key of a third party in contacts.yaml.",
    Target.SIDE: "Write customer, us or the key of a third party.",
    Target.CUSTOMER: "The key of a customer: the name of the folder.",
    Target.CASE: "A case, written <customer>/<case>.",
    Target.PRODUCT: "The key of a product in casewright.yaml.",
    Target.CATEGORY: "The key of a cause category in casewright.yaml.",
    Target.SEGMENT: "The key of a segment in casewright.yaml.",
    Target.EVIDENCE: "By the id of evidence in this case.",
    Target.ACTION: "By the id of an action in this case.",
    Target.CRITERION: "By the id of an exit criterion in this case.",
    Target.MEETING: "By the id of a meeting in this case.",
    Target.COMMITMENT: "By the id of a commitment.",
    Target.PURPOSE: "By the id of a cause, factor, criterion or recommendation in this case.",
    Target.ITEM: "By the id of an item in this case: an event, a cause, an action, a criterion and so on.",
}
"""What a text that is somebody's or something's key points at."""

POINTS_AT = "pointsAt"
"""Where a schema in the making keeps what a text points at; no schema that is written has it."""
NULL = "null"
"""What is null counts as not written, so it may stand wherever something may be left out."""


def record_schema(record: type[Record], parts: dict[str, Schema]) -> Schema:
    """The schema of a record; those of the records in it are added to `parts` by the name of their class."""
    fields, main = record.model_fields, getattr(record, "main", None)
    own: Schema = {
        "type": ["object"],
        "title": re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__.removesuffix("Record")).capitalize(),
        "description": words_of(record),
        "properties": {
            field.alias or name: _property(record, name, field, parts) for name, field in fields.items()
        },
        "required": sorted(field.alias or name for name, field in fields.items() if field.is_required()),
        "additionalProperties": False,
    }
    if main is None or set(own["required"]) - {main}:
        return own
    return _with_short_form(own, _inner(fields[main], {}))


def words_of(record: type[Record]) -> str:
    """The docstring of a record, on one line."""
    return " ".join((record.__doc__ or "").split())


def _with_short_form(record: Schema, main: Schema) -> Schema:
    """A record for which a plain line may stand; what narrows that line down holds for texts and numbers only."""
    if "enum" in main:
        main = {"type": ["string"], "pattern": f"^({'|'.join(main['enum'])})$"}
    narrow = {key: value for key, value in main.items() if key not in ("type", "description")}
    return {**record, **narrow, "type": [*record["type"], *main["type"]]}


def _property(record: type[Record], name: str, field: FieldInfo, parts: dict[str, Schema]) -> Schema:
    """The schema of one field: its value's, what it means, who reads it, and what holds where it is not written."""
    value = _inner(field, parts)
    words = [meaning(record, name), value.pop("description", ""), _audience(field)]
    schema = value if field.is_required() else nullable(value)
    default, said = _typed(field.default), {"description": " ".join(filter(None, words))}
    # An editor that is asked about a free key, such as a severity's number, says what the group is for.
    for one in schema.get("patternProperties", {}).values():
        if "$ref" not in one:
            one.setdefault("description", said["description"])
    return schema | said | ({} if default is None else {"default": default})


def _audience(field: FieldInfo) -> str:
    return next((AUDIENCES[mark] for mark in field.metadata if isinstance(mark, Kind)), "")


def _typed(default: object) -> object:
    """A default as it would be typed, or None where it cannot be or is itself nothing."""
    if isinstance(default, bool | int | str):
        return default
    return str(default) if isinstance(default, Duration | Hours | ZoneInfo | Decimal | date) else None


def _inner(field: FieldInfo, parts: dict[str, Schema]) -> Schema:
    schema = _value(field.annotation, list(field.metadata), parts)
    lengths = [mark.min_length for mark in field.metadata if hasattr(mark, "min_length")]
    return {**schema, "minItems": lengths[0]} if lengths else schema


def _value(annotation: Any, marks: list[Any], parts: dict[str, Schema]) -> Schema:
    """The schema of what may be typed for an annotation; its `type` is always a list."""
    origin, args = get_origin(annotation), get_args(annotation)
    written = next((mark.schema for mark in marks if isinstance(mark, SeenAs)), None)
    if written is not None:
        return _pointing({**written}, marks)
    if origin is Annotated:
        return _value(args[0], [*marks, *args[1:]], parts)
    if origin in (Union, UnionType):
        return _value(next(arg for arg in args if arg is not type(None)), marks, parts)
    if origin is Literal:
        return {"enum": list(args)}
    if origin in (list, dict):
        return _many(annotation, marks, parts)
    return _part(annotation, parts)


def _pointing(schema: Schema, marks: list[Any]) -> Schema:
    """The schema of a text, which says what the text points at where it is somebody's or something's key."""
    targets = [mark.target for mark in marks if isinstance(mark, Ref)]
    return {**schema, "description": POINTS[targets[-1]], POINTS_AT: targets[-1]} if targets else schema


def _many(annotation: Any, marks: list[Any], parts: dict[str, Schema]) -> Schema:
    """A list, or keys with one kind of value; a list of notes may be a single text."""
    args = get_args(annotation)
    value = nullable(_value(args[-1], [], parts))
    said = {"description": value.pop("description")} if "description" in value else {}
    if get_origin(annotation) is list:
        types = ["array", *(value["type"] if ONE_OR_SEVERAL in marks else ())]
        return {"type": list(dict.fromkeys(types)), "items": value, **said}
    key = _value(args[0], [], {})
    pattern = key.get("pattern") or f"^({'|'.join(key['enum'])})$"
    return {"type": ["object"], "patternProperties": {pattern: value}, "additionalProperties": False, **said}


def _part(record: type[Record], parts: dict[str, Schema]) -> Schema:
    """The reference to a record's schema, which is made the first time it is asked for."""
    if record.__name__ not in parts:
        parts[record.__name__] = {}
        parts[record.__name__] = nullable(record_schema(record, parts))
    return {"$ref": f"#/$defs/{record.__name__}"}


def nullable(schema: Schema) -> Schema:
    """The schema that takes null too; a part takes it already."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "type" not in schema:
        return schema
    return schema if NULL in schema["type"] else {**schema, "type": [*schema["type"], NULL]}
