"""The same cases at the same moment give the same bytes, whatever the machine around them is like."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tests.sample_build import AS_OF, REPOSITORY, SampleBuild

ELSEWHERE = {
    "TZ": "Asia/Kathmandu",
    "LC_ALL": "C",
    "LANG": "cs_CZ.UTF-8",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "4242",
    "COLUMNS": "40",
    "HOME": "/nonexistent",
}


def copied_backwards(source: Path, target: Path) -> None:
    """A copy whose folders list their entries in another order, where the disk keeps the order of writing."""
    target.mkdir()
    for entry in sorted(source.iterdir(), reverse=True):
        if entry.is_dir():
            copied_backwards(entry, target / entry.name)
        else:
            (target / entry.name).write_bytes(entry.read_bytes())
            (target / entry.name).chmod(entry.stat().st_mode)


def digests(folder: Path) -> dict[str, str]:
    """Each file of a folder with the digest of its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_another_machine_makes_the_same_site(sample_build: SampleBuild, tmp_path: Path) -> None:
    root, site = tmp_path / "elsewhere, with a space" / "Pinières", tmp_path / "out"
    root.parent.mkdir()
    copied_backwards(sample_build.root, root)
    command = [sys.executable, "-m", "generator", "build", "-C", str(root), "--as-of", AS_OF]
    ran = subprocess.run(
        [*command, "--out", str(site), "--jobs", "1"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), **ELSEWHERE},
        umask=0o077,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    first, second = digests(sample_build.site), digests(site)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert ran.stderr.splitlines()[:-1] == sample_build.stderr.encode().splitlines()[:-1]
