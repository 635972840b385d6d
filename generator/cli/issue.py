"""`casewright issue`: a paper leaves the house, and what it was made from is kept."""

import shlex
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING

import click

from generator.cli.case_paper import agree_on_audience, agree_on_meeting
from generator.cli.desk import desk_for, unknown
from generator.cli.options import as_of_option, audience_option, root_option
from generator.cli.telling import tell

if TYPE_CHECKING:
    from generator.build.issuing import Prepared, Request
    from generator.checking import Checked
    from generator.derive.passed import Passed
    from generator.documents.sheets import Desk

WIDTH = 110
"""Columns of what is printed."""
PASSED = {
    "update": "an update was promised for {day}",
    "action": "the action {item} was due on {day}",
    "commitment": "the promise {item} was due on {day}",
    "trial": "the trial of {item} ended on {day} with no decision",
    "milestone": "the milestone {item} was due on {day}",
}


@click.command("issue", epilog="Exit codes: 0 issued, 1 not issued, 2 wrong usage, 3 broken surroundings.")
@click.argument("paper", metavar="PAPER")
@click.argument("case", metavar="CASE")
@click.option("--by", metavar="PERSON", required=True, help="Who issues it: one of our people.")
@click.option(
    "--to",
    metavar="PERSON",
    multiple=True,
    help="Who is sent it; may be repeated. Unless given: the customer's people who receive this paper.",
)
@click.option("--approved-by", metavar="PERSON", multiple=True, help="Who approved it; may be repeated.")
@click.option(
    "--meeting", metavar="ID", help="Of an agenda or a meeting pack: which meeting. Unless given: the next."
)
@audience_option
@click.option("--yes", is_flag=True, help="Issue it; without this only say what the customer would see.")
@as_of_option
@root_option
@click.pass_context
def command(
    ctx: click.Context,
    paper: str,
    case: str,
    by: str,
    to: tuple[str, ...],
    approved_by: tuple[str, ...],
    meeting: str | None,
    audience: str | None,
    yes: bool,
    as_of: datetime,
    root: Path,
) -> None:
    """Issue a paper: seal what it is made from, and write that into the case.

    First it says, item by item, what the customer would see for the first time, and which promises passed with no
    outcome. With --yes it then writes two files: the sealed data, from which the customer's folder is printed from
    then on, and the case with one more entry under `issued`. Commit both.

    \b
    casewright issue update kestrel/2026-03-replication --by ines
    casewright issue update kestrel/2026-03-replication --by ines --approved-by ines --yes
    casewright issue update kestrel/2026-03-replication --by ines --approved-by ines --to dana --to theo --yes
    casewright issue agenda kestrel/2026-03-replication --meeting m3 --by ines --approved-by ines --yes
    """
    from generator.build.issuing import files_of, prepare
    from generator.publish import write_within

    desk, checked = desk_for(root, as_of)
    request = _request(ctx, desk, checked, (paper, case, audience or "", by, to, approved_by), meeting, root)
    prepared = prepare(desk, checked, request, root)
    _agree(prepared, desk)
    if prepared.is_issued_already:
        click.echo(
            f"Version {prepared.sheet.identity.version} of it is of these very data: nothing to issue."
        )
        ctx.exit(1)
    for line in preview(prepared, desk):
        click.echo(line)
    if prepared.in_the_way:
        tell(prepared.in_the_way, checked.texts, root, err=True)
    if prepared.is_refused or not yes:
        click.echo(_not_yet(prepared, ctx), err=prepared.is_refused)
        ctx.exit(1)
    for path, data in files_of(prepared, root, desk.as_of).items():
        write_within(root, path, data)
        click.echo(f"Wrote {path}")
    click.echo(
        "Issued. Commit these files together; `casewright paper` prints it without the DRAFT stamp now."
    )


def _request(
    ctx: click.Context,
    desk: "Desk",
    checked: "Checked",
    typed: tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]],
    meeting: str | None,
    root: Path,
) -> "Request":
    """What was typed, every name of it known; whoever typed another is told the nearest."""
    from generator.build.issuing import Request
    from generator.documents.papers import PAPERS
    from generator.model.marks import Audience

    paper, case, audience, by, to, approved_by = typed
    if paper not in PAPERS:
        raise click.BadParameter(unknown("paper", paper, PAPERS), param_hint="PAPER")
    agree_on_audience(PAPERS[paper], audience)
    agree_on_meeting(PAPERS[paper], meeting)
    audience = audience or PAPERS[paper].audiences[-1].value
    if case in desk.workspace.unread:
        tell([one for one in checked.findings if case in one.place.path], checked.texts, root, err=True)
        ctx.exit(1)
    if case not in desk.workspace.cases:
        raise click.BadParameter(unknown("case", case, desk.workspace.cases), param_hint="CASE")
    ours, file = desk.workspace.contacts.people, desk.workspace.cases[case]
    _known((by,), ours, "--by")
    _known(approved_by, ours, "--approved-by")
    theirs = file.owner.customer.people
    parties = desk.workspace.contacts.parties.values()
    _known(to, [*theirs, *ours, *(key for party in parties for key in party.people)], "--to")
    if not to and audience == "customer":
        to = tuple(key for key, person in theirs.items() if paper in person.receives)
    return Request(file, PAPERS[paper], Audience(audience), by, to, approved_by, meeting)


