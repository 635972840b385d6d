"""Each format's exact text, of one report that holds hostile text."""

import json
from dataclasses import replace
from xml.etree import ElementTree

from generator import __version__
from generator.codes import Code
from generator.finding import Finding, Place
from generator.report import FORMATS, Report

FULL = r"""
cases/kestrel:1:1: notice[d-hint]: There is no customer.yaml.
    = Write one.

cases/kestrel/cards.yaml:1:12: warning[c-wording]: "just" belittles.
  1 | title: 支払い    just broken
    |                  ^^^^
    = Leave it out.

cases/kestrel/cards.yaml:2:11: error[a-person]: There is no person "prya".
  2 | advocate: prya
    |           ^^^^
    = Write "priya".

cases/kestrel/cards.yaml:3:14: error[b-late]: The update is late.
  3 | next_update: 2026-03-11 02:05
    |              ^^^^^^^^^^^^^^^^
    = Call the customer.

cases/kestrel/evil,100%.yaml:1:7: error[a-person]: There is \x1b[31mno\r\n::error::person ##[error]\x85.
  1 | what: \x1b[2J\u202etext
    |       ^^^^^^^^^^^^^
    = See [this](http://evil.example), 100%.

More on a finding: casewright explain d-hint
The passing of time alone brought 1 of these; it fails nothing but check --late.
3 errors, 1 warning, 1 notice in 2 files.
"""

CONCISE = r"""
cases/kestrel:1:1: notice[d-hint]: There is no customer.yaml.
cases/kestrel/cards.yaml:1:12: warning[c-wording]: "just" belittles.
cases/kestrel/cards.yaml:2:11: error[a-person]: There is no person "prya".
cases/kestrel/cards.yaml:3:14: error[b-late]: The update is late.
cases/kestrel/evil,100%.yaml:1:7: error[a-person]: There is \x1b[31mno\r\n::error::person ##[error]\x85.
"""

GITHUB = r"""
::error file=cases/kestrel/cards.yaml,line=2,endLine=2,col=11,endColumn=15,title=a-person::There is no person "prya".%0AWrite "priya".
::error file=cases/kestrel/evil%2C100%25.yaml,line=1,endLine=1,col=7,endColumn=12,title=a-person::There is \x1b[31mno\r\n::error::person ##[error]\x85.%0ASee [this](http://evil.example), 100%25.
::error file=cases/kestrel/cards.yaml,line=3,endLine=3,col=14,endColumn=30,title=b-late::The update is late.%0ACall the customer.
::warning file=cases/kestrel/cards.yaml,line=1,endLine=1,col=12,endColumn=16,title=c-wording::"just" belittles.%0ALeave it out.
::notice file=cases/kestrel,line=1,endLine=1,col=1,endColumn=1,title=d-hint::There is no customer.yaml.%0AWrite one.
3 errors, 1 warning, 1 notice in 2 files.
"""  # noqa: E501 - a workflow command is one line

JUNIT = r"""
<?xml version='1.0' encoding='us-ascii'?>
<testsuites tests="6" failures="2" errors="0">
  <testsuite name="casewright check" tests="6" failures="2" errors="0">
    <testcase classname="cases/kestrel" name="d-hint at line 1, column 1">
      <system-out>cases/kestrel:1:1: notice[d-hint]: There is no customer.yaml.
Write one.</system-out>
    </testcase>
    <testcase classname="cases/kestrel/cards.yaml" name="c-wording at line 1, column 12">
      <system-out>cases/kestrel/cards.yaml:1:12: warning[c-wording]: "just" belittles.
Leave it out.</system-out>
    </testcase>
    <testcase classname="cases/kestrel/cards.yaml" name="a-person at line 2, column 11">
      <failure message="There is no person &quot;prya&quot;." type="a-person">cases/kestrel/cards.yaml:2:11: error[a-person]: There is no person "prya".
Write "priya".</failure>
    </testcase>
    <testcase classname="cases/kestrel/cards.yaml" name="b-late at line 3, column 14">
      <system-out>cases/kestrel/cards.yaml:3:14: error[b-late]: The update is late.
Call the customer.</system-out>
    </testcase>
    <testcase classname="cases/kestrel/evil,100%.yaml" name="a-person at line 1, column 7">
      <failure message="There is \x1b[31mno\r\n::error::person ##[error]\x85." type="a-person">cases/kestrel/evil,100%.yaml:1:7: error[a-person]: There is \x1b[31mno\r\n::error::person ##[error]\x85.
See [this](http://evil.example), 100%.</failure>
    </testcase>
    <testcase classname="contacts.yaml" name="no findings" />
  </testsuite>
</testsuites>
"""  # noqa: E501 - the text of an element is one line


def test_full(report: Report) -> None:
    assert FORMATS["full"](report) == FULL.strip()


def test_concise(report: Report) -> None:
    assert FORMATS["concise"](report) == CONCISE.strip()


