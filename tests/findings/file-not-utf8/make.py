"""A case saved by an old editor."""

from pathlib import Path


def make(root: Path) -> None:
    text = "title: Zahlungen in 41 L\u00e4den abgelehnt\nopened: 2026-03-11 02:05\nadvocate: ines\n"
    (root / "cases/kestrel/outage.yaml").write_bytes(text.encode("latin-1"))
