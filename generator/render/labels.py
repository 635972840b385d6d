"""How wide a text is in a drawing, and where labels stand without touching each other."""

import unicodedata
from dataclasses import dataclass, field

# How wide Fira Sans sets its letters, in hundredths of the type size. Digits are all as wide as a figure space.
WIDTHS = {
    22: "'",
    26: " !,.:;",
    30: "Iijl",
    33: "()J[]`f{}",
    38: '"-rt|·',
    44: "*?zLF",
    50: "+<=>csvxyEgk",
    54: "#$/ETZ\\_C",
    57: "0123456789APKSVXYadehnopqub^€",
    61: "BRDGUƯĐ",
    70: "HNOQ&wƠ…",
    78: "M",
    84: "%Wm",
    104: "@",
}
WIDTH_OF = {character: width / 100 for width, characters in WIDTHS.items() for character in characters}
UNKNOWN, FULL, BOLDER = 0.6, 1.0, 1.05
PICTURES = 0x2600
"""From here on a symbol is a picture, which many machines have no font for: then its number is printed, as `U+1F469`."""


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text in the drawing's units, a little generous; `size` is the type size."""
    width = sum(_share(character) for character in unicodedata.normalize("NFD", text)) * size
    return width * (BOLDER if bold else 1)


def _share(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0.0
    if ord(character) >= PICTURES and unicodedata.category(character) in ("So", "Sk", "Co", "Cn"):
        return len(f"U+{ord(character):04X}") * UNKNOWN
    if unicodedata.east_asian_width(character) in ("W", "F"):
        return FULL
    return WIDTH_OF.get(character, UNKNOWN)


def shortened(text: str, size: float, room: float, bold: bool = False) -> str:
    """The text, cut at a word with an ellipsis where it is wider than its room."""
    if text_width(text, size, bold) <= room:
        return text
    kept = text
    while kept and text_width(kept + "…", size, bold) > room:
        kept = kept[:-1]
    at_word = kept.rpartition(" ")[0]
    return (at_word if len(at_word) > len(kept) // 2 else kept).rstrip(" ,;:") + "…"


THIN = 3.0


@dataclass
class Rows:
    """Rows of labels on one side of a line; each label goes to the first row where it fits, nearest first.

    `bar` is where a line crosses every row, so that no label may lie over it.
    """

    gap: float = 10
    bar: float | None = None
    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def fits(self, row: int, left: float, right: float) -> bool:
        """Whether a stretch of a row is free."""
        if row >= len(self.taken):
            return True
        return all(right + self.gap <= start or left >= end + self.gap for start, end in self.taken[row])

    def barred(self, left: float, right: float) -> bool:
        """Whether the line that crosses every row would strike through a stretch."""
        return self.bar is not None and left - self.gap < self.bar < right + self.gap

    def crossed(self, row: int, x: float) -> int:
        """How many labels a thin line at `x` would strike through on its way to a row."""
        return sum(start < x < end for one in self.taken[:row] for start, end in one if end - start > THIN)

    def reach(self, row: int, x: float) -> None:
        """Marks the way of a thin line through the nearer rows as taken."""
        for nearer in range(row):
            self.take(nearer, x - 1, x + 1)

    def take(self, row: int, left: float, right: float) -> None:
        """Marks a stretch of a row as taken."""
        while row >= len(self.taken):
            self.taken.append([])
        self.taken[row].append((left, right))

    def first_fit(self, left: float, right: float) -> int:
        """The nearest row in which the stretch is free."""
        return next(row for row in range(len(self.taken) + 1) if self.fits(row, left, right))
