"""Puts a finished folder in the place of another: by one call where the system has it, by two renames elsewhere."""

import ctypes
import errno
import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from generator.errors import CasewrightError

AT_FDCWD = -100
RENAME_EXCHANGE = 2
UNABLE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)
"""What a kernel or a file system answers that cannot exchange two names."""
PATIENCE = 600
"""How often the lock is asked for, 50 milliseconds apart."""


def switch(stage: Path, target: Path, aside: Path) -> Path | None:
    """Puts `stage` at `target`; the answer is where the tree before stands now, None if there was none.

    By one call both names change places, so that the target is never missing. Where that call does not exist the
    tree before is first renamed to `aside`; a run that is killed between the two renames leaves no target, and the
    next one puts `aside` back.
    """
    if not target.exists():
        stage.rename(target)
        return None
    if exchanged(stage, target):
        return stage
    target.rename(aside)
    try:
        stage.rename(target)
    except OSError:
        aside.rename(target)
        raise
    return aside


def exchanged(first: Path, second: Path) -> bool:
    """Whether two folders changed places in one step; False where the system cannot."""
    call = renameat2()
    if call is None:
        return False
    if call(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in UNABLE:
        return False
    raise OSError(number, os.strerror(number), str(second))


@cache
def renameat2() -> Any:
    """The C library's `renameat2`, or None where it has none."""
    if sys.platform != "linux":
        return None
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return None
    call.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return call


@contextmanager
def turn(parent: Path) -> Iterator[None]:
    """Keeps other builds from switching beside the same folder meanwhile; the lock goes with the process."""
    descriptor = os.open(parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        wait_for(descriptor, parent)
        yield
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def wait_for(descriptor: int, parent: Path) -> None:
    """Takes the lock of a folder, or says that another build does not let go of it."""
    for _ in range(PATIENCE):
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.05)
        except OSError:
            return  # A file system without locks: then it is two renames or one, and the last still wins.
        else:
            return
    raise CasewrightError(f"Another build has held {parent} for half a minute. End it, then run this again.")
