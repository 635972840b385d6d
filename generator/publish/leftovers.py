"""The hidden folders beside a target: which are living builds, which are trees of before, which may go."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

SUFFIX = ".casewright"
ASIDE = ".before"
"""Ends the name of a tree that two renames have moved out of the way."""
REST = 10
"""Seconds that a tree of before is kept for its readers while builds overlap."""

TRIES = 20
"""How often a folder of one's own is asked for before locks are given up on."""


def new_name(target: Path) -> Path:
    """A fresh name for a hidden folder or file beside a target."""
    return target.with_name(f".{target.name}-{token_hex(8)}{SUFFIX}")


def aside(stage: Path) -> Path:
    """The name under which a stage puts the tree before it, where two folders cannot change places."""
    return stage.with_name(stage.name.removesuffix(SUFFIX) + ASIDE + SUFFIX)


def hidden_beside(target: Path) -> set[Path]:
    """The hidden folders that builds of a target have left or are writing."""
    form = re.compile(rf"\.{re.escape(target.name)}-[0-9a-f]{{16}}({re.escape(ASIDE)})?{re.escape(SUFFIX)}")
    try:
        with os.scandir(target.parent) as entries:
            return {
                Path(entry.path)
                for entry in entries
                if form.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            }
    except FileNotFoundError:
        return set()


def recover(target: Path) -> None:
    """Puts a tree back that a killed run had moved aside before it could put its own in the place."""
    if target.exists() or target.is_symlink():
        return
    moved = [folder for folder in hidden_beside(target) if folder.name.endswith(ASIDE + SUFFIX)]
    if moved:
        max(moved, key=lambda folder: folder.stat().st_ctime_ns).rename(target)


def take(folder: Path) -> int | None:
    """A descriptor that holds a folder's lock until it is closed.

    None where another build holds it, where the folder is gone, and where the file system has no locks: then
    nobody can know whether a build is living, and nothing is taken away.
    """
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), folder.stat()):
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return None


def claimed(target: Path) -> tuple[Path, int | None]:
    """A new hidden folder beside a target with its lock, which no sweep takes away while it is held."""
    for _ in range(TRIES):
        folder = new_name(target)
        folder.mkdir(mode=0o700)
        descriptor = take(folder)
        if descriptor is not None:
            break
        with suppress(OSError):  # Somebody else's sweep looked at it just now, or took it for a leftover.
            folder.rmdir()
    else:
        folder.mkdir(mode=0o700)  # A file system without locks, where nothing is swept either.
    return folder, descriptor


def release(descriptor: int | None) -> None:
    """Lets go of a folder's lock, also for children that were forked meanwhile and share it."""
    if descriptor is None:
        return
    with suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_UN)
    os.close(descriptor)


def living(folders: set[Path]) -> set[Path]:
    """Those folders that a running build holds."""
    held = set()
    for folder in folders:
        descriptor = take(folder)
        if descriptor is not None:
            os.close(descriptor)
        elif folder.exists():
            held.add(folder)
    return held


def sweep(folders: set[Path], rested_before: float | None) -> None:
    """Removes the folders that no living build holds.

    With `rested_before`, in seconds of the file system's own clock, only those whose name last changed before then.
    """
    for folder in sorted(folders):
        descriptor = take(folder)
        if descriptor is None:
            continue
        try:
            if rested_before is None or os.fstat(descriptor).st_ctime < rested_before:
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(descriptor)


def strays(before: set[Path], now: set[Path], own: set[Path]) -> Iterator[Path]:
    """Hidden folders that came or went while a build ran, other than its own: somebody else builds too."""
    yield from (before ^ now) - own
