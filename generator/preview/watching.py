"""Which files of a workspace were saved since the last look."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.source.sources import CASES, CONTACTS, SETTINGS, STORIES, TEMPLATES

State = Mapping[str, tuple[int, int]]
"""When each file was written last (nanoseconds) and how long it is, by path in the workspace."""


def state_of(root: Path) -> State:
    """The files of a workspace as they are now; hidden ones, as editors leave them beside a file, count for nothing."""
    return dict(_files(root))


def _files(root: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in (SETTINGS, CONTACTS, STORIES):
        yield from _seen(root, root / name)
    for name in (CASES, TEMPLATES):
        for folder, _, files in os.walk(root / name):
            for file in files:
                yield from _seen(root, Path(folder, file))


def _seen(root: Path, path: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    try:
        status = path.lstat()
    except OSError:
        return
    if not path.name.startswith((".", "#")) and not path.name.endswith("~"):
        yield path.relative_to(root).as_posix(), (status.st_mtime_ns, status.st_size)


def saved(before: State, after: State) -> list[str]:
    """The paths that are new, gone or written again; the one written last comes last."""
    paths = [path for path in {**before, **after} if before.get(path) != after.get(path)]
    return sorted(paths, key=lambda path: (after.get(path, (0, 0))[0], path))
