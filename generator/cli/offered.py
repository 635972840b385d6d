"""The words that can stand in a place of a command: cases, people, areas and other keys of the workspace at hand."""

import click

from generator.cli.peeking import (
    Words,
    below,
    cases_told,
    entries,
    ids,
    items,
    named,
    read_key,
    root_of,
    told_by_id,
)


def cases(ctx: click.Context) -> Words:
    """The cases, by the names of their files."""
    from generator.model.part import keys_of_cases

    yield from ((key, "") for key in keys_of_cases(root_of(ctx)))


def customers(ctx: click.Context) -> Words:
    """The customers, by the names of their folders."""
    from generator.model.part import keys_of_customers

    yield from ((key, "") for key in keys_of_customers(root_of(ctx)))


def subjects(ctx: click.Context) -> Words:
    """What a paper may be of: a case, a customer or an area."""
    yield from cases(ctx)
    yield from customers(ctx)
    yield from areas(ctx)


def beginnings(ctx: click.Context) -> Words:
    """How the name of a new case begins."""
    yield from ((f"{key}/", "") for key, _ in customers(ctx))


def areas(ctx: click.Context) -> Words:
    """The areas of the matrix."""
    yield from named(read_key(ctx, "contacts.yaml", "areas"))


def people(ctx: click.Context) -> Words:
    """Our people, the third parties', and those of the customer whose case was named."""
    yield from named(read_key(ctx, "contacts.yaml", "people"))
    for party in entries(read_key(ctx, "contacts.yaml", "parties")).values():
        yield from named(below(party, "people"))
    for case in cases_told(ctx):
        yield from named(read_key(ctx, f"cases/{case.partition('/')[0]}/customer.yaml", "people"))


def purposes(ctx: click.Context) -> Words:
    """What an action of the case that was named may be for."""
    for section in ("root_causes", "contributing_factors", "exit_criteria", "recommendations"):
        yield from ids(ctx, section, "what")


def weak_spots(ctx: click.Context) -> Words:
    """What the dry runs of the case that was named have found."""
    for case in cases_told(ctx):
        for part in items(read_key(ctx, f"cases/{case}.yaml", "dry_run")):
            yield from told_by_id(below(part, "findings"), "what")


def meetings(ctx: click.Context) -> Words:
    """The meetings of the case that was named."""
    yield from ids(ctx, "meetings", "at")


def sides(ctx: click.Context) -> Words:
    """Who may have acted."""
    yield from (("us", "We."), ("customer", "The customer."))
    yield from named(read_key(ctx, "contacts.yaml", "parties"))


def products(ctx: click.Context) -> Words:
    """What we sell."""
    yield from named(read_key(ctx, "casewright.yaml", "products"))


def segments(ctx: click.Context) -> Words:
    """The segments of customers."""
    yield from named(read_key(ctx, "casewright.yaml", "segments"))


def papers(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """The papers of a case, and those of no one case."""
    from generator.documents.house_papers import HOUSE_PAPERS
    from generator.documents.papers import PAPERS

    yield from ((name, paper.title) for name, paper in PAPERS.items())
    yield from ((name, "") for name in HOUSE_PAPERS)


def codes(ctx: click.Context) -> Words:
    """The codes of findings; behind `fix` those that have one safe answer."""
    from generator.cli.explain import declare_all
    from generator.codes import CODES
    from generator.fixing.fixers import FIXERS

    declare_all()
    found = FIXERS if ctx.info_name == "fix" else CODES
    yield from ((name, CODES[name].title) for name in sorted(found))


def outcomes(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """What may have come of a call."""
    from generator.cli.tried import OUTCOMES

    yield from ((word, "") for word in OUTCOMES)


def reasons(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """Why somebody was rung."""
    from generator.cli.tried import WHYS

    yield from ((word, "") for word in WHYS)


def rungs(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """The rungs of the ladder."""
    from generator.model.settings import RUNGS

    yield from ((word, "") for word in RUNGS)


def zones(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """The names of all time zones."""
    from generator.model.scalars.zones import zone_names

    yield from ((name, "") for name in sorted(zone_names()))
