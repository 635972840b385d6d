"""Lines of cards and calendars: escaped, ended and folded as RFC 2426 and RFC 5545 want them."""

from collections.abc import Iterable

LONGEST = 75
"""Octets of a line, its end not counted."""


def escaped(text: str) -> str:
    """A text as a value: backslashes, commas, semicolons and line ends written so that they mean themselves."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    for character in "\\,;":
        plain = plain.replace(character, f"\\{character}")
    return plain.replace("\n", "\\n")


def written(lines: Iterable[str]) -> bytes:
    """The lines in UTF-8, each folded and ended with CRLF."""
    return b"".join(_folded(line) + b"\r\n" for line in lines)


def _folded(line: str) -> bytes:
    """A line in pieces of at most 75 octets, the later ones after a space; no character is torn apart."""
    pieces, piece, room = [], b"", LONGEST
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b"", LONGEST - 1
        piece += octets
    return b"\r\n ".join([*pieces, piece])
