"""A link to a file outside the workspace."""

from pathlib import Path


def make(root: Path) -> None:
    (root / "cases/kestrel/outage.yaml").symlink_to("/etc/hostname")
