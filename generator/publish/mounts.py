"""Whether a folder is a mount point, bind mounts of the same disk included."""

import os
import re
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")


def is_mount_point(folder: Path) -> bool:
    """Whether something is mounted on a folder, which cannot be renamed then."""
    return os.path.ismount(folder) or os.fsencode(folder.resolve()) in mounted()


def mounted() -> frozenset[bytes]:
    """The folders that Linux lists as mount points; nothing on other systems."""
    try:
        lines = MOUNTS.read_bytes().splitlines()
    except OSError:
        return frozenset()
    return frozenset(unescaped(fields[4]) for line in lines if len(fields := line.split(b" ")) > 4)


def unescaped(path: bytes) -> bytes:
    """A path of the list with its octal escapes undone."""
    return re.sub(rb"\\([0-7]{3})", lambda found: bytes([int(found[1], 8) % 256]), path)
