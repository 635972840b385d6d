"""Two names that git cannot check out side by side on every disk."""

from pathlib import Path


def make(root: Path) -> None:
    outage = root / "cases/kestrel/outage.yaml"
    outage.with_name("Outage.yaml").write_bytes(outage.read_bytes())
