"""Findings as JUnit's XML, which every build server shows as test results."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.finding import Finding
from generator.report.concise import one_line
from generator.report.printable import printable
from generator.report.report import Report

NOT_IN_XML = re.compile("[\ufffe\uffff]")
"""The characters that XML 1.0 cannot hold, even escaped, among those that `printable` lets pass."""


Cases = list[tuple[str, Finding | None]]
"""Paths with what was found there; None for a clean file."""


def junit(report: Report) -> str:
    """A suite with one test case a finding, failed where the finding fails the run, and one a clean file."""
    found = {finding.place.path for finding in report.findings}
    cases: Cases = [(one.place.path, one) for one in report.brought]
    cases += [(path, None) for path in report.paths if path not in found]
    earlier: Cases = [(one.place.path, one) for one in report.stood]
    root = Element("testsuites", counts([*cases, *earlier], report))
    add_suite(root, "casewright check", cases, report)
    if earlier:
        add_suite(root, "casewright check: was there before", earlier, report)
    indent(root)
    xml: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return xml.decode("ascii")


def counts(cases: Cases, report: Report) -> dict[str, str]:
    """How many test cases there are, and how many of them failed."""
    failed = sum(finding in report.failing for _, finding in cases)
    return {"tests": str(len(cases)), "failures": str(failed), "errors": "0"}


def add_suite(root: Element, name: str, cases: Cases, report: Report) -> None:
    """Adds a suite of test cases, by path."""
    suite = SubElement(root, "testsuite", {"name": name, **counts(cases, report)})
    for path, finding in sorted(cases, key=lambda case: case[0]):
        add_case(suite, path, finding, finding in report.failing)


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
