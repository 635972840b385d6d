"""What a file lacks of a tree that is laid over it, as changes: the smallest that say it."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.edit.changes import Put
from generator.edit.entry import Value, texts
from generator.source.nodes import Path


def overlaid(tree: Any, wanted: Mapping[str, Value], where: Path = ()) -> Iterator[Put]:
    """The changes after which a tree of texts holds all of `wanted`; what it holds beside that stays.

    `tree` is the file's as `editing.plain` has it. A group that is there is gone into, anything else is put as a whole.
    """
    for key, value in wanted.items():
        old = tree.get(key) if isinstance(tree, dict) else None
        if isinstance(value, Mapping) and isinstance(old, dict) and old:
            yield from overlaid(old, value, (*where, key))
        elif old != texts(value):
            yield Put((*where, key), value)
