"""`casewright new customer`: the file of a customer who has none yet."""

from datetime import datetime
from pathlib import Path

import click

from generator.cli.asking import given
from generator.cli.desk import unknown
from generator.cli.matrix import matrix_for
from generator.cli.new_files import new_file, refuse_taken, write_new
from generator.cli.options import as_of_option, root_option
from generator.cli.typed import key_typed, zone_typed


@click.command("customer", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.argument("key", metavar="KEY")
@click.option("--name", metavar="TEXT", help="What they are called.")
@click.option("--segment", metavar="KEY", help="Their segment, of casewright.yaml.")
@click.option("--timezone", metavar="ZONE", help="Where they are, as Europe/Prague.")
@as_of_option
@root_option
def command(
    key: str, name: str | None, segment: str | None, timezone: str | None, as_of: datetime, root: Path
) -> None:
    """Write the file of a customer who has none yet.

    KEY names their folder and stands in addresses and file names that they read: small letters, digits and hyphens.

    \b
    casewright new customer juniper --name "Juniper Bicycles" --timezone Europe/Prague
    """
    path = f"cases/{key_typed(key, 'KEY')}/customer.yaml"
    refuse_taken(root, path)
    segments = matrix_for(root, as_of)[0].settings.segments
    if segment is not None and segment not in segments:
        raise click.BadParameter(unknown("segment", segment, segments), param_hint="--segment")
    zone = zone_typed(timezone).key if timezone else None
    called = given(name, "--name", "What are they called?")
    write_new(root, {path: new_file("customer", {"name": called, "segment": segment, "timezone": zone})})
