"""A site that many builds replace at once, and readers who hold what they read against the manifest of one build."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.killing import FILES, environment
from tests.making import write_files

LOOP = """
import sys
from click.testing import CliRunner
from generator.cli import main
root, site, own = sys.argv[1:]
for turn in range(100_000):
    moment = f"2026-03-{1 + int(own):02}T{turn // 60 % 24:02}:{turn % 60:02}+00:00"
    ran = CliRunner().invoke(main, ["build", "-C", root, "--out", site, "--as-of", moment, "--no-pdf", "--jobs", "1"])
    assert ran.exit_code == 0, ran.output
    print(turn, flush=True)
"""
MANIFEST = "casewright-build.json"


@dataclass
class Seen:
    """How often a site was read, how often pages of two builds were seen together, how often one was missing."""

    read: int = 0
    mixed: int = 0
    missing: int = 0
    builds: int = 0


@contextmanager
def builders(folder: Path, many: int) -> Iterator[Path]:
    """So many processes that build the same workspace into the same site, each as of other moments; the site."""
    root, site = folder / "team", folder / "out" / "site"
    write_files(root, FILES)
    running = [
        subprocess.Popen(
            [sys.executable, "-c", LOOP, str(root), str(site), str(own)],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for own in range(many)
    ]
    try:
        for one in running:
            assert one.stdout is not None
            assert one.stdout.readline(), one.communicate()[1].decode()[-600:]
        yield site
        ended = [one.communicate()[1].decode()[-600:] for one in running if one.poll() is not None]
        assert ended == []  # No build fails because others run.
    finally:
        for one in running:
            one.kill()
            one.communicate()


def read_all(site: Path, times: int, by_handle: bool) -> Seen:
    """Reads every file of the site so often, each time through a folder opened once, or else by its path."""
    seen, known = Seen(), set[str]()
    for _ in range(times):
        folder = os.open(site, os.O_RDONLY | os.O_DIRECTORY) if by_handle else None
        try:
            build = _matches(site, folder, seen)
            known.add(build)
        except FileNotFoundError:
            seen.missing += 1
        finally:
            if folder is not None:
                os.close(folder)
        seen.read += 1
    seen.builds = len(known)
    return seen


def _matches(site: Path, folder: int | None, seen: Seen) -> str:
    """Reads one site; the answer names the build whose manifest was read."""
    manifest = _bytes(site, MANIFEST, folder)
    for name, recorded in json.loads(manifest)["files"].items():
        if hashlib.sha256(_bytes(site, name, folder)).hexdigest() != recorded["sha256"]:
            seen.mixed += 1
            break
    return hashlib.sha256(manifest).hexdigest()


def _bytes(site: Path, name: str, folder: int | None) -> bytes:
    file = os.open(name if folder is not None else site / name, os.O_RDONLY, dir_fd=folder)
    with os.fdopen(file, "rb") as opened:
        return opened.read()
