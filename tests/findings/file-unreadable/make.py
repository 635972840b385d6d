"""A folder of evidence so deep that the system refuses its path: root may open everything else.

Names as long as can be: the sixteenth is the first refused, however long the way to the workspace (up to 256).
"""

import os
from pathlib import Path

NAME = "e" * 255


def make(root: Path) -> None:
    here = os.open(root / "cases/kestrel/outage", os.O_RDONLY)
    for _ in range(20):
        os.mkdir(NAME, dir_fd=here)
        below = os.open(NAME, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
