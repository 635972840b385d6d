"""Files and folders written so that they are whole, readable by everybody, and still there after a power cut."""

import os
from pathlib import Path

FOLDER_MODE = 0o755
FILE_MODE = 0o644
"""Set outright, because a strict umask would publish a site that its web server cannot read."""


def make_folders(folder: Path, top: Path | None) -> None:
    """Makes a folder and those above it, up to `top`, which exists."""
    if folder == top or folder.is_dir():
        return
    make_folders(folder.parent, top)
    try:
        folder.mkdir()
    except FileExistsError:
        if not folder.is_dir():
            raise NotADirectoryError(20, "Not a directory", str(folder)) from None
    else:
        folder.chmod(FOLDER_MODE)


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that must not exist yet."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        os.fchmod(descriptor, FILE_MODE)
        file.write(data)


def settle(folder: Path) -> None:
    """Gives a finished folder its mode and has the disk keep all that is in it."""
    folder.chmod(FOLDER_MODE)
    for above, _, names in os.walk(folder):
        for name in names:
            keep(Path(above) / name)
        keep(Path(above))


def keep(path: Path) -> None:
    """Waits until the disk holds a file or folder."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
