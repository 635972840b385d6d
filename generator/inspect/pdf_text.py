"""Every text in a PDF: what is seen on its pages, and what stands in its objects."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from generator.inspect.pdf_shapes import Run, drawn_on
from generator.inspect.pdf_sight import Sight, sight_of

DEEP = 100
"""How deeply objects are followed into one another."""
READABLE = 0.9
"""The share of printable characters from which the bytes of a stream are taken for a text."""
SPOKEN = re.compile(rb"/(?:ActualText|Alt|E)\s*(\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>)", re.DOTALL)
"""What the marks in a page's own drawing have a screen reader say."""
NO_TEXT = ("/Image", "/Type1C", "/CIDFontType0C", "/OpenType", "/ObjStm", "/XRef")
"""Pictures, fonts, and the file's own bookkeeping, whose objects are read one by one."""
CHARACTER_MAP = b"/CIDInit"
LINE_END_HYPHEN = "\x02"
"""What the reader makes of a hyphen and the line break behind it."""
FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters of Hebrew, Arabic and their kin."""
Drawn = set[tuple[int, int]]
"""The objects that draw pages."""


@dataclass(frozen=True, slots=True)
class PageRead:
    """What a page says, and how it can be read.

    Where any of it is written from the right, `pieces` is its text as it was drawn, stretch by stretch, and once more
    with the words of each turned around: in such a line the reader of the text turns those of the other direction.
    """

    text: str
    sight: Sight
    pieces: str = ""


def pages_of(data: bytes) -> list[PageRead]:
    """Every page of a PDF as a reader has it."""
    with pypdfium2.PdfDocument(data) as document:
        return [_read(document[number]) for number in range(len(document))]


def _read(page: Any) -> PageRead:
    with _text_of(page) as text:
        said, drawn = _said(text), list(drawn_on(page))
        runs = [one.words(text) for one in drawn if isinstance(one, Run)] if FROM_RIGHT.search(said) else []
        turned = [" ".join(reversed(words.split())) for words in runs]
        return PageRead(said, sight_of(page, drawn, text), "\n".join([*runs, *turned]))


def page_texts(data: bytes) -> list[str]:
    """The text of each page in the order in which it was drawn."""
    with pypdfium2.PdfDocument(data) as document:
        return [page_text(document[number]) for number in range(len(document))]


def page_text(page: Any) -> str:
    """The text of one page, its lines as they were printed."""
    with _text_of(page) as text:
        return _said(text)


@contextmanager
def _text_of(page: Any) -> Iterator[Any]:
    """The text of a page, which is closed with it."""
    text = page.get_textpage()
    try:
        yield text
    finally:
        text.close()
        page.close()


def _said(text: Any) -> str:
    return str(text.get_text_bounded()).replace(LINE_END_HYPHEN, "-\r\n")


def object_texts(data: bytes) -> list[str]:
    """Every string and name in the objects of a PDF, and every stream that is a text.

    That is the metadata in both forms, the outline, the names, links, alternative texts, form fields, scripts and
    attached files. Pictures and fonts are left out, and of drawings all but what they have a screen reader say.
    """
    with pikepdf.open(BytesIO(data)) as document:
        drawn = {part.objgen for page in document.pages for part in contents_of(page)}
        return [text for root in (document.trailer, *document.objects) for text in texts_of(root, drawn)]


def contents_of(page: Any) -> list[Any]:
    """The streams that draw a page."""
    contents = page.obj.get("/Contents")
    if contents is None:
        return []
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def texts_of(found: Any, drawn: Drawn, depth: int = 0) -> Iterator[str]:
    """The texts of one object and of those in it; what it only points at is an object of its own."""
    if depth > DEEP:
        return
    if isinstance(found, pikepdf.Stream):
        yield from texts_of(found.stream_dict, drawn, depth + 1)
        yield from stream_texts(found, found.objgen in drawn)
    elif isinstance(found, pikepdf.Dictionary):
        for key, value in found.items():
            yield key
            yield from inner(value, drawn, depth)
    elif isinstance(found, pikepdf.Array):
        for value in found:
            yield from inner(value, drawn, depth)
    elif isinstance(found, pikepdf.String | pikepdf.Name):
        yield str(found)


def inner(value: Any, drawn: Drawn, depth: int) -> Iterator[str]:
    """The texts of a value that stands in another object itself."""
    if not (isinstance(value, pikepdf.Object) and value.is_indirect):
        yield from texts_of(value, drawn, depth + 1)


def stream_texts(stream: Any, is_drawing: bool) -> Iterator[str]:
    """What a stream says: its bytes where they are a text, of a drawing what is spoken."""
    kind = str(stream.get("/Subtype", stream.get("/Type", "")))
    if kind in NO_TEXT or "/Length1" in stream:
        return
    try:
        data = stream.read_bytes()
    except pikepdf.PdfError:
        return
    for spoken in SPOKEN.findall(data):
        yield str(pikepdf.Object.parse(spoken))
    if not is_drawing and kind != "/Form" and not data.startswith(CHARACTER_MAP):
        yield from plain(data)


def plain(data: bytes) -> Iterator[str]:
    """The bytes as text, where they are one."""
    text = data.decode("utf-8", "replace")
    if sum(char.isprintable() or char.isspace() for char in text) >= READABLE * len(text):
        yield text
