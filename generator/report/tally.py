"""The count that ends a report, as one sentence."""

from collections import Counter
from collections.abc import Iterable

from generator.finding import Finding, Severity
from generator.report.report import Report


def tally(report: Report) -> str:
    """How many findings of each severity there are in how many files read: `2 errors, 1 warning in 12 files.`

    A finding may stand on a folder, which counts as a file only where no file could be read at all. Of a comparison
    it says what the change brings, and how much was there before.
    """
    files = counted(len(report.texts or report.paths), "file")
    if report.before is None:
        return f"{kinds(report.findings) or 'Nothing found'} in {files}."
    return f"The change brings {kinds(report.brought) or 'no finding'}; {stood(report)}, in {files}."


def kinds(findings: Iterable[Finding]) -> str:
    """How many findings there are of each severity, the worst first; nothing where there is none."""
    found = Counter(finding.severity for finding in findings)
    return ", ".join(counted(found[severity], severity) for severity in Severity if found[severity])


def stood(report: Report) -> str:
    """How many findings were there before a change, in words."""
    number = len(report.stood)
    return f"{counted(number, 'finding')} {'was' if number == 1 else 'were'} there before"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 file`, `1,200 files`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
