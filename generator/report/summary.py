"""What a reviewer reads of a change, as Markdown that fits into the summary of a job."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator.finding import Finding
from generator.report.fitting import fitting
from generator.report.github import worst_first
from generator.report.report import Report
from generator.report.reviewing import bare, review_markdown
from generator.report.tally import counted, tally
from generator.review.reviews import Chapter

MOST_BROUGHT = 400_000
MOST_STOOD = 100_000
MOST_PAPERS = 50_000
MOST_NOTES = 50_000
"""How many bytes each list may take; with the review below, all stay within the 1 MiB that GitHub allows a step."""
MOST_REVIEW = 100_000
"""How many characters of review; each may take four bytes."""


@dataclass(frozen=True)
class Change:
    """A change as it is summed up: its findings, what it changes by case, the papers it changes, and what to know.

    `address` is where the host shows the files of the change, up to their paths; nothing where it is not known.
    """

    report: Report
    chapters: Sequence[Chapter]
    papers: Sequence[str]
    notes: Sequence[str]
    address: str = ""


def summary(change: Change) -> str:
    """The change as Markdown: the count, what to know, what it brings, what changes in words, the papers, the rest."""
    report = change.report
    parts = [f"## {bare(tally(report))}", *fitting(map(bare, change.notes), MOST_NOTES)]
    parts.append("\n".join(fitting(_lines(worst_first(report), change), MOST_BROUGHT)))
    if report.before is not None:
        parts += ["## What changes", review_markdown(change.chapters, MOST_REVIEW)]
    if change.papers:
        parts += [f"## {counted(len(change.papers), 'file')} of papers", _papers(change.papers)]
    if report.stood:
        head = f"<details><summary>{counted(len(report.stood), 'finding')} of before this change</summary>"
        parts += [head, "\n".join(fitting(_lines(report.stood, change), MOST_STOOD)), "</details>"]
    return "\n\n".join(part for part in parts if part) + "\n"


def _papers(paths: Sequence[str]) -> str:
    return "\n".join(fitting((f"- {bare(path)}" for path in paths), MOST_PAPERS))


def _lines(findings: Iterable[Finding], change: Change) -> Iterator[str]:
    for one in findings:
        yield f"- **{one.severity}** {_where(one, change)} {bare(one.message)} {bare(one.remedy)} `{one.code}`"


def _where(finding: Finding, change: Change) -> str:
    """The place of a finding, as a link where the host shows the file."""
    path, line = change.report.prefix + finding.place.path, finding.place.line
    shown = bare(f"{path}:{line}")
    if not change.address:
        return shown
    return f"[{shown}]({change.address}{quote(path, errors='replace')}#L{line})"
