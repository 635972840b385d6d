"""The parts of a YAML file's tree: values as the text that was typed, and where they stand."""

from dataclasses import dataclass
from typing import Any

from generator.finding import Place

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
"""What counts as not written where it stands without quotes."""


@dataclass(slots=True)
class Scalar:
    """One value as it was typed; `plain` when it stood without quotes or block marks. Span counts from 1."""

    text: str
    plain: bool
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_null(self) -> bool:
        """Whether the value counts as not written: empty, `~` or `null` without quotes."""
        return self.plain and self.text in NULLS


@dataclass(slots=True)
class Sequence:
    """A list of values."""

    items: "list[Node]"
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(slots=True)
class Mapping:
    """Keys with their values, in the order of the file; `keys` holds each key's own scalar."""

    entries: "dict[str, Node]"
    keys: dict[str, Scalar]
    line: int
    column: int
    end_line: int
    end_column: int


Node = Scalar | Sequence | Mapping
Path = tuple[str | int, ...]
Data = Any
"""A tree without places: dicts, lists and texts, and None where nothing is written."""


def plain(node: Node) -> Data:
    """A tree as dicts, lists and texts, with None for what counts as not written."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if node.is_null else node.text


def step_into(node: Node, step: str | int) -> Node | None:
    """The child of a node under a key or at an index, or None."""
    if isinstance(node, Mapping):
        return node.entries.get(str(step))
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def place_of(path: str, node: Node) -> Place:
    """The place of a node in the file at `path`."""
    return Place(path, node.line, node.column, node.end_line, node.end_column)
