"""What stands in the files of the workspace at hand, peeked at as text while somebody types a command."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import workspace_above

if TYPE_CHECKING:
    from generator.source.nodes import Node

Words = Iterator[tuple[str, str]]
"""Each word with what it stands for."""


def root_of(ctx: click.Context) -> Path:
    """The workspace that `-C` names, or the one at hand. Raises FileNotFoundError where there is none."""
    root = ctx.params.get("root") or workspace_above(Path.cwd())
    if root is None:
        raise FileNotFoundError
    return Path(root)


def cases_told(ctx: click.Context) -> Iterator[str]:
    """The case that was named; what stands before an option that still wants its value is among no arguments yet."""
    for told in (ctx.params.get("case"), ctx.params.get("subject"), *ctx.args):
        if isinstance(told, str) and "/" in told:
            yield told


def read_key(ctx: click.Context, path: str, key: str) -> "Node | None":
    """What stands under a key of a file of the workspace."""
    from generator.source.workspace import read_one

    return below(read_one(root_of(ctx), path)[0].root, key)


def below(node: "Node | None", key: str) -> "Node | None":
    """What stands under a key of a group; None where there is no group, or no such key in it."""
    from generator.source.nodes import step_into

    return None if node is None else step_into(node, key)


def entries(node: "Node | None") -> "dict[str, Node]":
    """The entries of a group by their keys; none of anything else."""
    from generator.source.nodes import Mapping

    return dict(node.entries) if isinstance(node, Mapping) else {}


def items(node: "Node | None") -> "list[Node]":
    """The items of a list; none of anything else."""
    from generator.source.nodes import Sequence

    return list(node.items) if isinstance(node, Sequence) else []


def ids(ctx: click.Context, section: str, field: str) -> Words:
    """The ids in a list of the case that was named, each with what a field of the item says."""
    for case in cases_told(ctx):
        yield from told_by_id(read_key(ctx, f"cases/{case}.yaml", section), field)


def told_by_id(node: "Node | None", field: str) -> Words:
    """The ids in a list, each with what a field of the item says."""
    for one in items(node):
        if key := text(below(one, "id")):
            yield key, text(below(one, field))


def named(node: "Node | None") -> Words:
    """The keys of a group, each with the name that stands in its entry."""
    for key, one in entries(node).items():
        yield key, text(below(one, "name"))


def text(node: "Node | None") -> str:
    """A text as it was typed; an empty one for anything else."""
    from generator.source.nodes import Scalar

    return node.text if isinstance(node, Scalar) else ""
