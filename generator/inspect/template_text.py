"""The words that the templates say themselves, whatever the data."""

import re
from functools import lru_cache
from html import unescape
from pathlib import Path

from generator.render.templates import shipped

COMMAND = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
QUOTED = re.compile(r"""(["'])((?:(?!\1).)+)\1""")
ENDINGS = (".html", ".txt")


@lru_cache(maxsize=4)
def template_texts(team: Path | None = None) -> tuple[str, ...]:
    """The text of every template that ships and of the team's own, what a template fills in left out.

    Where something is filled in, a text ends; the quoted words inside a command are texts of their own.
    """
    folders = [shipped(), *([team] if team is not None else [])]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in ENDINGS]
    return tuple(
        text for path in files if path.is_file() for text in texts_of(path.read_text("utf-8", "replace"))
    )


def texts_of(template: str) -> list[str]:
    """The words of one template."""
    said = [TAG.sub("", part) for part in COMMAND.sub("\0", template).split("\0")]
    quoted = [words for command in COMMAND.findall(template) for _, words in QUOTED.findall(command)]
    return [unescape(text) for text in (*said, *quoted) if " " in text.strip()]
