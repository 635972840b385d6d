"""`casewright away`: somebody is away, somebody stands in, and what both set up before."""

import shlex
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.matrix import one_line, person_known, refuse_unreadable, when_in, wrapped
from generator.cli.options import as_of_option, day_in, root_option

if TYPE_CHECKING:
    from generator.edit import Change, Value
    from generator.model.contacts import Absence
    from generator.model.workspace import Workspace
    from generator.source.file import SourceFile


@click.command("away", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("person", metavar="PERSON")
@click.option(
    "--from", "start", metavar="MOMENT", required=True, help="From when; a date begins with that day."
)
@click.option("--to", "end", metavar="MOMENT", required=True, help="Until when; a date ends with that day.")
@click.option("--alternate", metavar="PERSON", required=True, help="Who stands in.")
@click.option(
    "--cleared",
    metavar="[DAY]",
    is_flag=False,
    flag_value="today",
    help="The alternate was asked and agreed: today, or on that day.",
)
@click.option("--why", metavar="TEXT", help="The reason, for us alone.")
@as_of_option
@root_option
def command(root: Path, as_of: datetime, **given: str | None) -> None:
    """Write down who is away and who stands in; print the greetings to set, and what is still open.

    Run it again with --cleared once the alternate has agreed: the same entry is completed then.

    \b
    casewright away priya --from "2026-03-11 18:00" --to 2026-03-16 --alternate li
    casewright away priya --from "2026-03-11 18:00" --to 2026-03-16 --alternate li --cleared
    """
    from generator.build.rewriting import rewritten
    from generator.checking import placed
    from generator.model.contacts import Contacts
    from generator.model.part import load_all
    from generator.publish import write_within
    from generator.source.sources import CONTACTS
    from generator.source.workspace import read_one

    workspace = load_all(root)
    refuse_unreadable(workspace)
    now = placed(as_of, workspace)
    absence = _absence(workspace, now, given)
    whole, _ = read_one(root, CONTACTS)
    changes = _changes(workspace, absence, whole)
    if changes:
        write_within(root, whole.path, rewritten(root, whole, changes, Contacts, workspace.settings.timezone))
    click.echo(f"Wrote {whole.path}" if changes else "contacts.yaml says so already.")
    click.echo("\n".join(_told(workspace, absence, now, given)))


def _absence(workspace: "Workspace", now: datetime, given: dict[str, str | None]) -> "Absence":
    """The absence that was told, every name of it known and its times in order."""
    from generator.model.contacts import Absence
    from generator.model.scalars.instants import between

    zone = workspace.settings.timezone
    person = person_known(workspace, None, given["person"] or "", "PERSON")
    alternate = person_known(workspace, None, given["alternate"] or "", "--alternate")
    start, end = when_in(given["start"] or "", zone, "--from"), when_in(given["end"] or "", zone, "--to")
    if person == alternate:
        raise click.BadParameter(
            "Nobody stands in for themselves: name somebody else.", param_hint="--alternate"
        )
    if between(start.at, end.end).total_seconds() <= 0:
        raise click.BadParameter(
            f"It ends ({end.typed}) before it begins ({start.typed}).", param_hint="--to"
        )
    if between(now, end.end).total_seconds() <= 0:
        raise click.BadParameter(f"That time is over: {end.typed} has passed.", param_hint="--to")
    cleared = given["cleared"]
    day = now.date() if cleared == "today" else day_in(cleared, "--cleared") if cleared else None
    if day is not None and day > now.date():
        raise click.BadParameter(f"{day} is later than today.", param_hint="--cleared")
    typed = {"person": person, "from": start, "to": end, "alternate": alternate}
    return Absence.model_validate({**typed, "cleared": day, "why": one_line(given["why"])})


def _changes(workspace: "Workspace", absence: "Absence", whole: "SourceFile") -> "list[Change]":
    """What contacts.yaml takes: an entry of its own, or what is new in the one for the very same time."""
    from generator.derive.covered import absences_in
    from generator.edit import Append, Put
    from generator.model.part import index_in_file

    found = absences_in(workspace.contacts, absence.person, absence.start.at, absence.end.end)
    if not found:
        return [Append(("absences",), _entry(absence))]
    index, known = found[0]
    place = index_in_file(workspace.contacts_source, whole, "absences", index)
    if len(found) > 1 or (known.start.at, known.end.end) != (absence.start.at, absence.end.end):
        line = whole.place(("absences", place)).line
        raise click.UsageError(
            f"{absence.person} is away already from {known.start.typed} to {known.end.typed} (contacts.yaml, line {line}). "
            "Give the same times to complete that entry, or change it by hand."
        )
    if known.cleared is not None and known.alternate != absence.alternate and absence.cleared is None:
        raise click.UsageError(
            f"{known.alternate} has agreed to stand in. Add --cleared once {absence.alternate} has agreed in their place."
        )
    old, new = _entry(known), _entry(absence)
    changed = (key for key in ("alternate", "cleared", "why") if key in new and new[key] != old.get(key))
    return [Put(("absences", place, key), new[key]) for key in changed]


def _entry(absence: "Absence") -> "dict[str, Value]":
    """The keys of an absence as they are written."""
    entry: dict[str, Value] = {"person": absence.person, "from": absence.start.typed, "to": absence.end.typed}
    for key in ("alternate", "cleared", "why"):
        value = getattr(absence, key)
        if value is not None:
            entry[key] = str(value)
    return entry


def _told(
    workspace: "Workspace", absence: "Absence", now: datetime, given: dict[str, str | None]
) -> Iterator[str]:
    """Who is away and who stands in, what hangs on it, and the greetings to set."""
    from generator.documents.away_words import doubts, greetings, open_until_cleared
    from generator.documents.ladder_words import end_in_words, start_in_words
    from generator.documents.reached import reached

    person, stands = reached(workspace, absence.person), reached(workspace, absence.alternate or "")
    span = f"from {start_in_words(absence.start, now)} until {end_in_words(absence.end, now)}"
    agreed = "stands in and has agreed" if absence.cleared else "is to stand in and has not agreed yet"
    yield from wrapped(f"{person.name} is away {span}. {stands.name} {agreed}.")
    for doubt in doubts(workspace, absence, now):
        yield from wrapped(doubt)
    lines = list(open_until_cleared(workspace, absence, now))
    head = f"{stands.name} takes over:" if absence.cleared else f"Still open until {stands.name} has agreed:"
    yield f"\n{head}" if lines else "\nNothing of the matrix and no open case hangs on it."
    for line in lines:
        yield from wrapped(f"  {line}", 4)
    if not absence.cleared:
        number = f" ({stands.numbers[0].number})" if stands.numbers else ""
        yield f"\nAsk {stands.name}{number}, and once they agree:\n  {_again(given)}\nSet these only then."
    for heading, text in greetings(workspace, absence):
        yield f"\n{heading}:"
        yield from wrapped(f"  {text}", 2)


def _again(given: dict[str, str | None]) -> str:
    """The line that clears it."""
    options = {"--from": given["start"], "--to": given["end"], "--alternate": given["alternate"]}
    words = [word for option, value in options.items() for word in (option, value or "")]
    return shlex.join(["casewright", "away", given["person"] or "", *words, "--cleared"])
