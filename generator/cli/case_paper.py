"""The sheet of a case's paper, from what was typed; whoever typed what does not go together is told what does."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.desk import desk_at, unknown

if TYPE_CHECKING:
    from generator.checking import Checked
    from generator.documents.papers import Paper
    from generator.documents.sheets import Desk, Sheet


def agree(
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
    agree_on_audience(PAPERS[paper], audience)
    if size or any(of_house):
        raise click.UsageError(
            f"--case, --from, --to and --size go with a house paper; {title} is of a case."
        )


def agree_on_audience(paper: "Paper", audience: str | None) -> None:
    """--audience is one that the paper is for, where it is given."""
    if audience and audience not in paper.audiences:
        alone = "the customer" if audience == "internal" else "us"
        raise click.UsageError(f"The {paper.title.lower()} is for {alone} alone; leave --audience out.")


def agree_on_meeting(paper: "Paper", meeting: str | None) -> None:
    """--meeting is of a paper of a meeting alone."""
    if meeting is not None and not paper.of_meeting:
        raise click.UsageError(
            f"--meeting goes with an agenda or a meeting pack; {paper.title.lower()} is of the case."
        )


def agree_on_time(paper: str, audience: str | None, since: str | None, known_by: datetime | None) -> None:
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


def case_sheet(desk: "Desk", paper: str, subject: str, audience: str, meeting: str | None) -> "Sheet":
    """The copy of a paper of a case for an audience; of an agenda or a pack, for a meeting or the next."""
    from generator.documents.papers import PAPERS, may_have
    from generator.model.marks import Audience

    agree_on_meeting(PAPERS[paper], meeting)
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


def filled_sheet(desk: "Desk", sheet: "Sheet", draft: bool) -> "Sheet":
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


def in_time(
    desk: "Desk", sheet: "Sheet", root: Path, since: str | None, known_by: datetime | None
) -> "Sheet":
    """The sheet as it was known earlier, or with bars beside what is new since a commit.

    What could not be read in full then would seem to be new now: no customer's copy is compared with it, and with our
    own a line says so.
    """
    from generator.checking import placed
    from generator.documents.as_known import known_sheet
    from generator.documents.since import with_bars
    from generator.review.whole_cases import moved_cases
    from generator.revisions import committed_at, revision

    key = sheet.identity.case
    if known_by is not None:
        return known_sheet(replace(desk, as_of=placed(known_by, desk.workspace)), key)
    if since is None:
        return sheet
    with desk_at(root, since, desk.as_of, given=True, option="--since") as (_, before, checked):
        older = moved_cases(before.workspace, desk.workspace).get(key, key)
        if older not in before.workspace.cases or older.partition("/")[0] != key.partition("/")[0]:
            raise click.BadParameter(
                f"{key} was not there, or could not be read, in {since}.", param_hint="--since"
            )
        if is_in_part(older, before, checked):
            what = f"{key}, or what its papers are made of, could not be read in full in {since}"
            if not sheet.identity.inside:
                raise click.BadParameter(f"{what}. Name another commit.", param_hint="--since")
            click.echo(f"{what}, so some of what is told as new may be old.", err=True)
        return with_bars(sheet, desk, before, committed_at(root, revision(root, since)), older)


def is_in_part(key: str, before: "Desk", checked: "Checked") -> bool:
    """Whether a part of a case, of its customer, of the contacts or of the settings was left out in reading them."""
    from generator.build.guard import unguarded
    from generator.finding import Severity

    read = before.workspace
    file = read.cases[key]
    paths = {file.source.path, file.owner.source.path, read.contacts_source.path}
    paths |= {read.sources.settings.path} if read.sources.settings else set()
    faults = (one for one in read.findings if one.severity is Severity.ERROR)
    return (
        key in read.incomplete or bool(unguarded(checked)) or any(one.place.path in paths for one in faults)
    )