def _known(keys: Iterable[str], people: Iterable[str], option: str) -> None:
    for key in keys:
        if key not in people:
            raise click.BadParameter(unknown("person", key, people), param_hint=option)


def _agree(prepared: "Prepared", desk: "Desk") -> None:
    """There must be such a paper, and a moment of issue after the one before."""
    from generator.documents.papers import may_have
    from generator.model.scalars.instants import is_later
    from generator.rules.in_words import moment_in_words

    request, read = prepared.request, prepared.sheet.context["case"]
    paper, before, file = request.paper, prepared.before, request.file
    if not may_have(read, paper):
        raise click.UsageError(
            f"The customer of {file.key} sees none of it but the update: say in `customer_sees` what they may read."
        )
    if request.meeting is not None and prepared.sheet.context["agenda"] is None:
        what = f"{'an' if paper.key == 'agenda' else 'a'} {paper.title.lower()}"
        raise click.UsageError(
            f"The {request.audience} copy of {file.key} has no meeting {request.meeting} to issue {what} of."
        )
    empty = prepared.sheet.context.get("parts") == ()
    if empty or not paper.ready(read) or (paper.of_meeting and prepared.sheet.context["agenda"] is None):
        raise click.UsageError(
            f"The {request.audience} copy of {file.key} has not what this wants: {paper.wants}."
        )
    if before is not None and is_later(before.at.at, desk.as_of):
        when = moment_in_words(before.at.at, file.zone, desk.as_of.year)
        raise click.UsageError(f"Version {before.version} was issued on {when}, which is later than now.")


def preview(prepared: "Prepared", desk: "Desk") -> Iterator[str]:
    """What would be issued and what its readers would see, line by line."""
    request, identity = prepared.request, prepared.sheet.identity
    readers = request.file.owner.customer.name if identity.audience == "customer" else "us alone"
    yield f"{request.paper.title} of {request.file.key}, version {identity.version}, for {readers}."
    if request.paper.of_meeting:
        chosen = "" if request.meeting else ", the next as of now"
        yield f"It is of meeting {identity.meeting}{chosen}."
    if parts := prepared.sheet.context.get("parts"):
        new = {identity.paper for identity in prepared.identities}
        titles = [
            f"{one.paper.title.lower()}{'' if one.paper.key in new else ' (as it is)'}" for one in parts
        ]
        yield f"It holds, and issues where they are new: {', '.join(titles)}."
    if request.to:
        yield f"It goes to {', '.join(_names(request, desk))}."
    yield from _differences(prepared)
    if prepared.passed:
        yield "\nPromises that passed with no outcome; the paper says so:"
        yield from (f"  {_passed(one)}" for one in prepared.passed)


def _names(request: "Request", desk: "Desk") -> list[str]:
    from generator.model.people import find_person

    found = [find_person(desk.workspace, request.file.owner, key) for key in request.to]
    return [known.record.name for known in found if known is not None]


def _differences(prepared: "Prepared") -> Iterator[str]:
    from generator.derive.changes import in_words

    customer = prepared.request.file.owner.customer.name
    if prepared.sheet.identity.inside:
        return
    if not prepared.known and prepared.before is not None:
        yield f"\nWhat they read in version {prepared.before.version} is not known: its sealed file is missing or broken."
        return
    since = f" since version {prepared.before.version}" if prepared.before else ""
    heads = {
        "new": f"{customer} would see for the first time:",
        "changed": f"{customer} would see changed{since}:",
        "gone": f"{customer} would no longer see:",
    }
    for kind, head in heads.items():
        lines = [in_words(change) for change in prepared.differences if change.kind == kind]
        if lines:
            yield f"\n{head}"
            yield from (fill(line, WIDTH, initial_indent="  ", subsequent_indent="      ") for line in lines)


def _passed(one: "Passed") -> str:
    item = f"{one.id} ({' '.join(one.what.split())})" if one.id else f'"{" ".join(one.what.split())}"'
    return PASSED[one.kind].format(item=item, day=one.day.isoformat()) + "."


def _not_yet(prepared: "Prepared", ctx: click.Context) -> str:
    """Why nothing was written, and what to do."""
    if prepared.unapproved:
        wanted = " and ".join(_approval(words, keys) for words, keys in prepared.unapproved)
        return (
            f"\nNothing was written: a paper of this severity wants the approval of {wanted}. "
            "Once it is given, add --approved-by PERSON."
        )
    if prepared.in_the_way:
        return "\nNothing was written: mend what is said above first."
    return f"\nNothing was written yet. To issue it:\n  {_line(ctx)}"


def _approval(words: str, keys: tuple[str, ...]) -> str:
    """Whose approval is wanted, and by which keys; none where nobody stands for the role."""
    return f"{words} ({' or '.join(keys)})" if keys else f"{words}, whom nobody stands for yet"


def _line(ctx: click.Context) -> str:
    """The line that issues it."""
    given = ctx.params
    words = ["casewright", "issue", given["paper"], given["case"], "--by", given["by"]]
    words += [word for key in given["to"] for word in ("--to", key)]
    words += [word for key in given["approved_by"] for word in ("--approved-by", key)]
    words += ["--meeting", given["meeting"]] if given["meeting"] else []
    words += ["--audience", given["audience"]] if given["audience"] else []
    return shlex.join([*words, "--yes"])
