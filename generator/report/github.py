"""Findings as GitHub workflow commands, which GitHub shows as annotations beside the changed lines."""

from collections.abc import Iterable

from generator.finding import Finding, Severity
from generator.report.concise import one_line
from generator.report.printable import printable
from generator.report.report import Report
from generator.report.tally import counted, tally

MOST = 10
"""Annotations of one kind that GitHub shows for a step; it drops what comes after them."""


def github(report: Report) -> str:
    """Annotations for the worst findings, plain lines for those beyond the limit and those before, then the count."""
    shown, rest = within_limit(worst_first(report))
    commands = [command(finding, report.prefix) for finding in shown]
    if rest:
        verb = "goes" if len(rest) == 1 else "go"
        page = f" (all stand in {harmless(report.listed_at)})" if report.listed_at else ""
        commands.append(
            f"{counted(len(rest), 'finding')} {verb} beyond what GitHub shows as annotations{page}:"
        )
    earlier = [f"There before this change, compared with {harmless(report.since)}:"] if report.stood else []
    beyond, stood = ([plain(one, report.prefix) for one in found] for found in (rest, report.stood))
    return "\n".join([*commands, *beyond, *earlier, *stood, tally(report)])


def worst_first(report: Report) -> list[Finding]:
    """Those that fail the run before the others, then by severity, then by place."""
    return sorted(report.brought, key=lambda one: (one not in report.failing, one.severity.rank))


def within_limit(findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that GitHub will show, and the rest."""
    room = dict.fromkeys(Severity, MOST)
    shown: list[Finding] = []
    rest: list[Finding] = []
    for finding in findings:
        room[finding.severity] -= 1
        (shown if room[finding.severity] >= 0 else rest).append(finding)
    return shown, rest


def command(finding: Finding, prefix: str) -> str:
    """One workflow command: `::error file=...,line=...::message`."""
    place = finding.place
    marks = {"file": prefix + printable(place.path), "line": place.line, "endLine": place.end_line}
    if place.end_line == place.line:  # The runner drops columns that span lines, and says so in the log.
        marks |= {"col": place.column, "endColumn": max(place.end_column, place.column)}
    marks["title"] = finding.code
    properties = ",".join(f"{name}={in_property(str(value))}" for name, value in marks.items())
    message = in_message(f"{printable(finding.message)}\n{printable(finding.remedy)}")
    return f"::{finding.severity} {properties}::{message}"


def in_message(text: str) -> str:
    """Text as the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def in_property(text: str) -> str:
    """Text as the value of a workflow command's property."""
    return in_message(text).replace(":", "%3A").replace(",", "%2C")


def plain(finding: Finding, prefix: str) -> str:
    """A line that the runner takes for no command, whatever was typed into a case.

    It obeys `::` at the start of a line, however far indented, and `##[` anywhere.
    """
    return f"- {harmless(prefix + one_line(finding))}"


def harmless(text: str) -> str:
    """A text behind the start of a line, with nothing that the runner obeys."""
    return printable(text).replace("##[", "## [")
