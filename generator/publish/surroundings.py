"""What the disk refuses, as a sentence with the next step."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import CasewrightError

FULL = (errno.ENOSPC, errno.EDQUOT)
CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)


OUT = ", or give --out DIR"
"""What else may be done than to mend a folder, where the command takes another one."""


@contextmanager
def told(folder: Path, elsewhere: str = OUT) -> Iterator[None]:
    """Turns what the operating system refuses in a folder into the user's sentence; what was there stays as it was."""
    try:
        yield
    except OSError as error:
        raise CasewrightError(sentence(error, folder, elsewhere)) from error


def sentence(error: OSError, folder: Path, elsewhere: str = OUT) -> str:
    """What went wrong in a folder, and what to do."""
    if error.errno in FULL:
        return f"The disk that holds {folder} is full; nothing there was changed. Free some space, then run this again."
    if error.errno in CLOSED:
        return f"Nothing can be written in {folder}; nothing there was changed. Make it writable{elsewhere}."
    reason = error.strerror or str(error)
    return f"Writing in {folder} failed ({reason}); nothing there was changed. Mend that{elsewhere}."
