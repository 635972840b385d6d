"""What of a page's text cannot be read on it is found, and nothing that can."""

import pytest
from weasyprint import HTML

from generator.audience.squeeze import squeezed
from generator.inspect.pdf_sight import Sight
from generator.inspect.pdf_text import PageRead, pages_of

LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 4
RAISED = "position: absolute; top: 30mm; left: 20mm"
SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='40'>"
PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def read(body: str) -> PageRead:
    data = HTML(string=f"<html lang=en><body style='font: 12pt sans-serif'>{body}").write_pdf()
    (page,) = pages_of(data)
    return page


def seen(body: str) -> Sight:
    return read(body).sight


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG}</p>",
        "<p style='position: absolute; left: -30mm'>Cards are declined.</p>",
        "<p style='position: absolute; top: 400mm'>Cards are declined.</p>",
        "<p style='margin-left: 160mm; white-space: nowrap'>Cards are declined at 41 shops.</p>",
        f"<p style='width: 60mm; overflow: hidden'>{LONG}</p>",
        "<p style='height: .6em; overflow: hidden'>Cards are declined.</p>",
        "<p style='height: 1.4em; width: 20mm; overflow: hidden'>Cards are declined at 41 shops.</p>",
        "<p style='white-space: nowrap; width: 30mm; overflow: hidden; text-overflow: clip'>Cards are declined.</p>",
        "<div style='position: absolute; clip: rect(0, 20px, 9px, 0)'>Cards are declined.</div>",
        "<svg xmlns='http://www.w3.org/2000/svg' width='60' height='20'><text x='2' y='14'>Cards are declined</text></svg>",
        "<p style='transform: translateX(150mm); white-space: nowrap'>Cards are declined at 41 shops.</p>",
    ],
)
def test_a_text_that_is_cut_off_is_found(body: str) -> None:
    assert seen(body).is_clipped


@pytest.mark.parametrize(
    "body",
    [
        "<p style='color: white'>Cards are declined.</p>",
        "<p style='color: #fdfdfd'>Cards are declined.</p>",
        "<p style='color: rgba(0, 0, 0, .04)'>Cards are declined.</p>",
        "<p style='opacity: .03'>Cards are declined.</p>",
        "<p style='font-size: 1.5pt'>Cards are declined.</p>",
        "<p style='transform: scale(.1)'>Cards are declined.</p>",
        "<p style='background: #0b5a54; color: #0b5a54'>Cards are declined.</p>",
        "<p style='background: #0b5a54; color: #0b5a54; border: 2pt solid red; border-radius: 6pt'>Cards are declined.</p>",
        f"<p style='{RAISED}'>Cards are declined.</p><div style='{RAISED}; padding: 9mm 40mm; background: #fff'></div>",
        f"<p style='{RAISED}'>Cards are declined.</p><img style='{RAISED}; width: 80mm; height: 20mm' src='{PIXEL}'>",
        f"{SVG}<text x='9' y='20'>Cards are declined.</text><rect width='300' height='40' fill='#eee'/></svg>",
    ],
)
def test_a_text_that_nobody_can_see_is_found(body: str) -> None:
    unseen = seen(body).unseen
    assert unseen
    assert "Cards are declined.".startswith(unseen)


@pytest.mark.parametrize(
    "body",
    [
        f"<p style='{RAISED}'>Cards are declined.</p><p style='{RAISED}'>All is well by now.</p>",
        "<p style='line-height: .2'>Cards are declined at 41 shops,<br>and everybody waits for it.</p>",
        "<p>Cards are declined.</p><p style='margin-top: -2.4em'>All is well by now.</p>",
        "<table style='table-layout: fixed; width: 20mm; white-space: nowrap'><tr><td>long-identifier<td>Renew it</table>",
    ],
)
def test_a_text_under_another_is_found(body: str) -> None:
    assert seen(body).overprinted


@pytest.mark.parametrize(
    "body",
    [
        "<p>Cards are declined, and everybody waits: ǺÇĘģ, 1.234,56 €.</p>" * 9,
        "<p style='overflow: hidden'>Cards are declined.</p>",
        "<p style='background: #0b5a54; color: white'>Cards are declined.</p>",
        "<p style='background: #222; border-radius: 9pt; color: #fff; overflow: hidden; padding: 1em'>Late.</p>",
        "<p style='border: 2pt solid #ffffff; background: #333; color: #eee; padding: 2pt'>Cards are declined.</p>",
        "<p style='border-left: 3pt solid #a8231f; background: #fdeceb; color: #a8231f'>Late.</p>",
        "<p style='border: 1pt solid #1b2523; border-radius: 8pt; color: #1b2523'>Cards are declined.</p>",
        "<p style='opacity: .6'>Cards are declined.</p>",
        "<p style='line-height: 1'>Čęĝ gjpqy<br>Ǻģ Åß<br>gjpqy</p>",
        "<p>Z͑ȃl͎g̈o ñ</p><p>שלום עולם</p><p>田中 美咲</p>",
        "<p style='transform: rotate(-8deg); width: 60mm'>Cards are declined.</p>",
        "<div style='background: #333; transform: rotate(45deg); width: 9mm; height: 9mm; margin: 5mm'></div><p>Next.</p>",
        "<table><tr><td style='border: 1px solid'>One<td style='border: 1px solid'>Two</table>",
        "<p style='letter-spacing: .3em'>D R A F T</p><p><s>Given up</s> <u>Kept</u></p>",
    ],
)
def test_what_can_be_read_is_let_be(body: str) -> None:
    assert seen(body) == Sight(is_clipped=False, unseen="", overprinted="")


def test_a_line_from_the_right_is_read_with_its_dates_as_they_are_printed() -> None:
    page = read("<p>שלום עולם מרים לוי said on 16 February, מרים לוי שלום עולם</p>")
    assert "16february" in squeezed(page.pieces)


def test_a_page_without_such_a_line_is_read_once() -> None:
    assert read("<p>Nguyễn Thị Mai, Ελένη, 田中.</p>").pieces == ""
