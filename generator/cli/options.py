"""Options that several commands share; the one place that reads the clock and the environment."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from generator.errors import CasewrightError
from generator.report import FORMATS

MARKS = ("casewright.yaml", "contacts.yaml", "cases")
"""What makes a folder a workspace: any of these in it."""

MOMENT = re.compile(
    r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)
EXAMPLE = "Write it as 2026-03-11T14:30-04:00, or without the offset for the workspace's time zone."
LAST_SECOND = 7_258_118_399
"""The end of 2199, where moments that can be typed end too."""

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
"""What adds an option to a command."""


def workspace(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path:  # noqa: ARG001
    """The folder that `-C` names, else the current one or its nearest parent that is one; absolute."""
    found = workspace_above(Path.cwd()) if value is None else value if is_workspace(value) else None
    if found is not None:
        return found.resolve()
    missing = "has no casewright.yaml, contacts.yaml or cases folder"
    if value:
        raise click.BadParameter(f"{click.format_filename(value)} {missing}.")
    raise click.UsageError(f"This folder {missing}, nor has one above it. Name the workspace with -C.")


def workspace_above(folder: Path) -> Path | None:
    """The folder, or the nearest above it, that is a workspace."""
    return next((one for one in (folder, *folder.parents) if is_workspace(one)), None)


def is_workspace(folder: Path) -> bool:
    """Whether a folder holds case files, contacts or settings."""
    return any((folder / mark).exists() for mark in MARKS)


def moment(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime:  # noqa: ARG001
    """The moment of `--as-of`, naive where it was typed without an offset; else SOURCE_DATE_EPOCH; else now.

    A naive moment is meant in the workspace's own time zone, which the caller attaches. Now is to the minute.
    """
    if value is not None:
        return parsed(value)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.now(UTC).replace(second=0, microsecond=0) if epoch is None else from_epoch(epoch)


def moment_or_none(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime | None:  # noqa: ARG001
    """A moment of an option that may be left out, naive where it was typed without an offset."""
    return None if value is None else parsed(value)


def parsed(text: str) -> datetime:
    """A moment as it was typed; whoever typed something else is told how to write one."""
    if not MOMENT.fullmatch(text):
        raise click.BadParameter(f"{click.format_filename(text)!r} is not a moment. {EXAMPLE}")
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"There is no moment {text!r} in the calendar. {EXAMPLE}") from None


def day_in(text: str, option: str) -> date:
    """A day as it was typed, like `2026-03-11`."""
    if DAY.fullmatch(text):
        with suppress(ValueError):
            return date.fromisoformat(text)
    raise click.BadParameter(
        f"{click.format_filename(text)!r} is not a day. Write it as 2026-03-11.", param_hint=option
    )


def from_epoch(text: str) -> datetime:
    """The moment that SOURCE_DATE_EPOCH counts in seconds since 1970, in UTC."""
    if not re.fullmatch("[0-9]{1,10}", text) or int(text) > LAST_SECOND:
        raise CasewrightError(
            f"SOURCE_DATE_EPOCH is {text!r}, which is no count of seconds since 1970. "
            "Unset it, or give the moment with --as-of."
        )
    return datetime.fromtimestamp(int(text), UTC)


def cores(ctx: click.Context, param: click.Parameter, value: int | None) -> int:  # noqa: ARG001
    """How many processes to use: as many as asked for, else as many as this process may use cores."""
    return usable_cores() if value is None else value


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


root_option: Decorator = click.option(
    "-C",
    "--root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=workspace,
    help="The workspace. Unless given: this folder, or the nearest above it that is one.",
)
as_of_option: Decorator = click.option(
    "--as-of",
    metavar="MOMENT",
    callback=moment,
    help="The moment to take for now, such as 2026-03-11T14:30-04:00.",
)
jobs_option: Decorator = click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    callback=cores,
    help="How many processes to use. Unless given: one for each core.",
)
no_pdf_option: Decorator = click.option("--no-pdf", is_flag=True, help="Make the pages, but no PDF.")
draft_option: Decorator = click.option("--draft", is_flag=True, help="Take papers that are not issued too.")
audience_option: Decorator = click.option(
    "--audience", type=click.Choice(["internal", "customer"]), help="Who is to read it."
)
output_format_option: Decorator = click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    default="full",
    show_default=True,
    help="How to print the findings.",
)
