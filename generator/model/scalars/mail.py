"""Mail addresses, checked for their shape and never looked up."""

import re
from functools import lru_cache
from typing import Annotated, Any

from generator.model.scalars.typed import fault, one_text, scalar

PLAIN = re.compile(
    r"(?=.{6,64}$)[a-z0-9]+([._-][a-z0-9]+)*@([a-z0-9]+(-[a-z0-9]+)*\.)+(com|net|org|edu|gov|io|de|uk|fr|example)",
    re.ASCII,
)
"""Addresses that are right beyond doubt."""


@lru_cache(maxsize=4096)
def _problem(text: str) -> str | None:
    if PLAIN.fullmatch(text):
        return None
    # The rules for all other addresses take 15 ms to import, and most workspaces never need them.
    from email_validator import EmailNotValidError, validate_email

    try:
        validate_email(text, check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        return str(error)
    return None


def read_email(value: Any) -> str:
    """A mail address as typed."""
    text = one_text(value, "a mail address")
    if _problem(text):
        raise fault(
            "value-wrong", f"`{text}` is not a mail address.", "Write it like `priya@harborline.example`."
        )
    return str(text)


Email = Annotated[str, *scalar(read_email, "string", pattern=r"^[^@\s]+@[^@\s]+$")]
