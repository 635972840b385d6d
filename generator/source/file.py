"""One YAML file of the workspace: its text, what it holds, and where each part of that stands."""

from dataclasses import dataclass, field

from generator.finding import Place
from generator.source.nodes import Data, Mapping, Node, Path, place_of, step_into
from generator.source.parts import Parts


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
    parts: Parts | None = None

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
