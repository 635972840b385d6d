"""The data a paper was rendered from, as canonical bytes, and their fingerprint."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any

from generator.audience.customer_case import CustomerCase
from generator.model.base import Record
from generator.model.scalars.moments import MOMENT, Moment


def canonical(data: CustomerCase | Mapping[str, object]) -> bytes:
    """The data as JSON: keys sorted, unwritten fields left out, UTF-8, one line. The as-of moment is no part of it."""
    return json.dumps(_plain(data), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(data: bytes) -> str:
    """The first 12 hex digits of the SHA-256 of canonical bytes."""
    return sha256(data).hexdigest()[:12]


def _plain(value: Any) -> Any:
    if isinstance(value, str | int) or value is None:  # most values are, so they are asked for first
        return value
    if isinstance(value, Moment):
        return _moment(value)
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    if isinstance(value, frozenset):
        return sorted(_plain(entry) for entry in value)
    entries = _entries(value)
    if entries is not None:
        return {key: _plain(entry) for key, entry in entries if not _is_empty(entry)}
    return value.isoformat() if isinstance(value, datetime | date) else str(value)


def _entries(value: Any) -> list[tuple[str, Any]] | None:
    """The keys and values of a record, its defaults left out; None for what is no record."""
    if isinstance(value, Record):
        return [(name, getattr(value, name)) for name in value.model_fields_set if name != "issued"]
    if isinstance(value, dict):
        return [(str(key), entry) for key, entry in value.items()]
    if not is_dataclass(value):
        return None
    record: Any = type(value)
    held = ((name, getattr(value, name), default) for name, default in _defaults(record))
    return [(name, entry) for name, entry, default in held if entry != default]


@cache
def _defaults(record: type) -> tuple[tuple[str, Any], ...]:
    """A record's fields and what each holds where nothing was written, so that a later one changes no fingerprint."""
    return tuple((field.name, field.default) for field in fields(record))


def _moment(moment: Moment) -> str:
    """The moment; one typed roughly with its text, because that is what a paper prints."""
    return str(moment) if MOMENT.fullmatch(moment.typed) else f"{moment} {moment.typed}"


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | tuple | list | dict | frozenset) and not value)
