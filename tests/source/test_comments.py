"""Comments that silence a finding: the lines they speak of, and what only looks like one."""

import pytest

from generator.source.reader import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1 # casewright: ignore promise-passed\n", {1: {"promise-passed"}}),
        ("a: 1 #casewright:ignore x\nb: 1\n", {1: {"x"}}),
        ("a: 1 # casewright: ignore x, y ,z because Dana knows\n", {1: {"x", "y", "z"}}),
        ("# casewright: ignore x\na: 1\n", {2: {"x"}}),
        ("a:\n  # casewright: ignore x\n\n  # and this is why\n  b: 1\n", {5: {"x"}}),
        (
            "# casewright: ignore x\n# casewright: ignore y\na: 1 # casewright: ignore z\n",
            {3: {"x", "y", "z"}},
        ),
        ("a: 1\n# casewright: ignore x\n", {2: {"x"}}),
        ("- a # casewright: ignore x\n- b\n- c # casewright: ignore x\n", {1: {"x"}, 3: {"x"}}),
        ("a: [b, # casewright: ignore x\n  c]\n", {1: {"x"}}),
        ('a: "# casewright: ignore x" # casewright: ignore y\n', {1: {"y"}}),
        ('a: " # casewright: ignore x"\n', {}),
        ("a: ' # casewright: ignore x'\n", {}),
        ('a: "one\n  # casewright: ignore x\n  two"\n', {}),
        (
            "a: |\n  # casewright: ignore x\n  b # casewright: ignore y\nb: 1 # casewright: ignore z\n",
            {4: {"z"}},
        ),
        ("a: b#casewright: ignore x\n", {}),
        ("a: 1 # casewright: ignore\nb: 1 # casewright ignore x\nc: 1 # see casewright: ignore x\n", {}),
    ],
)
def test_a_comment_silences_its_line_or_the_next(text: str, expected: dict[int, set[str]]) -> None:
    source, _ = read_text("a.yaml", text.encode())
    assert source.ignores == expected
