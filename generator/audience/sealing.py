"""The data a paper was rendered from, as canonical bytes, and their fingerprint."""

import json
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from pydantic import BaseModel

from generator.audience.customer_case import CustomerCase
from generator.model.scalars.times import MOMENT, Moment


def canonical(case: CustomerCase) -> bytes:
    """The data as JSON: keys sorted, unwritten fields left out, UTF-8, one line. The as-of moment is no part of it."""
    return json.dumps(_plain(case), sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(data: bytes) -> str:
    """The first 12 hex digits of the SHA-256 of canonical bytes."""
    return sha256(data).hexdigest()[:12]


def _plain(value: Any) -> Any:
    if isinstance(value, Moment):
        return _moment(value)
    if is_dataclass(value) and not isinstance(value, type):
        return _written(
            {f.name: getattr(value, f.name) for f in fields(value) if not _left_at_default(f, value)}
        )
    if isinstance(value, BaseModel):
        return _written({name: getattr(value, name) for name in value.model_fields_set if name != "issued"})
    if isinstance(value, Mapping):
        return _written({str(key): entry for key, entry in value.items()})
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value]
    if isinstance(value, frozenset):
        return sorted(_plain(entry) for entry in value)
    if isinstance(value, bool | int) or value is None:
        return value
    return value.isoformat() if isinstance(value, datetime | date) else str(value)


def _moment(moment: Moment) -> str:
    """The moment; one typed roughly with its text, because that is what a paper prints."""
    return str(moment) if MOMENT.fullmatch(moment.typed) else f"{moment} {moment.typed}"


def _left_at_default(field: Field[Any], value: Any) -> bool:
    """Whether a field holds what it holds where nothing was written, so that a later field changes no fingerprint."""
    return bool(getattr(value, field.name) == field.default)


def _written(entries: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _plain(value) for key, value in entries.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | tuple | list | dict | frozenset) and not value)
