"""Markdown that people type in prose fields, as HTML that can do no harm or as plain text; each text only once."""

from functools import lru_cache

from generator.markup.cleaning import cleaned
from generator.markup.dialect import blocks, line
from generator.markup.plain import plain

__all__ = ["to_html", "to_line", "to_text"]


@lru_cache(maxsize=8192)
def to_html(text: str) -> str:
    """Paragraphs, lists and quotes as safe HTML; whatever is not our Markdown stays visible as it was typed."""
    return cleaned(blocks(text))


@lru_cache(maxsize=8192)
def to_line(text: str) -> str:
    """The same for a table cell or a row of a list: no paragraphs around it, a line break between several."""
    return cleaned(line(text))


@lru_cache(maxsize=1024)
def to_text(text: str) -> str:
    """The same as plain text for an e-mail: dashes before list items, addresses behind the words they are under."""
    return plain(to_html(text))
