"""Findings as JSON for scripts."""

import json
from dataclasses import asdict

from generator.finding import Finding
from generator.report.report import Report


def as_json(report: Report) -> str:
    """A list of objects, one a finding. ASCII only, all else is escaped, so that no terminal obeys it.

    Of a comparison, `before` says whether the finding was there before the change.
    """
    entries = [entry(finding) for finding in report.findings]
    if report.before is not None:
        entries = [{**entry(one), "before": one in report.before} for one in report.findings]
    return json.dumps(entries, indent=2)


def entry(finding: Finding) -> dict[str, object]:
    """What JSON says of a finding; the text of message and remedy is exact."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "clock": finding.clock,
        **asdict(finding.place),
        "message": finding.message,
        "remedy": finding.remedy,
    }
