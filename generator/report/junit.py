"""Findings as JUnit's XML, which every build server shows as test results."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.finding import Finding
from generator.report.concise import one_line
from generator.report.printable import printable
from generator.report.report import Report

NOT_IN_XML = re.compile("[\ufffe\uffff]")
"""The characters that XML 1.0 cannot hold, even escaped, among those that `printable` lets pass."""


def junit(report: Report) -> str:
    """A suite with one test case a finding, failed where the finding fails the run, and one a clean file."""
    found = {finding.place.path for finding in report.findings}
    cases: list[tuple[str, Finding | None]] = [(one.place.path, one) for one in report.findings]
    cases += [(path, None) for path in report.paths if path not in found]
    failed = sum(one in report.failing for one in report.findings)
    counts = {"tests": str(len(cases)), "failures": str(failed), "errors": "0"}
    root = Element("testsuites", counts)
    suite = SubElement(root, "testsuite", {"name": "casewright check", **counts})
    for path, finding in sorted(cases, key=lambda case: case[0]):
        add_case(suite, path, finding, finding in report.failing)
    indent(root)
    xml: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return xml.decode("ascii")


def add_case(suite: Element, path: str, finding: Finding | None, failed: bool) -> None:
    """Adds one test case; a finding that does not fail is told in the output of a test that passed."""
    if finding is None:
        SubElement(suite, "testcase", {"classname": legal(path), "name": "no findings"})
        return
    place = finding.place
    name = f"{finding.code} at line {place.line}, column {place.column}"
    case = SubElement(suite, "testcase", {"classname": legal(path), "name": name})
    marks = {"message": legal(finding.message), "type": finding.code} if failed else {}
    said = SubElement(case, "failure" if failed else "system-out", marks)
    said.text = legal(one_line(finding)) + "\n" + legal(finding.remedy)


def legal(text: str) -> str:
    """The text with nothing in it that XML or a terminal would stumble over."""
    return NOT_IN_XML.sub("\ufffd", printable(text))
