"""`casewright who`: whom to ring now, then whom, at which minute."""

import json
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.matrix import area_named, matrix_for, wrapped
from generator.cli.options import as_of_option, root_option

if TYPE_CHECKING:
    from generator.documents.ladder_words import LadderCard, RungCard
    from generator.model.workspace import Workspace


@click.command("who", epilog="Exit codes: 0 told, 2 wrong usage, 3 broken surroundings.")
@click.argument("area", metavar="[AREA]", nargs=-1)
@click.option(
    "--customer", metavar="KEY", help="A customer instead: their people, ours for them, what is open."
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it; json is a list of rungs.",
)
@as_of_option
@root_option
def command(
    area: tuple[str, ...], customer: str | None, output_format: str, as_of: datetime, root: Path
) -> None:
    """Say whom to ring now, then whom, and at which minute.

    AREA is an area, a product, or a word in what an area covers. Only contacts.yaml is needed: whatever is wrong
    elsewhere is one line on stderr.

    \b
    casewright who engineering
    casewright who card payments
    casewright who --customer kestrel
    """
    if (customer is None) == (not area):
        raise click.UsageError("Say whom to look for: an area, or a customer with --customer KEY.")
    if customer is not None:
        from generator.cli.who_customer import told as told_of_customer

        click.echo(told_of_customer(root, as_of, customer, output_format))
        return
    from generator.documents.ladder_words import ladder_card

    workspace, now = matrix_for(root, as_of)
    card = ladder_card(workspace, area_named(workspace, " ".join(area)), now)
    click.echo(as_json(card) if output_format == "json" else "\n".join(as_text(workspace, card)))


def as_text(workspace: "Workspace", card: "LadderCard") -> list[str]:
    """The climb as lines for a terminal."""
    from generator.documents.matrix_age import reviewed_in_words
    from generator.model.scalars.instants import told_apart
    from generator.rules.in_words import day_in_words

    area, home, day = card.area, workspace.settings.timezone, day_in_words(card.at.date(), 0)
    lines = [
        f"{area.name}: whom to ring, from {card.at:%H:%M}{told_apart(card.at)} on {card.at:%A} {day} ({home.key})."
    ]
    if area.covers:
        lines += wrapped(f"Answers for {', '.join(area.covers)}.")
    if area.quote:
        lines += wrapped(f"Quote first: {area.quote}.")
    lines += ["", *_rungs(card), ""]
    if not any(rung.person for rung in card.rungs):
        lines += wrapped("Nobody can be rung here. Mend contacts.yaml, and ring another area until then.")
    step = workspace.settings.ladder.step
    lines += wrapped(
        f"No answer within {step}: ring the next. Write each call down: "
        f"`casewright tried {card.key} no-answer --case CASE`."
    )
    for note in area.notes:
        lines += wrapped(f"Note: {' '.join(note.split())}")
    return [*lines, *wrapped(reviewed_in_words(workspace, card.at))]


def _rungs(card: "LadderCard") -> list[str]:
    """The rungs in turn; those passed over for the same reason share a line."""
    from generator.rules.in_words import listed

    width = max((len(_number(rung)) for rung in card.rungs), default=0)
    lines: list[str] = []
    for (why, passed), rungs in groupby(card.rungs, lambda rung: (rung.why, rung.person is None)):
        if passed:
            names = listed(rung.name if not at else rung.name.lower() for at, rung in enumerate(rungs))
            lines += wrapped(f"   --  {names}: {why}", 7)
        else:
            lines += [line for rung in rungs for line in _rung(rung, width)]
    return lines


def _number(rung: "RungCard") -> str:
    if rung.person is None:
        return ""
    return rung.person.numbers[0].number if rung.person.numbers else "no number"


def _rung(rung: "RungCard", width: int) -> list[str]:
    """One rung: the clock and the number first, because they are what a caller looks for."""
    from generator.documents.reached import numbers_in_words
    from generator.model.scalars.instants import told_apart

    person, at = rung.person, rung.step.at
    if person is None or at is None:
        return []
    there = f", {rung.there}" if rung.there else ""
    lines = [f"{at:%H:%M}{told_apart(at)}  {_number(rung):{width}}  {person.said}"]
    lines += wrapped(f"       {rung.name}{there}. {rung.why} {rung.confirmed}", 7)
    if len(person.numbers) > 1:
        lines += wrapped(f"       Else {numbers_in_words(person.numbers[1:])}.", 7)
    return lines


def as_json(card: "LadderCard") -> str:
    """The climb as a list of rungs; moments with their offset, numbers as typed."""
    return json.dumps([rung_as_data(card, rung) for rung in card.rungs], indent=2, ensure_ascii=False)


def rung_as_data(card: "LadderCard", rung: "RungCard") -> dict[str, object]:
    """One rung for a program; `person` and `at` are null where it is passed over."""
    person, step = rung.person, rung.step
    zone = person.zone if person else None
    numbers = person.numbers if person else ()
    confirmed = person.confirmed if person else None
    return {
        "area": card.key,
        "rung": step.rung,
        "minute": step.minute,
        "at": step.at.isoformat() if step.at else None,
        "person": step.person,
        "name": person.name if person else None,
        "title": person.title if person else None,
        "phone": numbers[0].number if numbers else None,
        "other_phones": [{"number": one.number, "note": one.note} for one in numbers[1:]],
        "email": person.email if person else None,
        "timezone": zone.key if zone else None,
        "local_time": step.at.astimezone(zone).isoformat() if step.at and zone else None,
        "reason": step.holder.reason,
        "instead_of": step.holder.instead_of,
        "until": step.holder.until.isoformat() if step.holder.until else None,
        "why": rung.why,
        "confirmed": {"on": confirmed.on.isoformat(), "by": confirmed.by} if confirmed else None,
        "stale": rung.stale if person else None,
        "quote": card.area.quote,
    }
