"""Numbers as links that dial."""

import re

from generator.model.phone_numbers import without_trunk


def dialled(number: str) -> str:
    """The `tel:` address of a number as it was typed (RFC 3966), its extension kept; a short code as it is."""
    whole, _, extension = without_trunk(number).partition("x")
    digits = re.sub(r"[^0-9+]+", "-", whole.strip()).strip("-")
    return f"tel:{digits}" + (f";ext={extension.strip()}" if extension.strip() else "")
