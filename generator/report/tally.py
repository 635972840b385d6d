"""The count that ends a report, as one sentence."""

from collections import Counter

from generator.finding import Severity
from generator.report.report import Report


def tally(report: Report) -> str:
    """How many findings of each severity there are in how many files read: `2 errors, 1 warning in 12 files.`

    A finding may stand on a folder, which counts as a file only where no file could be read at all.
    """
    found = Counter(finding.severity for finding in report.findings)
    kinds = [counted(found[severity], severity) for severity in Severity if found[severity]]
    return f"{', '.join(kinds) or 'Nothing found'} in {counted(len(report.texts or report.paths), 'file')}."


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 file`, `1,200 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
