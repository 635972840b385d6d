"""Files that begin small: nothing is written before all of them are sure, and none is written over."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.errors import CasewrightError

if TYPE_CHECKING:
    from generator.edit import Value


def refuse_taken(root: Path, path: str) -> None:
    """Raises CasewrightError where anything stands at a path of the workspace."""
    if (root / path).exists() or (root / path).is_symlink():
        raise CasewrightError(f"{path} is there already, so nothing was written.")


def new_file(schema: str, fields: "Mapping[str, Value | None]") -> bytes:
    """A file with what was said of it, in this order, below the line that names its schema."""
    from generator.edit.modeline import modeline
    from generator.edit.whole import whole

    return whole({key: value for key, value in fields.items() if value}, modeline(schema)).encode()


def write_new(root: Path, files: Mapping[str, bytes]) -> None:
    """Writes files by their paths in the workspace, and says so."""
    from generator.publish import write_within

    for path, data in files.items():
        write_within(root, path, data)
        click.echo(f"Wrote {path}")
