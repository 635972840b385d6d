"""Findings as SARIF 2.1.0, the exchange format of static analysis."""

import json
from urllib.parse import quote

from generator import __version__
from generator.codes import CODES, Code
from generator.finding import Finding, Place, Severity
from generator.report.fingerprint import fingerprints
from generator.report.report import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def sarif(report: Report) -> str:
    """One run with every code as a rule and every finding as a result."""
    rules = sorted(CODES)
    index = {name: number for number, name in enumerate(rules)}
    names = fingerprints(report.findings)
    results = [
        result(one, index[one.code], name, report.prefix) | state(one, report)
        for one, name in zip(report.findings, names, strict=True)
    ]
    driver = {"name": "casewright", "version": __version__, "rules": [rule(CODES[name]) for name in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def rule(code: Code) -> dict[str, object]:
    """A code as SARIF's reporting descriptor."""
    described: dict[str, object] = {
        "id": code.name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.explanation},
        "help": {"text": code.explanation},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }
    return described | ({"properties": {"tags": ["clock"]}} if code.clock else {})


def result(finding: Finding, rule_index: int, fingerprint: str, prefix: str) -> dict[str, object]:
    """A finding as SARIF's result."""
    artifact = {"uri": quote(prefix + finding.place.path, errors="replace"), "uriBaseId": "%SRCROOT%"}
    location = {"physicalLocation": {"artifactLocation": artifact, "region": region(finding.place)}}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "message": {"text": without_links(f"{finding.message} {finding.remedy}")},
        "locations": [location],
        "partialFingerprints": {"casewright/v1": fingerprint},
    }


def state(finding: Finding, report: Report) -> dict[str, str]:
    """Whether a change brings a finding, in SARIF's words; nothing where nothing is compared."""
    if report.before is None:
        return {}
    return {"baselineState": "unchanged" if finding in report.before else "new"}


def region(place: Place) -> dict[str, int]:
    """A place as SARIF's region; both count from 1, and both name the column behind the end."""
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def without_links(text: str) -> str:
    """The text without `[words](address)`, which a viewer would turn into a link that a stranger chose."""
    return text.replace("](", "] (")
