"""Findings for a person at a terminal: what is wrong, the line it stands on, and what to do."""

from generator.codes import CODES
from generator.finding import Finding, Severity
from generator.report.concise import one_line, where
from generator.report.excerpt import excerpt
from generator.report.paint import BOLD, FAINT, Styled, paint
from generator.report.printable import printable
from generator.report.report import Report
from generator.report.tally import tally

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTICE: "bold blue"}


def full(report: Report) -> str:
    """Each finding with its excerpt and its remedy, then what was there before, where to read more, and the count."""
    blocks = [block(finding, report.texts.get(finding.place.path)) for finding in report.brought]
    blocks += [earlier(report)] if report.stood else []
    return "\n\n".join(paint(part, report.colour) for part in [*blocks, closing(report)])


def block(finding: Finding, text: str | None) -> Styled:
    """One finding as styled text; the excerpt is left out where there is no text to cut it from."""
    colour = COLOURS[finding.severity]
    return [
        (f"{where(finding)}: ", BOLD),
        (f"{finding.severity}[{finding.code}]", colour),
        (f": {printable(finding.message)}\n", BOLD),
        *(quoted(finding, text, colour) if text is not None and quotable(finding) else []),
        ("    = ", FAINT),
        (printable(finding.remedy), ""),
    ]


def earlier(report: Report) -> Styled:
    """The findings that were there before the change, one a line."""
    lines = "".join(f"\n    {one_line(finding)}" for finding in report.stood)
    return [(f"There before this change, compared with {printable(report.since)}:", BOLD), (lines, FAINT)]


def quotable(finding: Finding) -> bool:
    """Whether the line of a finding may be shown; one of a code that nobody declared may."""
    return finding.code not in CODES or CODES[finding.code].quotable


def quoted(finding: Finding, text: str, colour: str) -> Styled:
    """The line of the file with its number, and the carets under what is meant."""
    shown = excerpt(text, finding.place)
    if shown is None:
        return []
    number = f"{finding.place.line:>3}"
    return [
        (f"{number} | ", FAINT),
        (f"{shown.line}\n", ""),
        (f"{' ' * len(number)} | ", FAINT),
        (f"{' ' * shown.before}{'^' * shown.under}\n", colour),
    ]


def closing(report: Report) -> Styled:
    """What comes after the findings: where to read more, what the clock brought, and the count."""
    first = next(iter(report.brought), None)
    hint = f"More on a finding: casewright explain {first.code}\n" if first else ""
    return [(hint + waiting(report), ""), (tally(report), BOLD)]


def waiting(report: Report) -> str:
    """Says which findings the clock brought without failing the run, where there are some."""
    late = sum(finding.clock and finding not in report.failing for finding in report.brought)
    if not late:
        return ""
    they_fail = "it fails" if late == 1 else "they fail"
    return f"The passing of time alone brought {late} of these; {they_fail} nothing but check --late.\n"
