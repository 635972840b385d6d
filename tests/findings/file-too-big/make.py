"""A log pasted into a case."""

from pathlib import Path


def make(root: Path) -> None:
    lines = "notes:\n" + "  - 2026-03-11 02:05 declined declined declined\n" * 25_000
    (root / "cases/kestrel/outage.yaml").write_text(lines, encoding="utf-8")
