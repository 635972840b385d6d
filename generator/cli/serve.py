"""`casewright serve`: the site while you write, on this machine alone."""

import signal
from datetime import datetime
from pathlib import Path
from threading import Event

import click

from generator.cli.options import as_of_option, root_option
from generator.errors import CasewrightError


@click.command("serve", epilog="Exit codes: 0 ended with Ctrl-C, 2 wrong usage, 3 the port is taken.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8420, show_default=True, help="0 takes a free one."
)
@click.option("--open", "opened", is_flag=True, help="Open the first page in the browser.")
@as_of_option
@root_option
def command(port: int, opened: bool, as_of: datetime, root: Path) -> None:
    """Show the site on 127.0.0.1, and turn to the page of each file as it is saved.

    Pages and papers are made when you look at them, without PDFs; nothing is written. What is wrong with the file
    just saved stands above the page, and of a file that cannot be read the last good page stays. The moment shown is
    that of the start, or that of --as-of. Ctrl-C ends it.

    \b
    casewright serve
    casewright serve --open --port 9000
    """
    from generator.checking import check_workspace, placed
    from generator.model.part import load_matrix
    from generator.preview import Newsroom, serving

    placed(as_of, load_matrix(root))  # A moment that no clock showed once is refused here, not on each page.
    try:
        with serving(lambda: Newsroom(root, lambda: check_workspace(root, as_of)), port) as address:
            click.echo(f"Open {address} and save a file. Ctrl-C ends it.")
            if opened:
                click.launch(address)
            _wait()
    except OSError as error:
        raise CasewrightError(
            f"Port {port} cannot be used ({error.strerror}). Give another with --port."
        ) from None


def _wait() -> None:
    """Until Ctrl-C, or until the process is asked to end; also where it was started with Ctrl-C ignored."""
    over = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())
    over.wait()
    click.echo("")
