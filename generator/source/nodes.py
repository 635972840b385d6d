"""What a YAML file holds, as the text that was typed and where it stands."""

from dataclasses import dataclass, field

from generator.finding import Place


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
        return self.plain and self.text in ("", "~", "null", "Null", "NULL")


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


@dataclass(slots=True)
class SourceFile:
    """One YAML file of the workspace: its path in the workspace, its text, and its tree where it could be read.

    `root` is None when the file is broken; `ignores` maps a line to the codes that a comment silences there.
    """

    path: str
    text: str
    root: Mapping | Sequence | Scalar | None
    ignores: dict[int, frozenset[str]] = field(default_factory=dict)

    def place(self, path: Path = (), key: bool = False) -> Place:
        """Where the value at `path` stands; where nothing stands there, its nearest parent.

        With `key`, the place of the key that holds the value rather than of the value itself.
        """
        node, at = self.root, Place(self.path)
        if node is None:
            return at
        for depth, step in enumerate(path):
            child = step_into(node, step)
            if child is None:
                break
            if key and depth == len(path) - 1 and isinstance(node, Mapping):
                child = node.keys[str(step)]
            node = child
        return place_of(self.path, node)


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
