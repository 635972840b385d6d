"""Time zones by their IANA names."""

import re
from functools import lru_cache
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from generator.model.scalars.typed import Typed, fault, one_text, scalar

UTC_ZONE = ZoneInfo("UTC")
NAME = "[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}"


def zone_of(value: str) -> ZoneInfo:
    """The zone a typed scalar stands in; UTC for a text that never stood in a file."""
    return value.zone if isinstance(value, Typed) else UTC_ZONE


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """The names of all zones (IANA)."""
    return frozenset(available_timezones())


@lru_cache(maxsize=512)
def find_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, or None; a name is never read as a path."""
    if not re.fullmatch(NAME, name, re.ASCII):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def read_zone(value: Any) -> ZoneInfo:
    """A zone by its IANA name."""
    if isinstance(value, ZoneInfo):
        return value
    text = one_text(value, "a time zone")
    zone = find_zone(text)
    if zone is None:
        raise fault(
            "zone-unknown", f"`{text}` is not a time zone.", f"Write its IANA name{_nearest_zone(text)}."
        )
    return zone


def _nearest_zone(text: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(text, zone_names(), n=1, cutoff=0.5)
    ending = [name for name in sorted(zone_names()) if name.endswith(f"/{text.replace(' ', '_')}")]
    choice = (ending or near or ["America/New_York"])[0]
    return f", `{choice}`" if ending or near else f", like `{choice}`"


Zone = Annotated[
    ZoneInfo,
    *scalar(
        read_zone,
        "string",
        pattern=f"^{NAME}$",
        description="A time zone by its IANA name, like `America/New_York`.",
    ),
]
