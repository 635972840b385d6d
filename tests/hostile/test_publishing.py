"""Builds that are killed or that the disk refuses leave the site whole, by the real command."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.killing import MOMENTS, Two, command, environment


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    """A workspace with its two trees."""
    return Two(tmp_path_factory.mktemp("two"))


def test_builds_killed_at_random_leave_one_of_two_whole_trees(two: Two, tmp_path: Path) -> None:
    chance, site = random.Random(3), two.lay(tmp_path / "out")
    for _ in range(4):
        run = subprocess.Popen(
            command(two.root, site, MOMENTS[1]), env=environment(), stderr=subprocess.DEVNULL
        )
        time.sleep(0.2 + chance.random() * 0.5)
        run.kill()
        run.wait()
        two.standing(site)


PREPARED = {
    "full": 'mount -t tmpfs -o size={size}k none "$1" && cp -a "$3" "$1/site"',
    "read-only": 'cp -a "$3" "$1/site" && mount --bind "$1" "$1" && mount -o remount,ro,bind "$1"',
    "no network": 'cp -a "$3" "$1/site" && ip link show >/dev/null 2>&1; :',
}
SAID = {"full": "is full", "read-only": "Nothing can be written"}


def in_surroundings(kind: str, two: Two, parent: Path, kept: Path) -> subprocess.CompletedProcess[str]:
    """A build with its target below a parent that is full, read-only or without network; the site is copied to `kept`."""
    parent.mkdir()
    size = sum(path.stat().st_size // 4096 * 4 + 8 for path in two.trees[0].rglob("*")) + 16
    prepared = PREPARED[kind].format(size=size)
    script = f'{prepared} || exit 99; "${{@:4}}"; status=$?; cp -a "$1/site" "$2"; ls -A "$1" >"$2.names"; exit $status'
    build = command(two.root, parent / "site", MOMENTS[1])
    ways = ["unshare", "-n", "-m"] if kind == "no network" else ["unshare", "-m"]
    return subprocess.run(
        [*ways, "bash", "-c", script, "bash", str(parent), str(kept), str(two.trees[0]), *build],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def mounts_are_permitted() -> bool:
    """Whether this process may mount anything in a space of its own."""
    trying = ["unshare", "-m", "-n", "sh", "-c", "mount -t tmpfs none /mnt"]
    return (
        shutil.which("unshare") is not None
        and subprocess.run(trying, capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these mounts")
@pytest.mark.parametrize("kind", PREPARED)
def test_a_disk_that_refuses_is_told_in_a_sentence_and_the_site_stays(
    kind: str, two: Two, tmp_path: Path
) -> None:
    if not mounts_are_permitted():
        pytest.skip("this machine permits no mounts: run it as root, or in a container with --privileged")
    ran = in_surroundings(kind, two, tmp_path / "parent", tmp_path / "kept")
    assert ran.returncode != 99, ran.stderr
    if kind == "no network":
        assert (ran.returncode, two.standing(tmp_path / "kept")) == (0, 1), ran.stderr
        return
    assert ran.returncode == 3, ran.stderr
    assert SAID[kind] in ran.stderr
    assert "Traceback" not in ran.stderr and len(ran.stderr.strip().splitlines()) <= 2
    assert two.standing(tmp_path / "kept") == 0
    assert Path(f"{tmp_path / 'kept'}.names").read_text(encoding="utf-8").split() == ["site"]


def test_an_interrupt_leaves_the_site_and_nothing_beside_it(two: Two, tmp_path: Path) -> None:
    site = two.lay(tmp_path / "out")
    run = subprocess.Popen(command(two.root, site, MOMENTS[1]), env=environment(), stderr=subprocess.DEVNULL)
    while not any(site.parent.glob(".site-*")) and run.poll() is None:
        time.sleep(0.002)
    run.send_signal(signal.SIGINT)
    run.wait()
    two.standing(site)
