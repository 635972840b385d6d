"""A bell character, which an editor would show as nothing."""

from pathlib import Path


def make(root: Path) -> None:
    text = "title: Card payments\x07 declined\nopened: 2026-03-11 02:05\nadvocate: ines\n"
    (root / "cases/kestrel/outage.yaml").write_text(text, encoding="utf-8")
