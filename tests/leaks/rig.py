"""The rig that finds a token in any byte of a file: as it stands, unpacked, extracted, squeezed, or written in any escape.

It shares nothing with the gate, so that a blind spot of the one is not one of the other.
"""

import quopri
import re
import unicodedata
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from urllib.parse import unquote

import pikepdf
import pypdfium2

from tests.leaks.sowing import MARK

WORD = re.compile(rf"{MARK}[a-z]{{5}}")
NUMBER = re.compile(r"1[2-9]\d\d55501\d\d")
BASE64 = re.compile(r"[A-Za-z0-9+/_-]{16,}={0,2}")
ESCAPES = (
    (re.compile(r"\\u\{?([0-9a-fA-F]{1,6})\}?"), 16),
    (re.compile(r"\\x([0-9a-fA-F]{2})"), 16),
    (re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n]?"), 16),
    (re.compile(r"\\([0-7]{3})"), 8),
)
FONT = re.compile(r"data:(?:font|image)/[\w.+-]+;base64,[A-Za-z0-9+/=]+")


def tokens_in(data: bytes) -> set[str]:
    """Every token and number that stands in a file in any form, as they are typed."""
    return {token for text in all_forms(data) for token in tokens_of(text)}


def all_forms(data: bytes) -> Iterator[str]:
    """A file's texts, each as it is and with one kind of escape undone."""
    for text in texts_of_pdf(data) if data.startswith(b"%PDF-") else [data.decode("utf-8", "replace")]:
        text = FONT.sub("", text)
        yield text
        yield from (undone for undone in unescaped(text) if undone != text)


def unescaped(text: str) -> Iterator[str]:
    """A text with each kind of escape undone."""
    yield unquote(text)
    yield unescape(text)
    if "=" in text:
        yield quopri.decodestring(text.encode()).decode("utf-8", "replace")
    if "\\" in text:
        for pattern, base in ESCAPES:
            yield pattern.sub(lambda found: chr(min(int(found[1], base), 0x10FFFF)), text)  # noqa: B023 - used at once
    yield "\n".join(decoded(found[0]) for found in BASE64.finditer(text))


def decoded(run: str) -> str:
    """What a run of base64 letters stands for, from each of the four places that a word of it may begin at."""
    plain = run.rstrip("=").translate(str.maketrans("-_", "+/"))
    return "\n".join(_decoded(plain[start:]) for start in range(4))


def _decoded(plain: str) -> str:
    try:
        return b64decode(plain[: len(plain) // 4 * 4]).decode("utf-8", "ignore")
    except (Error, ValueError):
        return ""


def tokens_of(text: str) -> Iterator[str]:
    """The tokens in a text, through hyphens, capitals and line breaks; the numbers, however they are grouped."""
    squeezed = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())
    if MARK in squeezed:
        yield from WORD.findall(squeezed)
    for found in NUMBER.findall(squeezed):
        yield f"+1 {found[1:4]} 555 {found[7:11]}"


def texts_of_pdf(data: bytes) -> Iterator[str]:
    """The bytes of a PDF, its pages as a reader shows them, one by one and on end, its objects, its streams unpacked."""
    yield data.decode("latin-1")
    with pypdfium2.PdfDocument(data) as document:
        pages = [document[at].get_textpage().get_text_bounded() for at in range(len(document))]
    yield from pages
    yield "".join(pages)
    with pikepdf.open(BytesIO(data)) as document:
        yield "\n".join(_strings(document.trailer))
        for found in document.objects:
            yield "\n".join(_strings(found))
            if isinstance(found, pikepdf.Stream) and found.get("/Subtype") not in ("/Image", "/OpenType"):
                yield found.read_bytes().decode("latin-1")


def _strings(found: object, depth: int = 0) -> Iterator[str]:
    """Every string and name of an object; what is only pointed at is visited on its own."""
    if isinstance(found, pikepdf.Stream):
        found = found.stream_dict
    if isinstance(found, pikepdf.String | pikepdf.Name):
        yield str(found)
    elif isinstance(found, pikepdf.Dictionary | pikepdf.Array) and depth < 50:
        named = isinstance(found, pikepdf.Dictionary)
        yield from found.keys() if named else ()
        for entry in found.as_dict().values() if named else found.as_list():
            if not (isinstance(entry, pikepdf.Object) and entry.is_indirect):
                yield from _strings(entry, depth + 1)
