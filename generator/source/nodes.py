"""What a YAML file holds, as the text that was typed and where it stands."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class SourceFile:
    """One YAML file of the workspace: its path in the workspace, its text, and what it holds.

    `data` is None when the file is broken; `ignores` maps a line to the codes that a comment silences there. `tree` is
    the data with places. Most files are never asked for a place, so it may be left to be grown from the text: `starts`
    then holds the index at which the line of each key at the top begins, and `parts` the trees of such keys alone.
    """

    path: str
    text: str
    data: Data
    ignores: dict[int, frozenset[str]] = field(default_factory=dict)
    tree: Node | None = None
    grow: Callable[[str], Node | None] | None = None
    starts: dict[str, int] = field(default_factory=dict)
    parts: dict[str, Node | None] = field(default_factory=dict)

    @property
    def root(self) -> Node | None:
        """The tree of the whole file, grown where it was not yet; None when the file is broken."""
        if self.tree is None and self.grow is not None:
            self.tree = self.grow(self.text)
        return self.tree

    @root.setter
    def root(self, tree: Node) -> None:
        self.tree = tree

    def place(self, path: Path = (), key: bool = False) -> Place:
        """Where the value at `path` stands; where nothing stands there, its nearest parent.

        With `key`, the place of the key that holds the value rather than of the value itself.
        """
        node = self.around(path)
        if node is None:
            return Place(self.path)
        for depth, step in enumerate(path):
            child = step_into(node, step)
            if child is None:
                break
            if key and depth == len(path) - 1 and isinstance(node, Mapping):
                child = node.keys[str(step)]
            node = child
        return place_of(self.path, node)

    def around(self, path: Path) -> Node | None:
        """A tree in which a path leads to the same node as in the whole one: that of its first key's lines, if possible."""
        first = str(path[0]) if path else ""
        if self.tree is not None or self.grow is None or first not in self.starts:
            return self.root
        if first not in self.parts:
            self.parts[first] = self.grow(lines_alone(self.text, self.starts[first], self.starts.values()))
        return self.parts[first]


def lines_alone(text: str, start: int, starts: Iterable[int]) -> str:
    """The part of a text from one start to the next, behind as many empty lines as stand before it in the text."""
    stop = min((other for other in starts if other > start), default=len(text))
    return "\n" * text.count("\n", 0, start) + text[start:stop]


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
