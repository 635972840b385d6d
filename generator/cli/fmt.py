"""`casewright fmt`: keys in order and white space even, comments and meaning kept."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.narrowing import narrowed_to
from generator.cli.options import root_option
from generator.errors import CasewrightError


@click.command(
    "fmt", epilog="Exit codes: 0 in order, 1 something is not, 2 wrong usage, 3 broken surroundings."
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail where a file is not in order.")
@root_option
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], only_check: bool, root: Path) -> None:
    """Put the keys of case files in their usual order, and make white space even.

    Comments stay with the line below them, and no file changes its meaning: each is read again before it is written.
    A file with faults, or one that leaves no sure order, is left as it is and named. A PATH, a file or a folder,
    narrows what is touched.

    \b
    casewright fmt
    casewright fmt --check
    casewright fmt cases/kestrel
    """
    from generator.edit.formatting import formatted
    from generator.model.key_order import order_for
    from generator.publish import write_within
    from generator.source.disk import read_bytes

    wanted, failed, changed = narrowed_to(paths, root), 0, 0
    for path in filter(wanted, _files(root)):
        data, finding = read_bytes(root, path)
        try:
            if finding is not None:
                raise CasewrightError(f"{path} was left as it is: {finding.message}")
            even = formatted(path, data, order_for(path))
        except CasewrightError as error:
            click.echo(str(error), err=True)
            failed += 1
            continue
        if even != data:
            changed += 1
            click.echo(click.format_filename(path))
            if not only_check:
                write_within(root, path, even)
    ctx.exit(1 if failed or (only_check and changed) else 0)


def _files(root: Path) -> Iterator[str]:
    """The YAML files of a workspace, by path in it; links are none of them."""
    names = ("casewright.yaml", "contacts.yaml", "stories.yaml")
    files = [root / name for name in names] + sorted(root.glob("cases/*/*.yaml"))
    yield from (
        path.relative_to(root).as_posix() for path in files if path.is_file() and not path.is_symlink()
    )
