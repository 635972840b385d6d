"""`casewright paper`: one paper, printed now."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from generator.cli.desk import desk_at, unknown
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
    from generator.checking import Checked
    from generator.documents.house_sheets import AnySheet, Size
    from generator.documents.sheets import Desk, Sheet
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
    of a period. Findings go to stderr and stop nothing
    but what could do harm, or a paper that its case is not ready for.

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
    from generator.documents.house_papers import HOUSE_PAPERS
    from generator.documents.house_sheets import house_sheet
    from generator.documents.papers import PAPERS

    given = ctx.get_parameter_source("as_of") is ParameterSource.COMMANDLINE
    _agree(paper, subject, audience, draft, meeting, size, (case, start, end))
    _agree_on_time(paper, audience, since, known_by)
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
            sheet = _filled(desk, _sheet(desk, paper, subject or "", reader, meeting), draft)
            sheet = _in_time(desk, sheet, root, since, known_by)
        if draft and not sheet.identity.draft:
            click.echo("This paper is issued as it stands, so it carries no DRAFT stamp.", err=True)
        marks = ("-since" if since else "") + ("-as-known" if known_by else "")
        _print(ctx, desk, sheet, checked, folder, pdf=not no_pdf, out=out, marks=marks)


def _print(
    ctx: click.Context,
    desk: "Desk",
    sheet: "AnySheet",
    checked: "Checked",
    folder: Path,
    *,
    pdf: bool,
    out: Path,
    marks: str,
) -> None:
    """Prints a sheet and writes its files; `marks` in their names tell them from those of the plain paper."""
    from generator.build.single import Print, print_single
    from generator.publish import write_file

    with progress() as told:
        done = print_single(desk, sheet, checked, Print(folder, pdf, told))
    if done.findings or done.stopped:
        tell(done.stopped or done.findings, checked.texts, folder, err=True)
    if done.stopped:
        ctx.exit(1)
    for one in done.made:
        stem, dot, ending = one.name.partition(".")
        path = out / f"{stem}{marks}{dot}{ending}"
        write_file(path, one.data)
        click.echo(path)
    if done.no_pango is not None:
        raise done.no_pango


def _agree_on_time(paper: str, audience: str | None, since: str | None, known_by: datetime | None) -> None:
    """--since is of a paper of a case alone, --known-by of our chronology alone."""
    from generator.documents.as_known import KNOWN
    from generator.documents.pack import PACK
    from generator.documents.papers import PAPERS

    if since and (paper not in PAPERS or paper == PACK):
        raise click.UsageError("--since goes with a single paper of a case.")
    if known_by is None:
        return
    if paper != KNOWN:
        raise click.UsageError(
            f"--known-by goes with a {KNOWN}, where each line says when it was known; --rev prints any paper as a "
            "commit has it."
        )
    if audience == "customer":
        raise click.UsageError(
            "--known-by is for us alone: a customer never reads when we learned of something."
        )
    if since:
        raise click.UsageError(
            "A chronology as it was known then has no bars; leave --since or --known-by out."
        )


def _in_time(
    desk: "Desk", sheet: "Sheet", root: Path, since: str | None, known_by: datetime | None
) -> "Sheet":
    """The sheet as it was known earlier, or with bars beside what is new since a commit."""
    from generator.checking import placed
    from generator.documents.as_known import known_sheet
    from generator.documents.since import with_bars
    from generator.revisions import committed_at, revision

    key = sheet.identity.case
    if known_by is not None:
        return known_sheet(replace(desk, as_of=placed(known_by, desk.workspace)), key)
    if since is None:
        return sheet
    with desk_at(root, since, desk.as_of, given=True, option="--since") as (_, before, _checked):
        if key not in before.workspace.cases:
            raise click.BadParameter(
                f"{key} was not there, or could not be read, in {since}.", param_hint="--since"
            )
        return with_bars(sheet, desk, before, committed_at(root, revision(root, since)))


def _agree(
    paper: str,
    subject: str | None,
    audience: str | None,
    draft: bool,
    meeting: str | None,
    size: str | None,
    of_house: tuple[object, ...],
) -> None:
    """The paper must be of one of the registries, and be given what its kind wants and nothing else."""
    from generator.documents.house_papers import HOUSE_PAPERS
    from generator.documents.papers import PAPERS

    if paper in HOUSE_PAPERS:
        if audience == "customer" or draft or meeting:
            raise click.UsageError(f"The {HOUSE_PAPERS[paper].title.lower()} is a house paper, for us alone.")
        return
    if paper not in PAPERS:
        raise click.BadParameter(unknown("paper", paper, [*PAPERS, *HOUSE_PAPERS]), param_hint="PAPER")
    title = PAPERS[paper].title.lower()
    if subject is None:
        raise click.UsageError(f"The {title} is of a case: name it as <customer>/<case>.")
    if audience and audience not in PAPERS[paper].audiences:
        alone = "the customer" if audience == "internal" else "us"
        raise click.UsageError(f"The {title} is for {alone} alone; leave --audience out.")
    if size or any(of_house):
        raise click.UsageError(
            f"--case, --from, --to and --size go with a house paper; {title} is of a case."
        )


def _sheet(desk: "Desk", paper: str, subject: str, audience: str, meeting: str | None) -> "Sheet":
    from generator.documents.papers import PAPERS, may_have
    from generator.model.marks import Audience

    if meeting is not None and not PAPERS[paper].of_meeting:
        raise click.UsageError(
            f"--meeting goes with an agenda or a meeting pack; {PAPERS[paper].title.lower()} is of the case."
        )
    cases = desk.workspace.cases
    if subject not in cases:
        raise click.BadParameter(unknown("case", subject, cases), param_hint="SUBJECT")
    sheet = desk.sheet(cases[subject], PAPERS[paper], Audience(audience), meeting)
    if not may_have(sheet.context["case"], PAPERS[paper]):
        raise click.UsageError(
            f"The customer of {subject} sees none of it but the update: say in `customer_sees` what they may read."
        )
    if PAPERS[paper].of_meeting and sheet.context["agenda"] is None:
        which = f"meeting {meeting}" if meeting else "meeting"
        what = "an agenda" if paper == "agenda" else f"a {PAPERS[paper].title.lower()}"
        raise click.UsageError(f"The {audience} copy of {subject} has no {which} to print {what} of.")
    return sheet


def _filled(desk: "Desk", sheet: "Sheet", draft: bool) -> "Sheet":
    """The same sheet; a pack with its papers in it, and what is left out of it told."""
    from generator.documents.pack import PACK, filled, left_out

    made = next(filled(desk, [sheet], draft), None)
    if made is None:
        raise click.UsageError(
            f"Nothing of {sheet.identity.case} is issued to the customer yet, so their pack would be empty. "
            "Issue its papers, or add --draft."
        )
    missing = left_out(desk, made) if made.paper.key == PACK and not made.identity.inside else []
    if missing:
        titles = ", ".join(paper.title.lower() for paper in missing)
        click.echo(
            f"Left out, because it is not issued: {titles}. With --draft the pack holds it too.", err=True
        )
    return made


def _of_files(checked: "Checked", case: str) -> "list[Finding]":
    """What was found in the files that a case's papers come from."""
    paths = (f"cases/{case}.yaml", f"cases/{case.partition('/')[0]}/customer.yaml")
    return [finding for finding in checked.findings if finding.place.path in paths]
