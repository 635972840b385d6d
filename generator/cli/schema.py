"""`casewright schema`: the JSON Schemas that editors complete, explain and check case files by."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import root_option

if TYPE_CHECKING:
    from generator.model.offers import Offers


@click.command("schema", epilog="Exit codes: 0 written, 2 wrong usage, 3 not written.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write them. Unless given: the folder schema in the workspace.",
)
@click.option(
    "--workspace", is_flag=True, help="Offer the people, areas, cases and other keys of this workspace."
)
@root_option
def command(out: Path | None, workspace: bool, root: Path) -> None:
    """Write the JSON Schemas that editors complete, explain and check case files by.

    A file names its schema in its first line, as `# yaml-language-server: $schema=../../schema/case.schema.json`.
    With --workspace an editor offers people, areas, customers, cases, products and the rest by their keys, each with
    its name. It marks no key that it does not know, which is for `casewright check`; write them anew when people come.

    \b
    casewright schema
    casewright schema --workspace
    casewright schema --out /tmp/schema
    """
    from generator.model.schema import schema_texts
    from generator.publish import write_file, write_within

    for name, text in sorted(schema_texts(_offers(root) if workspace else {}).items()):
        if out is None:
            write_within(root, f"schema/{name}", text.encode())
        else:
            write_file(out / name, text.encode())
        click.echo(click.format_filename((out or root / "schema") / name))


def _offers(root: Path) -> "Offers":
    """What the workspace has, as far as its files can be read."""
    from generator.model.offers import offers_of
    from generator.model.rest import with_rest
    from generator.model.workspace import load_workspace
    from generator.source.workspace import read_workspace

    return offers_of(with_rest(load_workspace(read_workspace(root))))
