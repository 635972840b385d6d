"""Every bomb through the real command, with what it cost."""

from collections.abc import Callable
from pathlib import Path

from tests.hostile.bombs import BOMBS
from tests.hostile.reading import checked
from tests.hostile.test_bombs import harmless


def test_every_bomb(tmp_path: Path, counted: Callable[[str, int], None]) -> None:
    costs = {}
    for number, (name, bomb) in enumerate(BOMBS.items()):
        (tmp_path / str(number)).mkdir()
        costs[name] = checked(tmp_path / str(number) / "team", bomb)
        harmless(costs[name], name)
    counted("bombs, each a finding with a place", len(costs))
    counted(
        "milliseconds of processor time of the slowest bomb, start included",
        round(max(one.seconds for one in costs.values()) * 1000),
    )
    counted("MB of memory of the largest bomb", round(max(one.megabytes for one in costs.values())))
