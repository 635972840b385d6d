"""Text that people typed, made harmless to print: nothing in it moves a cursor or fakes a line."""

import unicodedata

INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
JOINERS = frozenset("\u200c\u200d")
"""Format characters that words and emoji need; no terminal acts on them."""


def printable(text: str) -> str:
    r"""The text with each control character and direction mark as a visible escape (`\x1b`, `\u202e`)."""
    if text.isprintable():
        return text
    return "".join(visible(char) for char in text)


def visible(char: str) -> str:
    """One character as it may be printed: itself, or its escape."""
    if unicodedata.category(char) not in INVISIBLE or char in JOINERS:
        return char
    return char.encode("unicode_escape").decode("ascii")


def cells(text: str) -> int:
    """The columns of a terminal that a printable text takes: two for a wide character, none for an accent."""
    return len(text) if text.isascii() else sum(map(width, text))


def width(char: str) -> int:
    """The columns of a terminal that one printable character takes."""
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
