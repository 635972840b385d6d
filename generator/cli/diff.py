"""`casewright diff`: what a change does to the cases, in the words of the practice."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import as_of_option, is_workspace, root_option

if TYPE_CHECKING:
    from generator.checking import Checked
    from generator.review.reviews import Chapter

FORMATS = ("text", "markdown", "json", "html")


@click.command(
    "diff", epilog="Exit codes: 0 compared, 2 wrong usage, 3 broken surroundings (no git, no such commit)."
)
@click.argument("sides", metavar="[BASE..HEAD | BASE | OLD NEW]", nargs=-1)
@click.option("--output-format", type=click.Choice(FORMATS), default="text", show_default=True)
@as_of_option
@root_option
def command(sides: tuple[str, ...], output_format: str, as_of: datetime, root: Path) -> None:
    """Say what changed between two commits, or two folders, case by case.

    What the customer will see stands apart from what is internal; a stage that went back, a promise that moved later
    and an internal item that the customer reads from now on are marked. BASE..HEAD compares two commits, BASE...HEAD
    what HEAD brought since they parted, BASE alone a commit with the files as they are here; with nothing named that
    is the last commit. OLD NEW are two folders.

    \b
    casewright diff
    casewright diff main...HEAD --output-format markdown
    casewright diff ../before ../after --output-format html > changes.html
    """
    with _both(sides, root) as (old, new):
        before, after = (_checked(one, as_of) for one in (old, new))
        chapters = _chapters((old, before), (new, after))
        click.echo(_shown(chapters, after, output_format, new), nl=False)


@contextmanager
def _both(sides: tuple[str, ...], root: Path) -> Iterator[tuple[Path, Path]]:
    """The two folders to compare; those of commits are gone at the end."""
    if len(sides) > 2:
        raise click.UsageError("Name two commits as BASE..HEAD, or two folders.")
    if len(sides) == 2:
        yield _folder(sides[0]), _folder(sides[1])
        return
    from generator.review.brought import torn_notes
    from generator.revisions import merge_base, revision, unfinished, workspace_at

    base, dots, head = _range(sides[0] if sides else "HEAD")
    with ExitStack() as stack:
        old = revision(root, base)
        if not dots:
            for note in torn_notes(unfinished(root)):
                click.echo(note, err=True)
            yield stack.enter_context(workspace_at(root, old)), root
            return
        newer = revision(root, head or "HEAD")
        old = merge_base(root, old, newer) if dots == "..." else old
        yield stack.enter_context(workspace_at(root, old)), stack.enter_context(workspace_at(root, newer))


def _range(typed: str) -> tuple[str, str, str]:
    """What stands before the dots, the dots, and what stands behind them."""
    for dots in ("...", ".."):
        base, found, head = typed.partition(dots)
        if found:
            return base or "HEAD", dots, head
    return typed, "", ""


def _folder(typed: str) -> Path:
    folder = Path(typed)
    if not is_workspace(folder):
        raise click.BadParameter(
            f"{click.format_filename(typed)} has no casewright.yaml, contacts.yaml or cases folder."
        )
    return folder.resolve()


def _checked(root: Path, as_of: datetime) -> "Checked":
    from dataclasses import replace

    from generator.checking import check_workspace
    from generator.model.rest import with_rest

    checked = check_workspace(root, as_of)
    return replace(checked, workspace=with_rest(checked.workspace))


def _chapters(old: "tuple[Path, Checked]", new: "tuple[Path, Checked]") -> "list[Chapter]":
    from generator.review.files import file_remarks
    from generator.review.reviews import review

    (before, checked), (after, now) = old, new
    return review(checked.workspace, now.workspace, now.as_of, file_remarks(before, after))


def _shown(chapters: "list[Chapter]", after: "Checked", output_format: str, root: Path) -> str:
    from generator.report.reviewing import review_json, review_markdown, review_text

    if output_format == "html":
        from generator.build.review_page import review_page

        return review_page(chapters, after, root)
    return {"text": review_text, "markdown": review_markdown, "json": review_json}[output_format](chapters)
