"""Every bomb through the real command, with what it cost."""

from collections.abc import Callable
from pathlib import Path

from tests.hostile.bombs import BOMBS
from tests.hostile.reading import checked
from tests.hostile.test_bombs import harmless


def test_every_bomb(tmp_path: Path, counted: Callable[[str], None]) -> None:
    costs = {}
    for number, (name, bomb) in enumerate(BOMBS.items()):
        (tmp_path / str(number)).mkdir()
        costs[name] = checked(tmp_path / str(number) / "team", bomb)
        harmless(costs[name], name)
    slowest, largest = (
        max(one.seconds for one in costs.values()),
        max(one.megabytes for one in costs.values()),
    )
    counted(
        f"{len(costs)} bombs, each a finding with a place; the slowest took {slowest:.2f} s of processor time, the largest "
        f"{largest:.0f} MB, the command's own start included."
    )
