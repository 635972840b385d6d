"""`casewright call`: the call sheet on the terminal, and as a paper where one is wanted."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.desk import desk_for, unknown
from generator.cli.matrix import area_named, matrix_for
from generator.cli.options import as_of_option, no_pdf_option, root_option
from generator.cli.progress import progress

if TYPE_CHECKING:
    from generator.documents.house_sheets import HouseSheet
    from generator.documents.sheets import Desk
    from generator.documents.subjects import Subject


@click.command("call", epilog="Exit codes: 0 told, 2 wrong usage, 3 broken surroundings.")
@click.argument("area", metavar="[AREA]", nargs=-1)
@click.option("--case", metavar="CASE", help="The case that help is wanted for, as <customer>/<case>.")
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the sheet there too, as PDF, page and plain text.",
)
@no_pdf_option
@as_of_option
@root_option
def command(
    area: tuple[str, ...], case: str | None, out: Path | None, no_pdf: bool, as_of: datetime, root: Path
) -> None:
    """Say whom to ring, at which minute, who was tried already, and the words to use.

    AREA is an area, a product, or a word in what an area covers. With --case alone it is each area that was asked for
    help and has not taken it on; without either, each of every open case. The sheet is printed on the terminal;
    `casewright paper call-sheet` and --out make the paper of it.

    \b
    casewright call engineering
    casewright call engineering --case kestrel/2026-03-replication
    casewright call --case kestrel/2026-03-spring-sale --out /tmp
    """
    from generator.build.words import team_templates, text_of

    desk, subjects = _asked(root, as_of, " ".join(area), case)
    sheets = [_sheet(desk, subject) for subject in subjects]
    for number, sheet in enumerate(sheets):
        click.echo("\n" * (number > 0) + text_of(sheet, team_templates(root)), nl=False)
    if out is not None:
        _write(desk, sheets, root, out, pdf=not no_pdf)


def _asked(root: Path, as_of: datetime, area: str, case: str | None) -> "tuple[Desk, list[Subject]]":
    """The desk, and what sheets are wanted of; without a case contacts.yaml alone is read."""
    from generator.documents.sheets import Desk
    from generator.documents.subjects import Subject
    from generator.history import last_commits

    if not area and case is None:
        desk, _ = desk_for(root, as_of, rest=True)
        return desk, list(_waiting(desk))
    workspace, now = matrix_for(root, as_of, case=case)
    if case is not None and case not in workspace.cases:
        raise click.BadParameter(unknown("readable case", case, workspace.cases), param_hint="--case")
    paths = [workspace.contacts_source.path, *(file.source.path for file in workspace.cases.values())]
    desk = Desk(workspace, now, last_commits(root, paths))
    if area:
        return desk, [Subject("area", area_named(workspace, area), case or "")]
    return desk, [Subject("case", case or "")]


def _waiting(desk: "Desk") -> "Iterator[Subject]":
    """Every open case in which somebody was asked for help and nobody has taken it on."""
    from generator.derive.hand_over import is_taken
    from generator.documents.subjects import Subject

    found = [file.key for file in desk.workspace.open_cases if not all(map(is_taken, file.case.escalations))]
    if not found:
        areas = ", ".join(desk.workspace.contacts.areas) or "none is written yet"
        raise click.UsageError(f"Nobody is waited for in any open case. Name an area: {areas}.")
    yield from (Subject("case", key) for key in found)


def _sheet(desk: "Desk", subject: "Subject") -> "HouseSheet":
    from generator.documents.house_papers import HOUSE_PAPERS
    from generator.documents.house_sheets import house_sheet

    return house_sheet(desk, HOUSE_PAPERS["call-sheet"], subject)


def _write(desk: "Desk", sheets: "list[HouseSheet]", root: Path, out: Path, *, pdf: bool) -> None:
    from generator.build.printing import printed
    from generator.build.words import team_templates
    from generator.publish import write_file

    with progress() as told:
        for one in printed(sheets, desk, team_templates(root), 1, pdf, told):
            if one.data:
                write_file(out / one.name, one.data)
                click.echo(out / one.name, err=True)
