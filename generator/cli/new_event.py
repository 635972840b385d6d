"""`casewright new event`: what happened goes into the chronology, in its place."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

import click

from generator.cli.asking import given
from generator.cli.case_writing import case_at_hand
from generator.cli.desk import unknown
from generator.cli.matrix import moment_in, one_line, person_known, when_in
from generator.cli.options import as_of_option, root_option

SIDES = {"out": "us", "in": "customer"}
"""Who acts in a contact that goes one way, unless somebody else is named."""


@click.command("event", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("case", metavar="CASE")
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--at", metavar="MOMENT", help="When. Unless given: now. Without an offset in the case's zone.")
@click.option(
    "--by",
    metavar="SIDE",
    help="Who acted: us, customer or a third party's key. Unless given: as --contact says.",
)
@click.option("--person", metavar="KEY", help="The person who acted.")
@click.option(
    "--contact", type=click.Choice(["out", "in", "both"]), help="out: we told the customer; in: they told us."
)
@click.option("--channel", metavar="TEXT", help="How: phone, mail, portal.")
@click.option("--next-update", metavar="MOMENT", help="When the customer was told to hear next.")
@click.option(
    "--audience", type=click.Choice(["customer", "internal"]), help="Unless given: as the section is shown."
)
@as_of_option
@root_option
def command(case: str, text: str | None, as_of: datetime, root: Path, **typed: str | None) -> None:
    """Write what happened into a case's chronology, where its time puts it.

    With --contact out and --next-update this is an update in one step: what the customer was told, and when they hear
    next.

    \b
    casewright new event kestrel/2026-03-replication "The copy ran through." --by us
    casewright new event kestrel/2026-03-replication --contact out --next-update "2026-03-12 16:00" "Seven of seven."
    """
    from generator.derive.adding import event_changes
    from generator.model.scalars.instants import with_offset
    from generator.model.scalars.moments import Moment

    found = case_at_hand(root, as_of, case)
    file = found.file
    at = moment_in(typed["at"], file.zone, "--at") if typed["at"] else found.now.astimezone(file.zone)
    if typed["person"]:
        person_known(found.workspace, file.owner, typed["person"], "--person")
    if typed["by"]:
        _side_known(found.workspace.contacts.parties, typed["by"])
    if typed["next_update"]:
        _later(typed, at, when_in(typed["next_update"], file.zone, "--next-update").end)
    entry = {"at": with_offset(at), **_entry(typed), "what": given(text, "TEXT", "What happened?")}
    places = [found.place_of("events", index) for index in range(len(file.case.events))]
    changes = event_changes(file.case, places, Moment(entry["at"], at), entry)
    found.write(found.changed(changes))
    click.echo(f"Wrote {found.path}")


def _side_known(parties: Collection[str], side: str) -> None:
    """Who acts is we, the customer or an outside firm; whoever typed another is told the nearest."""
    sides = ("us", "customer", *parties)
    if side not in sides:
        told = f"{unknown('side', side, sides)} Write us, customer or the key of an outside firm."
        raise click.BadParameter(told, param_hint="--by")


def _entry(typed: dict[str, str | None]) -> dict[str, str]:
    """What was said of the event, by the fields of one."""
    typed = {**typed, "by": typed["by"] or SIDES.get(typed["contact"] or "")}
    fields = {
        name: one_line(typed[name])
        for name in ("by", "person", "contact", "channel", "next_update", "audience")
    }
    return {name: value for name, value in fields.items() if value}


def _later(typed: dict[str, str | None], at: datetime, promised: datetime) -> None:
    """A promise is made in a contact of ours, and for later."""
    if typed["contact"] not in ("out", "both"):
        raise click.UsageError(
            "--next-update is a promise to the customer: it goes with --contact out or both."
        )
    if promised.timestamp() <= at.timestamp():
        raise click.BadParameter("It is not after the event itself.", param_hint="--next-update")
