"""`casewright new action`: something to do, said in words or taken from a weak spot of a dry run."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.asking import given
from generator.cli.case_writing import case_at_hand
from generator.cli.desk import unknown
from generator.cli.matrix import one_line, person_known
from generator.cli.options import as_of_option, root_option
from generator.cli.typed import Day

if TYPE_CHECKING:
    from generator.derive.investigating import WeakSpot
    from generator.edit import Change
    from generator.model.case import Case


@click.command("action", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("case", metavar="CASE")
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--from-finding", metavar="ID", help="The weak spot of a dry run that it takes up, by its id.")
@click.option(
    "--owner", metavar="PERSON", help="Who does it. Of a weak spot, unless given: in whose part it came up."
)
@click.option("--due", metavar="DATE", type=Day(), help="Until when, as 2026-03-20.")
@click.option(
    "--serves", metavar="ID", multiple=True, help="The cause or criterion that it is for; may be repeated."
)
@as_of_option
@root_option
def command(
    case: str,
    text: str | None,
    from_finding: str | None,
    owner: str | None,
    due: datetime | None,
    serves: tuple[str, ...],
    as_of: datetime,
    root: Path,
) -> None:
    """Write an action into a case: TEXT, or what a weak spot of a dry run says.

    It gets the next free id, and a weak spot names it from then on. Everything else in the file stays as it is.

    \b
    casewright new action kestrel/2026-03-replication "Ask the carrier" --owner joel --due 2026-03-20 --serves C1
    casewright new action pinecrest/2026-03-wrong-clinic --from-finding W1
    """
    from generator.derive.investigating import next_action, said, taken_up

    if one_line(text) is not None and from_finding is not None:
        raise click.UsageError(
            "Say what is to be done, or name a weak spot with --from-finding; one of the two."
        )
    found = case_at_hand(root, as_of, case)
    found.refuse_faults()
    file, day = found.file, due.date() if due else None
    if owner is not None:
        person_known(found.workspace, file.owner, owner, "--owner")
    if from_finding is not None:
        changes: tuple[Change, ...] = taken_up(
            file.case, _open_spot(file.case, from_finding), owner, day, serves
        )
    else:
        what = given(text, "TEXT or --from-finding", "What is to be done?")
        changes = (said(file.case, what, owner, day, serves),)
    found.write(found.changed(changes))
    click.echo(f"Wrote action {next_action(file.case)} into {found.path}")
    for name, value in (("owner", owner or from_finding), ("due", due)):
        if value is None:
            click.echo(f"It has no `{name}` yet.")


def _open_spot(case: "Case", key: str) -> "WeakSpot":
    """The weak spot of an id, which must still be open."""
    from generator.derive.investigating import weak_spots

    spots = {one.finding.id: one for one in weak_spots(case) if one.finding.id}
    if key not in spots:
        raise click.BadParameter(unknown("weak spot", key, spots), param_hint="--from-finding")
    finding = spots[key].finding
    if finding.action or finding.settled:
        became = f"became action {finding.action}" if finding.action else "was settled"
        raise click.UsageError(f"{key} {became} already, so there is nothing to write.")
    return spots[key]
