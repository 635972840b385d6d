"""How wide a text is in a drawing, and where labels stand without touching each other."""

import unicodedata
from dataclasses import dataclass, field

# Advance widths of Fira Sans in hundredths of the type size, by what a character looks like; what is not listed is average.
NARROW, WIDE = frozenset("iljftr.,:;'!|()[]I1 "), frozenset("mwMWOQ@%&ĐƠƯ")
SHARES = {"narrow": 0.34, "wide": 0.86, "capital": 0.64, "average": 0.56, "full": 1.0}
BOLDER = 1.06


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text in the drawing's units, a little generous; `size` is the type size."""
    width = sum(SHARES[_kind(character)] for character in text) * size
    return width * (BOLDER if bold else 1)


def _kind(character: str) -> str:
    if unicodedata.combining(character):
        return "narrow"
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return "full"
    if character in NARROW:
        return "narrow"
    if character in WIDE:
        return "wide"
    return "capital" if character.isupper() else "average"


def shortened(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, cut at a word with an ellipsis where it is wider than its room."""
    if text_width(text, size, bold) <= room:
        return text
    kept = text
    while kept and text_width(kept + "…", size, bold) > room:
        kept = kept[:-1]
    at_word = kept.rpartition(" ")[0]
    return (at_word if len(at_word) > len(kept) // 2 else kept).rstrip(" ,;:") + "…"


@dataclass
class Rows:
    """Rows of labels on one side of a line; each label goes to the first row where it fits, nearest first."""

    gap: float = 10
    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def fits(self, row: int, left: float, right: float) -> bool:
        """Whether a stretch of a row is free."""
        if row >= len(self.taken):
            return True
        return all(right + self.gap <= start or left >= end + self.gap for start, end in self.taken[row])

    def take(self, row: int, left: float, right: float) -> None:
        """Marks a stretch of a row as taken."""
        while row >= len(self.taken):
            self.taken.append([])
        self.taken[row].append((left, right))

    def first_fit(self, left: float, right: float) -> int:
        """The nearest row in which the stretch is free."""
        return next(row for row in range(len(self.taken) + 1) if self.fits(row, left, right))
