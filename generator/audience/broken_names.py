"""What a customer is called by a file that could not be read, so that others' papers are still kept clear of it."""

import re

from generator.source.file import SourceFile

NAME = re.compile(r"^name:[ \t]+(.+?)[ \t]*$", re.MULTILINE)
ALIASES = re.compile(
    r"^aliases:[ \t]*\[([^\]\n]*)\]?|^aliases:[ \t]*\n((?:[ \t]*-[ \t].*\n?)+)", re.MULTILINE
)


def names_in(source: SourceFile) -> list[str]:
    """The name and the aliases as they are typed in the file's lines; empty where it is too broken for that."""
    lines = [found[1] for found in NAME.finditer(source.text)]
    for listed, below in ALIASES.findall(source.text):
        lines += re.split(r",", listed) if listed else re.split(r"^[ \t]*-[ \t]+", below, flags=re.MULTILINE)
    names = (re.sub(r"[ \t]#.*", "", line).strip().strip("\"'").strip() for line in lines)
    return [name for name in names if name]
