"""Ticket exports as CSV or JSON: their columns mapped by name, one row a ticket or one row a comment."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.intake.draft import DraftCase, DraftEvent, Left, Moment
from generator.intake.moments import Clock, reading_of
from generator.intake.naming import name_of, slug

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "key", "number", "ticket", "ticket id", "issue key", "case number"),
    "title": ("title", "summary", "subject", "short description", "name"),
    "opened": ("opened", "created", "created at", "opened at", "created date", "date", "reported"),
    "closed": ("closed", "resolved", "closed at", "resolved at", "resolution date", "solved at"),
    "severity": ("severity", "priority", "impact", "urgency"),
    "text": ("description", "details", "body"),
    "tags": ("tags", "labels", "components", "component", "category", "product"),
    "said_at": ("comment date", "comment at", "commented at", "updated", "comment created"),
    "said": ("comment", "comments", "update", "updates", "note", "work notes", "message"),
    "said_by": ("author", "comment author", "comment by", "updated by", "user"),
}
"""What a ticket's columns may be called, by what they mean; the first that is there counts."""
FIELDS = tuple(COLUMNS)


@dataclass(frozen=True, slots=True)
class Row:
    """One row or object of an export, with the line (from 1) it begins on."""

    line: int
    cells: Mapping[str, Any]


def ticket_cases(source: str, text: str, clock: Clock, named: Mapping[str, str]) -> list[DraftCase] | None:
    """The drafts that an export makes; None where it has no column for a title.

    `named` says which column a field stands in, where its name is none of those known.
    """
    rows = list(_json_rows(text) if text.lstrip()[:1] in "[{" else _csv_rows(text))
    columns = _columns([*dict.fromkeys(key for row in rows for key in row.cells)], named)
    if "title" not in columns:
        return None
    cases: dict[str, DraftCase] = {}
    for row in rows:
        _take(cases, source, row, columns, clock)
    for case in cases.values():
        case.events.sort(key=lambda event: event.at.order)
    return list(cases.values())


def _csv_rows(text: str) -> Iterator[Row]:
    """The rows of a table; its mark between cells is told from its first line."""
    text = text.removeprefix("\ufeff")
    head = text.partition("\n")[0]
    mark = max(",;\t|", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=mark, restval="")
    before = 1
    for cells in reader:
        yield Row(before + 1, {key: value for key, value in cells.items() if key})
        before = reader.line_num


def _json_rows(text: str) -> Iterator[Row]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return
    if isinstance(data, dict):
        lists = [value for value in data.values() if isinstance(value, list)]
        data = next((one for one in lists if one and isinstance(one[0], dict)), [])
    for number, one in enumerate(data if isinstance(data, list) else [], 1):
        if isinstance(one, dict):
            fields = one.get("fields")
            yield Row(number, {**(fields if isinstance(fields, dict) else {}), **one})


def _columns(headers: Sequence[str], named: Mapping[str, str]) -> dict[str, str]:
    """The column of each field."""
    plain = {" ".join(header.replace("_", " ").lower().split()): header for header in headers}
    found = {
        field: plain[name] for field, names in COLUMNS.items() for name in reversed(names) if name in plain
    }
    given = {field: header for field, header in named.items() if header in headers}
    taken = set(given.values())
    return {**{field: header for field, header in found.items() if header not in taken}, **given}


def _take(
    cases: dict[str, DraftCase], source: str, row: Row, columns: Mapping[str, str], clock: Clock
) -> None:
    """A row as a new case, or as one more comment of the case with its id."""
    cells = {field: row.cells.get(header) for field, header in columns.items()}
    key = _said(cells.get("id")) or f"row {row.line}"
    if key not in cases:
        if (title := _said(cells.get("title"))) is None:
            if any(_said(value) for value in cells.values()):
                cases.setdefault("", DraftCase(source, row.line, "", "")).left.append(
                    Left(row.line, key, "it has no title")
                )
            return
        cases[key] = _case(source, row, key, title, cells, clock)
    _comments(cases[key], row, cells, clock)


def _case(source: str, row: Row, key: str, title: str, cells: Mapping[str, Any], clock: Clock) -> DraftCase:
    case = DraftCase(source, row.line, "", title)
    case.opened = _moment(case, row.line, "opened", cells.get("opened"), clock)
    case.name = slug(f"{key}-{title}") if cells.get("id") else name_of(case.opened, title)
    case.severity = _said(cells.get("severity"))
    case.tags = _tags(cells.get("tags"))
    if (text := _said(cells.get("text"))) and case.opened:
        case.events.append(DraftEvent(case.opened, text, row.line))
    elif text:
        case.left.append(Left(row.line, text[:60], "nothing says when"))
    if end := _moment(case, row.line, "closed", cells.get("closed"), clock):
        case.events.append(DraftEvent(end, "Marked as closed.", row.line))
    return case


def _comments(case: DraftCase, row: Row, cells: Mapping[str, Any], clock: Clock) -> None:
    said = cells.get("said")
    if isinstance(said, dict):
        said = said.get("comments")
    many = (
        said
        if isinstance(said, list)
        else [{"body": said, "at": cells.get("said_at"), "by": cells.get("said_by")}]
    )
    for one in many:
        told = one if isinstance(one, dict) else {"body": one}
        body = _said(_first(told, "body", "text", "comment", "message"))
        if body is None:
            continue
        typed = _first(told, "at", "created", "created_at", "date", "time")
        at = _moment(case, row.line, "comment", typed, clock)
        if at is None:
            case.left.append(Left(row.line, body[:60], "it says no moment that can be told"))
            continue
        by = _first(told, "by", "author", "user")
        person = _said(by.get("name") or by.get("displayName") if isinstance(by, dict) else by)
        case.events.append(DraftEvent(at, body, row.line, "ticket", person))


def _first(told: Mapping[str, Any], *keys: str) -> Any:
    return next((told[key] for key in keys if told.get(key)), None)


def _moment(case: DraftCase, line: int, what: str, typed: Any, clock: Clock) -> Moment | None:
    said = _said(typed)
    if said is None:
        return None
    try:
        reading = reading_of(said, clock)
    except ValueError:
        reading = None
    if reading is None and what != "comment":
        case.left.append(Left(line, f"{what}: {said}", "it is no moment that can be told"))
    return reading.moment if reading else None


def _said(value: Any) -> str | None:
    """A cell's text; None where it is empty."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("value")
    return str(value).strip() or None if isinstance(value, str | int | float) else None


def _tags(value: Any) -> list[str]:
    many = value if isinstance(value, list) else str(value or "").replace(";", ",").split(",")
    return [said for one in many if (said := _said(one))]
