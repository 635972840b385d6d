"""What is read of a file: each value as it was typed, and exactly where it stands."""

import pytest

from generator.source.file import SourceFile
from generator.source.nodes import Mapping, Scalar, Sequence
from generator.source.reader import read_text


def read(text: str) -> SourceFile:
    source, findings = read_text("a.yaml", text.encode())
    assert findings == []
    return source


def span(source: SourceFile, *path: str | int) -> tuple[int, int, int, int]:
    place = source.place(path)
    return place.line, place.column, place.end_line, place.end_column


@pytest.mark.parametrize(
    "typed",
    [
        "14:05",
        "no",
        "0123",
        "+4930123456",
        "1.10",
        "2024-13-01",
        "1_0",
        "1e5",
        "0x1F",
        "yes",
        "2026-03-11 02:05",
        "~",
    ],
)
def test_a_value_is_the_text_that_was_typed(typed: str) -> None:
    root = read(f"key: {typed}\n").root
    assert isinstance(root, Mapping)
    value = root.entries["key"]
    assert isinstance(value, Scalar) and value.text == typed and value.plain


def test_quotes_are_no_part_of_a_value_but_of_its_place() -> None:
    source = read("a: 'it''s'\nb: \"x \\\"y\\\"\"\n")
    assert isinstance(source.root, Mapping)
    values = [value for value in source.root.entries.values() if isinstance(value, Scalar)]
    assert [(value.text, value.plain) for value in values] == [("it's", False), ('x "y"', False)]
    assert span(source, "a") == (1, 4, 1, 11)
    assert span(source, "b") == (2, 4, 2, 13)


def test_the_place_of_a_plain_value_ends_with_its_last_letter() -> None:
    source = read("title: Card payments   # why\nwhat: one\n  two  \n\nlast: é𝄞x\n")
    assert span(source, "title") == (1, 8, 1, 21)
    assert span(source, "what") == (2, 7, 3, 6)
    assert span(source, "last") == (5, 7, 5, 10)


@pytest.mark.parametrize("mark", ["|", ">", "|-", "|+"])
def test_a_block_text_ends_with_its_last_line(mark: str) -> None:
    source = read(f"a: {mark}\n  one\n\n  two\n\n\n# said\nb: 1\n")
    assert span(source, "a") == (1, 4, 4, 6)


def test_a_block_text_at_the_end_of_a_file_without_a_last_line_end() -> None:
    assert span(read("a: |\n  one"), "a") == (1, 4, 2, 6)


def test_lists_and_groups_end_with_what_they_hold_last() -> None:
    source = read("a:\n  - b: 1\n    c: |\n      text\n\n  - [x, y]\n\n# said\nd: {e: 1,\n  f: 2}\n")
    assert span(source, "a") == (2, 3, 6, 11)
    assert span(source, "a", 0) == (2, 5, 4, 11)
    assert span(source, "a", 1) == (6, 5, 6, 11)
    assert span(source, "d") == (9, 4, 10, 8)
    assert span(source) == (1, 1, 10, 8)


def test_the_place_of_a_key_and_of_something_that_is_not_there() -> None:
    source = read("a:\n  b: 1\n")
    key = source.place(("a", "b"), key=True)
    assert (key.line, key.column, key.end_column) == (2, 3, 4)
    assert source.place(("a", "c")) == source.place(("a",))


def test_a_value_that_is_not_written_is_null_and_stands_behind_its_colon() -> None:
    source = read("a:\nb: ''\nc: [null, ~]\n")
    assert isinstance(source.root, Mapping)
    a, b, c = source.root.entries.values()
    assert isinstance(a, Scalar) and a.is_null and span(source, "a") == (1, 3, 1, 3)
    assert isinstance(b, Scalar) and not b.is_null
    assert isinstance(c, Sequence) and all(isinstance(item, Scalar) and item.is_null for item in c.items)


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", b"a: 1\r\nb: 2", b"a: 1\rb: 2\r", b"---\na: 1\nb: 2\n...\n"]
)
def test_byte_order_mark_line_ends_and_document_marks_are_fine(data: bytes) -> None:
    source, findings = read_text("a.yaml", data)
    assert findings == []
    assert isinstance(source.root, Mapping) and list(source.root.entries) == ["a", "b"]
    b = source.place(("b",))
    assert (b.line, b.column) == ((3, 4) if data.startswith(b"---") else (2, 4))
    assert "\r" not in source.text and "\ufeff" not in source.text


def test_a_list_or_a_text_at_the_root_is_for_the_model_to_judge() -> None:
    assert isinstance(read("- a\n").root, Sequence)
    assert isinstance(read("words\n").root, Scalar)


def test_thirty_two_levels_are_read() -> None:
    assert read("[" * 32 + "]" * 32 + "\n").root is not None
