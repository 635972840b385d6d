"""Findings put into words, for people at a terminal, for editors and for the machines that review changes."""

from collections.abc import Callable

from generator.report.concise import concise
from generator.report.full import full
from generator.report.github import github
from generator.report.gitlab import gitlab
from generator.report.json import as_json
from generator.report.junit import junit
from generator.report.report import Report
from generator.report.sarif import sarif

FORMATS: dict[str, Callable[[Report], str]] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
}
"""Each format by the name that `--output-format` takes; the text has no newline at its end."""

__all__ = ["FORMATS", "Report"]
