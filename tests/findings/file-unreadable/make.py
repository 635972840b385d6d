"""A folder of evidence so deep that the system refuses its path: root may open everything else."""

import os
from pathlib import Path


def make(root: Path) -> None:
    here = os.open(root / "cases/kestrel/outage", os.O_RDONLY)
    for _ in range(20):
        os.mkdir("evidence" * 30, dir_fd=here)
        below = os.open("evidence" * 30, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
