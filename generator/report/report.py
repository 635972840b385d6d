"""What a report is made from: the findings, the files they were found in, and which of them fail the run."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.finding import Finding


@dataclass(frozen=True)
class Report:
    """Findings in the order in which they are reported, and what a format needs beside them.

    `texts` maps the path of every file that was read to its text, from which excerpts are cut. `failing`
    holds the findings that fail the run. `prefix` leads from the working directory down to the workspace
    (`docs/cases/`, or nothing); formats that a code review reads put it before each path. `colour` asks for
    terminal colours. `before` holds the findings that were there before a change, None where nothing is compared;
    `since` names what it is compared with, and `listed_at` is the page that lists every finding, where there is one.
    """

    findings: Sequence[Finding]
    texts: Mapping[str, str] = field(default_factory=dict)
    failing: frozenset[Finding] = frozenset()
    prefix: str = ""
    colour: bool = False
    before: frozenset[Finding] | None = None
    since: str = ""
    listed_at: str = ""

    @cached_property
    def brought(self) -> list[Finding]:
        """The findings that the change brings; all of them where nothing is compared."""
        return [one for one in self.findings if one not in (self.before or ())]

    @cached_property
    def stood(self) -> list[Finding]:
        """The findings that were there before the change."""
        return [one for one in self.findings if one in (self.before or ())]

    @cached_property
    def paths(self) -> list[str]:
        """Every file that was read, and every other place where something was found, sorted."""
        return sorted({*self.texts, *(finding.place.path for finding in self.findings)})
