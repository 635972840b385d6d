"""The words that templates print, in the reader's language, and the grammar of numbers and lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from babel.lists import format_list
from markupsafe import Markup, escape

from generator.render.catalogues import catalogue

NUMBERS = {
    "en": [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ],
    "de": [
        "kein",
        "ein",
        "zwei",
        "drei",
        "vier",
        "fünf",
        "sechs",
        "sieben",
        "acht",
        "neun",
        "zehn",
        "elf",
        "zwölf",
    ],
}
NOUNS_IN_CAPITALS = frozenset({"de"})
LISTS = {"en": "en_GB", "de": "de"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language. A text it has no translation of stays English."""

    language: str

    def gettext(self, text: str) -> str:
        """A text in the reader's language."""
        return catalogue(self.language).gettext(text)

    def ngettext(self, one: str, many: str, number: int, **values: Any) -> str:
        """A text for a number, which it names `%(num)s` or, in words, `%(word)s`."""
        form = catalogue(self.language).ngettext(one, many, number)
        return form % {"num": number, "word": self.number(number), **values}

    def number(self, number: int) -> str:
        """A whole number in words up to twelve, in digits beyond."""
        words = NUMBERS[self.language]
        return words[number] if 0 <= number < len(words) else str(number)

    def uncapital(self, text: str) -> str:
        """A text with a small letter at its beginning, unless its first word is all capitals; in German, where it may
        begin with a noun, as it is."""
        if self.language in NOUNS_IN_CAPITALS or text[1:2].isupper():
            return text
        return text[:1].lower() + text[1:]

    def listing(self, items: Iterable[str]) -> str:
        """`a, b and c`."""
        return str(format_list([str(item) for item in items], locale=LISTS[self.language]))


def capital(text: str) -> str:
    """A text with a capital letter at its beginning; the rest as it is."""
    return text[:1].upper() + text[1:]


def bare_end(text: str) -> str:
    """A text without the full stop at its end, to stand within another sentence."""
    return text.rstrip().removesuffix(".")


def ticked(text: str) -> Markup:
    """A finding's sentence with what stands between backticks set as code; everything else as it was typed."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return escape(text)
    whole = (
        Markup("<code>{}</code>").format(piece) if number % 2 else escape(piece)
        for number, piece in enumerate(pieces)
    )
    return Markup("").join(whole)
