"""`casewright schema`: the JSON Schemas that editors complete, explain and check case files by."""

from pathlib import Path

import click

from generator.cli.options import root_option


@click.command("schema")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write them. Unless given: the folder schema in the workspace.",
)
@root_option
def command(out: Path | None, root: Path) -> None:
    """Write the JSON Schemas that editors complete, explain and check case files by.

    A file names its schema in its first line, as `# yaml-language-server: $schema=../../schema/case.schema.json`.

    \b
    casewright schema
    casewright schema --out /tmp/schema
    """
    from generator.model.schema import write_schemas

    for path in write_schemas(out or root / "schema"):
        click.echo(click.format_filename(path))
