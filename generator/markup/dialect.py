"""Our Markdown: paragraphs, emphasis, code, lists, quotes, links; no HTML, no pictures, no headings of the page."""

import html
import re
from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.sane_lists import SaneListExtension
from markdown.inlinepatterns import (
    BACKTICK_RE,
    BacktickInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
)
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from generator.markup.cleaning import allowed_address

LONGEST, MOST_BRACKETS = 20_000, 300
"""Markdown looks for each bracket's partner through the whole text: beyond this a text is shown as typed."""
# Reference definitions would make typed lines vanish, indented code and rules are never what somebody meant.
UNWANTED_BLOCKS = ("code", "hashheader", "setextheader", "hr", "reference")
UNWANTED_INLINES = (
    "reference",
    "image_link",
    "image_reference",
    "short_reference",
    "short_image_ref",
    "html",
    "automail",
)
ITEM = re.compile(r"( *)((?:[-*+]|[0-9]{1,9}[.)]) +\S.*)")
BEGINS = re.compile(r"(?:[-*+]|1[.)]) ")
MAIL = r"<([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)>"
BARE = r"(https?://[^\s<>()\[\]\"'`*\\]*[^\s<>()\[\]\"'`*\\.,;:!?])"


class TypedLists(Preprocessor):
    """Lets a list begin right under a line of text and nest by any indentation, as people type it."""

    def run(self, lines: list[str]) -> list[str]:
        laid: list[str] = []
        depths: list[int] = []
        for current in lines:
            item = ITEM.fullmatch(current)
            if item:
                laid += self._item(item, depths, laid)
            elif not current.strip():
                laid.append("")
            elif depths and current.startswith(" "):
                laid.append("  " * len(depths) + current.strip())
            else:
                depths.clear()
                laid.append(current)
        return laid

    def _item(self, item: re.Match[str], depths: list[int], laid: list[str]) -> list[str]:
        indent, text = len(item.group(1)), item.group(2)
        if not depths and laid and laid[-1].strip():
            if not BEGINS.match(text):
                return [item.group(0)]
            laid.append("")
        while depths and depths[-1] >= indent:
            depths.pop()
        depths.append(indent)
        return ["  " * (len(depths) - 1) + text]


class HeadingsAsStrong(BlockProcessor):
    """A typed heading becomes a strong paragraph: the outline belongs to the paper."""

    HEADING = re.compile(r"#{1,6} +(\S.*)")

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 (the signature is Python-Markdown's)
        return self.HEADING.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        first, _, rest = blocks.pop(0).partition("\n")
        found = self.HEADING.match(first)
        strong = SubElement(SubElement(parent, "p"), "strong")
        strong.text = found.group(1) if found else first
        if rest.strip():
            blocks.insert(0, rest)


class Links(LinkInlineProcessor):
    """A link only where its address is allowed; any other stays as it was typed."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        element, start, end = super().handleMatch(m, data)
        if not isinstance(element, Element) or not allowed_address(element.get("href", "")):
            return None, None, None
        return element, start, end


class BareLinks(InlineProcessor):
    """An address typed as it is becomes a link to itself."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: ARG002
        if not allowed_address(m.group(1)):
            return None, None, None
        link = Element("a", href=m.group(1))
        link.text = AtomicString(m.group(1))
        return link, m.start(0), m.end(0)


class MailLinks(InlineProcessor):
    """A mail address in angle brackets becomes a link to it."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]  # noqa: ARG002
        link = Element("a", href=f"mailto:{m.group(1)}")
        link.text = AtomicString(m.group(1))
        return link, m.start(0), m.end(0)


class Code(BacktickInlineProcessor):
    """Code as it was typed, of a text whose every `&` is escaped already."""

    def handleMatch(self, m: re.Match[str], data: str) -> Any:  # type: ignore[override]
        element, start, end = super().handleMatch(m, data)
        if isinstance(element, Element):
            element.text = AtomicString((element.text or "").replace("&amp;amp;", "&amp;"))
        return element, start, end


def _line_dialect() -> Markdown:
    made = _dialect()
    for name in ("ulist", "olist", "quote", "indent", "headings-as-strong"):
        made.parser.blockprocessors.deregister(name)
    made.preprocessors.deregister("typed-lists")
    return made


def _dialect() -> Markdown:
    made = Markdown(extensions=[SaneListExtension()], output_format="html", tab_length=2)
    made.preprocessors.deregister("html_block")
    for name in UNWANTED_BLOCKS:
        made.parser.blockprocessors.deregister(name)
    for name in UNWANTED_INLINES:
        made.inlinePatterns.deregister(name)
    made.preprocessors.register(TypedLists(made), "typed-lists", 10)
    made.parser.blockprocessors.register(HeadingsAsStrong(made.parser), "headings-as-strong", 70)
    made.inlinePatterns.register(Links(r"\[", made), "link", 160)
    made.inlinePatterns.register(Code(BACKTICK_RE), "backtick", 190)
    made.inlinePatterns.register(MailLinks(MAIL, made), "mail-links", 110)
    made.inlinePatterns.register(BareLinks(BARE, made), "bare-links", 110)
    return made


MADE: dict[Callable[[], Markdown], Markdown] = {}
"""Each dialect, made once."""
BETWEEN = re.compile(r"</p>\s*<p>")


def as_typed(text: str) -> str:
    """The text with every character as it was typed, one paragraph a block."""
    typed = re.split(r"\n\s*\n", html.escape(text, quote=False).strip())
    return "\n".join(f"<p>{block}</p>" for block in typed)


def _converted(make: Callable[[], Markdown], text: str) -> str:
    # An entity is what somebody typed, not a sign in disguise: `&lt;` is read as `&lt;`.
    escaped = text.replace("&", "&amp;")
    if len(escaped) > LONGEST or text.count("[") > MOST_BRACKETS:
        return as_typed(text)
    try:
        dialect = MADE.get(make) or MADE.setdefault(make, make())
        return dialect.reset().convert(escaped)
    except RecursionError:
        del MADE[make]  # It still stands where it broke off, and would read every later text from there.
        return as_typed(text)


def blocks(text: str) -> str:
    """Markdown as HTML, not yet cleaned."""
    return _converted(_dialect, text)


def line(text: str) -> str:
    """Markdown as HTML without blocks, not yet cleaned."""
    flowing = BETWEEN.sub("<br>", _converted(_line_dialect, text))
    return flowing.removeprefix("<p>").removesuffix("</p>")
