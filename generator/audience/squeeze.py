"""A text reduced to its letters and digits, so that hyphens, capitals and line breaks hide nothing in it."""

import re
from functools import cached_property, lru_cache
from unicodedata import normalize

Span = tuple[int, int]
"""From which up to which character of the text."""

NOISE = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """The letters and digits of a text: NFKC, casefolded, all else left out."""
    return NOISE.sub("", unified(text).casefold())


def unified(text: str) -> str:
    """The text in NFKC, which makes ligatures, wide letters and composed accents one with the plain ones."""
    return text if text.isascii() else normalize("NFKC", text)


class Squeezed:
    """A text with what is left of it when squeezed, and the way back from there.

    `text` is in NFKC; spans count in it. `folded` is casefolded, `kept` has its letters as they were written.
    """

    def __init__(self, text: str) -> None:
        self.text = unified(text)

    @cached_property
    def folded(self) -> str:
        """Letters and digits, casefolded."""
        return NOISE.sub("", self.text.casefold())

    @cached_property
    def kept(self) -> str:
        """Letters and digits as they were written."""
        return NOISE.sub("", self.text)

    @cached_property
    def _folded_at(self) -> list[int]:
        return [place for place, char in enumerate(self.text) for one in char.casefold() if one.isalnum()]

    @cached_property
    def _kept_at(self) -> list[int]:
        return [place for place, char in enumerate(self.text) if char.isalnum()]

    def spans(self, needle: str) -> list[Span]:
        """Where a squeezed and casefolded text stands, between other letters too."""
        return spans(self.folded, needle, self._folded_at) if needle in self.folded else []

    def spans_as_written(self, needle: str) -> list[Span]:
        """Where letters and digits stand with their capitals as they are given."""
        return spans(self.kept, needle, self._kept_at) if needle in self.kept else []

    def is_whole(self, span: Span) -> bool:
        """Whether neither a letter nor a digit stands directly before or behind a span."""
        start, end = span
        before, behind = self.text[start - 1 : start], self.text[end : end + 1]
        return not before.isalnum() and not behind.isalnum()


def spans(stream: str, needle: str, places: list[int]) -> list[Span]:
    """Every place of a needle in a stream, as spans of the text that the stream was squeezed from."""
    found = []
    start = stream.find(needle) if needle else -1
    while start >= 0:
        found.append((places[start], places[start + len(needle) - 1] + 1))
        start = stream.find(needle, start + 1)
    return found


def covered(span: Span, covers: list[Span]) -> bool:
    """Whether a span lies inside one of others."""
    return any(start <= span[0] and span[1] <= end for start, end in covers)
