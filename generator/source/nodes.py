"""What a YAML file holds, as the text that was typed and where it stands."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.finding import Place

if TYPE_CHECKING:
    from generator.source.parts import Parts

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
    the data with places. Most files are never asked for one, so the tree may be left to be grown out of `parts`.
    """

    path: str
    text: str
    data: Data
    ignores: dict[int, frozenset[str]] = field(default_factory=dict)
    tree: Node | None = None
    parts: "Parts | None" = None

    @property
    def root(self) -> Node | None:
        """The tree of the whole file, grown if it was not yet; None when the file is broken."""
        if self.tree is None and self.parts is not None:
            self.tree = self.parts.whole()
        return self.tree

    @root.setter
    def root(self, tree: Node) -> None:
        self.tree = tree

    def place(self, path: Path = (), key: bool = False) -> Place:
        """Where the value at `path` stands; where nothing stands there, its nearest parent.

        With `key`, the place of the key that holds the value rather than of the value itself.
        """
        node, way = self.tree, path
        if self.tree is None and self.parts is not None:
            node, way = self.parts.around(path)
        if node is None:
            return Place(self.path)
        for depth, step in enumerate(way):
            child = step_into(node, step)
            if child is None:
                break
            if key and depth == len(way) - 1 and isinstance(node, Mapping):
                child = node.keys[str(step)]
            node = child
        return place_of(self.path, node)


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
