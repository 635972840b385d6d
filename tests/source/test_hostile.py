"""Files made to hang, crash or exhaust the reader end in a finding, quickly, in a process that stays alive."""

import subprocess
import sys
from pathlib import Path

import pytest

READ = """
import sys
from time import process_time
from generator.source.reader import read_text
text = eval(sys.argv[1])
start = process_time()
source, findings = read_text("a.yaml", text if isinstance(text, bytes) else text.encode())
print(process_time() - start, source.root is None, *sorted({finding.code for finding in findings}))
"""
"""Each case is Python that makes the text, so that no megabyte travels on a command line."""

REFUSED = {
    "'[' * 100_000": "nested-too-deep",
    "'[' * 100_000 + ']' * 100_000": "nested-too-deep",
    "'{a: ' * 100_000": "nested-too-deep",
    "'- ' * 100_000 + 'a'": "nested-too-deep",
    "'? ' * 100_000 + 'a'": "nested-too-deep",
    "'\\n'.join(' ' * depth + 'a:' for depth in range(1_000))": "nested-too-deep",
    "'a: ' + '[' * 1_048_500": "nested-too-deep",
    "'a: \"' + 'x' * 1_000_000": "quote-open",
    "'a: \"' + '\\\\x41' * 200_000": "quote-open",
    "'a: 1\\n' * 200_000": "duplicate-key",
    "'a: *x\\nb: &x [*x, *x]\\n'": "yaml-anchor",
    "'a0: &a0 x\\n' + ''.join(f'a{n}: &a{n} [' + f'*a{n - 1}, ' * 9 + ']\\n' for n in range(1, 40))": "yaml-anchor",
    "'- *x\\n' * 170_000": "text-start",
    "'- !x\\n' * 170_000": "text-start",
    "'- &x\\n' * 170_000": "text-start",
    "'- !!x y\\n' * 120_000": "yaml-tag",
    "b'\\0' * 1_000_000": "control-character",
    "b'a: 1\\n' * 200_000 + b'\\xff'": "file-not-utf8",
    "b'\\xff' * 3_000_000": "file-too-big",
    "'a: \"\\\\ud800\"'": "backslash",
    "'a: ' + 'b: ' * 340_000": "colon-in-text",
    "'\\n' * 1_000_000 + 'a: b: c'": "colon-in-text",
    "'a: ' + ' ' * 1_000_000 + ': x'": "colon-in-text",
    "'a: [' + ', ' * 500_000": "yaml-syntax",
    "'\\t' * 1_000_000 + 'x: y'": "tab-indent",
    "'x\\n' * 500_000 + 'a: b'": "missing-colon",
    "'%' * 1_000_000": "yaml-directive",
    "'--- a\\n' * 170_000": "second-document",
}
READABLE = {
    "'a: ' + 'x' * 1_000_000": "",
    "'a: |\\n' + ' x #y\\n' * 170_000": "",
    "'a: |\\n' + '\\n' * 1_000_000": "",
    "'a:\\n' + '- |\\n  x\\n' * 120_000": "",
    "'a: \"' + 'x #y ' * 200_000 + '\"'": "",
    "'- \"x\" #y\\n' * 110_000": "",
    "'a: {' + ','.join(f'k{n}' for n in range(130_000)) + '}'": "text-start",
    "'a: {b: ' + ','.join(f'k{n}' for n in range(130_000)) + '}'": "comma-in-text",
    "'- x #y\\n' * 140_000": "text-cut",
    "'a: b' + ' #y' * 340_000": "text-cut",
    "'a: x\\n' + '  - y\\n' * 170_000": "line-swallowed",
    "'- -x\\n' * 200_000": "",
    "'\\u00a0x\\n' * 200_000": "odd-space",
    "'# casewright: ignore x\\n' * 45_000 + 'a: 1'": "",
    "'- \"x\"#y\\n' * 110_000": "text-cut",
}


def outcome(expression: str, folder: Path) -> tuple[float, bool, list[str]]:
    command = [sys.executable, "-c", READ, expression]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, cwd=folder, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    seconds, broken, *codes = done.stdout.split()
    return float(seconds), broken == "True", codes


@pytest.mark.parametrize("expression", REFUSED)
def test_a_hostile_file_is_refused_in_time(expression: str, repository: Path) -> None:
    seconds, broken, codes = outcome(expression, repository)
    assert broken and REFUSED[expression] in codes
    assert seconds < 2


@pytest.mark.parametrize("expression", READABLE)
def test_a_strange_file_is_read_in_time(expression: str, repository: Path) -> None:
    seconds, _, codes = outcome(expression, repository)
    assert READABLE[expression] in codes or (READABLE[expression] == "" and codes == [])
    assert seconds < 2
