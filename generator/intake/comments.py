"""The comments of a ticket: a row's own, a list of objects, or the columns by which Jira exports them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.intake.json_lines import Item
from generator.intake.speaking import said_in

PACKED = re.compile(r"\s*([^;\n]{0,30}\d{1,2}:\d{2}[^;\n]{0,30});([^;\n]*);(.*)", re.DOTALL)
"""A cell as Jira exports a comment: `04/Mar/26 2:05 PM;author;text`."""
AT = ("at", "created", "created_at", "createdAt", "date", "time")
BY = ("by", "author", "user")
BODY = ("body", "text", "comment", "message")


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said, when (as typed) and who, where that is told, and the line (from 1) that says it."""

    body: str
    line: int
    at: Any = None
    by: str | None = None


def comments_of(cells: Mapping[str, Any], line: int) -> Iterator[Comment]:
    """The comments in a row's cells `said`, `said_at` and `said_by`; a bare number counts them and is none."""
    said = comment_list(cells.get("said")) or cells.get("said")
    own = (
        None if isinstance(said, list) else cells.get("said_at")
    )  # One date cannot be that of several columns.
    for one in said if isinstance(said, list) else [said]:
        if isinstance(one, Item):
            if body := said_in(_first(one, BODY)):
                yield Comment(body, one.line, _first(one, AT), said_in(_first(one, BY)))
        elif isinstance(one, str) and one.strip():
            packed = PACKED.fullmatch(one)
            if packed:
                yield Comment(packed[3].strip(), line, packed[1], packed[2].strip() or None)
            else:
                yield Comment(one.strip(), line, own, said_in(cells.get("said_by")))


def comment_list(said: Any) -> list[Any] | None:
    """The list of comments that a cell is, or that an object in it holds."""
    if isinstance(said, Item):
        said = next((value for value in said.values() if isinstance(value, list)), None)
    return said if isinstance(said, list) else None


def _first(told: Item, keys: tuple[str, ...]) -> Any:
    return next((told[key] for key in keys if told.get(key)), None)
