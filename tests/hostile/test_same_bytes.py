"""No clock and no surroundings below the command line, so that the same cases make the same bytes at any time."""

import re

from tests.sample_build import REPOSITORY

CLOCKS = re.compile(
    r"\.(?:now|today|utcnow|cwd)\(|\btime\.(?:time|time_ns|localtime|gmtime|strftime)\(|os\.(?:environ|getenv)"
)
SETS_ONLY = {"generator/pdf/engine.py", "generator/history.py"}
"""These hand the job's own moment, or git's surroundings, to whom they start."""


def test_nothing_below_the_command_line_asks_for_the_time_or_the_surroundings() -> None:
    asking = {
        path.relative_to(REPOSITORY).as_posix()
        for path in (REPOSITORY / "generator").rglob("*.py")
        if CLOCKS.search(path.read_text(encoding="utf-8")) and "cli" not in path.parts
    }
    assert asking <= SETS_ONLY
