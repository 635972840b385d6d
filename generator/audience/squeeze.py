"""A text reduced to its letters and digits, so that hyphens, capitals and line breaks hide nothing in it."""

import re
from functools import cached_property, lru_cache
from unicodedata import category, normalize

Span = tuple[int, int]
"""From which up to which character of the text."""

NOISE = re.compile(r"[\W_]+")
ENDINGS = ("s", "es", "ns")
"""What a genitive or a plural adds to a name in English and German."""
ENDED = f"(?:{'|'.join(ENDINGS)})?"
"""Such an ending or none, as a pattern."""
ENDING = re.compile(rf"{ENDED}(?![^\W_])", re.IGNORECASE)
"""The same with nothing of the same word behind it."""
PLAIN_LETTERS = str.maketrans(
    {"ß": "ss", "ẞ": "SS", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D"}
    | {"æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i"}
)
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """The letters and digits of a text: NFKC, casefolded, all else left out."""
    return NOISE.sub("", unified(text).casefold())


def unified(text: str) -> str:
    """The text in NFKC, which makes ligatures, wide letters and composed accents one with the plain ones."""
    return text if text.isascii() else normalize("NFKC", text)


def bare(text: str) -> str:
    """The text without accents, as somebody types it who has not those letters."""
    apart = normalize("NFD", unified(text).translate(PLAIN_LETTERS))
    return normalize("NFC", "".join(char for char in apart if category(char) != "Mn"))


@lru_cache(maxsize=4096)
def spellings(text: str) -> tuple[str, ...]:
    """A text as it is written, without accents, and with `ae` for `ä` as German does without its own letters.

    Of accents alone nothing would be left, and so that is no spelling.
    """
    if text.isascii():
        return (text,)
    forms = (unified(text), bare(text), bare(unified(text).translate(UMLAUTS)))
    return tuple(dict.fromkeys(form for form in forms if form.strip()))


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

    def is_name(self, span: Span) -> bool:
        """Whether a span stands as a word of its own, or with nothing more than the ending of its case behind it."""
        start, end = span
        return not self.text[start - 1 : start].isalnum() and ENDING.match(self.text, end) is not None

    def is_glued(self, span: Span) -> bool:
        """Whether it stands so, or a capital shows where it begins or where another word does: `ParkWhat`."""
        start, end = span
        before, behind = self.text[start - 1 : start], self.text[end : end + 1]
        begins = not before.isalnum() or (before.islower() and self.text[start].isupper())
        ends = ENDING.match(self.text, end) or (self.text[end - 1].islower() and behind.isupper())
        return begins and bool(ends)


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
