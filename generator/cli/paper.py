"""`casewright paper`: one paper, printed now."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.desk import desk_for, unknown
from generator.cli.house import DAY, subject_of
from generator.cli.options import as_of_option, audience_option, draft_option, no_pdf_option, root_option
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
@click.option("--meeting", metavar="ID", help="Of an agenda: which meeting. Unless given: the next.")
@click.option("--case", metavar="CASE", help="Of a call-sheet: the case it is rung for.")
@click.option("--from", "start", metavar="DAY", type=DAY, help="Of a roll-up or digest: its first day.")
@click.option("--to", "end", metavar="DAY", type=DAY, help="Its last day. Unless given: the quarter to date.")
@click.option(
    "--size", type=click.Choice(["A4", "Letter"]), help="Of a house paper: on other paper than ours."
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

    \b
    casewright paper update brightwater/2026-03-card-payments
    casewright paper situation-summary kestrel/2026-03-replication --audience customer --out /tmp
    casewright paper agenda kestrel/2026-03-replication --meeting m3
    casewright paper meeting-pack kestrel/2026-03-replication --meeting m3 --audience customer --draft
    casewright paper roll-up --from 2026-01-01 --to 2026-03-31
    """
    from generator.build.single import Print, print_single
    from generator.documents.house_papers import HOUSE_PAPERS
    from generator.documents.house_sheets import house_sheet
    from generator.documents.papers import PAPERS
    from generator.publish import write_file

    _agree(paper, subject, audience, draft, meeting, size, (case, start, end))
    desk, checked = desk_for(root, as_of, rest=True)
    if subject in checked.workspace.unread:
        tell(_of_files(checked, subject or ""), checked.texts, root, err=True)
        ctx.exit(1)
    sheet: AnySheet
    if paper in HOUSE_PAPERS:
        days = (start.date() if start else None, end.date() if end else None)
        of = subject_of(desk, HOUSE_PAPERS[paper], subject, case, days)
        sheet = house_sheet(desk, HOUSE_PAPERS[paper], of, size)
    else:
        of_case = _sheet(desk, paper, subject or "", audience or PAPERS[paper].audiences[0].value, meeting)
        sheet = _filled(desk, of_case, draft)
    if draft and not sheet.identity.draft:
        click.echo("This paper is issued as it stands, so it carries no DRAFT stamp.", err=True)
    with progress() as told:
        done = print_single(desk, sheet, checked, Print(root, not no_pdf, told))
    if done.findings or done.stopped:
        tell(done.stopped or done.findings, checked.texts, root, err=True)
    if done.stopped:
        ctx.exit(1)
    for one in done.made:
        write_file(out / one.name, one.data)
        click.echo(out / one.name)
    if done.no_pango is not None:
        raise done.no_pango


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
