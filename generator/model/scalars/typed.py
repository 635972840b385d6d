"""The text of one scalar together with the zone that holds where it stands, and how a scalar type is made."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from pydantic import PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError


class Typed(str):
    """A scalar as it was typed; `zone` is the nearest `timezone` (event, case, customer, settings)."""

    __slots__ = ("zone",)
    zone: ZoneInfo

    def __new__(cls, text: str, zone: ZoneInfo) -> "Typed":
        self = super().__new__(cls, text)
        self.zone = zone
        return self


def fault(kind: str, sentence: str, remedy: str) -> PydanticCustomError:
    """The error of a scalar that cannot be read; `kind` becomes the finding's code.

    Both sentences come from us and may quote what was typed; braces are doubled because pydantic formats them.
    """
    return PydanticCustomError(
        "casewright", "{sentence}", {"code": kind, "sentence": sentence, "remedy": remedy}
    )


def one_text(value: object, wanted: str) -> str:
    """The value as text, or the fault that a list or mapping stands where one value belongs."""
    if isinstance(value, str):
        return value
    shape = "a list" if isinstance(value, list) else "a group of keys"
    raise fault("shape-wrong", f"Here stands {shape} where {wanted} belongs.", f"Write {wanted} on one line.")


def scalar(read: Callable[[Any], object], *types: str, **keywords: object) -> tuple[object, ...]:
    """The annotations of a scalar type: its reader, and the JSON Schema of what an editor may see in its place.

    Editors read YAML 1.2, so `types` names every JSON type that a text without quotes may turn into. `keywords`
    narrow the schema down; `description` among them says how the value is written.
    """
    return PlainValidator(read), WithJsonSchema({"type": list(types), **keywords})
