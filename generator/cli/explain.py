"""`casewright explain`: why a finding matters and how to mend it."""

from difflib import get_close_matches
from textwrap import fill

import click

from generator.codes import CODES, Code

WIDTH = 80


@click.command("explain")
@click.argument("code", metavar="[CODE]", required=False)
def command(code: str | None) -> None:
    """Say why the finding of a code matters and how to mend it; without a CODE, list them all.

    \b
    casewright explain
    casewright explain promise-passed
    """
    declare_all()
    click.echo(listing() if code is None else explained(known(code)))


def declare_all() -> None:
    """Has every code declared, which importing what raises them does."""
    import generator.build.codes
    import generator.checking
    import generator.inspect.codes  # noqa: F401


def known(name: str) -> Code:
    """The code of that name, or a usage error that names the nearest."""
    if name in CODES:
        return CODES[name]
    near = get_close_matches(name, CODES, n=1)
    hint = f"Did you mean {near[0]!r}?" if near else "Without a code, explain lists them all."
    raise click.BadParameter(f"There is no code {click.format_filename(name)!r}. {hint}", param_hint="CODE")


def listing() -> str:
    """Every code with its title, by name."""
    longest = max(map(len, CODES))
    return "\n".join(f"{name:<{longest}}  {CODES[name].title}" for name in sorted(CODES))


def explained(code: Code) -> str:
    """What a code means, wrapped to 80 columns; an indented paragraph is an example and kept as it stands."""
    paragraphs = [*code.explanation.split("\n\n"), *marks(code)]
    head = f"{code.name} ({code.severity})\n{code.title}"
    return "\n\n".join([head, *(part if part[:1].isspace() else fill(part, WIDTH) for part in paragraphs)])


def marks(code: Code) -> list[str]:
    """What the clock and a comment have to do with a code, as paragraphs."""
    by_clock = (
        "Only the passing of time brings this finding, so it fails nothing but `casewright check --late`."
    )
    by_comment = f"A comment silences it on its line: `# casewright: ignore {code.name}`."
    silencing = by_comment if code.ignorable else "No comment silences it."
    return [by_clock, silencing] if code.clock else [silencing]
