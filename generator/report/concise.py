"""Findings one a line, for a quick look and for editors that jump to a place."""

from generator.finding import Finding
from generator.report.printable import printable
from generator.report.report import Report


def concise(report: Report) -> str:
    """`path:line:column: severity[code]: message` for each finding; nothing where nothing was found.

    What was there before a change comes last, and says so.
    """
    earlier = (f"{one_line(finding)} (was there before)" for finding in report.stood)
    return "\n".join([*map(one_line, report.brought), *earlier])


def one_line(finding: Finding) -> str:
    """A finding on a line of its own, with nothing in it that a terminal would obey."""
    return f"{where(finding)}: {finding.severity}[{finding.code}]: {printable(finding.message)}"


def where(finding: Finding) -> str:
    """The place of a finding as `path:line:column`."""
    place = finding.place
    return f"{printable(place.path)}:{place.line}:{place.column}"
