"""What build and paper begin with: the workspace checked, and the commits that touched its cases."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import is_workspace
from generator.errors import CasewrightError

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
    return Desk(checked.workspace, checked.as_of, last_commits(root, _paths(checked))), checked


@contextmanager
def desk_at(
    root: Path, rev: str | None, as_of: datetime, *, given: bool, option: str = "--rev"
) -> "Iterator[tuple[Path, Desk, Checked]]":
    """The same, for printing, of the workspace as a commit holds it, with the folder that it is in until the end.

    All of it is the commit's, the team's own templates too: they are part of what was sent, and today's may ask for
    what was not there. Unless the moment was `given` it is that of the commit. Without `rev` it is of the files as
    they are here; `option` is what it was typed for.
    """
    from generator.history import last_commits
    from generator.revisions import committed_at, revision, workspace_at

    if rev is None:
        yield root, *desk_for(root, as_of, rest=True)
        return
    of = revision(root, rev, f"Leave {option} out to print from the files as they are.")
    with workspace_at(root, of) as folder:
        if not is_workspace(folder):
            raise CasewrightError(f"{rev} holds no case files in this folder. Name a later commit.")
        desk, checked = desk_for(folder, as_of if given else committed_at(root, of), rest=True)
        yield folder, replace(desk, commits=last_commits(root, _paths(checked), of.commit)), checked


def _paths(checked: "Checked") -> list[str]:
    """The files whose last commit a paper may tell."""
    read = checked.workspace
    paths = [file.source.path for file in read.cases.values()]
    return [*paths, read.contacts_source.path, *(file.source.path for file in read.customers.values())]


def unknown(what: str, given: str, known: Iterable[str]) -> str:
    """The sentence about a key that is not there, with the nearest that is."""
    near = get_close_matches(given, list(known), n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return f"There is no {what} {click.format_filename(given)!r}.{hint}"
