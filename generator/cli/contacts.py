"""`casewright contacts`: people and matrix out to a spreadsheet, and in from one."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.matrix import matrix_for
from generator.cli.options import as_of_option, root_option

if TYPE_CHECKING:
    from generator.derive.contact_table.plan import Plan
    from generator.intake.contact_rows import Sheet
    from generator.model.workspace import Workspace

MOST = 20
"""Lines that are told of what stands in the way."""


@click.group("contacts")
def command() -> None:
    """Take the people and the matrix to a spreadsheet, or in from one.

    \b
    casewright contacts export --out contacts.csv
    casewright contacts import contacts.csv
    casewright contacts import contacts.csv --yes
    """


@command.command("export", epilog="Exit codes: 0 written, 2 wrong usage, 3 broken surroundings.")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Unless given: standard output.",
)
@as_of_option
@root_option
def export(out: Path | None, as_of: datetime, root: Path) -> None:
    """Print people and matrix as CSV. Every number has the characters that were typed.

    A text that a spreadsheet would take for a formula has an apostrophe before it, which import takes off again. Have
    the spreadsheet read the columns of numbers as text, or it drops their plus and their zeros.

    \b
    casewright contacts export --out contacts.csv
    """
    from generator.documents.contact_sheet import contact_table
    from generator.publish import write_file

    workspace, _ = matrix_for(root, as_of)
    table = contact_table(workspace.contacts)
    if out is None:
        click.echo(table.encode("utf-8"), nl=False)
    else:
        # Excel takes a file without this mark for one in its own country's old encoding.
        write_file(out, table.encode("utf-8-sig"))
        click.echo(f"Wrote {out}")


@command.command(
    "import",
    epilog="Exit codes: 0 written, or nothing to write; 1 not written; 2 wrong usage; 3 broken surroundings.",
)
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Write it; without this only say what would change.")
@click.option("--dry-run", is_flag=True, help="Only say what would change, as without --yes.")
@click.option("--encoding", metavar="NAME", help="The encoding of an older program, such as windows-1252.")
@as_of_option
@root_option
@click.pass_context
def take_in(
    ctx: click.Context,
    file: Path,
    yes: bool,
    dry_run: bool,
    encoding: str | None,
    as_of: datetime,
    root: Path,
) -> None:
    """Lay a spreadsheet over contacts.yaml: say what would change, and with --yes write it.

    Columns are known by their heads (Area, Rung, Name, Phone and more; or Area, Primary, Phone, Backup, Phone). An
    empty area means the one above. Empty cells, and whoever is not in the file, change nothing.

    \b
    casewright contacts import contacts.csv
    casewright contacts import contacts.csv --yes
    """
    from generator.derive.contact_table.plan import plan_import
    from generator.intake.contact_rows import BIGGEST, read_sheet

    if yes and dry_run:
        raise click.UsageError("--yes writes and --dry-run does not: give one of them.")
    workspace = _workspace(root, as_of)
    with file.open("rb") as opened:
        sheet = read_sheet(opened.read(BIGGEST + 1), encoding)
    plan = plan_import(workspace.contacts, sheet.rows)
    refusals = [*sheet.refusals, *plan.refusals]
    if refusals:
        click.echo("\n".join(_refused(file, refusals)), err=True)
        ctx.exit(1)
    for line in _preview(plan, sheet):
        click.echo(line)
    if not plan.told:
        return
    data = _laid_over(root, workspace, plan)
    if not yes:
        click.echo("\nNothing was written yet. To write it, run this again with --yes.")
        ctx.exit(1)
    from generator.publish import write_within

    write_within(root, "contacts.yaml", data)
    click.echo("\nWrote contacts.yaml")


def _workspace(root: Path, as_of: datetime) -> "Workspace":
    """The contacts as they are; a workspace that has none yet begins with this."""
    from generator.errors import CasewrightError
    from generator.model.workspace import load_workspace
    from generator.source.sources import Sources

    if not (root / "contacts.yaml").exists():
        return load_workspace(Sources())
    workspace, _ = matrix_for(root, as_of)
    if any(finding.place.path == "contacts.yaml" for finding in workspace.findings):
        raise CasewrightError("contacts.yaml has faults that `casewright check` names. Mend them first.")
    return workspace


def _refused(file: Path, refusals: list[str]) -> Iterator[str]:
    yield f"{click.format_filename(file)} cannot be taken in, so nothing was written:"
    yield from (f"  {one}" for one in refusals[:MOST])
    if len(refusals) > MOST:
        yield f"  and {len(refusals) - MOST} more"


def _preview(plan: "Plan", sheet: "Sheet") -> Iterator[str]:
    """What would change, in words."""
    from generator.rules.in_words import counted

    if sheet.unused:
        yield f"Columns that are not used: {', '.join(sheet.unused)}."
    yield from plan.told
    people, areas = plan.untouched
    if people or areas:
        said = [counted(people, "person").replace("persons", "people")] if people else []
        said += [counted(areas, "area")] if areas else []
        yield f"Not in the file, and left as they are: {' and '.join(said)}."
    if not plan.told:
        yield "Nothing to change: contacts.yaml says all of it already."


def _laid_over(root: Path, workspace: "Workspace", plan: "Plan") -> bytes:
    """The bytes of contacts.yaml with the plan laid over it."""
    from generator.build.rewriting import as_read, rewritten
    from generator.edit import edited, overlaid
    from generator.edit.editing import plain
    from generator.model.contacts import Contacts
    from generator.source.reader import read_text

    if not (root / "contacts.yaml").exists():
        return edited("contacts.yaml", b"", overlaid({}, plan.wanted))
    source = workspace.contacts_source
    tree = plain(read_text(source.path, as_read(root, source))[0].root)
    changes = list(overlaid(tree, plan.wanted))
    return rewritten(root, source, changes, Contacts, workspace.settings.timezone)
