"""`casewright new meeting`: a meeting of a case, with an id to name it by."""

from datetime import datetime
from pathlib import Path

import click

from generator.cli.asking import given
from generator.cli.case_writing import case_at_hand
from generator.cli.matrix import moment_in, one_line, person_known
from generator.cli.options import as_of_option, root_option

KINDS = ("fact-finding", "dry-run", "customer", "close-out", "management-review")


@click.command("meeting", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("case", metavar="CASE")
@click.option("--kind", type=click.Choice(KINDS), default="customer", show_default=True)
@click.option("--at", metavar="MOMENT", help="When it begins. Without an offset in the case's zone.")
@click.option("--minutes", type=click.IntRange(1, 1440), help="How long it lasts.")
@click.option("--purpose", metavar="TEXT", help="What it is for.")
@click.option("--where", metavar="TEXT", help="The room, or how to dial in.")
@click.option(
    "--attendee", "attendees", metavar="KEY", multiple=True, help="Who takes part; may be repeated."
)
@as_of_option
@root_option
def command(
    case: str,
    kind: str,
    at: str | None,
    minutes: int | None,
    purpose: str | None,
    where: str | None,
    attendees: tuple[str, ...],
    as_of: datetime,
    root: Path,
) -> None:
    """Write a meeting into a case.

    It gets the next free id: m1, or d1 for a dry run, which rehearses the next meeting with the customer.

    \b
    casewright new meeting kestrel/2026-03-replication --at "2026-03-17 10:00" --minutes 40 --attendee dana
    casewright new meeting kestrel/2026-03-replication --kind dry-run --at "2026-03-16 16:00"
    """
    from generator.derive.adding import next_meeting_id, rehearsed
    from generator.edit import Append
    from generator.model.scalars.instants import with_offset

    found = case_at_hand(root, as_of, case)
    found.refuse_faults()
    file = found.file
    begin = given(at, "--at", "When does it begin?", lambda said: moment_in(said, file.zone, "--at"))
    begins = moment_in(begin, file.zone, "--at")
    people = [person_known(found.workspace, file.owner, key, "--attendee") for key in attendees]
    known = rehearsed(file.case) if kind == "dry-run" else None
    fields = {
        "id": next_meeting_id(file.case, kind),
        "kind": kind,
        "at": with_offset(begins),
        "minutes": str(minutes) if minutes else None,
        "purpose": one_line(purpose),
        "where": one_line(where),
        "rehearses": known.id if known else None,
        "attendees": people or None,
    }
    entry = {key: value for key, value in fields.items() if value is not None}
    found.write(found.changed([Append(("meetings",), entry)]))
    click.echo(f"Wrote meeting {fields['id']} into {found.path}")
