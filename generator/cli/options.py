"""Options that several commands share, and what was typed for them."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from generator.cli.surroundings import now, usable_cores
from generator.report import FORMATS

MARKS = ("casewright.yaml", "contacts.yaml", "cases")
"""What makes a folder a workspace: any of these in it."""

MOMENT = re.compile(
    r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)
EXAMPLE = "Write it as 2026-03-11T14:30-04:00, or without the offset for the workspace's time zone."

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
    return now() if value is None else parsed(value)


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


def cores(ctx: click.Context, param: click.Parameter, value: int | None) -> int:  # noqa: ARG001
    """How many processes to use: as many as asked for, else as many as this process may use cores."""
    return usable_cores() if value is None else value


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
