"""`casewright init`: a first workspace, ready to look at."""

import re
from datetime import datetime
from pathlib import Path

import click

from generator import __version__
from generator.cli.options import as_of_option
from generator.cli.typed import zone_typed
from generator.errors import CasewrightError

RELEASED = re.compile(r"[0-9]+(\.[0-9]+)*")
"""What the version of a release is made of; any other is one in the making, which no index has."""
REQUIREMENT = re.compile(r"[A-Za-z][\w .,:/@=<>!~+#&?%\[\]-]*", re.ASCII)
"""What pip takes, with nothing that a shell or YAML would read otherwise."""
UNRELEASED = (
    f"The CI file installs casewright=={__version__}, which is in the making and in no index. Before you push, name in it "
    'what pip can have, or start anew with --casewright "casewright @ git+https://HOST/PATH@COMMIT".'
)


@click.command(
    "init", epilog="Exit codes: 0 made, 2 wrong usage, 3 broken surroundings (the folder is not empty)."
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--host", type=click.Choice(["github", "gitlab"]), help="Add the CI file of this host.")
@click.option("--timezone", metavar="ZONE", default="UTC", show_default=True, help="Where times are read.")
@click.option(
    "--casewright",
    "requirement",
    metavar="REQUIREMENT",
    help="What the CI file has pip install. Unless given: the release that this is.",
)
@as_of_option
def command(folder: Path, host: str | None, timezone: str, requirement: str | None, as_of: datetime) -> None:
    """Make a workspace with settings, contacts and one complete case to look at.

    Asks nothing. DIR must be new or empty, but for a `.git` of its own. The case's dates stand around today, so that
    it checks clean and builds at once; copy what you like from it, then delete it.

    \b
    casewright init casework
    casewright init casework --host github --timezone Europe/Prague
    casewright init casework --host gitlab --casewright "casewright @ git+https://HOST/PATH@COMMIT"
    """
    from generator.publish import write_file
    from generator.starter import Wish, first_workspace

    zone = zone_typed(timezone)
    if requirement is not None and (host is None or not REQUIREMENT.fullmatch(requirement)):
        raise click.BadParameter(
            "It goes with --host, and is what pip takes, such as casewright==0.1.0.",
            param_hint="--casewright",
        )
    _is_free(folder)
    today = (as_of.astimezone(zone) if as_of.tzinfo else as_of).date()
    wish = Wish(today, timezone, host, requirement or f"casewright=={__version__}")
    for path, text in first_workspace(wish).items():
        write_file(folder / path, text.encode(), elsewhere=", or name another folder")
    if host and requirement is None and not RELEASED.fullmatch(__version__):
        click.echo(UNRELEASED, err=True)
    click.echo(f"Made a workspace in {click.format_filename(folder)}. Next:")
    click.echo(f"    cd {click.format_filename(folder)}\n    casewright check\n    casewright build")


def _is_free(folder: Path) -> None:
    """Nothing that is there already is mixed with what is made."""
    try:
        taken = sorted(one.name for one in folder.iterdir() if one.name != ".git") if folder.exists() else []
    except OSError as error:
        raise CasewrightError(f"{folder} cannot be read ({error.strerror}). Name another folder.") from None
    if taken:
        shown = ", ".join(taken[:3]) + (" and more" if len(taken) > 3 else "")
        raise CasewrightError(f"{folder} holds {shown} already, so nothing was written. Name a new folder.")
