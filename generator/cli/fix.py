"""`casewright fix`: findings that have one safe answer, answered."""

from collections.abc import Iterator
from datetime import datetime
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.narrowing import narrowed_to
from generator.cli.options import as_of_option, root_option

if TYPE_CHECKING:
    from generator.fixing.mending import Mended


@click.command(
    "fix",
    epilog="Exit codes: 0 mended, or nothing to mend, 1 a finding was left as it is, 2 wrong usage, "
    "3 broken surroundings.",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--code", "codes", metavar="CODE", multiple=True, help="Only findings of this code; may be repeated."
)
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@as_of_option
@root_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    codes: tuple[str, ...],
    dry_run: bool,
    as_of: datetime,
    root: Path,
) -> None:
    """Mend the findings that have one safe answer, such as a text that wants quotes or a misspelt key.

    Comments and layout stay. Each answer is proved before anything is written: the finding is gone, no other has come,
    and the file says the same but in that one place; else it is left as it is and named. A PATH, a file or a folder,
    narrows what is touched.

    \b
    casewright fix --dry-run
    casewright fix
    casewright fix cases/kestrel --code text-cut
    """
    from generator.cli.desk import unknown
    from generator.fixing.fixers import FIXERS
    from generator.fixing.mending import mend
    from generator.publish import write_within

    for code in codes:
        if code not in FIXERS:
            raise click.BadParameter(
                f"{unknown('answer for', code, FIXERS)} There are answers for: {', '.join(sorted(FIXERS))}.",
                param_hint="--code",
            )
    done = mend(root, as_of, frozenset(codes or FIXERS), narrowed_to(paths, root))
    for path, (before, after) in sorted(done.files.items()):
        if dry_run:
            click.echo("".join(_difference(path, before, after)), nl=False)
        else:
            write_within(root, path, after)
    _tell(done, dry_run)
    ctx.exit(1 if done.left else 0)


def _difference(path: str, before: bytes, after: bytes) -> Iterator[str]:
    """The lines of a unified difference, whatever ends them."""
    old, new = (data.decode("utf-8").splitlines(keepends=True) for data in (before, after))
    for line in unified_diff(old, new, f"a/{path}", f"b/{path}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _tell(done: "Mended", dry_run: bool) -> None:
    for one in sorted(done.mended, key=lambda one: one.order) if not dry_run else ():
        click.echo(f"{one.place.path}:{one.place.line}: {one.code}: mended.")
    for one in sorted(done.left, key=lambda one: one.order):
        click.echo(f"{one.place.path}:{one.place.line}: {one.code}: left as it is. {one.remedy}", err=True)
    if not done.mended and not done.left:
        click.echo("Nothing here has one safe answer.", err=True)
