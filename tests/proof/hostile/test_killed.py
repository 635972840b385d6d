"""The real build killed at random moments and at every call that touches the site: one of two whole trees, always."""

import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.killing import MOMENTS, Two, command, environment
from tests.sample_build import REPOSITORY

KILLS, RANDOM_SHARES, SHARES = 200, 4, 12
FIXED = "import secrets\nsecrets.token_hex = lambda n=16: '0' * (2 * n)\n"
"""Gives the staging folder the same name in each run, so that strace can be told of its files."""
STAGE = ".site-0000000000000000.casewright"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    """A workspace with its two trees."""
    return Two(tmp_path_factory.mktemp("two"))


@pytest.mark.parametrize("share", range(RANDOM_SHARES))
def test_kills_at_random_moments(
    share: int, two: Two, tmp_path: Path, counted: Callable[[str, int], None]
) -> None:
    chance, site, stands = random.Random(share), two.lay(tmp_path / "out"), Counter[int]()
    begun = time.monotonic()
    subprocess.run(command(two.root, site, MOMENTS[1]), env=environment(), check=True, capture_output=True)
    usual = time.monotonic() - begun
    for turn in range(KILLS // RANDOM_SHARES):
        wanted = MOMENTS[turn % 2]
        run = subprocess.Popen(command(two.root, site, wanted), env=environment(), stderr=subprocess.DEVNULL)
        time.sleep(usual * chance.uniform(0.3, 1.1))
        run.kill()
        run.wait()
        stands[two.standing(site)] += 1
    subprocess.run(command(two.root, site, MOMENTS[0]), env=environment(), check=True, capture_output=True)
    assert two.standing(site) == 0
    assert len(list(site.parent.glob(".site-*"))) <= 1
    counted("builds killed at a random moment, one of two whole trees each time", sum(stands.values()))


class Rig:
    """Runs a build under strace with eyes for the site, its parent and the staging folder alone."""

    def __init__(self, two: Two, folder: Path) -> None:
        self.two, self.folder = two, folder
        (folder / "rig").mkdir()
        (folder / "rig" / "sitecustomize.py").write_text(FIXED, encoding="utf-8")
        parent = folder / "out"
        names = ["", *two.whole[0]]
        paths = [parent, *(parent / above / name for above in ("site", STAGE) for name in names)]
        self.watched = [word for path in paths for word in ("-P", str(path))]

    def run(self, *options: str) -> tuple[int, str, Path]:
        """One build over the first tree: how it ended, what strace wrote down, and where the site is."""
        site, log = self.two.lay(self.folder / "out"), self.folder / "log"
        seen = ["strace", "-f", "-qq", "-o", str(log), *self.watched, *options]
        ran = subprocess.run(
            [*seen, *command(self.two.root, site, MOMENTS[1])],
            env=environment(PYTHONPATH=f"{self.folder / 'rig'}:{REPOSITORY}"),
            capture_output=True,
            check=False,
        )
        return ran.returncode, log.read_text(encoding="utf-8", errors="replace"), site

    def calls(self) -> list[tuple[str, int]]:
        """Every call that touches these paths, by its name and which of that name it is."""
        status, log, _ = self.run("-e", "trace=%file,%desc")
        assert status == 0
        counts = Counter(re.findall(r"^\d+ +(\w+)\(", log, re.MULTILINE))
        return [(name, number) for name, many in sorted(counts.items()) for number in range(1, many + 1)]


@pytest.mark.skipif(sys.platform != "linux", reason="strace is Linux's")
@pytest.mark.parametrize("share", range(SHARES))
def test_kills_at_every_call(
    share: int, two: Two, tmp_path: Path, counted: Callable[[str, int], None]
) -> None:
    """strace's `--seccomp-bpf` is left out: with it version 6.1 never delivers the signals that it is told to."""
    if shutil.which("strace") is None:
        pytest.skip("no strace here (Debian: sudo apt-get install -y strace)")
    rig = Rig(two, tmp_path)
    calls = rig.calls()
    assert len(calls) > 300
    assert {"renameat2", "openat", "write", "fsync", "mkdir"} <= {name for name, _ in calls}
    stands, killed = Counter[int](), 0
    for name, number in calls[share::SHARES]:
        status, _, site = rig.run("-e", f"trace={name}", "-e", f"inject={name}:signal=SIGKILL:when={number}")
        stands[two.standing(site)] += 1
        killed += status in (-9, 137)
    assert killed == sum(stands.values()) == len(calls[share::SHARES])
    counted(
        "builds killed at a call that touches the site or its stage, one of two whole trees each time", killed
    )
    counted("of these killed before the switch, so that the old site stands", stands[0])
