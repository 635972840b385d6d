"""How long a template may run, how much memory it may take and how much it may write, since anybody may propose one."""

import resource
import signal
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from jinja2 import TemplateError

SECONDS = 60
"""Of one page; the longest of a thousand cases takes about three."""
MEMORY = 1024**3
"""Bytes beyond what the process had before, on Linux."""
LONGEST = 50_000_000
"""Characters of one page."""


class TooMuch(TemplateError):
    """A template that went past its share."""


@contextmanager
def bounded() -> Iterator[None]:
    """Keeps what runs inside to its share of time and memory; TooMuch or MemoryError where it wants more.

    Time is bounded in a process's main thread, where signals arrive; memory on Linux.
    """
    with _timed(), _measured():
        yield


def joined(parts: Iterable[str]) -> str:
    """The text of a page from its parts, unless it grows without end."""
    kept, length = [], 0
    for part in parts:
        length += len(part)
        if length > LONGEST:
            raise TooMuch(f"it writes more than {LONGEST // 1_000_000} million characters")
        kept.append(part)
    return "".join(kept)


def _stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (the signature is Python's)
    raise TooMuch(f"it runs for more than {SECONDS} seconds")


@contextmanager
def _timed() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS, 1)  # Again each second, lest a filter swallows the first.
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _measured() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if sys.platform != "linux" or soft != resource.RLIM_INFINITY:
        yield
        return
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + MEMORY, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
