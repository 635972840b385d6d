"""`casewright doctor`: what is missing on this machine, and the line that mends it."""

from pathlib import Path

import click

from generator.cli.options import workspace_above


@click.command("doctor", epilog="Exit codes: 0 everything is there, 3 something is missing.")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what this machine can do, and the exact line to type for what it cannot.

    Each thing is tried: a PDF is printed, in several scripts; git is asked about this folder.

    \b
    casewright doctor
    """
    from generator.build.machine import examine

    root = workspace_above(Path.cwd())
    found = list(examine(root))
    for one in found:
        state = "missing" if not one.good else "note" if one.line else "ok"
        click.echo(f"{state:<7}  {one.what}: {one.says}")
        if one.line:
            click.echo(f"         {one.line}")
    if root is None:
        click.echo("         No workspace here: `casewright init DIR` makes one.")
    ctx.exit(0 if all(one.good for one in found) else 3)
