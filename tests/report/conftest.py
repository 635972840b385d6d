"""One report that every format prints: each severity, a finding of the clock, wide letters, hostile text."""

import pytest

from generator.codes import CODES, Code
from generator.finding import Finding, Place, Severity, in_order
from generator.report import Report

CASE = "cases/kestrel/cards.yaml"
HOSTILE = "cases/kestrel/evil,100%.yaml"
TEXTS = {
    CASE: "title: 支払い\tjust broken\nadvocate: prya\nnext_update: 2026-03-11 02:05\n",
    HOSTILE: "what: \x1b[2J\u202etext\n",
}


def invented(name: str, severity: Severity, **marks: bool) -> Code:
    """A code of the tests' own, which the registry never sees."""
    return Code(name, severity, f"About {name}", f"Why {name} matters.", **marks)


@pytest.fixture
def codes(monkeypatch: pytest.MonkeyPatch) -> dict[str, Code]:
    """Four codes, which for this test are all there are."""
    known = [
        invented("a-person", Severity.ERROR),
        invented("b-late", Severity.ERROR, clock=True),
        invented("c-wording", Severity.WARNING),
        invented("d-hint", Severity.NOTICE),
    ]
    for name in list(CODES):
        monkeypatch.delitem(CODES, name)
    for code in known:
        monkeypatch.setitem(CODES, code.name, code)
    return {code.name: code for code in known}


@pytest.fixture
def findings(codes: dict[str, Code]) -> list[Finding]:
    """A finding of each code, one of hostile text, and one on a folder."""
    return in_order(
        [
            codes["a-person"].at(Place(CASE, 2, 11, 2, 15), 'There is no person "prya".', 'Write "priya".'),
            codes["b-late"].at(Place(CASE, 3, 14, 3, 30), "The update is late.", "Call the customer."),
            codes["c-wording"].at(Place(CASE, 1, 12, 1, 16), '"just" belittles.', "Leave it out."),
            codes["d-hint"].at(Place("cases/kestrel"), "There is no customer.yaml.", "Write one."),
            codes["a-person"].at(
                Place(HOSTILE, 1, 7, 1, 12),
                "There is \x1b[31mno\r\n::error::person ##[error]\x85.",
                "See [this](http://evil.example), 100%.",
            ),
        ]
    )


@pytest.fixture
def report(findings: list[Finding]) -> Report:
    """The findings with their files; the errors fail the run, but for the one of the clock."""
    failing = frozenset(one for one in findings if one.severity == Severity.ERROR and not one.clock)
    return Report(findings, TEXTS, failing)
