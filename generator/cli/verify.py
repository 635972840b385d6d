"""`casewright verify`: which version a printed paper is, and whether it still holds."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.desk import desk_for, unknown
from generator.cli.options import as_of_option, root_option
from generator.errors import CasewrightError

if TYPE_CHECKING:
    from generator.documents.past import Found
    from generator.documents.sheets import Desk
    from generator.documents.verifying import Verdict
    from generator.inspect.stamp import HouseStamp, Stamp
    from generator.model.issued import Issued
    from generator.model.workspace import CaseFile

LIMIT = 100 * 1024 * 1024
"""Bytes that a paper may have; ours are far smaller."""


@click.command(
    "verify", epilog="Exit codes: 0 it holds, 1 it does not, 2 wrong usage, 3 broken surroundings."
)
@click.argument("paper", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_of_option
@root_option
@click.pass_context
def command(ctx: click.Context, paper: Path, as_of: datetime, root: Path) -> None:
    """Say which case, paper, version and audience a PDF or HTML file is, and whether it still holds.

    The fingerprint in the file is compared with what was issued, with the case as it is now, and with its last 200
    commits in git. A paper holds if it is a version that was issued, or what would be printed now. The file is
    believed in what it says of itself: a page altered after printing is not noticed.

    \b
    casewright verify situation-summary.pdf
    casewright verify ~/Downloads/kestrel-2026-03-replication-situation-summary.customer.pdf
    """
    from generator.documents.verifying import Claimed, verify
    from generator.inspect.stamp import house_stamp_of, stamp_of
    from generator.model.marks import Audience

    data = _bytes(paper)
    of_house = house_stamp_of(data)
    if of_house is not None:
        ctx.exit(0 if _house_holds(desk_for(root, as_of, rest=True)[0], of_house) else 1)
    stamp = stamp_of(data)
    if stamp is None:
        raise click.BadParameter(
            f"{click.format_filename(paper)} does not say which paper it is: not one of Casewright's, or made before "
            "papers said so.",
            param_hint="FILE",
        )
    desk, _ = desk_for(root, as_of)
    for line in identity(stamp):
        click.echo(line)
    if stamp.case not in desk.workspace.cases:
        click.echo(unknown("readable case", stamp.case, desk.workspace.cases))
        ctx.exit(1)
    file = desk.workspace.cases[stamp.case]
    claimed = Claimed(
        stamp.paper, Audience(stamp.audience), stamp.version, stamp.fingerprint, stamp.as_of, stamp.draft
    )
    verdict = verify(desk, file, claimed, root)
    for line in (*told(stamp, verdict, file, desk.as_of.year), *history(verdict.found)):
        click.echo(line)
    ctx.exit(0 if verdict.holds else 1)


def _house_holds(desk: "Desk", stamp: "HouseStamp") -> bool:
    """Says of a house paper which it is, and whether the files still say the same of its moment."""
    from generator.documents.house_papers import HOUSE_PAPERS
    from generator.documents.house_verifying import made_anew

    title = HOUSE_PAPERS[stamp.paper].title if stamp.paper in HOUSE_PAPERS else stamp.paper
    click.echo(f"{title} of {stamp.of}, for us alone; it has no versions.")
    click.echo(f"As of {stamp.as_of:%Y-%m-%d %H:%M %z}, fingerprint {stamp.fingerprint}.")
    now = made_anew(desk, stamp.paper, stamp.of, stamp.as_of)
    if now is None:
        click.echo(f"There is no {stamp.of} here that such a paper could be of.")
        return False
    if now.identity.fingerprint == stamp.fingerprint:
        click.echo("The files still say the same of that moment.")
        return True
    click.echo("The files say something else of that moment now. Print it again.")
    return False


def _bytes(paper: Path) -> bytes:
    try:
        with paper.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise CasewrightError(
            f"{paper} cannot be opened: {(error.strerror or 'no reason given').lower()}."
        ) from error
    if len(data) > LIMIT:
        raise click.BadParameter(
            f"{click.format_filename(paper)} is larger than any paper.", param_hint="FILE"
        )
    return data


def identity(stamp: "Stamp") -> Iterator[str]:
    """What the file says of itself."""
    from generator.documents.papers import PAPERS

    title = PAPERS[stamp.paper].title if stamp.paper in PAPERS else stamp.paper
    draft = ", a draft" if stamp.draft else ""
    readers = "the customer's copy" if stamp.audience == "customer" else "the internal copy"
    of = f"{stamp.case}, meeting {stamp.meeting}" if stamp.meeting else stamp.case
    yield f"{title} of {of}, version {stamp.version}{draft}, {readers}."
    yield f"As of {stamp.as_of:%Y-%m-%d %H:%M %z}, fingerprint {stamp.fingerprint}."


def told(stamp: "Stamp", verdict: "Verdict", file: "CaseFile", year: int) -> Iterator[str]:
    """What the record and the case say of it."""
    from generator.derive.changes import noted

    yield _issued(stamp, verdict, file, year)
    newest = verdict.newest
    if verdict.is_issued and newest is not None and newest.version > stamp.version:
        yield f"It was replaced: version {newest.version} was issued on {_day(newest, file, year)}."
    if verdict.is_current:
        yield "It says what the case says now."
    elif verdict.since:
        yield f"The case changed since version {stamp.version} was issued:"
        yield from (f"  {noted(change, 160)}" for change in verdict.since)
    else:
        yield "The case says something else now."


def _issued(stamp: "Stamp", verdict: "Verdict", file: "CaseFile", year: int) -> str:
    entry = verdict.entry
    if verdict.is_issued and entry is not None:
        to = f" to {', '.join(entry.to)}" if entry.to else ""
        return f"It is what was issued on {_day(entry, file, year)}{to}."
    if stamp.draft and entry is not None and entry.fingerprint == stamp.fingerprint:
        return f"It is a draft; the same data were issued on {_day(entry, file, year)}."
    if stamp.draft:
        return "It is a draft, which nobody issued."
    if entry is None:
        return f"No version {stamp.version} of it is recorded as issued."
    return f"It is not what was issued: version {entry.version} has the fingerprint {entry.fingerprint}."


def _day(entry: "Issued", file: "CaseFile", year: int) -> str:
    from generator.rules.in_words import when_in_words

    return when_in_words(entry.at, file.zone, year)


def history(found: "Found") -> Iterator[str]:
    """What git says of it."""
    shallow = " This clone is shallow, so older ones are missing." if found.is_shallow else ""
    if not found.known:
        yield "There is no git history here to look it up in."
    elif found.commit is not None:
        yield f"Its data are those of commit {found.commit}."
    elif found.looked_at:
        commits = (
            "the one commit" if found.looked_at == 1 else f"none of the {found.looked_at} newest commits"
        )
        said = (
            f"{commits} of this case does not hold"
            if found.looked_at == 1
            else f"{commits} of this case hold"
        )
        yield f"{said[:1].upper()}{said[1:]} its data.{shallow}"
    else:
        yield "The case is in no commit."
