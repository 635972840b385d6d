"""What every proof has: a place for its counts, which `make proof` prints at the end, also from parallel workers."""

from collections.abc import Callable

import pytest

COUNTED = "counted"


@pytest.fixture
def counted(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Takes a sentence with numbers, to be printed when all proofs have run."""
    return lambda sentence: record_property(COUNTED, sentence)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints what was counted, proof by proof."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.stats.get(kind, ())]
    lines = [
        f"{report.nodeid.partition('tests/proof/')[2]}: {sentence}"
        for report in reports
        for name, sentence in report.user_properties
        if name == COUNTED
    ]
    if lines:
        terminalreporter.section("counted")
        for line in sorted(lines):
            terminalreporter.line(line)
