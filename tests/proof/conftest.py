"""The whole proofs: run only where they are asked for by name, and their counts printed at the end."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
COUNTED = "counted: "


def pytest_ignore_collect(config: pytest.Config) -> bool | None:
    """Leaves the proofs out of a plain run of the tests."""
    asked_for = [Path(argument.split("::")[0]).resolve() for argument in config.args]
    return None if any(path == HERE or HERE in path.parents for path in asked_for) else True


@pytest.fixture
def counted(record_property: Callable[[str, object], None]) -> Callable[[str, int], None]:
    """Adds to one of the counts that are printed when all proofs have run."""
    return lambda what, number: record_property(f"{COUNTED}{what}", number)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the counts, of what passed alone."""
    counts: Counter[str] = Counter()
    for report in terminalreporter.stats.get("passed", []):
        for name, number in report.user_properties if report.when == "call" else ():
            if str(name).startswith(COUNTED):
                counts[str(name).removeprefix(COUNTED)] += int(str(number))
    if counts:
        terminalreporter.section("counts")
        for what, number in sorted(counts.items()):
            terminalreporter.write_line(f"{number:>9,}  {what}")
