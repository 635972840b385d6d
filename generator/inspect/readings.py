"""A finished file in every form in which somebody could read it."""

import json
import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from generator.inspect.pdf_text import object_texts, page_texts

TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
SEAM = "\x1f"
"""What a tag leaves behind: it ends a word, and is neither letter nor digit."""
INLINE = re.compile(r"data:([\w.+-]+/[\w.+-]+)?[^,\"'()<>\s]*;base64,([A-Za-z0-9+/=]+)")
ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
MARKUP = (".html", ".svg", ".xml")
BINARY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".woff", ".woff2", ".ttf", ".otf", ".ico")


def readings(name: str, data: bytes) -> Iterator[str]:
    """What a file says to whoever opens it, looks into its source, or undoes its escapes; its name included."""
    for text in (name, *texts_of(name, data)):
        yield text
        if "%" in text:
            yield unquote(text)
        if ESCAPED.search(text):
            yield ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def texts_of(name: str, data: bytes) -> Iterator[str]:
    """What a file says, as it is shown and as it is written."""
    if data.startswith(b"%PDF-"):
        yield "\n".join(page_texts(data))
        yield SEAM.join(object_texts(data))
    elif not name.endswith(BINARY):
        text, carried = without_inline(data.decode("utf-8", "replace"))
        yield from carried
        if name.endswith(MARKUP):
            yield unescape(TAG.sub(SEAM, text))
            text = unescape(text)
        if name.endswith(".json"):
            yield from json_texts(text)
        yield text


def without_inline(text: str) -> tuple[str, list[str]]:
    """A text without the pictures and fonts in it, and apart from it the texts that it carries in the same way."""
    carried = [
        decoded(body) for kind, body in INLINE.findall(text) if not kind.startswith(("font/", "image/"))
    ]
    vectors = [decoded(body) for kind, body in INLINE.findall(text) if kind == "image/svg+xml"]
    return INLINE.sub(SEAM, text), carried + vectors


def decoded(body: str) -> str:
    """Base64 as the text that it stands for."""
    try:
        return b64decode(body + "===").decode("utf-8", "replace")
    except (Error, ValueError):
        return ""


def json_texts(text: str) -> Iterator[str]:
    """The texts of a JSON file with its escapes undone."""
    try:
        yield SEAM.join(strings_in(json.loads(text)))
    except (ValueError, RecursionError):
        return


def strings_in(value: object) -> Iterator[str]:
    """Every text and key of a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield str(key)
            yield from strings_in(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from strings_in(entry)
