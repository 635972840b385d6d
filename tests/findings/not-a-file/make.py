"""A pipe where a case belongs; whoever opened it would wait for ever."""

import os
from pathlib import Path


def make(root: Path) -> None:
    os.mkfifo(root / "cases/kestrel/outage.yaml")
