"""Progress of long work on stderr; silent where stderr is no terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """What to tell of each paper that is done; the line is wiped at the end."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.status import Status

    with Status("Reading the workspace", console=Console(stderr=True)) as status:
        done = 0

        def told(name: str) -> None:
            nonlocal done
            done += 1
            status.update(f"{done} papers printed, last {name}")

        yield told
