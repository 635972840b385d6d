"""The heads of tables in a printed paper: whether each stands on every page of its table, and what it is the head of."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Cells = frozenset[Any]
"""Elements of a page's HTML, told apart by what they are, not by what they hold."""


def headless(pages: Iterable[Any]) -> tuple[int, ...]:
    """The pages, from 1, on which rows of a table stand without its head; `pages` are those of a WeasyPrint document.

    A table that has no head, or shows it nowhere, has none to repeat. The layout tells which rows are of one table;
    the PDF does not, where it goes on over a page.
    """
    shown = [frozenset(_cells_on(page)) for page in pages]
    found: set[int] = set()
    for heads, others in _tables(pages):
        if any(heads & cells for cells in shown):
            found.update(
                number for number, cells in enumerate(shown, 1) if others & cells and not heads & cells
            )
    return tuple(sorted(found))


def _cells_on(page: Any) -> Iterator[Any]:
    boxes = page._page_box.descendants(placeholders=True)
    return (box.element for box in boxes if box.element is not None and box.element.tag in ("th", "td"))


def _tables(pages: Iterable[Any]) -> Iterator[tuple[Cells, Cells]]:
    """The cells of the head of each table of a document, and its others."""
    boxes = (box for page in pages for box in page._page_box.descendants())
    root = next((box.element for box in boxes if box.element is not None and box.element.tag == "html"), None)
    for table in root.iter("table") if root is not None else ():
        rows = list(_rows(table))
        within = [row for row, is_head in rows if is_head]
        heads = within or [row for row, _ in rows[:1] if all(cell.tag == "th" for cell in row)]
        others = [row for row, _ in rows if row not in heads]
        yield _cells(heads), _cells(others)


def _rows(part: Any, is_head: bool = False) -> Iterator[tuple[Any, bool]]:
    """The rows of a table itself, each with whether it stands in a `thead`."""
    for child in part:
        if child.tag == "tr":
            yield child, is_head
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from _rows(child, child.tag == "thead")


def _cells(rows: Iterable[Any]) -> Cells:
    return frozenset(cell for row in rows for cell in row)


def mend_tables(_: Any, pdf: Any) -> None:
    """Says of each head cell in a finished PDF whether it is the head of its column or its row, which WeasyPrint omits.

    A head that has cells with data beside it is the head of its row. A table without any head only lays out, and is
    none to whoever hears the paper, nor is an item of a list that is laid out as one an item twice. A finisher of
    WeasyPrint: takes the document and the PDF of pydyf.
    """
    parts = {one.reference: one for one in pdf.objects if _is_part(one)}
    for item in parts.values():
        if item["S"] == "/LI" and parts[item["P"]]["S"] != "/L":
            item["S"] = "/Div"
    for table in [one for one in parts.values() if one["S"] == "/Table"]:
        inner = list(_inner(table, parts))
        if any(one["S"] == "/TH" for one in inner):
            for row in inner:
                _say_scope(row, parts)
        else:
            for one in (table, *inner):
                one["S"] = "/Div"
                one.pop("A", None)


def _inner(part: Any, parts: Mapping[Any, Any]) -> Iterator[Any]:
    """The groups, rows and cells of a table, without those of tables in it."""
    for kid in part["K"]:
        if kid in parts and parts[kid]["S"] in ("/THead", "/TBody", "/TFoot", "/TR", "/TH", "/TD"):
            yield parts[kid]
            yield from _inner(parts[kid], parts)


def _say_scope(row: Any, parts: Mapping[Any, Any]) -> None:
    cells = [parts[kid] for kid in row["K"] if kid in parts] if row["S"] == "/TR" else []
    scope = "/Row" if any(cell["S"] == "/TD" for cell in cells) else "/Column"
    for cell in cells:
        if cell["S"] == "/TH":
            cell["A"]["Scope"] = scope


def _is_part(found: Any) -> bool:
    """Whether an object of a PDF is a part of its structure."""
    return isinstance(found, dict) and found.get("Type") == "/StructElem"
