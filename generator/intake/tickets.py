"""Ticket exports as CSV or JSON: their columns mapped by name, one row a ticket or one row a comment."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.intake.comments import comment_list, comments_of
from generator.intake.draft import DraftCase, DraftEvent, Left, Moment, Unreadable
from generator.intake.moments import Clock, moment_in
from generator.intake.naming import name_of, slug
from generator.intake.rows import Row, is_cut_off, more_follow, rows_of
from generator.intake.speaking import said_in

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("key", "issue key", "number", "ticket", "ticket id", "case number", "id"),
    "title": ("title", "summary", "subject", "short description", "name"),
    "opened": ("opened", "created", "created at", "opened at", "created date", "date", "reported"),
    "closed": ("closed", "resolved", "closed at", "resolved at", "resolution date", "solved at"),
    "severity": ("severity", "priority", "impact", "urgency"),
    "text": ("description", "details", "body"),
    "tags": ("tags", "labels", "components", "component", "component/s", "category", "product"),
    "said_at": ("comment date", "comment at", "commented at", "comment created"),
    "said": ("comment", "comments", "update", "updates", "note", "work notes", "message"),
    "said_by": ("author", "comment author", "comment by"),
}
"""What a ticket's columns may be called, by what they mean; the first that is there counts."""
FIELDS = tuple(COLUMNS)


def ticket_cases(source: str, text: str, clock: Clock, named: Mapping[str, str]) -> list[DraftCase] | None:
    """The drafts that an export makes; None where it has no column for a title.

    `named` says which column a field stands in, where its name is none of those known; a key within another is
    `outer.inner`. Raises Unreadable where the text is no export, or has no such column.
    """
    rows = rows_of(text)
    headers = [*dict.fromkeys(key for row in rows for key in row.cells)]
    columns = _columns(rows, headers, named)
    if "title" not in columns:
        return None
    cases: dict[str, DraftCase] = {}
    for row in rows:
        _take(cases, source, row, columns, clock)
    for case in cases.values():
        case.events.sort(key=lambda event: event.at.order)
    if is_cut_off(text):
        _untitled(
            cases, source, Left(1, "", "It says that more tickets follow than it holds. Export the rest too.")
        )
    return list(cases.values())


def _columns(rows: list[Row], headers: list[str], named: Mapping[str, str]) -> dict[str, str]:
    """The column of each field."""
    plain = {_plain(header): header for header in reversed(headers)}
    found = {
        field: plain[_plain(name)]
        for field, names in COLUMNS.items()
        for name in reversed(names)
        if _plain(name) in plain
    }
    for column in named.values():
        if not any(_cell(row, column) is not None for row in rows):
            known = ", ".join(header for header in headers if header)
            raise Unreadable(f"It has no column {column!r}. Its columns are: {known}.")
    taken = set(named.values())
    return {**{field: header for field, header in found.items() if header not in taken}, **named}


def _plain(header: str) -> str:
    """A column's name without what exports write differently: `Created At`, `created_at`, `createdAt`."""
    return re.sub(r"[\s_-]+", "", header).lower()


def _cell(row: Row, column: str) -> Any:
    """What stands in a column, or at `outer.inner` in an object."""
    if column in row.cells:
        return row.cells[column]
    held: Any = row.cells
    for key in column.removeprefix("fields.").split("."):
        held = held.get(key) if isinstance(held, Mapping) else None
    return held


def _take(
    cases: dict[str, DraftCase], source: str, row: Row, columns: Mapping[str, str], clock: Clock
) -> None:
    """A row as a new case, or as one more comment of the case with its id."""
    cells = {field: _cell(row, header) for field, header in columns.items()}
    key = said_in(cells.get("id")) or f"row {row.line}"
    if key not in cases:
        if (title := said_in(cells.get("title"))) is None:
            if any(said_in(value) for value in cells.values()):
                _untitled(cases, source, Left(row.line, key, "it has no title"))
            return
        cases[key] = _case(source, row, key, title, cells, clock)
        _leave(cases[key], row, columns.values())
    if more_follow(said := cells.get("said"), len(comment_list(said) or ())):
        cases[key].left.append(
            Left(row.line, "comments", "it says that there are more of them than it holds")
        )
    for comment in comments_of(cells, row.line):
        at = _moment(cases[key], comment.line, "comment", comment.at, clock)
        if at is None:
            cases[key].left.append(
                Left(comment.line, comment.body[:60], "it says no moment that can be told")
            )
        else:
            cases[key].events.append(DraftEvent(at, comment.body, comment.line, "ticket", comment.by))


def _untitled(cases: dict[str, DraftCase], source: str, left: Left) -> None:
    """Notes what no case can carry with a draft that has no title, which is told and never written."""
    cases.setdefault("", DraftCase(source, left.line, "", "")).left.append(left)


def _case(source: str, row: Row, key: str, title: str, cells: Mapping[str, Any], clock: Clock) -> DraftCase:
    case = DraftCase(source, row.line, "", title)
    case.opened = _moment(case, row.line, "opened", cells.get("opened"), clock)
    case.name = slug(f"{key}-{title}") if said_in(cells.get("id")) else name_of(case.opened, title)
    case.severity = said_in(cells.get("severity"))
    case.tags = _tags(cells.get("tags"))
    if (text := said_in(cells.get("text"))) and case.opened:
        case.events.append(DraftEvent(case.opened, text, row.line))
    elif text:
        case.left.append(Left(row.line, text[:60], "nothing says when"))
    if end := _moment(case, row.line, "closed", cells.get("closed"), clock):
        case.events.append(DraftEvent(end, "Marked as closed.", row.line))
    return case


def _leave(case: DraftCase, row: Row, taken: Iterable[str]) -> None:
    """Notes which columns of a row say something that is not taken."""
    tops = {column.partition(".")[0] for column in taken} | set(taken)
    others = [
        name or "beyond the last" for name, value in row.cells.items() if name not in tops and _says(value)
    ]
    if others:
        word = "the column" if len(others) == 1 else "the columns"
        case.left.append(
            Left(row.line, f"{word} {', '.join(others)}", "no field of a case is sure to be meant")
        )


def _says(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value not in (None, [], {})


def _moment(case: DraftCase, line: int, what: str, typed: Any, clock: Clock) -> Moment | None:
    said = said_in(typed)
    if said is None:
        return None
    try:
        moment = moment_in(said, clock)
    except ValueError:
        moment = None
    if moment is None and what != "comment":
        case.left.append(Left(line, f"{what}: {said}"[:60], "it is no moment that can be told"))
    return moment


def _tags(value: Any) -> list[str]:
    many = value if isinstance(value, list) else str(said_in(value) or "").replace(";", ",").split(",")
    return [said for one in many if (said := said_in(one))]
