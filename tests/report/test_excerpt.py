"""Carets stand under the right column, whatever the line holds."""

import pytest

from generator.finding import Place
from generator.report.excerpt import WIDTH, Excerpt, excerpt
from generator.report.printable import cells, printable


def under(text: str, word: str, line: int = 1) -> Place:
    """The place of a word in one line of a text."""
    column = text.split("\n")[line - 1].index(word) + 1
    return Place("a.yaml", line, column, line, column + len(word))


@pytest.mark.parametrize(
    ("line", "word", "shown", "carets"),
    [
        ("owner: prya", "prya", "owner: prya", "       ^^^^"),
        ("\towner: prya", "prya", "    owner: prya", "           ^^^^"),
        ("title: 支払いが遅い just", "just", "title: 支払いが遅い just", "                    ^^^^"),
        ("title: 支払い", "払い", "title: 支払い", "         ^^^^"),
        ("name: Łuka\u0301sz just", "just", "name: Łuka\u0301sz just", "             ^^^^"),
        ("mood: 👩\u200d🔧 just", "just", "mood: 👩\u200d🔧 just", "           ^^^^"),
        ("a\x00b: just", "just", "a\\x00b: just", "        ^^^^"),
        ("a: x\ty z", "\t", "a: x    y z", "    ^^^^"),
    ],
)
def test_carets_stand_under_the_word(line: str, word: str, shown: str, carets: str) -> None:
    found = excerpt(line, under(line, word))
    assert found is not None
    assert (found.line, " " * found.before + "^" * found.under) == (shown, carets)


def test_a_span_over_lines_is_marked_to_the_end_of_its_first() -> None:
    assert excerpt("what: one  \n  two\n", Place("a.yaml", 1, 7, 2, 6)) == Excerpt("what: one", 6, 3)


def test_a_place_behind_the_line_gets_one_caret_behind_it() -> None:
    assert excerpt("what:\n", Place("a.yaml", 1, 99, 1, 120)) == Excerpt("what:", 5, 1)


@pytest.mark.parametrize("text", ["", "\n\n", "   \n", "what: a"])
def test_no_excerpt_where_nothing_stands(text: str) -> None:
    assert excerpt(text, Place("a.yaml", 1 if not text.strip() else 2)) is None


def test_lines_are_counted_as_yaml_counts_them() -> None:
    text = "a: 1\r\nb: 2\rc: 3\x85d: 4\u2028e: 5\u2029f: 6\x0bg\x0c\n"
    assert [excerpt(text, Place("a.yaml", line, 1, line, 2)) for line in range(1, 7)] == [
        Excerpt("a: 1", 0, 1),
        Excerpt("b: 2", 0, 1),
        Excerpt("c: 3", 0, 1),
        Excerpt("d: 4", 0, 1),
        Excerpt("e: 5", 0, 1),
        Excerpt("f: 6\\x0bg\\x0c", 0, 1),
    ]


@pytest.mark.parametrize("filler", ["x", "支", "\t", "\x1b", "e\u0301"])
@pytest.mark.parametrize("before", [0, 30, 90, 500])
@pytest.mark.parametrize("after", [0, 30, 500])
def test_a_long_line_is_cut_around_the_caret(filler: str, before: int, after: int) -> None:
    line = filler * before + "WORD" + filler * after
    found = excerpt(line, under(line, "WORD"))
    assert found is not None
    assert cells(found.line) <= WIDTH + 2
    assert found.under == 4
    assert cells(found.line[: found.line.index("WORD")]) == found.before
    whole = cells(printable(line.replace("\t", "    ")))
    assert ("…" in found.line) == (max(whole, len(line)) > WIDTH)


def test_a_line_of_a_mebibyte_is_quick_to_cut() -> None:
    text = "x" * 1_000_000
    for column in range(1, 2_000):
        assert excerpt(text, Place("a.yaml", 1, column, 1, column + 5)) is not None


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("plain", "plain"),
        ("Příliš žluťoučký", "Příliš žluťoučký"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u2066b\u2069\u200f", "a\\u2066b\\u2069\\u200f"),
        ("\ud800", "\\ud800"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_a_terminal_would_obey_is_shown_as_an_escape(typed: str, shown: str) -> None:
    assert printable(typed) == shown
    assert printable(shown) == shown
