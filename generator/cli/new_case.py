"""`casewright new case`: a case that begins with three lines, or with what is ours in one of the same outage."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.asking import given
from generator.cli.case_writing import CaseAtHand, case_at_hand
from generator.cli.desk import unknown
from generator.cli.matrix import matrix_for, moment_in, ours_known
from generator.cli.new_files import new_file, refuse_taken, write_new
from generator.cli.options import as_of_option, root_option
from generator.cli.typed import key_typed

if TYPE_CHECKING:
    from generator.edit import Value
    from generator.model.workspace import Workspace

    Fields = dict[str, Value | None]


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
def command(case: str, as_of: datetime, root: Path, **typed: str | None) -> None:
    """Write a new case: three lines are enough.

    With --like, the causes, our own events and our own actions of another customer's case come along, all of them
    internal until somebody shows them; nothing that the other customer said or was told does, and nothing that names
    them or quotes somebody.

    \b
    casewright new case brightwater/2026-03-orders --title "Night orders were not taken" --advocate ines
    casewright new case oakline/2026-03-line --like alder/2026-03-line --title "The line is down" --advocate ines
    """
    owner, _, name = case.partition("/")
    _refuse_wrong_name(root, owner, name)
    other = case_at_hand(root, as_of, typed["other"], "--like") if typed["other"] else None
    workspace, now = matrix_for(root, as_of, customer=owner if (root / "cases" / owner).is_dir() else None)
    fields = _fields(workspace, now, owner, typed)
    files = _customer(root, owner, typed["customer_name"])
    fields |= _alike(other, fields) if other else {}
    joined = _joined(other, fields) if other else None
    write_new(root, {**files, f"cases/{case}.yaml": new_file("case", fields)})
    if other and joined:
        other.write(joined)
        click.echo(f"Wrote {other.path}: both name the outage {fields['incident']}")


def _refuse_wrong_name(root: Path, owner: str, name: str) -> None:
    """A case is called by two keys; the customer's own file has a name that no case can have."""
    for key in (owner, name):
        key_typed(key, "CUSTOMER/NAME")
    if name == "customer":
        raise click.BadParameter(
            "customer.yaml is the file of the customer. Give the case another name.",
            param_hint="CUSTOMER/NAME",
        )
    refuse_taken(root, f"cases/{owner}/{name}.yaml")


def _fields(workspace: "Workspace", now: datetime, owner: str, typed: dict[str, str | None]) -> "Fields":
    """What was said of the case, every name of it known."""
    from generator.model.scalars.instants import with_offset

    def leads(key: str) -> None:
        if key not in workspace.contacts.rotations:
            ours_known(workspace, key, "--advocate")

    known, products = workspace.customers.get(owner), workspace.settings.products
    if typed["product"] is not None and typed["product"] not in products:
        raise click.BadParameter(unknown("product", typed["product"], products), param_hint="--product")
    zone = (known.customer.timezone if known else None) or workspace.settings.timezone
    opened = moment_in(typed["opened"], zone, "--opened") if typed["opened"] else now.astimezone(zone)
    return {
        "title": given(typed["title"], "--title", "What is wrong, as the customer would say it?"),
        "opened": with_offset(opened),
        "advocate": given(typed["advocate"], "--advocate", "Who is the advocate?", leads),
        "severity": _text(typed["severity"]),
        "product": typed["product"],
    }


def _customer(root: Path, owner: str, name: str | None) -> dict[str, bytes]:
    """The file of the customer, where they have none."""
    path = f"cases/{owner}/customer.yaml"
    if (root / path).exists():
        return {}
    called = given(name, "--customer-name", f"What is the customer {owner} called?")
    return {path: new_file("customer", {"name": called})}


def _alike(other: CaseAtHand, fields: "Fields") -> "Fields":
    """What comes along from another case; both name the outage that they share."""
    from generator.derive.likeness import like, outage

    case, taken = other.file.case, like(other.file, other.workspace)
    lines = sorted(other.whole.place((key, other.place_of(key, index))).line for key, index in taken.left)
    for line in lines:
        click.echo(
            f"{other.path}:{line}: left there: not ours alone, or it names them, quotes somebody, "
            "or holds a number they are known by.",
            err=True,
        )
    return {
        "severity": fields["severity"] or _text(case.severity),
        "product": fields["product"] or case.product,
        "incident": outage(other.file),
        **taken.fields,
    }


def _joined(other: CaseAtHand, fields: "Fields") -> bytes | None:
    """The other case with the key of the outage, where it has none."""
    from generator.edit import Put

    if other.file.case.incident:
        return None
    return other.changed([Put(("incident",), str(fields["incident"]))])


def _text(value: object) -> str | None:
    return None if value is None else str(value)
