"""`casewright check`: everything that is wrong with the case files, in one pass."""

from collections.abc import Iterable
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.narrowing import narrowed_to
from generator.cli.options import as_of_option, output_format_option, root_option
from generator.cli.surroundings import usable_cores
from generator.cli.telling import tell
from generator.finding import Finding

if TYPE_CHECKING:
    from generator.checking import Checked
    from generator.model.scalars.durations import Duration
    from generator.model.settings import Stage

STAGES = ("engaged", "planning", "customer-review", "get-well", "closed")
FAILING_FROM = {"error": 0, "warning": 1, "never": -1}
"""For each `--fail-on`, the rank of the mildest severity that fails."""


def length(value: str) -> "Duration":
    """The horizon, a length of time in words as it is typed in a case."""
    from generator.model.scalars.durations import DURATION, Duration

    found = DURATION.fullmatch(value)
    if found is None or int(found[1]) == 0:
        raise click.BadParameter(
            f"{click.format_filename(value)!r} is not a length of time. Write it like '90 days' or '3 weeks'.",
            param_hint="'--horizon'",
        )
    return Duration(int(found[1]), found[2])


@click.command("check", epilog="Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 broken surroundings.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@output_format_option
@click.option(
    "--fail-on",
    type=click.Choice(list(FAILING_FROM)),
    default="error",
    show_default=True,
    help="The mildest finding that fails the check.",
)
@click.option("--late", is_flag=True, help="Fail on what only the passing of time brings, too.")
@click.option("--base", metavar="REV", help="Fail only on what the change since this commit brings.")
@click.option("--case", metavar="CASE", help="With --as-if: the case, such as kestrel/2026-03-replication.")
@click.option("--as-if", "stage", type=click.Choice(STAGES), help="With --case: what it still wants there.")
@click.option(
    "--horizon",
    metavar="LENGTH",
    default="90 days",
    show_default=True,
    help="How far ahead the matrix is proved, such as '3 weeks'.",
)
@as_of_option
@root_option
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    output_format: str,
    fail_on: str,
    late: bool,
    base: str | None,
    case: str | None,
    stage: "Stage | None",
    horizon: str,
    as_of: datetime,
    root: Path,
) -> None:
    """Say everything that is wrong with the case files, and what to do about it.

    Every file is read, because files point at one another. A PATH, a file or a folder, narrows the report. Every
    hand-over, override and absence up to the horizon is followed, so that a hole in the matrix is told before it is there.
    With --base, what was there before a change is told apart and fails nothing.

    \b
    casewright check
    casewright check cases/kestrel --output-format concise
    casewright check --fail-on warning --late
    casewright check contacts.yaml --horizon "52 weeks"
    casewright check --base main
    casewright check --case kestrel/2026-03-replication --as-if get-well
    """
    if base is not None and (case or stage):
        raise click.UsageError("--base compares what is there; --case and --as-if ask what would be.")
    wanted = narrowed_to(paths, root)
    if case is None and stage is None:
        checked = check_on(root, as_of, horizon, usable_cores())
    else:
        from generator.checking import demands_as_if

        length(horizon)
        checked = demands_as_if(root, *case_and_stage(root, case, stage), as_of)
    findings = [finding for finding in checked.findings if wanted(finding.place.path)]
    texts = {path: text for path, text in checked.texts.items() if wanted(path)}
    before = known_before(root, base, checked, length(horizon))
    fails = failing([one for one in findings if one not in (before or ())], fail_on, late)
    tell(
        findings,
        texts,
        root,
        output_format=output_format,
        failing=fails,
        before=before,
        since=base or "",
    )
    ctx.exit(1 if fails else 0)


def known_before(
    root: Path, base: str | None, checked: "Checked", horizon: "Duration"
) -> frozenset[Finding] | None:
    """The findings that were there before the change since a commit; None where nothing is to be compared."""
    if base is None:
        return None
    from generator.review.brought import compare, notes

    comparison = compare(root, base, checked.as_of, horizon)
    for note in notes(comparison):
        click.echo(note, err=True)
    return comparison.known(checked.findings)


def check_on(root: Path, as_of: datetime, horizon: str, cores: int) -> "Checked":
    """All findings of a workspace, which is being read in another process while this one imports what comes after."""
    from generator.source.workspace import begin_reading, collector_paused

    with collector_paused():
        reading = begin_reading(root, cores)
        from generator.checking import check_read

        return check_read(reading, root, as_of, length(horizon), cores)


def failing(findings: Iterable[Finding], fail_on: str, late: bool) -> frozenset[Finding]:
    """The findings that fail the check.

    Those of the clock are errors nowhere, so that a promise can pass without a change being refused for it; with
    `late` they fail from a warning on.
    """
    limit = FAILING_FROM[fail_on]
    of_clock = FAILING_FROM["warning" if late and fail_on != "never" else "never"]
    return frozenset(one for one in findings if one.severity.rank <= (of_clock if one.clock else limit))


def case_and_stage(root: Path, case: str | None, stage: "Stage | None") -> "tuple[str, Stage]":
    """What `--case` and `--as-if` name; each wants the other, and the case must exist."""
    if case is None or stage is None:
        raise click.UsageError("--case and --as-if go together: which case, as if it were in which stage.")
    known = [f"{file.parent.name}/{file.stem}" for file in sorted(root.glob("cases/*/*.yaml"))]
    known = [name for name in known if not name.endswith("/customer")]
    if case not in known:
        near = get_close_matches(case, known, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise click.BadParameter(
            f"There is no case {click.format_filename(case)!r}.{hint}", param_hint="--case"
        )
    return case, stage
