"""The same cases at the same moment give the same bytes, PDFs too, on another day, with another clock and more processes.

`tests/site/test_same_bytes.py` changes the zone, locale, umask, order of folders, hash seed and path for the papers of a
case; here it is that for the whole site, and time.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.hostile.killing import environment
from tests.sample_build import AS_OF, REPOSITORY, SampleBuild
from tests.site.test_same_bytes import built_elsewhere, digests
from tests.team import make_team, tree

SHIFTED = """
import time
YEARS = 3 * 366 * 86_400
for name in ("time", "time_ns"):
    real = getattr(time, name)
    many = YEARS * (10**9 if name == "time_ns" else 1)
    setattr(time, name, lambda real=real, many=many: real() + many)
for name in ("localtime", "gmtime"):
    real = getattr(time, name)
    setattr(time, name, lambda seconds=None, real=real: real(time.time() if seconds is None else seconds))
"""
"""Another day for all that asks Python's `time`."""


def built(team: Path, out: Path, *options: str, **more: str) -> dict[str, str]:
    """The digests of a build's files."""
    command = [
        sys.executable,
        "-m",
        "generator",
        "build",
        "-C",
        str(team),
        "--out",
        str(out),
        "--as-of",
        AS_OF,
    ]
    ran = subprocess.run(
        [*command, *options], env=environment(**more), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return tree(out)


def test_another_day_and_more_processes_make_the_same_site(
    tmp_path: Path, counted: Callable[[str, int], None]
) -> None:
    team, clock = make_team(tmp_path / "team"), tmp_path / "clock"
    clock.mkdir()
    (clock / "sitecustomize.py").write_text(SHIFTED, encoding="utf-8")
    ways = {
        "PYTHONPATH": f"{clock}:{REPOSITORY}",
        "SOURCE_DATE_EPOCH": "86400",
        "TZ": "Pacific/Chatham",
        "PYTHONHASHSEED": "7",
    }
    first = built(team, tmp_path / "first", "--jobs", "1", SOURCE_DATE_EPOCH="1700000000")
    second = built(team, tmp_path / "second", "--jobs", "3", **ways)
    assert sum(name.endswith(".pdf") for name in first) >= 5
    assert first == second
    counted(
        "files of a site that are the same, byte for byte, on another day and with more processes", len(first)
    )


def test_another_machine_makes_the_same_site(
    sample_build: SampleBuild, tmp_path: Path, counted: Callable[[str, int], None]
) -> None:
    site, told = built_elsewhere(sample_build, tmp_path)
    first, second = digests(sample_build.site), digests(site)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert told.splitlines()[:-1] == sample_build.stderr.splitlines()[:-1]
    counted(
        "files of a site that are the same, byte for byte, on what looks like another machine", len(first)
    )
