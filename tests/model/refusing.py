"""How a scalar type refuses a value."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError


def faults(kind: Any, value: object) -> list[Any]:
    """What pydantic tells of a value that is refused."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return caught.value.errors()


def fault(kind: Any, value: object) -> dict[str, str]:
    """The code, sentence and remedy with which a value is refused, once."""
    (only,) = faults(kind, value)
    return only["ctx"]
