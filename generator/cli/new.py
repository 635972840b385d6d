"""`casewright new`: writes what is new into the workspace."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.desk import desk_for, unknown
from generator.cli.options import as_of_option, root_option

if TYPE_CHECKING:
    from generator.derive.investigating import WeakSpot
    from generator.model.case import Case


@click.group("new")
def command() -> None:
    """Write something new into a case.

    \b
    casewright new action kestrel/2026-03-replication --from-finding W1
    """


@command.command("action", epilog="Exit codes: 0 written, 2 wrong usage, 3 broken surroundings.")
@click.argument("case", metavar="CASE")
@click.option("--from-finding", metavar="ID", required=True, help="The weak spot of a dry run, by its id.")
@click.option("--owner", metavar="PERSON", help="Who does it. Unless given: in whose part it came up.")
@click.option("--due", metavar="DATE", type=click.DateTime(["%Y-%m-%d"]), help="Until when, as 2026-03-20.")
@as_of_option
@root_option
def action(
    case: str, from_finding: str, owner: str | None, due: datetime | None, as_of: datetime, root: Path
) -> None:
    """Make an action of a weak spot that came up in a dry run.

    The action gets the next free id and the weak spot's words, and the weak spot names it from then on. Everything
    else in the case's file stays as it is.

    \b
    casewright new action kestrel/2026-03-replication --from-finding W1
    casewright new action kestrel/2026-03-replication --from-finding W1 --owner joel --due 2026-03-20
    """
    from generator.derive.investigating import next_action, taken_up
    from generator.edit import edited
    from generator.errors import CasewrightError
    from generator.model.people import find_person
    from generator.publish import write_file

    desk, _ = desk_for(root, as_of)
    if case not in desk.workspace.cases:
        raise click.BadParameter(unknown("readable case", case, desk.workspace.cases), param_hint="CASE")
    file = desk.workspace.cases[case]
    spot = _open_spot(file.case, from_finding)
    who = owner or spot.part.person
    if find_person(desk.workspace, file.owner, who) is None:
        keys = [*desk.workspace.contacts.people, *file.owner.customer.people]
        raise click.BadParameter(unknown("person", who, keys), param_hint="--owner")
    path = root / file.source.path
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CasewrightError(f"{file.source.path} cannot be read: {error.strerror}.") from error
    day: date | None = due.date() if due else None
    write_file(path, edited(file.source.path, data, taken_up(file.case, spot, who, day)))
    click.echo(f"Wrote action {next_action(file.case)} for {from_finding} into {file.source.path}")
    if due is None:
        click.echo("It has no day yet: add `due:` to it.")


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
