"""`casewright paper`: one paper, printed now."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from generator.cli.case_paper import agree, agree_on_time, case_sheet, filled_sheet, in_time
from generator.cli.desk import desk_at
from generator.cli.house import DAY, subject_of
from generator.cli.options import (
    as_of_option,
    audience_option,
    draft_option,
    moment_or_none,
    no_pdf_option,
    root_option,
)
from generator.cli.progress import progress
from generator.cli.telling import tell

if TYPE_CHECKING:
    from generator.build.single import Single
    from generator.checking import Checked
    from generator.documents.house_sheets import AnySheet, Size
    from generator.finding import Finding


@click.command(
    "paper", epilog="Exit codes: 0 printed, 1 stopped by a finding, 2 wrong usage, 3 broken surroundings."
)
@click.argument("paper", metavar="PAPER")
@click.argument("subject", metavar="[SUBJECT]", required=False)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option(
    "--meeting", metavar="ID", help="Of an agenda or a meeting pack: which meeting. Unless given: the next."
)
@click.option("--case", metavar="CASE", help="Of a call-sheet: the case it is rung for.")
@click.option("--from", "start", metavar="DAY", type=DAY, help="Of a roll-up or digest: its first day.")
@click.option("--to", "end", metavar="DAY", type=DAY, help="Its last day. Unless given: the quarter to date.")
@click.option(
    "--size", type=click.Choice(["A4", "Letter"]), help="Of a house paper: on other paper than ours."
)
@click.option("--rev", metavar="REV", help="As a commit has the files: a name, a tag or a hash.")
@click.option("--since", metavar="REV", help="With a bar in the margin beside what is new since a commit.")
@click.option(
    "--known-by",
    metavar="MOMENT",
    callback=moment_or_none,
    help="Of our chronology: as it was known at that moment.",
)
@audience_option
@draft_option
@no_pdf_option
@as_of_option
@root_option
@click.pass_context
def command(
    ctx: click.Context,
    paper: str,
    subject: str | None,
    out: Path,
    meeting: str | None,
    case: str | None,
    start: datetime | None,
    end: datetime | None,
    size: "Size | None",
    rev: str | None,
    since: str | None,
    known_by: datetime | None,
    audience: str | None,
    draft: bool,
    no_pdf: bool,
    as_of: datetime,
    root: Path,
) -> None:
    """Print one paper as PDF and HTML, and an update as plain text too.

    PAPER of a case is update, situation-summary, chronology, agenda, get-well-plan, mitigation-offer, close-out,
    dry-run, management-review or meeting-pack; SUBJECT the case, as <customer>/<case>. What is not issued is stamped
    DRAFT, and left out of a customer's pack unless --draft is given. House papers are for us alone: who-to-call and
    wallet-card are of everything, a call-sheet of an area or case, a customer-brief of a customer, roll-up and digest
    of a period. Findings go to stderr and stop nothing but what could do harm, or a paper that its case is not ready
    for.

    With --rev everything is the commit's: cases, contacts, settings and the team's own templates, as of the moment of
    the commit unless --as-of says another. With --known-by only what we had learned by then is on it, from the files
    as they are now.

    \b
    casewright paper update brightwater/2026-03-card-payments
    casewright paper situation-summary kestrel/2026-03-replication --audience customer --out /tmp
    casewright paper agenda kestrel/2026-03-replication --meeting m3
    casewright paper meeting-pack kestrel/2026-03-replication --meeting m3 --audience customer --draft
    casewright paper situation-summary kestrel/2026-03-replication --since v1
    casewright paper chronology kestrel/2026-03-replication --known-by "2026-03-09 04:00"
    casewright paper roll-up --from 2026-01-01 --to 2026-03-31
    """
    agree(paper, subject, audience, draft, meeting, size, (case, start, end))
    agree_on_time(paper, audience, since, known_by)
    from generator.build.single import Print, print_single
    from generator.documents.house_papers import HOUSE_PAPERS
    from generator.documents.house_sheets import house_sheet
    from generator.documents.papers import PAPERS

    given = ctx.get_parameter_source("as_of") is ParameterSource.COMMANDLINE
    with desk_at(root, rev, as_of, given=given) as (folder, desk, checked):
        if subject in checked.workspace.unread:
            tell(_of_files(checked, subject or ""), checked.texts, folder, err=True)
            ctx.exit(1)
        sheet: AnySheet
        if paper in HOUSE_PAPERS:
            days = (start.date() if start else None, end.date() if end else None)
            of = subject_of(desk, HOUSE_PAPERS[paper], subject, case, days)
            sheet = house_sheet(desk, HOUSE_PAPERS[paper], of, size)
        else:
            reader = audience or PAPERS[paper].audiences[0].value
            sheet = filled_sheet(desk, case_sheet(desk, paper, subject or "", reader, meeting), draft)
            sheet = in_time(desk, sheet, root, since, known_by)
        if draft and not sheet.identity.draft:
            click.echo("This paper is issued as it stands, so it carries no DRAFT stamp.", err=True)
        with progress() as told:
            done = print_single(desk, sheet, checked, Print(folder, not no_pdf, told))
        if done.findings or done.stopped:
            tell(done.stopped or done.findings, checked.texts, folder, err=True)
        if done.stopped:
            ctx.exit(1)
        _write(done, out, ("-since" if since else "") + ("-as-known" if known_by else ""))
        if done.no_pango is not None:
            raise done.no_pango


def _write(done: "Single", out: Path, marks: str) -> None:
    """Writes what was printed; `marks` in the names of the files tell them from those of the plain paper."""
    from generator.publish import write_file

    for one in done.made:
        stem, dot, ending = one.name.partition(".")
        path = out / f"{stem}{marks}{dot}{ending}"
        write_file(path, one.data)
        click.echo(path)


def _of_files(checked: "Checked", case: str) -> "list[Finding]":
    """What was found in the files that a case's papers come from."""
    paths = (f"cases/{case}.yaml", f"cases/{case.partition('/')[0]}/customer.yaml")
    return [finding for finding in checked.findings if finding.place.path in paths]
