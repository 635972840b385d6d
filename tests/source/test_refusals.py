"""What case files do without is refused with a place, and one fault does not hide another."""

import pytest

from generator.source.reader import read_text

REFUSED = [
    ("a: &x {b: 1}\nc: *x\n", ("yaml-anchor", 1, 4, 6), ("yaml-anchor", 2, 4, 6)),
    ("a: &x one\nb: *x\n", ("yaml-anchor", 1, 4, 6), ("yaml-anchor", 2, 4, 6)),
    ("a: 1\n<<: {b: 1}\n", ("yaml-merge", 2, 1, 3)),
    ("a: !!str 1\n", ("yaml-tag", 1, 4, 9)),
    ("a: !<tag:x> 1\n", ("yaml-tag", 1, 4, 12)),
    ("a: !set {b: 1}\n", ("yaml-tag", 1, 4, 8)),
    ("%YAML 1.1\n---\na: 1\n", ("yaml-directive", 1, 1, 10)),
    ("%TAG !e! tag:x,2000:\n---\na: 1\n", ("yaml-directive", 1, 1, 21)),
    ("%FOO\n---\na: 1\n", ("yaml-directive", 1, 1, 5)),
    ("a: 1\n---\nb: 1\n", ("second-document", 2, 1, 4)),
    ("a: 1\n...\nb: 1\n", ("second-document", 3, 1, 5)),
    ("a: 1\nb: 1\na: 2\na: 3\n", ("duplicate-key", 3, 1, 2), ("duplicate-key", 4, 1, 2)),
    ("a: {b: 1, b: 2}\nc:\n  - d: 1\n    d: 2\n", ("duplicate-key", 1, 11, 12), ("duplicate-key", 4, 5, 6)),
    ("[a, b]: 1\n", ("key-not-text", 1, 1, 2)),
    ("? - a\n: 1\n", ("key-not-text", 1, 3, 4)),
    ("? |\n  a\n  b\n: 1\n", ("key-not-text", 1, 3, 4)),
    (": 1\n", ("key-not-text", 1, 1, 2)),
    ("a: 1\n?\n", ("key-not-text", 2, 2, 2)),
    ('a: "x\\0y"\n', ("control-character", 1, 4, 10)),
    ('a: "x\\ey"\n', ("control-character", 1, 4, 10)),
    ("a: 1\nb: x\u2028y\n", ("control-character", 2, 5, 6)),
    ("a: x\u0085y\n", ("control-character", 1, 5, 6)),
    ("a: x\ufeffy\n", ("control-character", 1, 5, 6)),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n", ("conflict-marker", 2, 1, 13)),
]


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for text, *expected in REFUSED])
def test_what_is_refused_has_its_code_and_place(text: str, expected: list[tuple[str, int, int, int]]) -> None:
    source, findings = read_text("a.yaml", text.encode())
    assert [(f.code, f.place.line, f.place.column, f.place.end_column) for f in findings] == expected
    assert source.root is None and source.text == text


def test_a_key_that_stands_twice_names_the_line_of_the_first() -> None:
    (finding,) = read_text("a.yaml", b"title: x\nopened: y\ntitle: z\n")[1]
    assert finding.message == 'The key "title" stands here a second time; the first is on line 1.'


def test_one_kind_of_fault_does_not_hide_another() -> None:
    text = b"a: 1\na: 2\nb: !!str x\nc: &x [1]\nd: *x\nwhat: Ticket #4711\n"
    codes = [finding.code for finding in read_text("a.yaml", text)[1]]
    assert sorted(codes) == ["duplicate-key", "text-cut", "yaml-anchor", "yaml-anchor", "yaml-tag"]


def test_both_values_of_a_key_that_stands_twice_are_looked_at() -> None:
    text = b"what: Ticket #4711\nwhat: Ticket #4712\nwhat: x\n"
    codes = [(finding.code, finding.place.line) for finding in read_text("a.yaml", text)[1]]
    assert codes == [("duplicate-key", 2), ("duplicate-key", 3), ("text-cut", 1), ("text-cut", 2)]


def test_a_syntax_error_keeps_what_was_found_before_it() -> None:
    codes = [finding.code for finding in read_text("a.yaml", b"a: 1\na: 2\nb: [1\n")[1]]
    assert codes == ["duplicate-key", "bracket-open"]


@pytest.mark.parametrize("text", ["", "\n \n", "# only said\n", "---\n", "---\n...\n", "~\n", "null\n"])
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    source, (finding,) = read_text("a.yaml", text.encode())
    assert source.root is None and finding.code == "file-empty"
    assert finding.message == "The file is empty, or everything in it is a comment."


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a: 1\nb: caf\xe9\n", (2, 7)),
        (b"\xef\xbb\xbfb: \xc3\xa9\xff\n", (1, 5)),
        (b"a: 1\r\nb: 2\rc: \x80", (3, 4)),
        ("a: 1\n".encode("utf-16"), (1, 1)),
        (b"a: \xed\xa0\x80\n", (1, 4)),
        (b"a: \xc0\xaf\n", (1, 4)),
    ],
)
def test_bytes_that_are_no_utf8_have_a_line_and_a_column(data: bytes, place: tuple[int, int]) -> None:
    source, (finding,) = read_text("a.yaml", data)
    assert source.root is None and finding.code == "file-not-utf8"
    assert (finding.place.line, finding.place.column) == place


@pytest.mark.parametrize("char", [0, 1, 7, 8, 11, 12, 27, 31, 127, 0x80, 0x9F, 0x2029, 0xFFFE, 0xFFFF])
def test_no_control_character_gets_in(char: int) -> None:
    source, (finding,) = read_text("a.yaml", f"a: 1\nb: é{chr(char)}x\n".encode())
    assert source.root is None and finding.code == "control-character"
    assert (finding.place.line, finding.place.column) == (2, 5)
    assert f"U+{char:04X}" in finding.message


def test_a_file_of_one_mebibyte_is_read_and_one_byte_more_is_not() -> None:
    full = b"a: " + b"x" * (1024 * 1024 - 4) + b"\n"
    assert read_text("a.yaml", full)[1] == []
    source, (finding,) = read_text("a.yaml", full + b"\n")
    assert finding.code == "file-too-big" and source.root is None and source.text == ""


@pytest.mark.parametrize(
    "text", ["[" * 33 + "]" * 33, "{a: " * 33 + "1" + "}" * 33, "- " * 33 + "a", "? " * 33 + "a"]
)
def test_thirty_three_levels_are_too_deep(text: str) -> None:
    source, findings = read_text("a.yaml", text.encode())
    assert source.root is None and "nested-too-deep" in [finding.code for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        "a: R&D and Q&A\n",
        "a: Come here!\n",
        "a: 5 * 3\n",
        "a: '*x'\n",
        'a: "&x !y"\n',
        "a: |\n  *x\n  &y\n",
        "a: x % y @ z\n",
    ],
)
def test_signs_inside_text_are_text(text: str) -> None:
    source, findings = read_text("a.yaml", text.encode())
    assert findings == [] and source.root is not None
