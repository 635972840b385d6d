"""`casewright import`: drafts of cases from what other tools kept."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import root_option
from generator.cli.typed import key_typed, zone_typed

if TYPE_CHECKING:
    from generator.intake.case_files import Wishes
    from generator.intake.draft import DraftCase
    from generator.intake.moments import Clock

FORMATS = ("statuspage", "cstate", "tickets", "timeline")


@click.command(
    "import",
    epilog="Exit codes: 0 every source gave drafts, 1 one gave none, 2 wrong usage, 3 broken surroundings.",
)
@click.argument(
    "sources", metavar="SOURCE...", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True)
)
@click.option("--customer", metavar="KEY", required=True, help="Whose cases: their folder in cases/.")
@click.option("--name", metavar="NAME", help="The customer's name, where they have no customer.yaml yet.")
@click.option("--advocate", metavar="PERSON", required=True, help="The drafts' advocate, by key.")
@click.option("--format", "wanted", type=click.Choice(FORMATS), help="Unless given: told from each file.")
@click.option("--timezone", metavar="ZONE", help="Where times are read that name no zone: Europe/Prague.")
@click.option(
    "--dates",
    type=click.Choice(("day-first", "month-first")),
    help="What 3/4/2026 is. Unless given: left where nothing tells.",
)
@click.option(
    "--encoding", metavar="NAME", help="Of files that are neither UTF-8 nor say what they are: cp1252."
)
@click.option(
    "--column", "columns", metavar="FIELD=COLUMN", multiple=True, help="Of tickets: the column of a field."
)
@click.option(
    "--severity",
    "severities",
    metavar="WORD=NUMBER",
    multiple=True,
    help="What a word of the source means: down=1.",
)
@click.option(
    "--contact", is_flag=True, help="Count messages on a status page as contacts with the customer."
)
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be taken, marked and left.")
@root_option
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[Path, ...],
    customer: str,
    name: str | None,
    advocate: str,
    wanted: str | None,
    timezone: str | None,
    dates: str | None,
    encoding: str | None,
    columns: tuple[str, ...],
    severities: tuple[str, ...],
    contact: bool,
    dry_run: bool,
    root: Path,
) -> None:
    """Make drafts of cases from incidents that another tool kept.

    SOURCE is a file or a folder of them: an incidents.json of a status page, Markdown of cState, Markdown reports
    with a timeline, tickets as CSV or JSON. Every event keeps its source line in its notes. Nothing is invented: a
    time that is not sure is marked `approximate`, what has no place in a case is listed in its notes, and `casewright
    check` asks for the rest. No file is written over.

    \b
    casewright import incidents/ --customer kestrel --advocate ines --dry-run
    casewright import incidents.json --customer kestrel --advocate ines --severity critical=1 --contact
    casewright import tickets.csv --customer kestrel --advocate ines --column "title=Short text" --timezone UTC
    """
    from generator.intake.case_files import Wishes
    from generator.intake.sources import Reading, take_in
    from generator.intake.table import table

    folder = _folder(root, customer, name)
    intake = take_in(
        sources, Reading(_clock(timezone, dates), _columns(columns), wanted, _encoding(encoding))
    )
    files = _placed(intake.drafts, folder)
    words = {word.lower(): number for word, number in _pairs(severities, "--severity").items()}
    for line in table({f"{path.relative_to(root)}": one for path, one in files.items()}) if files else ():
        click.echo(click.format_filename(line))
    for source, why in intake.refused:
        click.echo(f"{click.format_filename(source)}: {why}", err=True)
    if dry_run or not files:
        click.echo("Nothing was written.", err=True)
    else:
        _write(files, folder, name, Wishes(advocate, words, contact))
    ctx.exit(1 if intake.refused else 0)


def _folder(root: Path, customer: str, name: str | None) -> Path:
    """The customer's folder; one that is not there yet wants their name."""
    folder = root / "cases" / key_typed(customer, "--customer")
    if name is None and not (folder / "customer.yaml").exists():
        raise click.UsageError(f"{customer} has no customer.yaml yet. Say what they are called with --name.")
    return folder


def _clock(timezone: str | None, dates: str | None) -> "Clock":
    from generator.intake.moments import Clock
    from generator.intake.zones import UNSAID, ZoneSaid

    zone = UNSAID if timezone is None else ZoneSaid(timezone, zone_typed(timezone))
    return Clock(zone=zone, month_first=None if dates is None else dates == "month-first")


def _encoding(name: str | None) -> str | None:
    """An encoding that turns bytes into text."""
    try:
        b" ".decode(name or "utf-8", "replace")
    except LookupError:
        raise click.BadParameter(f"There is no encoding {name!r}.", param_hint="--encoding") from None
    return name


def _columns(typed: Sequence[str]) -> dict[str, str]:
    from generator.intake.tickets import FIELDS

    pairs = _pairs(typed, "--column")
    for field in pairs:
        if field not in FIELDS:
            raise click.BadParameter(f"A field is one of {', '.join(FIELDS)}.", param_hint="--column")
    return pairs


def _pairs(typed: Sequence[str], option: str) -> dict[str, str]:
    """What was typed as `a=b`."""
    for one in typed:
        if not all(part.strip() for part in one.partition("=")):
            raise click.BadParameter(f"{one!r} wants two words with = between them.", param_hint=option)
    return {key.strip(): value.strip() for key, _, value in (one.partition("=") for one in typed)}


def _placed(drafts: Sequence["DraftCase"], folder: Path) -> dict[Path, "DraftCase"]:
    """A path for each draft at which nothing stands yet, nor will: the customer's own file may still be to come."""
    from generator.intake.naming import apart

    there = {path.stem for path in folder.iterdir()} if folder.is_dir() else set()
    names = apart([draft.name for draft in drafts], frozenset({"customer", *there}))
    return {folder / f"{name}.yaml": draft for name, draft in zip(names, drafts, strict=True)}


def _write(files: "Mapping[Path, DraftCase]", folder: Path, name: str | None, wishes: "Wishes") -> None:
    from generator.intake.case_files import case_file, customer_file
    from generator.publish import write_within

    root = folder.parents[1]
    if not (folder / "customer.yaml").exists():
        write_within(root, f"cases/{folder.name}/customer.yaml", customer_file(name or folder.name).encode())
    for path, draft in files.items():
        write_within(root, f"cases/{folder.name}/{path.name}", case_file(draft, wishes).encode())
    many = "1 draft" if len(files) == 1 else f"{len(files)} drafts"
    click.echo(f"Wrote {many}. `casewright check` says what each still wants.", err=True)
