"""`casewright new case` and `casewright new customer`: files that begin small."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.asking import given
from generator.cli.case_writing import CaseAtHand, case_at_hand
from generator.cli.desk import unknown
from generator.cli.matrix import matrix_for, moment_in, ours_known
from generator.cli.options import as_of_option, root_option
from generator.cli.typed import key_typed, zone_typed

if TYPE_CHECKING:
    from generator.edit import Value
    from generator.model.workspace import Workspace


@click.command("customer", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("key", metavar="KEY")
@click.option("--name", metavar="TEXT", help="What they are called.")
@click.option("--segment", metavar="KEY", help="Their segment, of casewright.yaml.")
@click.option("--timezone", metavar="ZONE", help="Where they are, as Europe/Prague.")
@as_of_option
@root_option
def customer(
    key: str, name: str | None, segment: str | None, timezone: str | None, as_of: datetime, root: Path
) -> None:
    """Write the file of a customer who has none yet.

    KEY names their folder and stands in addresses and file names that they read: small letters, digits and hyphens.

    \b
    casewright new customer juniper --name "Juniper Bicycles" --timezone Europe/Prague
    """
    workspace, _ = matrix_for(root, as_of)
    key_typed(key, "KEY")
    segments = workspace.settings.segments
    if segment is not None and segment not in segments:
        raise click.BadParameter(
            f"There is no segment {segment!r}: {', '.join(segments) or 'none'}.", param_hint="--segment"
        )
    fields = {
        "name": given(name, "--name", "What are they called?"),
        "segment": segment,
        "timezone": zone_typed(timezone).key if timezone else None,
    }
    _write_new(root, f"cases/{key}/customer.yaml", "customer", fields)


@click.command("case", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("case", metavar="CUSTOMER/NAME")
@click.option("--title", metavar="TEXT", help="What is wrong, as the customer would say it: they read it.")
@click.option("--advocate", metavar="PERSON", help="The advocate: one of ours, or a rotation.")
@click.option("--opened", metavar="MOMENT", help="When Advocacy took it. Unless given: now.")
@click.option("--severity", type=click.IntRange(1, 4), help="1 is worst.")
@click.option("--product", metavar="KEY", help="What it is about, of casewright.yaml.")
@click.option(
    "--customer-name", metavar="TEXT", help="What the customer is called, where they have no file yet."
)
@click.option(
    "--like", "other", metavar="CASE", help="A case of the same outage: take over what is ours in it."
)
@as_of_option
@root_option
def case(case: str, as_of: datetime, root: Path, **typed: str | None) -> None:
    """Write a new case: three lines are enough.

    With --like, the causes, our own events and our own actions of another customer's case come along, all of them
    internal until somebody shows them; nothing that the other customer said or was told does.

    \b
    casewright new case juniper/2026-03-orders --title "Night orders were not taken" --advocate ines
    casewright new case oakline/2026-03-line --like alder/2026-03-line --title "The line is down" --advocate ines
    """
    from generator.model.part import keys_of_customers
    from generator.model.scalars.instants import with_offset

    owner, _, name = case.partition("/")
    for key in (owner, name):
        key_typed(key, "CUSTOMER/NAME")
    workspace, now = matrix_for(root, as_of, customer=owner if owner in keys_of_customers(root) else None)
    title = given(typed["title"], "--title", "What is wrong, as the customer would say it?")
    advocate = given(typed["advocate"], "--advocate", "Who is the advocate?")
    if advocate not in workspace.contacts.rotations:
        ours_known(workspace, advocate, "--advocate")
    if not (root / "cases" / owner / "customer.yaml").exists():
        called = given(typed["customer_name"], "--customer-name", f"What is the customer {owner} called?")
        _write_new(root, f"cases/{owner}/customer.yaml", "customer", {"name": called})
    known = workspace.customers.get(owner)
    zone = (known.customer.timezone if known else None) or workspace.settings.timezone
    opened = moment_in(typed["opened"], zone, "--opened") if typed["opened"] else now.astimezone(zone)
    fields: dict[str, Value | None] = {
        "title": title,
        "opened": with_offset(opened),
        "advocate": advocate,
        "severity": str(typed["severity"]) if typed["severity"] else None,
        "product": _product(workspace, typed["product"]),
    }
    fields |= _alike(root, as_of, typed["other"], fields) if typed["other"] else {}
    _write_new(root, f"cases/{case}.yaml", "case", fields)


def _alike(
    root: Path, as_of: datetime, other: str, fields: "dict[str, Value | None]"
) -> "dict[str, Value | None]":
    """What comes along from another case; both name the outage that they share."""
    from generator.derive.adding import like

    found = case_at_hand(root, as_of, other, "--like")
    file = found.file
    taken = like(file, found.workspace)
    if taken.left:
        click.echo(f"Left in {other}: {taken.left} events and actions that are not ours alone.", err=True)
    same: dict[str, Value | None] = {
        "severity": fields["severity"] or _text(file.case.severity),
        "incident": _incident(found),
    }
    return {**same, "product": fields["product"] or file.case.product, **taken.fields}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _incident(found: CaseAtHand) -> str:
    """The key of the outage, written into the other case where it has none."""
    from generator.edit import Put

    file = found.file
    if file.case.incident:
        return str(file.case.incident)
    found.write(found.changed([Put(("incident",), file.name)]))
    click.echo(f"Wrote {found.path}: both name the outage {file.name}")
    return file.name


def _product(workspace: "Workspace", key: str | None) -> str | None:
    if key is not None and key not in workspace.settings.products:
        raise click.BadParameter(unknown("product", key, workspace.settings.products), param_hint="--product")
    return key


def _write_new(
    root: Path,
    path: str,
    schema: str,
    fields: "dict[str, Value | None] | dict[str, str | None] | dict[str, str]",
) -> None:
    """Writes a file that is not there yet."""
    from generator.edit.modeline import modeline
    from generator.edit.whole import whole
    from generator.errors import CasewrightError
    from generator.publish import write_within

    if (root / path).exists() or (root / path).is_symlink():
        raise CasewrightError(f"{path} is there already, so nothing was written.")
    text = whole({key: value for key, value in fields.items() if value}, modeline(schema))
    write_within(root, path, text.encode())
    click.echo(f"Wrote {path}")
