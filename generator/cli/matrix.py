"""What the commands of the matrix begin with: contacts.yaml read alone, and the area that somebody means."""

from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.model.workspace import Workspace

WIDTH = 100
"""Columns of what is printed."""


def matrix_for(
    root: Path, as_of: datetime, customer: str | None = None, case: str | None = None
) -> "tuple[Workspace, datetime]":
    """The part of the workspace that names whom to call, and the moment in its zone.

    What is wrong with it is one line on stderr and stops nothing; only contacts that cannot be read at all do.
    """
    from generator.checking import placed
    from generator.errors import CasewrightError
    from generator.model.part import load_matrix

    workspace = load_matrix(root, customer, case)
    if workspace.contacts_source.root is None:
        first = next(one for one in workspace.findings if one.place.path == workspace.contacts_source.path)
        raise CasewrightError(
            f"contacts.yaml cannot be read, so nobody can be named. Line {first.place.line}: {first.message} {first.remedy}"
        )
    line = fault_line(workspace)
    if line:
        click.echo(line, err=True)
    return workspace, placed(as_of, workspace)


def fault_line(workspace: "Workspace") -> str | None:
    """What is wrong with what was read, and what is taken for what is missing, on one line."""
    found = workspace.findings
    if found:
        first, more = found[0], len(found) - 1
        others = f" (and {more} more)" if more else ""
        place = f"{first.place.path}:{first.place.line}"
        return f"{place}: {first.message}{others} What it touches is left out; `casewright check` says more."
    if workspace.sources.settings is None:
        step, zone = workspace.settings.ladder.step, workspace.settings.timezone.key
        return f"There is no casewright.yaml, so a rung takes {step} and times are in {zone}."
    return None


def area_named(workspace: "Workspace", text: str) -> str:
    """The key of the one area that a text names; several are listed, none is answered with the nearest."""
    from generator.derive.areas_named import areas_named, names_known

    found = areas_named(workspace.contacts, workspace.settings, text)
    if len(found) == 1:
        return found[0]
    if found:
        listed = "\n".join(f"  {key}  {workspace.contacts.areas[key].name}" for key in found)
        raise click.BadParameter(
            f"{text!r} fits several areas. Name one of them:\n{listed}", param_hint="AREA"
        )
    near = _nearest(text, names_known(workspace.contacts, workspace.settings))
    hint = f" Did you mean {near!r}?" if near else ""
    raise click.BadParameter(
        f"No area, product or word of the matrix is {click.format_filename(text)!r}.{hint} "
        f"The areas are {', '.join(workspace.contacts.areas) or 'not written yet'}.",
        param_hint="AREA",
    )


def _nearest(text: str, names: list[str]) -> str | None:
    folded = {name.casefold(): name for name in reversed(names)}
    near = get_close_matches(text.casefold(), list(folded), n=1)
    return folded[near[0]] if near else None


def wrapped(text: str, indent: int = 0) -> list[str]:
    """A text as lines of the printed width, all but the first indented."""
    return wrap(text, WIDTH, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
