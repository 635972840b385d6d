"""A comment silences one code on one line, and is found out where it cannot or does not."""

import pytest

from generator.codes import Code
from generator.finding import Finding, Place, Severity
from generator.ignoring import apply_ignores

CODES = {
    code.name: code
    for code in [
        Code("wording-absolute", Severity.WARNING, "Absolute", "Why."),
        Code("promise-passed", Severity.ERROR, "Passed", "Why.", clock=True),
        Code("leak-name", Severity.ERROR, "Leak", "Why.", ignorable=False),
    ]
}


def found(name: str, line: int, path: str = "a.yaml") -> Finding:
    return CODES[name].at(Place(path, line, 7, line, 12), "Wrong.", "Mend it.")


def left(
    findings: list[Finding], *names: str, line: int = 2, text: str = ""
) -> list[tuple[str, str, int, int]]:
    """Code, message, line and column of what is left where a comment on one line of a.yaml names codes."""
    texts = {"a.yaml": text} if text else None
    heard = apply_ignores(findings, {"a.yaml": {line: frozenset(names)}}, CODES, texts)
    return [(one.code, one.message, one.place.line, one.place.column) for one in heard]


def test_a_comment_silences_its_code_on_its_line_in_its_file() -> None:
    elsewhere = [found("wording-absolute", 3), found("wording-absolute", 2, "b.yaml")]
    both = [found("wording-absolute", 2), found("promise-passed", 2), *elsewhere]
    assert left(both, "wording-absolute") == [
        ("promise-passed", "Wrong.", 2, 7),
        ("wording-absolute", "Wrong.", 3, 7),
        ("wording-absolute", "Wrong.", 2, 7),
    ]


def test_one_comment_silences_several_findings_and_codes() -> None:
    again = Finding("wording-absolute", Severity.WARNING, Place("a.yaml", 2, 20, 2, 25), "Wrong.", "Mend it.")
    both = [found("wording-absolute", 2), again, found("promise-passed", 2)]
    assert left(both, "wording-absolute", "promise-passed") == []


@pytest.mark.parametrize("there", [True, False])
def test_an_audience_fault_is_never_silenced(there: bool) -> None:
    refused = ("ignore-refused", 'A comment cannot silence "leak-name".', 2, 1)
    findings = [found("leak-name", 2)] if there else []
    assert left(findings, "leak-name") == [refused, *([("leak-name", "Wrong.", 2, 7)] if there else [])]


def test_an_unknown_code_names_the_nearest() -> None:
    (finding,) = apply_ignores([], {"a.yaml": {2: frozenset({"wording-absolut"})}}, CODES)
    assert (finding.code, finding.severity) == ("ignore-unknown", Severity.WARNING)
    assert finding.message == 'There is no code "wording-absolut" to silence.'
    assert finding.remedy == 'Write "wording-absolute", or take the comment away.'
    (finding,) = apply_ignores([], {"a.yaml": {2: frozenset({"zzz"})}}, CODES)
    assert finding.remedy == "Take the comment away."


def test_a_comment_that_silences_nothing_is_a_notice_unless_the_clock_brings_its_code() -> None:
    (finding,) = apply_ignores([], {"a.yaml": {2: frozenset({"wording-absolute"})}}, CODES)
    assert (finding.code, finding.severity) == ("ignore-unused", Severity.NOTICE)
    assert left([], "promise-passed") == []


def test_in_a_file_with_errors_no_comment_is_called_useless() -> None:
    broken, late = found("leak-name", 9), found("promise-passed", 9)
    assert left([broken], "wording-absolute") == [("leak-name", "Wrong.", 9, 7)]
    assert [name for name, *_ in left([late], "wording-absolute")] == ["ignore-unused", "promise-passed"]


def test_with_the_text_the_place_is_the_code_in_the_comment() -> None:
    text = "a: 1\nb: leak-name  # casewright: ignore leak-name\n"
    assert left([], "leak-name", text=text) == [
        ("ignore-refused", 'A comment cannot silence "leak-name".', 2, 36)
    ]
    assert left([], "leak-name", line=99, text=text)[0][2:] == (99, 1)
