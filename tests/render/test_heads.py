"""The heads of tables on every page of theirs, and what they are the heads of."""

from io import BytesIO

import pikepdf
import pytest

from generator.pdf import PdfJob, PdfResult, print_all

AS_OF = 1773253800
ROWS = "".join(f"<tr><td>Shop {number}</td><td>declined</td></tr>" for number in range(1, 90))
HEAD = '<tr><th scope="col">Shop</th><th scope="col">Cards</th></tr>'
TALL = f"<tr><td>Shop 90</td><td>{'It went on and on.<br>' * 90}</td></tr>"


def printed(body: str, style: str = "") -> PdfResult:
    html = f"<html lang=en><head><title>Shops</title><style>{style}</style></head><body>{body}</body></html>"
    (made,) = print_all([PdfJob("a", html, AS_OF)], 1)
    assert not made.failure
    return made


def table(head: str, rows: str = ROWS) -> str:
    return f"<table>{head}<tbody>{rows}</tbody></table>"


@pytest.mark.parametrize(
    ("body", "style"),
    [
        (table(f"<thead>{HEAD}</thead>"), ""),
        (table(f"<thead>{HEAD}</thead>"), "thead { display: table-header-group } tr { break-inside: avoid }"),
        (f"<div>{table(f'<thead>{HEAD}</thead>') * 3}</div>", ""),
        (table("", ROWS), ""),
        (table(f'<thead style="display: none">{HEAD}</thead>'), ""),
        ("".join(table(HEAD, row + "</tr>") for row in ROWS.split("</tr>")[:-1]), ""),
        (table(f"<thead>{HEAD}</thead>", f"<tr><td>Inner<td>{table('')}</tr>"), ""),
    ],
)
def test_a_table_that_repeats_its_head_or_has_none_is_let_be(body: str, style: str) -> None:
    made = printed(body, style)
    assert made.pages > 1
    assert made.headless == ()


@pytest.mark.parametrize(
    ("body", "style"),
    [
        (table(f"<thead>{HEAD}</thead>"), "thead { display: table-row-group }"),
        (table(f"<thead>{HEAD}</thead>"), "thead { display: table-row }"),
        (table(f"<thead>{HEAD}</thead>"), "table, thead, tbody, tr { display: block }"),
        (table(HEAD), ""),
        (f"<p>First.</p>{table(HEAD)}", "tr { height: 30mm }"),
        (table(f"<thead>{HEAD}</thead>", ROWS + TALL), "tr { break-inside: avoid }"),
    ],
)
def test_a_table_that_goes_on_without_its_head_is_found(body: str, style: str) -> None:
    made = printed(body, style)
    assert made.headless
    assert set(made.headless) <= set(range(2, made.pages + 1))


def test_each_head_says_what_it_is_the_head_of() -> None:
    rows = '<tr><th scope="row">Shop 1</th><td>declined</td></tr>'
    made = printed(table(f"<thead>{HEAD}</thead>", rows))
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        cells = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TH"]
        assert [str(cell.A.Scope) for cell in cells] == ["/Column", "/Column", "/Row"]


def test_a_table_that_only_lays_out_is_none_to_whoever_hears_it() -> None:
    inner = table(f"<thead>{HEAD}</thead>", "<tr><td>Shop 1</td><td>declined</td></tr>")
    made = printed(f'<table role="presentation"><tr><td>Left</td><td>{inner}</td></tr></table>')
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        kinds = [str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]
    assert (kinds.count("/Table"), kinds.count("/TR"), kinds.count("/TH"), kinds.count("/TD")) == (1, 2, 2, 2)


def test_an_item_that_is_laid_out_as_a_table_is_one_item() -> None:
    made = printed("<ol><li>One.</li><li>Two.</li></ol>", "ol { list-style: none } li { display: table }")
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        items = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/LI"]
        assert [str(item.P.S) for item in items] == ["/L", "/L"]
