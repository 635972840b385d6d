"""Every text in a PDF is read, wherever it stands."""

from base64 import b64encode
from io import BytesIO

import pikepdf
import pytest
from weasyprint import HTML

from generator.inspect.pdf_text import object_texts, page_texts

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
    "awAAAABJRU5ErkJggg=="
)


def pdf(body: str, head: str = "", **options: bool) -> bytes:
    return HTML(string=f"<html lang=en><head>{head}</head><body>{body}").write_pdf(**options)


def test_each_page_by_itself() -> None:
    data = pdf('<p>first page</p><p style="break-before:page">second page</p>')
    assert [text.strip() for text in page_texts(data)] == ["first page", "second page"]


def test_letters_of_many_scripts_and_ligatures() -> None:
    (text,) = page_texts(pdf("<p>efficient Nguyễn Thị Mai, Wójcik, Horváth, Ελένη, Олена</p>"))
    assert "efficient Nguyễn Thị Mai, Wójcik, Horváth, Ελένη, Олена" in " ".join(text.split())


@pytest.mark.parametrize(
    ("body", "head", "wanted"),
    [
        ("x", "<title>Tïtle</title>", "Tïtle"),
        ("x", '<meta name="author" content="An author">', "An author"),
        ("x", '<meta name="keywords" content="one, two">', "one, two"),
        ("<h1>Heading</h1>", "", "Heading"),
        (f'<img alt="What it shows" src="{PIXEL}">', "", "What it shows"),
        ('<a href="https://x.example/secret">x</a>', "", "https://x.example/secret"),
        ('<p id="a-name">x</p><a href="#a-name">y</a>', "", "a-name"),
        (
            '<form><input name="field" value="typed in"></form>',
            "<style>input{appearance:auto}</style>",
            "typed in",
        ),
        (
            "x",
            f'<link rel=attachment href="data:text/plain;base64,{b64encode(b"carried along").decode()}">',
            "carried along",
        ),
    ],
)
def test_what_stands_in_objects(body: str, head: str, wanted: str) -> None:
    assert wanted in object_texts(pdf(body, head, pdf_tags=True, pdf_forms=True))


def test_metadata_in_its_other_form() -> None:
    data = HTML(string="<html lang=en><head><title>A title</title></head><body>x").write_pdf(
        pdf_variant="pdf/ua-1"
    )
    assert any("<dc:title>" in text and "A title" in text for text in object_texts(data))


def changed(change: object) -> bytes:
    """A small PDF with something put into it by hand."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf("x"))) as document:
        change(document)  # type: ignore[operator]
        document.save(out)
    return out.getvalue()


def test_what_a_screen_reader_says_of_a_drawing() -> None:
    def change(document: pikepdf.Pdf) -> None:
        drawing = b"/Span <</ActualText (spoken \\(twice\\))>> BDC EMC /Span <</Alt <feff00e900e8>>> BDC EMC"
        document.pages[0].contents_add(document.make_stream(drawing))

    assert {"spoken (twice)", "éè"} <= set(object_texts(changed(change)))


def test_a_script_and_deep_objects() -> None:
    def change(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=document.make_stream(b"app.alert('hidden')")
        )
        document.Root.Deep = pikepdf.Array([pikepdf.Dictionary(A=pikepdf.Array([pikepdf.String("bottom")]))])

    texts = object_texts(changed(change))
    assert "bottom" in texts
    assert any("hidden" in text for text in texts)


def test_pictures_fonts_and_drawings_are_no_text() -> None:
    texts = object_texts(pdf(f'<p>word</p><img src="{PIXEL}">'))
    assert not any("BT\n" in text or "begincmap" in text or " obj" in text or "<</" in text for text in texts)
