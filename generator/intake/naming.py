"""What a draft's file is called: small letters, digits and hyphens, the day first."""

import re
import unicodedata
from pathlib import PurePath

from generator.intake.draft import Moment

LONGEST = 60
"""Characters of a case's name."""


def slug(text: str) -> str:
    """A text as a key: letters without their accents, hyphens for all else; `case` where nothing is left."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", bare)[:LONGEST].strip("-") or "case"


def name_of(opened: Moment | None, title: str) -> str:
    """The name of a case that its source does not name: its day and its title."""
    return slug(f"{opened.day}-{title}" if opened else title)


def stem_of(source: str) -> str:
    """The name of a case that has a file of its own."""
    return slug(PurePath(source).stem)


def apart(names: list[str], taken: frozenset[str]) -> list[str]:
    """The names, each made different from those before it and from those taken by a number at its end."""
    used, told = set(taken), []
    numbers: dict[str, int] = {}
    for name in names:
        free = name
        while free in used:
            numbers[name] = numbers.get(name, 1) + 1
            free = f"{name}-{numbers[name]}"
        used.add(free)
        told.append(free)
    return told
