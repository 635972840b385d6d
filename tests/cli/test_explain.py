"""`casewright explain`: each code has its page, and a wrong one names the nearest."""

from collections.abc import Callable

import pytest
from click.testing import Result

from generator import checking  # noqa: F401 - importing it declares every code
from generator.cli.explain import explained
from generator.codes import CODES, Code
from generator.finding import Severity

Run = Callable[..., Result]

UNUSED = """\
ignore-unused (notice)
A comment silences nothing

The line no longer has the fault that the comment silences. Take the comment
away, or it will hide the fault if it comes back. Comments for what only the
passing of time brings are left alone, because such a finding comes and goes.

No comment silences it.
"""


def test_a_code_is_explained(run: Run) -> None:
    found = run("explain", "ignore-unused")
    assert (found.exit_code, found.stdout) == (0, UNUSED)


def test_examples_keep_their_lines_and_the_clock_is_told() -> None:
    example = "    next_update: 2026-03-11 02:05   # a line that is left as long as it is, whatever it takes"
    code = Code("late", Severity.ERROR, "Late", f"Say when.\n\n{example}\n\n{'word ' * 30}", clock=True)
    lines = explained(code).split("\n")
    assert example in lines
    assert max(len(line) for line in lines if line != example) <= 80
    assert "Only the passing of time brings this finding, so it fails nothing but" in lines
    assert lines[-1] == "A comment silences it on its line: `# casewright: ignore late`."


@pytest.mark.parametrize("name", sorted(CODES))
def test_every_code_explains_itself_in_sentences(name: str) -> None:
    code = CODES[name]
    assert code.explanation.rstrip().endswith(".") or "\n    " in code.explanation
    assert not code.title.endswith(".")
    assert "!" not in code.title
    assert "\N{EM DASH}" not in code.title + code.explanation


def test_without_a_code_all_are_listed(run: Run) -> None:
    lines = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == sorted(CODES)
    assert len({line.index(CODES[line.split()[0]].title) for line in lines}) == 1


def test_an_unknown_code_names_the_nearest(run: Run) -> None:
    found = run("explain", "ignore-unuse")
    assert found.exit_code == 2
    assert "There is no code 'ignore-unuse'. Did you mean 'ignore-unused'?" in found.stderr
    assert "Without a code, explain lists them all." in run("explain", "zzzz").stderr
