"""What the commands of the matrix begin with: contacts.yaml read alone, and the area that somebody means."""

from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from generator.cli.desk import unknown
from generator.cli.options import parsed

if TYPE_CHECKING:
    from generator.model.scalars.moments import Moment
    from generator.model.workspace import CustomerFile, Workspace

WIDTH = 100
"""Columns of what is printed."""


def matrix_for(
    root: Path, as_of: datetime, customer: str | None = None, case: str | None = None
) -> "tuple[Workspace, datetime]":
    """The part of the workspace that names whom to call, and the moment in its zone.

    What is wrong with it is one line on stderr and stops nothing; only contacts that cannot be read at all do.
    """
    from generator.checking import placed
    from generator.model.part import load_matrix

    workspace = load_matrix(root, customer, case)
    refuse_unreadable(workspace)
    line = fault_line(workspace)
    if line:
        click.echo(line, err=True)
    return workspace, placed(as_of, workspace)


def refuse_unreadable(workspace: "Workspace") -> None:
    """There must be contacts that can be read."""
    from generator.errors import CasewrightError

    source = workspace.contacts_source
    if source.root is None:
        first = next((one for one in workspace.findings if one.place.path == source.path), None)
        told = f" Line {first.place.line}: {first.message} {first.remedy}" if first else " It is not there."
        raise CasewrightError(f"contacts.yaml cannot be read, so nobody can be named.{told}")


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


def case_named(root: Path, text: str, hint: str = "--case") -> str:
    """The key of a case that is there, by the names of the files; whoever typed another is told the nearest."""
    from generator.model.part import keys_of_cases

    known = keys_of_cases(root)
    if text not in known:
        raise click.BadParameter(unknown("case", text, known), param_hint=hint)
    return text


def person_known(workspace: "Workspace", owner: "CustomerFile | None", key: str, option: str) -> str:
    """The key of somebody whom the workspace names; whoever typed another is told the nearest."""
    from generator.model.people import find_person

    if find_person(workspace, owner, key) is None:
        theirs = owner.customer.people if owner else {}
        firms = (party.people for party in workspace.contacts.parties.values())
        keys = [*workspace.contacts.people, *theirs, *(key for people in firms for key in people)]
        raise click.BadParameter(unknown("person", key, keys), param_hint=option)
    return key


def ours_known(workspace: "Workspace", key: str, option: str) -> str:
    """The key of one of our people; whoever typed another is told the nearest."""
    people = workspace.contacts.people
    if key not in people:
        raise click.BadParameter(unknown("person of ours", key, people), param_hint=option)
    return key


def moment_in(text: str, zone: ZoneInfo, option: str) -> datetime:
    """A moment as typed; without an offset as the clocks in a zone show it, which they must do exactly once."""
    from generator.model.scalars.instants import settled
    from generator.model.scalars.typed import faulted

    moment = parsed(text)
    if moment.tzinfo is not None:
        return moment.astimezone(zone)
    try:
        return settled(moment, zone, text)
    except ValueError as error:
        raise click.BadParameter(faulted(error), param_hint=option) from None


def when_in(text: str, zone: ZoneInfo, option: str) -> "Moment":
    """A moment or a day as typed, read as a file of the workspace would be."""
    from generator.model.scalars.moments import read_moment
    from generator.model.scalars.typed import Typed, faulted

    try:
        return read_moment(Typed(text, zone))
    except ValueError as error:
        raise click.BadParameter(faulted(error), param_hint=option) from None


def one_line(text: str | None) -> str | None:
    """A text as typed on the command line, on one line; nothing where it holds nothing."""
    from generator.source.decoding import CONTROL

    line = " ".join((text or "").split())
    if CONTROL.search(line):
        raise click.BadParameter(f"{line!r} holds a character that cannot be seen or printed.")
    return line or None


def wrapped(text: str, indent: int = 0) -> list[str]:
    """A text as lines of the printed width, all but the first indented."""
    return wrap(text, WIDTH, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)
