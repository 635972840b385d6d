"""Text put in quotes is read as the same text, whatever it holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.nodes import Mapping, Scalar
from generator.source.quoting import LONGEST, quoted, shown
from generator.source.reader import read_text

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cause: unknown", '"Cause: unknown"'),
        ("customer's", '"customer\'s"'),
        ('"Kestrel" called', "'\"Kestrel\" called'"),
        ("C:\\new", "'C:\\new'"),
        ('it\'s "x" \\', '"it\'s \\"x\\" \\\\"'),
        ("a\nb\tc\x1b\u2028", '"a\\nb\\tc\\x1b\\u2028"'),
        ("cause\u00a0: é", '"cause\u00a0: é"'),
        ("", '""'),
    ],
)
def test_the_plainest_quotes_that_do_are_chosen(text: str, expected: str) -> None:
    assert quoted(text) == expected


@given(TEXT)
def test_what_was_quoted_is_read_as_it_was(text: str) -> None:
    source, findings = read_text("a.yaml", f"a: {quoted(text)}\n".encode())
    if all(char.isprintable() or char in "\t\n\r" for char in text):
        assert findings == []
        assert isinstance(source.root, Mapping)
        value = source.root.entries["a"]
        assert isinstance(value, Scalar) and value.text == text


def test_a_very_long_line_is_shown_without_its_middle() -> None:
    line = shown("a: " + "x" * 10_000 + " end")
    assert (
        len(line) < LONGEST + 10 and line.startswith("`a: x") and line.endswith("x end`") and " ... " in line
    )
