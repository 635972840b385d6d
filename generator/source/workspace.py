"""Reads a whole workspace: every file of it once, in order, and what is wrong with the files as such."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import CasewrightError
from generator.finding import Finding
from generator.source.disk import read_bytes
from generator.source.file import SourceFile
from generator.source.reader import read_text, read_texts
from generator.source.sources import CASES, CONTACTS, SETTINGS, Sources, unopened
from generator.source.walk import Walk


def read_one(root: Path, relative: str) -> tuple[SourceFile, list[Finding]]:
    """One file of the workspace by its path in it, and what is wrong with it; never follows a link."""
    data, finding = read_bytes(root, relative)
    return (unopened(relative), [finding]) if finding else read_text(relative, data)


def read_workspace(root: Path) -> Sources:
    """Every file of the workspace in the folder `root`. Raises CasewrightError where there is no workspace."""
    return begin_reading(root)()


def begin_reading(root: Path, cores: int = 1) -> Callable[[], Sources]:
    """The call that waits for every file of the workspace in the folder `root`.

    With several cores half of a large workspace is read meanwhile in a process of its own. Raises CasewrightError where
    there is no workspace.
    """
    if not root.is_dir():
        raise CasewrightError(f'There is no folder "{root}". Give the folder of the workspace with --root.')
    if not any(os.path.lexists(root / name) for name in (CASES, CONTACTS, SETTINGS)):
        raise CasewrightError(
            f'"{root}" holds no workspace: neither casewright.yaml nor contacts.yaml nor cases/ is there. '
            "Go to the folder that holds them, or give it with --root."
        )
    walk = Walk(root)
    walk.walk()
    waiting = read_texts(walk.files, cores)

    def sources() -> Sources:
        with collector_paused():
            return walk.sources(waiting())

    return sources


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keeps the cyclic garbage collector from searching trees that hold no cycles, now and later.

    Over 1,000 cases it would take longer than all of the reading.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
