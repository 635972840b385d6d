"""`casewright build`: the internal site, or one customer's papers."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.desk import desk_for, unknown
from generator.cli.options import (
    as_of_option,
    audience_option,
    draft_option,
    jobs_option,
    no_pdf_option,
    root_option,
)
from generator.cli.progress import progress
from generator.cli.surroundings import from_here
from generator.cli.telling import tell

if TYPE_CHECKING:
    from generator.build.site import Built
    from generator.documents.sheets import Desk

BLIND = "what a customer must not read stands in files that have faults."
LEAKING = "nothing leaves while an internal text stands in it."


@click.command(
    "build", epilog="Exit codes: 0 built, 1 a leak stopped it, 2 wrong usage, 3 broken surroundings."
)
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Where to. Unless given: site/.")
@click.option(
    "--case", "cases", metavar="CASE", multiple=True, help="Only this case; may be repeated; wants --out."
)
@click.option("--customer", metavar="KEY", help="With --audience customer: whose papers.")
@audience_option
@draft_option
@jobs_option
@no_pdf_option
@as_of_option
@root_option
@click.pass_context
def command(
    ctx: click.Context,
    out: Path | None,
    cases: tuple[str, ...],
    customer: str | None,
    audience: str | None,
    draft: bool,
    jobs: int,
    no_pdf: bool,
    as_of: datetime,
    root: Path,
) -> None:
    """Build the internal site into site/, or one customer's papers into a folder of their own.

    The folder is switched in whole, or left as it was. Findings keep nothing from being built.

    \b
    casewright build
    casewright build --out preview --case kestrel/2026-03-replication
    casewright build --audience customer --customer kestrel --out for-kestrel
    """
    _agree(out, cases, customer, audience, draft)
    from generator.build.customer import build_customer
    from generator.build.guard import unguarded
    from generator.build.site import Order, build_site
    from generator.publish import Claim, staging

    desk, checked = desk_for(root, as_of, cases, rest=True)
    _known_customer(customer, cases, desk)
    target = (out or root / "site").absolute()
    if customer is not None and (blind := unguarded(checked)):
        tell(blind, checked.texts, root, err=True)
        click.echo(f"{target} is as it was: {BLIND}", err=True)
        ctx.exit(1)
    claim = Claim("internal" if customer is None else "customer", customer)
    with progress() as told, staging(target, claim, root) as stage:
        order = Order(root, jobs, not no_pdf, told, cases)
        if customer is None:
            built = build_site(desk, checked.findings, order, stage)
        else:
            built = build_customer(desk, customer, order, draft, stage)
        if not built.leaks:
            stage.publish()
    found = built.leaks or [*(checked.findings if customer is None else []), *built.findings]
    if found:
        tell(found, checked.texts, root, output_format="full" if built.leaks else "concise", err=True)
    if built.leaks:
        click.echo(f"{target} is as it was: {LEAKING}", err=True)
        ctx.exit(1)
    click.echo(f"Built {_in_numbers(built)}. Open {from_here(target)}/index.html", err=True)
    if built.no_pango is not None:
        raise built.no_pango


def _in_numbers(built: "Built") -> str:
    pages = "1 page" if built.pages == 1 else f"{built.pages} pages"
    papers = "1 file of a paper" if built.papers == 1 else f"{built.papers} files of papers"
    return f"{pages} and {papers}"


def _known_customer(customer: str | None, cases: tuple[str, ...], desk: "Desk") -> None:
    """A customer that is named must have a folder here, and the cases that are named must be theirs."""
    known = [*desk.workspace.sources.customers, *desk.workspace.customers]
    if customer is not None and customer not in known:
        raise click.BadParameter(unknown("customer", customer, known), param_hint="--customer")
    for case in cases:
        if customer is not None and case.partition("/")[0] != customer:
            raise click.BadParameter(f"{case} is no case of {customer}.", param_hint="--case")


def _agree(
    out: Path | None, cases: tuple[str, ...], customer: str | None, audience: str | None, draft: bool
) -> None:
    """Options that belong together are given together."""
    if (audience == "customer") != (customer is not None):
        raise click.UsageError("--audience customer and --customer KEY go together: whose papers are they?")
    if customer is not None and out is None:
        raise click.UsageError("A customer's papers want a folder of their own: add --out DIR.")
    if cases and out is None:
        raise click.UsageError("A build of some cases only wants a folder of its own: add --out DIR.")
    if draft and customer is None:
        raise click.UsageError(
            "--draft goes with --audience customer: the internal site holds drafts anyway."
        )
