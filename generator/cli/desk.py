"""What build and paper begin with: the workspace checked, and the commits that touched its cases."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from generator.checking import Checked
    from generator.documents.sheets import Desk


def desk_for(
    root: Path, as_of: datetime, cases: Iterable[str] = (), *, rest: bool = False
) -> "tuple[Desk, Checked]":
    """The desk to make sheets at, with what `check` found; every case named must be there.

    With `rest`, a file that has faults counts with what is left of it, so that it can be printed as a draft.
    """
    from generator.checking import check_workspace
    from generator.documents.sheets import Desk
    from generator.history import last_commits
    from generator.model.rest import with_rest

    checked = check_workspace(root, as_of)
    if rest:
        checked = replace(checked, workspace=with_rest(checked.workspace))
    known = [*checked.workspace.cases, *checked.workspace.unread]
    for case in cases:
        if case not in known:
            raise click.BadParameter(unknown("case", case, known), param_hint="--case")
    read = checked.workspace
    paths = [file.source.path for file in read.cases.values()]
    paths += [read.contacts_source.path, *(file.source.path for file in read.customers.values())]
    return Desk(checked.workspace, checked.as_of, last_commits(root, paths)), checked


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """The sentence about a key that is not there, with the nearest that is."""
    near = get_close_matches(given, list(known), n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return f"There is no {what} {click.format_filename(given)!r}.{hint}"
