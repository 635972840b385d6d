"""What a command runs in: the clock, the cores, the terminal, the current folder and the host that runs it."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from generator.errors import CasewrightError

LAST_SECOND = 7_258_118_399
"""The end of 2199, where moments that can be typed end too."""


def now() -> datetime:
    """The moment that SOURCE_DATE_EPOCH says, else the clock's to the minute; in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.now(UTC).replace(second=0, microsecond=0) if epoch is None else from_epoch(epoch)


def from_epoch(text: str) -> datetime:
    """The moment that SOURCE_DATE_EPOCH counts in seconds since 1970, in UTC."""
    if not re.fullmatch("[0-9]{1,10}", text) or int(text) > LAST_SECOND:
        raise CasewrightError(
            f"SOURCE_DATE_EPOCH is {text!r}, which is no count of seconds since 1970. "
            "Unset it, or give the moment with --as-of."
        )
    return datetime.fromtimestamp(int(text), UTC)


def usable_cores() -> int:
    """How many cores this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def colours(stream: Any) -> bool:
    """Whether a stream takes colours: it is a terminal that can, and NO_COLOR is not set."""
    dumb = os.environ.get("TERM") == "dumb"
    return bool(stream.isatty()) and not dumb and not os.environ.get("NO_COLOR")


def below_here(root: Path) -> str:
    """The way from the current folder down to a workspace (`docs/`), or nothing where it leads elsewhere."""
    here = Path.cwd().resolve()
    return f"{root.relative_to(here).as_posix()}/" if here in root.parents else ""


def from_here(path: Path) -> str:
    """A path as one would type it here: relative where it lies below the current folder."""
    here = Path.cwd()
    return click.format_filename(path.relative_to(here) if path.is_relative_to(here) else path)


def address_of_files() -> str:
    """Where the host that runs this shows the files of the commit, up to their paths; nothing elsewhere."""
    told = os.environ.get
    if told("GITHUB_ACTIONS"):
        return f"{told('GITHUB_SERVER_URL')}/{told('GITHUB_REPOSITORY')}/blob/{told('GITHUB_SHA')}/"
    return f"{told('CI_PROJECT_URL')}/-/blob/{told('CI_COMMIT_SHA')}/" if told("GITLAB_CI") else ""


def page_of_run() -> str:
    """The page on which GitHub shows this run and its summary; nothing elsewhere."""
    told = os.environ.get
    if not told("GITHUB_ACTIONS"):
        return ""
    return f"{told('GITHUB_SERVER_URL')}/{told('GITHUB_REPOSITORY')}/actions/runs/{told('GITHUB_RUN_ID')}"
