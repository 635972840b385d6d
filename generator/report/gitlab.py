"""Findings as GitLab's code quality report, which a merge request shows beside the changed lines."""

import json

from generator.finding import Finding, Severity
from generator.report.concise import one_line
from generator.report.fingerprint import fingerprints
from generator.report.fitting import fitting
from generator.report.full import full
from generator.report.github import worst_first
from generator.report.report import Report
from generator.report.tally import tally

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}
MOST_LOG = 3_000_000
"""How many bytes of findings go into the log of a job, of which GitLab keeps 4 MiB and drops the rest."""


def job_log(report: Report) -> str:
    """The findings as for a person; where they are too many for a job's log, one a line, the worst first, and the count."""
    text = full(report)
    if len(text.encode(errors="replace")) <= MOST_LOG:
        return text
    lines = map(one_line, [*worst_first(report), *report.stood])
    return "\n".join([*fitting(lines, MOST_LOG), tally(report)])


def gitlab(report: Report) -> str:
    """A list of objects with the fields that GitLab reads of the Code Climate format.

    The worst come first. What was there before a change comes last, and says so.
    """
    names = fingerprints(report.findings)
    name_of = dict(zip(report.findings, names, strict=True))
    entries = [entry(one, name_of[one], report.prefix) for one in worst_first(report)]
    entries += [earlier(one, name_of[one], report.prefix) for one in report.stood]
    return json.dumps(entries, indent=2)


def earlier(finding: Finding, fingerprint: str, prefix: str) -> dict[str, object]:
    """What GitLab is told of a finding that was there before the change: the same, but that it weighs nothing."""
    told = entry(finding, fingerprint, prefix)
    return {**told, "description": f"Was there before: {told['description']}", "severity": "info"}


def entry(finding: Finding, fingerprint: str, prefix: str) -> dict[str, object]:
    """What GitLab is told of one finding."""
    return {
        "description": f"{finding.message} {finding.remedy}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": LEVELS[finding.severity],
        "location": {"path": prefix + finding.place.path, "lines": {"begin": finding.place.line}},
    }
