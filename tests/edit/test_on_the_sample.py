"""Every kind of place that the sample's files hold takes a change, and all their other lines stay as they were."""

from collections.abc import Iterator
from pathlib import Path as File

import pytest

from generator.edit import Append, Change, Put, edited
from generator.source.nodes import Mapping, Node, Path, Sequence
from generator.source.reader import read_text

FILES = sorted(
    path.relative_to(File(__file__).parents[2]).as_posix()
    for pattern in ("contacts.yaml", "casewright.yaml", "stories.yaml", "cases/*/*.yaml")
    for path in File(__file__).parents[2].glob(pattern)
)
EACH = 11
"""Of so many places one is tried: all of them hold too, and take half a minute."""


def changes(node: Node, where: Path = ()) -> Iterator[Change]:
    """A change at every place of a tree."""
    if isinstance(node, Mapping):
        yield Put((*where, "zz"), {"on": "2026-03-11", "by": "ines"})
        for key, value in node.entries.items():
            yield from changes(value, (*where, key))
    elif isinstance(node, Sequence):
        yield Append(
            where, {"at": "2026-03-11T14:05-04:00", "to": ["dana"], "what": "It rang, and nobody came."}
        )
        for index, item in enumerate(node.items):
            yield from changes(item, (*where, index))
    else:
        yield Put(where, "other words, with a comma")


@pytest.mark.parametrize("name", FILES)
def test_every_place_takes_a_change(name: str, repository: File) -> None:
    data = (repository / name).read_bytes()
    root = read_text(name, data)[0].root
    assert root is not None
    for change in list(changes(root))[::EACH]:
        changed = edited(name, data, [change])
        before, after = data.decode().splitlines(), set(changed.decode().splitlines())
        gone = [number for number, line in enumerate(before) if line and line not in after]
        stretch = [line for line in before[min(gone, default=0) : max(gone, default=-1) + 1] if line]
        assert len(gone) == len(stretch), f"{change} touches lines that are not its own"
        assert data.count(b"#") <= changed.count(b"#"), "every comment is there"
