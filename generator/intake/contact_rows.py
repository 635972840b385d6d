"""Rows of a spreadsheet of contacts: its columns known by their heads, area cells that were merged filled down."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

BIGGEST = 8 * 1024 * 1024
"""Bytes of a spreadsheet that are read."""
RUNGS = {
    "primary": ("primary", "first", "1", "l1", "tier 1", "level 1", "on call", "oncall", "main contact"),
    "backup": ("backup", "back up", "secondary", "second", "2", "l2", "tier 2", "level 2", "deputy"),
    "manager": ("manager", "team manager", "3", "l3", "tier 3", "level 3"),
    "director": ("director", "4", "l4", "tier 4", "level 4"),
    "vp": ("vp", "vice president", "executive", "5", "l5", "tier 5", "level 5"),
}
FIELDS = {
    "area_key": ("area key", "area id"),
    "area": ("area", "area name", "team", "group", "department", "queue", "function", "firm or area"),
    "covers": ("covers", "answers for", "topics", "scope", "responsibilities", "responsible for"),
    "helps": ("helps", "what is in it for them"),
    "outside": ("outside", "external", "outside firm"),
    "quote": ("quote", "account", "account number", "customer number", "reference"),
    "rung": ("rung", "level", "tier", "step", "escalation level", "order"),
    "rotation": ("rotation", "schedule", "rota"),
    "person": ("person", "person key", "key", "id"),
    "name": ("name", "full name", "contact", "contact name", "who"),
    "title": ("title", "job title", "position", "role"),
    "phone": (
        "phone",
        "number",
        "telephone",
        "phone number",
        "tel",
        "mobile",
        "cell",
        "cell phone",
        "24x7 phone",
    ),
    "other_phones": ("other phones", "other phone", "other numbers", "second phone", "further numbers"),
    "customer_phone": ("customer phone", "phone for customers", "public phone"),
    "email": ("email", "e mail", "mail", "email address", "mail address"),
    "timezone": ("time zone", "timezone", "tz", "zone"),
    "shown_as": ("shown as",),
    "firm": ("firm", "party", "firm key", "party key"),
    "firm_name": ("firm name", "party name", "company", "vendor", "organisation", "organization"),
    "confirmed_on": ("confirmed on", "confirmed", "verified", "last verified", "last confirmed", "checked"),
    "confirmed_by": ("confirmed by", "verified by", "checked by"),
}
"""Heads under which a column goes, in small letters and without marks; the first is the one that we write."""
OF_PERSON = ("title", "phone", "other_phones", "email", "timezone", "confirmed_on", "confirmed_by")
FILLED_DOWN = ("area_key", "area")
GUARDED = re.compile(r"'+[=+\-@\t\r]")
"""A text that an apostrophe keeps from being taken for a formula."""

Column = tuple[str | None, str]
"""The rung that a column is of, where each rung has columns of its own, and the field."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one line says of a rung or of a person; `cells` holds the fields that are filled."""

    line: int
    cells: dict[str, str]


@dataclass
class Sheet:
    """The rows of a spreadsheet, heads of columns that were not used, and what stands in the way of reading it."""

    rows: list[Row] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)


def read_sheet(data: bytes, encoding: str | None = None) -> Sheet:
    """The rows of CSV as spreadsheets write it: commas, semicolons or tabs, any line ends, UTF-8 or UTF-16.

    `encoding` is that of older programs, where the text is in one.
    """
    sheet = Sheet()
    text = _text(data, encoding, sheet)
    if text is None:
        return sheet
    try:
        lines = list(_lines(text))
    except csv.Error as error:
        sheet.refusals.append(f"It is no table of comma-separated values: {error}.")
        return sheet
    columns, heads, rest = _columns(lines)
    if not any(column and column[1] in ("area", "area_key", "name", "person") for column in columns):
        sheet.refusals.append(
            "No line holds the heads of columns: it needs at least Area or Name, such as "
            "`Area,Rung,Name,Phone`."
        )
        return sheet
    sheet.unused = [head for head, column in zip(heads, columns, strict=True) if column is None and head]
    sheet.refusals += _twice(heads, columns)
    above: dict[str, str] = {}
    for line, cells in rest:
        sheet.rows += _rows(line, dict(zip(columns, cells, strict=False)), above)
    return sheet