def test_json_holds_the_exact_text_in_exactly_these_fields(report: Report) -> None:
    text = FORMATS["json"](report)
    assert text.isascii()
    entries = json.loads(text)
    assert [entry["code"] for entry in entries] == [finding.code for finding in report.findings]
    assert list(entries[-1].items()) == [
        ("code", "a-person"),
        ("severity", "error"),
        ("clock", False),
        ("path", "cases/kestrel/evil,100%.yaml"),
        ("line", 1),
        ("column", 7),
        ("end_line", 1),
        ("end_column", 12),
        ("message", "There is \x1b[31mno\r\n::error::person ##[error]\x85."),
        ("remedy", "See [this](http://evil.example), 100%."),
    ]
    assert [entry["clock"] for entry in entries] == [False, False, False, True, False]


def test_github(report: Report) -> None:
    assert FORMATS["github"](report) == GITHUB.strip()


def test_gitlab(report: Report) -> None:
    entries = json.loads(FORMATS["gitlab"](replace(report, prefix="docs/")))
    assert [entry["severity"] for entry in entries] == ["major", "major", "major", "minor", "info"]
    assert entries[3] == {
        "description": '"just" belittles. Leave it out.',
        "check_name": "c-wording",
        "fingerprint": "734c69904e23e30e8bcd4b0caeaed4d9",
        "severity": "minor",
        "location": {"path": "docs/cases/kestrel/cards.yaml", "lines": {"begin": 1}},
    }


def test_sarif(report: Report) -> None:
    log = json.loads(FORMATS["sarif"](replace(report, prefix="docs/")))
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("casewright", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["a-person", "b-late", "c-wording", "d-hint"]
    assert driver["rules"][1] == {
        "id": "b-late",
        "shortDescription": {"text": "About b-late"},
        "fullDescription": {"text": "Why b-late matters."},
        "help": {"text": "Why b-late matters."},
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["clock"]},
    }
    assert [result["level"] for result in run["results"]] == ["note", "warning", "error", "error", "error"]
    assert run["results"][-1] == {
        "ruleId": "a-person",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "There is \x1b[31mno\r\n::error::person ##[error]\x85. "
            "See [this] (http://evil.example), 100%."
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "docs/cases/kestrel/evil%2C100%25.yaml",
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {"startLine": 1, "startColumn": 7, "endLine": 1, "endColumn": 12},
                }
            }
        ],
        "partialFingerprints": {"casewright/v1": "6a0c9f5eab2cd04d357ece3f04dc15b1"},
    }


def test_junit_is_xml_and_names_clean_files_too(report: Report) -> None:
    text = FORMATS["junit"](replace(report, texts={**report.texts, "contacts.yaml": ""}))
    ElementTree.fromstring(text)
    assert text == JUNIT.strip()


def test_junit_holds_what_xml_cannot(codes: dict[str, Code]) -> None:
    finding = codes["a-person"].at(Place("a\x00\ufffe.yaml"), "\x00\x0b\ud800\uffff 支払い <&>", "]]>")
    text = FORMATS["junit"](Report([finding], failing=frozenset([finding])))
    failure = ElementTree.fromstring(text).find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.attrib["message"] == "\\x00\\x0b\\ud800\ufffd 支払い <&>"
    assert failure.text == f"a\\x00\ufffd.yaml:1:1: error[a-person]: {failure.attrib['message']}\n]]>"


def test_nothing_found_is_said_or_is_an_empty_list() -> None:
    clean = Report([], {"a.yaml": "", "b.yaml": ""})
    said = {name: make(clean) for name, make in FORMATS.items() if name not in ("sarif", "junit")}
    assert said == {
        "full": "Nothing found in 2 files.",
        "concise": "",
        "json": "[]",
        "github": "Nothing found in 2 files.",
        "gitlab": "[]",
    }


def test_no_format_lets_a_terminal_escape_or_a_line_end_through(report: Report) -> None:
    for name, make in FORMATS.items():
        text = make(report)
        assert not {"\x1b", "\r", "\x85", "\u202e"} & set(text), name
        # What follows the line end in the hostile message never starts a line.
        assert not any(line.startswith("::error::") for line in text.splitlines()), name


def test_fingerprints_are_unique_and_outlive_lines_inserted_above(codes: dict[str, Code]) -> None:
    def names(*lines: int) -> list[str]:
        found = [codes["c-wording"].at(Place("a.yaml", line), '"just" belittles.', "Cut.") for line in lines]
        return [entry["fingerprint"] for entry in json.loads(FORMATS["gitlab"](Report(found)))]

    assert len(set(names(3, 5, 9))) == 3
    assert names(3, 5, 9) == names(13, 15, 19)


def test_a_finding_on_no_file_at_all_still_counts(findings: list[Finding]) -> None:
    lines = FORMATS["full"](Report(findings[:1])).splitlines()
    assert lines[-1] == "1 notice in 1 file."
