"""Prints findings in a format, on a terminal with colours."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator.cli.surroundings import below_here, colours
from generator.finding import Finding
from generator.report import FORMATS, Report


def tell(
    findings: Sequence[Finding],
    texts: Mapping[str, str],
    root: Path,
    *,
    output_format: str = "full",
    failing: frozenset[Finding] = frozenset(),
    err: bool = False,
    before: frozenset[Finding] | None = None,
    since: str = "",
) -> None:
    """Prints sorted findings of the workspace at `root` on stdout, or on stderr with `err`.

    `texts` holds the files that were read, by path; `failing` the findings that fail the run; `before` those
    that were there before a change since `since`, where there is one to compare with.
    """
    colour = colours(sys.stderr if err else sys.stdout)
    text = FORMATS[output_format](Report(findings, texts, failing, below_here(root), colour, before, since))
    if text:
        click.echo(text, err=err, color=colour)
