"""Findings as GitLab's code quality report, which a merge request shows beside the changed lines."""

import json

from generator.finding import Finding, Severity
from generator.report.fingerprint import fingerprints
from generator.report.report import Report

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def gitlab(report: Report) -> str:
    """A list of objects with the fields that GitLab reads of the Code Climate format."""
    names = fingerprints(report.findings)
    entries = [entry(one, name, report.prefix) for one, name in zip(report.findings, names, strict=True)]
    return json.dumps(entries, indent=2)


def entry(finding: Finding, fingerprint: str, prefix: str) -> dict[str, object]:
    """What GitLab is told of one finding."""
    return {
        "description": f"{finding.message} {finding.remedy}",
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": LEVELS[finding.severity],
        "location": {"path": prefix + finding.place.path, "lines": {"begin": finding.place.line}},
    }
