"""The tickets that an export holds, as rows of cells: from CSV, or from JSON however deep its list lies."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.intake.draft import Unreadable
from generator.intake.json_lines import Item, read_json

WIDEST = 2**31 - 1
"""Characters of a cell; the file is bounded already."""
DEEPEST = 5
"""How many objects deep the list of tickets is looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row or object of an export, with the line (from 1) it begins on.

    A cell is a text, what JSON has there, or the list of the texts of columns that have one name.
    """

    line: int
    cells: Mapping[str, Any]


def rows_of(text: str) -> list[Row]:
    """Every row of an export. Raises Unreadable where it is neither a table nor JSON."""
    if text.lstrip()[:1] in ("[", "{"):
        return [Row(one.line, _flat(one)) for one in _tickets_in(read_json(text))]
    return list(_table_rows(text))


def more_follow(held: Any, count: int) -> bool:
    """Whether an answer of an interface with `count` entries says that it is but a page of more."""
    if not isinstance(held, Item):
        return False
    total, start, about = held.get("total"), held.get("startAt"), held.get("pageInfo")
    behind = count + (start if isinstance(start, int) else 0)
    return (
        (isinstance(total, int) and total > behind)
        or bool(held.get("next_page") or held.get("nextPageToken"))
        or held.get("isLast") is False
        or (isinstance(about, Item) and about.get("hasNextPage") is True)
    )


def is_cut_off(text: str) -> bool:
    """Whether the last page of an export in JSON says that another one follows."""
    if text.lstrip()[:1] not in ("[", "{"):
        return False
    data = read_json(text)
    last = data[-1] if isinstance(data, list) and data else data
    return not _is_ticket(last) and more_follow(last, len(_list_in(last) or ()))


def _tickets_in(data: Any) -> list[Item]:
    """The objects of the list that an export is, holds, or is made of page by page; or the one that it is."""
    if isinstance(data, Item) and _is_ticket(data):
        return [data]
    items = [
        one for one in (data if isinstance(data, list) else _list_in(data) or []) if isinstance(one, Item)
    ]
    pages = [None if _is_ticket(one) else _list_in(one) for one in items]
    if isinstance(data, list) and None not in pages:
        return [one for page in pages for one in page or [] if isinstance(one, Item)]
    return items


def _is_ticket(one: Any) -> bool:
    """Whether an object is a ticket itself, rather than a page that holds a list of them."""
    return isinstance(one, Item) and any(key in one for key in ("fields", "title", "summary", "subject"))


def _list_in(data: Any, deep: int = 0) -> list[Any] | None:
    """The longest list of objects in an object; of those at one depth, the least deep."""
    if not isinstance(data, Item) or deep > DEEPEST:
        return None
    lists = [
        value
        for value in data.values()
        if isinstance(value, list) and any(isinstance(one, Item) for one in value)
    ]
    if lists:
        return max(lists, key=len)
    return next((found for value in data.values() if (found := _list_in(value, deep + 1)) is not None), None)


def _flat(one: Item) -> dict[str, Any]:
    """An object's cells, those of its `fields` in place of that."""
    fields = one.get("fields")
    if not isinstance(fields, Item):
        return dict(one)
    return {**fields, **{key: value for key, value in one.items() if key != "fields"}}


def _table_rows(text: str) -> Iterator[Row]:
    """The rows of a table; its mark between cells is told from its first line, or from what Excel says above it."""
    first = 1
    head, _, below = text.partition("\n")
    mark = max(",;\t|", key=head.count)
    if head.rstrip("\r").lower().startswith("sep=") and len(head.rstrip("\r")) == 5:
        mark, text, first = head[4], below, 2
    csv.field_size_limit(WIDEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    heads: list[str] | None = None
    line = first
    try:
        for cells in reader:
            if heads is not None and any(cell.strip() for cell in cells):
                yield Row(line, _named(heads, cells))
            heads = cells if heads is None else heads
            line = first + reader.line_num
    except csv.Error as error:
        raise Unreadable(
            f"It is no table that can be read: {error}, in the row that begins on line {line}."
        ) from None


def _named(heads: Iterable[str], cells: list[str]) -> dict[str, Any]:
    """The cells of a row by the names above them; what stands beyond the last name goes by none."""
    row: dict[str, Any] = {}
    names = [*heads]
    for at, cell in enumerate(cells):
        name = names[at] if at < len(names) else ""
        before = row.get(name)
        if not before:
            row[name] = cell
        elif cell.strip():
            row[name] = [*(before if isinstance(before, list) else [before]), cell]
    return row
