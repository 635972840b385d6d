"""Files made to hang or to fill the memory end in findings with a place, in little time and memory."""

from pathlib import Path

import pytest

from tests.hostile.bombs import BOMBS, READABLE
from tests.hostile.reading import CASE, Cost, checked

SECONDS, MEGABYTES = 2, 200
WORST = ("a wide map", "a wide list of nothing", "one key many times", "a wide map of nothing", "many events")


def harmless(cost: Cost, name: str) -> None:
    """What every bomb comes to."""
    assert cost.stderr == ""
    assert cost.exit_code == (0 if name in READABLE else 1)
    found = [finding for finding in cost.findings if finding["path"] == CASE]
    assert found
    assert all(one["line"] >= 1 and one["column"] >= 1 and len(one["message"]) < 2_000 for one in found)
    assert cost.seconds < SECONDS
    assert cost.megabytes < MEGABYTES


@pytest.mark.parametrize("name", WORST)
def test_a_bomb_goes_off_quietly(name: str, tmp_path: Path) -> None:
    harmless(checked(tmp_path / "team", BOMBS[name]), name)


def test_the_rig_sees_memory_and_time(tmp_path: Path) -> None:
    """A plain file costs far less than what is allowed, and is measured at all."""
    cost = checked(tmp_path / "team", b"title: x\n")
    assert 15 < cost.megabytes < MEGABYTES / 2
    assert 0.02 < cost.seconds < SECONDS
    assert len(BOMBS) >= 20
