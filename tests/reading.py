"""Reads finished pages and papers as a strict browser and a plain PDF reader do."""

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pypdfium2

EMBEDDED = re.compile(r"data:(font/woff2|image/[a-z+]+);base64,[A-Za-z0-9+/=]+")
"""A font or picture that travels inside a page."""
ADDRESSES = ("href", "src", "srcset", "poster", "data", "action", "background", "cite", "formaction")
IN_STYLE = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")


def without_embedded(html: str) -> str:
    """A page with a short word in place of each embedded font and picture."""
    return EMBEDDED.sub(r"data:\1;EMBEDDED", html)


def squeezed(text: str) -> str:
    """Letters and digits alone, so that line breaks and capitals of a layout do not matter."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum())


def strictly_parsed(html: str) -> ET.Element:
    """The tree of a page; whatever a browser would have to guess at raises html5lib's ParseError."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: ET.Element = parser.parse(html)
    return tree


@dataclass(frozen=True)
class Read:
    """A page that was parsed strictly."""

    path: Path

    @cached_property
    def tree(self) -> ET.Element:
        """Its elements, embedded fonts left out."""
        return strictly_parsed(without_embedded(self.path.read_text(encoding="utf-8")))

    @cached_property
    def ids(self) -> list[str]:
        """Every id in it."""
        return [element.attrib["id"] for element in self.tree.iter() if "id" in element.attrib]

    @cached_property
    def title(self) -> str:
        """What a browser's tab says."""
        return "".join(next(self.tree.iter("title")).itertext())

    def all(self, tag: str, of_class: str = "") -> list[ET.Element]:
        """The elements of a tag, with a class where one is given."""
        found = self.tree.iter(tag)
        return [one for one in found if not of_class or of_class in one.get("class", "").split()]

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every address in it with the tag that holds it; those in styles have the tag `style`."""
        for element in self.tree.iter():
            if not isinstance(element.tag, str):
                continue
            for name in ADDRESSES:
                if name in element.attrib:
                    yield element.tag, element.attrib[name]
            for style in (element.get("style", ""), text_of(element) if element.tag == "style" else ""):
                for found in IN_STYLE.findall(style):
                    yield "style", found[0] or found[1]


def text_of(element: ET.Element) -> str:
    """The text of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


def target_of(page: Path, address: str) -> tuple[Path, str]:
    """The file and the anchor that a relative address on a page leads to."""
    path, _, anchor = address.partition("#")
    return ((page.parent / unquote(path)).resolve() if path else page.resolve()), unquote(anchor)


def pdf_pages(path: Path) -> list[str]:
    """The text of each page of a PDF as pdfium reads it."""
    with pypdfium2.PdfDocument(path) as document:
        pages = []
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            pages.append(text.get_text_bounded().replace("\r\n", "\n"))
            text.close()
            page.close()
        return pages
