"""The text of one scalar together with the zone that holds where it stands, and how a scalar type is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


class Typed(str):
    """A scalar that may be a moment, as typed; `zone` is the nearest `timezone` (event, case, customer, settings).

    A text of a file in which all of them have the same zone is left as it is (see `ReadInZone`).
    """

    __slots__ = ("zone",)
    zone: ZoneInfo

    def __new__(cls, text: str, zone: ZoneInfo) -> "Typed":
        self = super().__new__(cls, text)
        self.zone = zone
        return self


def fault(kind: str, sentence: str, remedy: str) -> PydanticCustomError:
    """The error of a scalar that cannot be read; `kind` becomes the finding's code.

    Both sentences come from us and may quote what was typed.
    """
    return PydanticCustomError(
        "casewright", "{sentence}", {"code": kind, "sentence": sentence, "remedy": remedy}
    )


def faulted(error: ValueError) -> str:
    """The sentence and the remedy of a `fault`, for where no finding tells them."""
    said = getattr(error, "context", None) or {}
    return f"{said.get('sentence')} {said.get('remedy')}"


def one_text(value: object, wanted: str) -> str:
    """The value as text, or the fault that a list or mapping stands where one value belongs."""
    if isinstance(value, str):
        return value
    shape = "a list" if isinstance(value, list) else "a group of keys"
    raise fault("shape-wrong", f"Here stands {shape} where {wanted} belongs.", f"Write {wanted} on one line.")


@dataclass(frozen=True, slots=True)
class Read:
    """What turns a value as typed into one of ours, or raises a `fault`.

    It goes to pydantic's core as it is: a mark of pydantic's own would have its signature looked at, field by field.
    """

    read: Callable[[Any], object]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The reader, and nothing of the type that it makes."""
        return core_schema.no_info_plain_validator_function(self.read)


@dataclass(frozen=True, slots=True)
class ReadInZone:
    """The same for a reader that also takes the zone of the whole file, which is the context of its reading, or None."""

    read: Callable[[Any, ZoneInfo | None], object]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The reader with the context that it is called in."""
        read = self.read
        return core_schema.with_info_plain_validator_function(lambda value, info: read(value, info.context))


@dataclass(frozen=True, slots=True, eq=False)
class SeenAs:
    """What an editor may see where a scalar stands, as JSON Schema."""

    schema: dict[str, object]


def scalar(read: Callable[[Any], object] | ReadInZone, *types: str, **keywords: object) -> tuple[object, ...]:
    """The annotations of a scalar type: its reader, and the JSON Schema of what an editor may see in its place.

    Editors read YAML 1.2, so `types` names every JSON type that a text without quotes may turn into. `keywords`
    narrow the schema down; `description` among them says how the value is written.
    """
    reader = read if isinstance(read, ReadInZone) else Read(read)
    return reader, SeenAs({"type": list(types), **keywords})


@dataclass(frozen=True, slots=True)
class Written:
    """A text that pydantic reads by itself, without a call into Python for each of the thousands in a workspace.

    `wanted` and `remedy` are for the finding where it cannot: what should stand there, and how to write it.
    """

    code: str
    wanted: str
    remedy: str
    pattern: str | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Any text that is not blank, without the white space around it; or one that fits the pattern as it is."""
        free = self.pattern is None
        text = core_schema.str_schema(
            strict=True, strip_whitespace=free, min_length=1 if free else None, pattern=self.pattern
        )
        context = {"code": self.code, "wanted": self.wanted, "remedy": self.remedy}
        return core_schema.custom_error_schema(
            text,
            custom_error_type="casewright",
            custom_error_message="{wanted}",
            custom_error_context=context,
        )


def written(rule: Written, *types: str, **keywords: object) -> tuple[object, ...]:
    """The annotations of a text that fits a rule, and its JSON Schema as for `scalar`."""
    pattern = {} if rule.pattern is None else {"pattern": rule.pattern}
    return rule, SeenAs({"type": list(types), **pattern, **keywords})
