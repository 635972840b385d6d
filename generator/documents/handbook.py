"""The handbook's chapters, in the order in which one reads them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

CHAPTERS = {
    "getting-started": "Getting started",
    "cases": "A case",
    "papers": "The papers",
    "calling": "Who to call",
    "reviewing": "Reviewing",
    "publishing": "Publishing",
    "importing": "Importing",
    "templates": "Templates",
    "commands": "Commands",
    "fields": "Every field",
    "findings": "Every finding",
}
"""The chapters by file, with the words that lead to each."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its key, its title, and its Markdown."""

    key: str
    title: str
    text: str

    @property
    def path(self) -> str:
        """Its page in the site; the first is where the handbook opens."""
        return f"handbook/{'index' if self.key == next(iter(CHAPTERS)) else self.key}.html"


@lru_cache(maxsize=1)
def chapters() -> tuple[Chapter, ...]:
    """Every chapter that ships: from inside the package, or from beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    folders = (package / "_handbook", package.parent / "docs" / "handbook")
    folder = next((one for one in folders if one.is_dir()), None)
    if folder is None:
        return ()
    return tuple(
        Chapter(key, title, (folder / f"{key}.md").read_text(encoding="utf-8"))
        for key, title in CHAPTERS.items()
    )
