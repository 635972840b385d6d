"""What a cell of an export says, whether it is a text, a number, or an object with a name."""

from collections.abc import Iterator
from typing import Any

NAMES = ("name", "displayName", "value", "login", "emailAddress")


def said_in(value: Any) -> str | None:
    """A cell's text; None where it says nothing. Of several columns with one name the first counts."""
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str) and one.strip()), None)
    if isinstance(value, dict):
        if value.get("type") == "doc":
            return "\n\n".join(_paragraphs(value)) or None
        value = next((value[name] for name in NAMES if value.get(name)), None)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _paragraphs(block: dict[str, Any]) -> Iterator[str]:
    """The texts of a document in Jira's own format, a paragraph at a time."""
    parts = [one for one in block.get("content") or [] if isinstance(one, dict)]
    if text := "".join(one["text"] for one in parts if isinstance(one.get("text"), str)).strip():
        yield text
    for one in parts:
        if "text" not in one:
            yield from _paragraphs(one)