def _text(data: bytes, encoding: str | None, sheet: Sheet) -> str | None:
    if len(data) > BIGGEST:
        sheet.refusals.append(f"It is larger than {BIGGEST >> 20} MiB. Take it apart first.")
        return None
    known = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else encoding or "utf-8-sig"
    try:
        text = data.decode(known)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        sheet.refusals.append(
            f"Line {line} is not {known.removesuffix('-sig').upper()}. Save it as CSV UTF-8, or give the encoding, such as "
            "--encoding windows-1252."
        )
    except (LookupError, ValueError):
        sheet.refusals.append(f"There is no encoding {encoding!r}.")
    else:
        return text.removeprefix("\ufeff")
    return None


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of its first line; rows of empty cells are left out."""
    delimiter, start = _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = 0
    for cells in reader:
        number, before = before + 1, reader.line_num
        kept = [unguarded(cell.strip().replace("\r\n", "\n")) for cell in cells]
        if number > start and any(kept):
            yield number, kept


def unguarded(text: str) -> str:
    """A cell without the apostrophe that kept it from being a formula."""
    return text[1:] if GUARDED.match(text) else text


def _delimiter(text: str) -> tuple[str, int]:
    """What parts the cells, and how many lines to leave out: Excel may name it in a line of its own."""
    first, _, _ = text.partition("\n")
    named = re.fullmatch(r"sep=(.)\r?", first)
    if named:
        return named[1], 1
    outside = re.sub(r'"[^"]*"', "", first)
    return max(",;\t", key=outside.count), 0


def _columns(
    lines: list[tuple[int, list[str]]],
) -> tuple[list[Column | None], list[str], list[tuple[int, list[str]]]]:
    """The columns by the first of the top lines that names any, the heads as typed, and the lines below."""
    named = [list(_named(heads)) for _, heads in lines[:10]]
    counts = [sum(column is not None for column in columns) for columns in named]
    at = next((index for index, count in enumerate(counts) if count > 1), 0)
    return (named[at], lines[at][1], lines[at + 1 :]) if lines else ([], [], [])


def _named(heads: Sequence[str]) -> Iterator[Column | None]:
    """Each head as a column; behind the column of a rung, those of a person are of whoever stands on it."""
    rung: str | None = None
    for head in heads:
        said = folded(head)
        of_rung = next((key for key, names in RUNGS.items() if said in names and not said.isdigit()), None)
        if of_rung is not None:
            rung = of_rung
            yield rung, "person"
            continue
        found = field_named(said)
        ahead = next((key for key in RUNGS if said.startswith(f"{key} ")), None)
        if found is None and ahead is not None:
            part = field_named(said.removeprefix(f"{ahead} "))
            yield (ahead, "person" if part == "name" else part) if part else None
        else:
            yield (rung if found in OF_PERSON else None, found) if found else None


def folded(head: str) -> str:
    """A head in small letters, its marks made spaces."""
    return " ".join(re.sub(r"[\W_]+", " ", head.casefold()).split())


def field_named(said: str) -> str | None:
    """The field of a folded head."""
    return next((key for key, names in FIELDS.items() if said in names), None)


def rung_named(text: str) -> str | None:
    """The rung that a cell names."""
    return next((key for key, names in RUNGS.items() if folded(text) in names), None)


def _twice(heads: Sequence[str], columns: Sequence[Column | None]) -> Iterator[str]:
    seen: dict[Column, str] = {}
    for head, column in zip(heads, columns, strict=True):
        if column is not None and column in seen:
            yield f"Two columns say the same: {seen[column]!r} and {head!r}. Take one of them out."
        elif column is not None:
            seen[column] = head


def _rows(line: int, cells: dict[Column | None, str], above: dict[str, str]) -> Iterator[Row]:
    """What a line says: of one rung or person, or of each rung that has columns of its own."""
    shared = {key: text for (rung, key), text in _filled(cells) if rung is None}
    if any(key in shared for key in FILLED_DOWN):
        above.clear()
        above.update({key: shared[key] for key in FILLED_DOWN if key in shared})
    shared = {**above, **shared}
    wide: dict[str, dict[str, str]] = {}
    for (rung, key), text in _filled(cells):
        if rung is not None:
            wide.setdefault(rung, {})[key] = text
    if not wide or "person" in shared or "name" in shared:
        yield Row(line, shared)
    for rung, own in wide.items():
        yield Row(line, {**shared, "rung": rung, **own})


def _filled(cells: dict[Column | None, str]) -> Iterator[tuple[Column, str]]:
    yield from ((column, text) for column, text in cells.items() if column is not None and text)
