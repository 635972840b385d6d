"""`casewright gate`: all that a change must pass before it lands, and all that its reviewers read, in one go."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.check import FAILING_FROM, failing
from generator.cli.options import as_of_option, jobs_option, no_pdf_option, root_option
from generator.cli.progress import progress
from generator.cli.surroundings import address_of_files, below_here, page_of_run
from generator.finding import in_order
from generator.publish import write_file
from generator.report import FORMATS, Report
from generator.report.fitting import ALL
from generator.report.gitlab import job_log

if TYPE_CHECKING:
    from generator.build.changed import Changed, State, Wanted
    from generator.checking import Checked
    from generator.review.brought import Comparison

HOSTS = ("github", "gitlab", "none")
LISTS = {"github": FORMATS["github"], "gitlab": job_log, "none": FORMATS["full"]}
"""For each host, how the findings are printed; GitLab reads its own form from a file."""
OUTSIDE = (
    "This change comes from outside the team: it was checked and printed with the settings and templates of the commit "
    "it began from, and only drafts were printed."
)
NO_PANGO = (
    "The papers are here as pages alone, because the machine that made them has no Pango to make PDFs with."
)
WITHHELD = (
    "No paper for a customer was made, because what they must not read would stand in one, or may; the findings say "
    "what and where."
)


@click.command(
    "gate",
    epilog="Exit codes: 0 the change may land, 1 it brings findings, 2 wrong usage, 3 broken surroundings.",
)
@click.option(
    "--base", metavar="REV", help="The commit or branch that the change is for. Unless given: none."
)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A new folder for what reviewers read.",
)
@click.option("--host", type=click.Choice(HOSTS), default="none", show_default=True, help="Who runs it.")
@click.option(
    "--fail-on",
    type=click.Choice(list(FAILING_FROM)),
    default="error",
    show_default=True,
    help="The mildest finding that stops the change.",
)
@click.option(
    "--from-outside", is_flag=True, help="A stranger's change: our settings, our templates, drafts alone."
)
@jobs_option
@no_pdf_option
@as_of_option
@root_option
@click.pass_context
def command(
    ctx: click.Context,
    base: str | None,
    out: Path,
    host: str,
    fail_on: str,
    from_outside: bool,
    jobs: int,
    no_pdf: bool,
    as_of: datetime,
    root: Path,
) -> None:
    """Check a change, say in words what it does, and make the papers that it changes.

    Only findings that the change brings stop it; those of before are listed apart. DIR then holds summary.md for the
    pull request, findings.json with every finding, changes.html, and in papers/ each paper that reads otherwise than
    before. For GitLab it holds codequality.json too. Nothing but DIR is written.

    \b
    casewright gate --base main --out /tmp/review
    casewright gate --base origin/main --host github --out "$RUNNER_TEMP/casework"
    casewright gate --base origin/main --from-outside --out /tmp/review --no-pdf
    """
    base = base or None
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        there = f"{click.format_filename(out)} is there already. Name a new folder."
        raise click.BadParameter(there, param_hint="--out")
    if from_outside and base is None:
        raise click.UsageError("--from-outside wants --base: whose settings and templates are to hold?")
    from generator.build.changed import Wanted

    with _states(root, base, as_of, from_outside) as (before, after, comparison):
        with progress() as told:
            changed = _papers(before, after, comparison, Wanted(from_outside, not no_pdf, jobs, told))
        report = _report(after.checked, changed, comparison, fail_on, below_here(root), base)
        notes = [*_notes(comparison, changed), *([OUTSIDE] if from_outside else [])]
        files = _files(before, after, report, changed, notes)
    if host == "gitlab":
        files["codequality.json"] = FORMATS["gitlab"](report).encode()
    for path, data in sorted(files.items()):
        write_file(out / path, data)
    for note in notes:
        click.echo(note, err=True)
    click.echo(LISTS[host](report))
    ctx.exit(1 if report.failing else 0)


@contextmanager
def _states(
    root: Path, base: str | None, as_of: datetime, from_outside: bool
) -> "Iterator[tuple[State | None, State, Comparison | None]]":
    """The workspace before the change where there is one, after it, and what to compare its findings with."""
    from generator.review.brought import Comparison, began_from, compared, has_no_commit, holds_workspace
    from generator.review.outsiders import with_house_of
    from generator.revisions import workspace_at

    with ExitStack() as stack:
        newer = stack.enter_context(with_house_of(root, base)) if base and from_outside else root
        after = _state(newer, root, as_of)
        if base is None:
            yield None, after, None
            return
        older = (
            None
            if has_no_commit(root)
            else stack.enter_context(workspace_at(root, began := began_from(root, base)))
        )
        if older is None or not holds_workspace(older):
            yield None, after, Comparison(base, empty=True)
        else:
            before = _state(older, root, after.checked.as_of)
            yield before, after, compared(root, began, before.checked.findings)


def _state(folder: Path, root: Path, as_of: datetime) -> "State":
    from generator.build.changed import State
    from generator.checking import check_workspace
    from generator.history import last_commits

    checked = check_workspace(folder, as_of)
    return State(folder, checked, last_commits(root, sorted(checked.texts)))


def _report(
    checked: "Checked",
    changed: "Changed",
    comparison: "Comparison | None",
    fail_on: str,
    prefix: str,
    base: str | None,
) -> Report:
    """What the check found, and what the papers that were made would tell a customer and must not."""
    findings = in_order([*checked.findings, *changed.leaks])
    before = comparison.known(checked.findings) | changed.leaked if comparison else None
    fails = failing([one for one in findings if one not in (before or ())], fail_on, False)
    listed = page_of_run() if base else ""
    return Report(findings, checked.texts, fails, prefix, False, before, base or "", listed)


def _papers(
    before: "State | None", after: "State", comparison: "Comparison | None", asked: "Wanted"
) -> "Changed":
    from generator.build.changed import Changed, changed_papers

    return changed_papers(before, after, asked) if comparison else Changed({})


def _notes(comparison: "Comparison | None", changed: "Changed") -> Iterator[str]:
    from generator.review.brought import notes

    yield from notes(comparison) if comparison else ()
    if changed.withheld:
        yield WITHHELD
    if changed.no_pango is not None:
        yield NO_PANGO


def _files(
    before: "State | None", after: "State", report: Report, changed: "Changed", notes: list[str]
) -> dict[str, bytes]:
    """Every file for the reviewers, by path."""
    from generator.build.review_page import review_page
    from generator.report.summary import Change, summary
    from generator.review.files import file_remarks
    from generator.review.reviews import review

    made = {f"papers/{path}": data for path, data in changed.files.items()}
    made[ALL] = FORMATS["json"](report).encode()
    chapters = []
    if before:
        files = file_remarks(before.root, after.root)
        chapters = review(before.desk.workspace, after.desk.workspace, after.checked.as_of, files)
        made["changes.html"] = review_page(chapters, after.checked, after.root).encode()
    told = Change(report, chapters, sorted(changed.files), notes, address_of_files())
    return {**made, "summary.md": summary(told).encode(errors="replace")}
