"""`casewright confirmed`: somebody's number was checked, and by whom."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.matrix import matrix_for, ours_known, person_known, wrapped
from generator.cli.options import as_of_option, day_in, root_option

if TYPE_CHECKING:
    from generator.model.contacts import Contacts
    from generator.source.nodes import Path as Steps


@click.command("confirmed", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("people", metavar="PERSON...", nargs=-1, required=True)
@click.option("--by", metavar="PERSON", required=True, help="Who checked: one of our people.")
@click.option("--on", metavar="DAY", help="The day it was checked. Unless given: today.")
@as_of_option
@root_option
def command(people: tuple[str, ...], by: str, on: str | None, as_of: datetime, root: Path) -> None:
    """Write down that somebody's number was checked.

    PERSON is a key of contacts.yaml, ours or a third party's; several may be given. An older confirmation is replaced,
    a newer one is kept.

    \b
    casewright confirmed priya --by ines
    casewright confirmed northline-desk northline-duty --by jan --on 2026-03-10
    """
    from generator.build.rewriting import rewritten
    from generator.documents.reached import reached
    from generator.edit import Put
    from generator.model.contacts import Contacts
    from generator.publish import write_within
    from generator.rules.in_words import day_in_words

    workspace, now = matrix_for(root, as_of)
    ours_known(workspace, by, "--by")
    day = day_in(on, "--on") if on else now.date()
    if day > now.date():
        raise click.BadParameter(f"{day} is later than today.", param_hint="--on")
    for key in people:
        person_known(workspace, None, key, "PERSON")
        _refuse_needless(workspace.contacts, key, day)
    value = {"on": day.isoformat(), "by": by}
    changes = [Put((*steps_to(workspace.contacts, key), "confirmed"), value) for key in dict.fromkeys(people)]
    source = workspace.contacts_source
    write_within(root, source.path, rewritten(root, source, changes, Contacts, workspace.settings.timezone))
    for key in dict.fromkeys(people):
        person = reached(workspace, key)
        for line in wrapped(
            f"{person.said}: {person.numbers[0].number} is confirmed, on {day_in_words(day, now.year)} by "
            f"{reached(workspace, by).name}."
        ):
            click.echo(line)


def _refuse_needless(contacts: "Contacts", key: str, day: date) -> None:
    """There must be a number to confirm, and no newer confirmation."""
    from generator.derive.freshness import people_of

    record = people_of(contacts)[key]
    if record.phone is None:
        raise click.UsageError(f"{record.name} has no number in contacts.yaml that could be confirmed.")
    if record.confirmed is not None and record.confirmed.on > day:
        raise click.UsageError(
            f"{record.name} was confirmed on {record.confirmed.on}, which is later than {day}. It stays so."
        )


def steps_to(contacts: "Contacts", key: str) -> "Steps":
    """Where the entry of a person stands in contacts.yaml."""
    if key in contacts.people:
        return ("people", key)
    party = next(name for name, one in contacts.parties.items() if key in one.people)
    return ("parties", party, "people", key)
