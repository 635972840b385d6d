"""The same cases at the same moment give the same bytes, whatever the machine around them is like.

`make proof` compares the whole site.
"""

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


def built_elsewhere(sample_build: SampleBuild, folder: Path, *options: str) -> tuple[Path, str]:
    """The sample built on what looks like another machine, and what was told of it."""
    root, site = folder / "elsewhere, with a space" / "Pinières", folder / "out"
    root.parent.mkdir()
    copied_backwards(sample_build.root, root)
    command = [sys.executable, "-m", "generator", "build", "-C", str(root), "--as-of", AS_OF]
    ran = subprocess.run(
        [*command, "--out", str(site), "--jobs", "1", *options],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(REPOSITORY), **ELSEWHERE},
        umask=0o077,
        capture_output=True,
        check=False,
    )
    told = ran.stderr.decode()
    assert ran.returncode == 0, told
    return site, told


def test_another_machine_makes_the_same_papers(sample_build: SampleBuild, tmp_path: Path) -> None:
    site, _ = built_elsewhere(sample_build, tmp_path, "--case", "kestrel/2026-03-replication")
    whole = digests(sample_build.site)
    papers = {
        name: digest
        for name, digest in digests(site).items()
        if name.startswith(("cases/kestrel/2026-03-replication/", "who-to-call/"))
        and not name.endswith("index.html")
    }
    assert sum(name.endswith(".pdf") for name in papers) > 20
    assert [name for name, digest in papers.items() if whole[name] != digest] == []
