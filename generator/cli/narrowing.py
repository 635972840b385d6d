"""Paths that were typed on the command line, as the part of the workspace that a report is narrowed to."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import click


def narrowed_to(paths: Sequence[Path], root: Path) -> Callable[[str], bool]:
    """Tells of a path in the workspace whether one of `paths` is it or holds it; without `paths`, of any.

    A path that leads out of the workspace is wrong usage.
    """
    wanted = [inside(path, root) for path in paths]
    return lambda path: not wanted or any(Path(path).is_relative_to(part) for part in wanted)


def inside(path: Path, root: Path) -> Path:
    """A typed path as a path relative to the workspace: as it is spelled, else where its links lead."""
    for spelled in (Path(os.path.normpath(path.absolute())), path.resolve()):
        if spelled.is_relative_to(root):
            return spelled.relative_to(root)
    raise click.BadParameter(
        f"{click.format_filename(path)} is outside the workspace {click.format_filename(root)}.",
        param_hint="PATH",
    )
