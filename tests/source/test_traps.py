"""Each trap that YAML sets for prose has its own sentence, its place, and the corrected line as its remedy."""

import re

import pytest

from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.source.reader import read_text

# What was typed; the code; line, column and end column; the corrected line.
TRAPS = [
    # Text that a # cuts short.
    ("what: Ticket #4711 closed\n", "text-cut", (1, 14, 26), 'what: "Ticket #4711 closed"'),
    ("- Ticket #4711\n- b\n", "text-cut", (1, 10, 15), '- "Ticket #4711"'),
    ("ticket: #4711\n", "text-cut", (1, 9, 14), 'ticket: "#4711"'),
    ("a: it's #4 \\ \"x\"\n", "text-cut", (1, 9, 17), 'a: "it\'s #4 \\\\ \\"x\\""'),
    ("a:\n  what: one\n    two #4711\nb: 1\n", "text-cut", (3, 9, 14), 'what: "one two #4711"'),
    ("a: {what: Ticket #4\n  , b: 1}\n", "text-cut", (1, 18, 20), 'a: {what: "Ticket #4"'),
    ("a: {what: Ticket #4, b: 1}\nc: 1\n", "text-cut", (1, 18, 27), 'a: {what: "Ticket #4", b: 1}'),
    ("a: [one #4 two]\nc: 1\n", "text-cut", (1, 9, 16), 'a: ["one #4 two"]'),
    ("a: one #4711\n  two\nb: 1\n", "text-cut", (1, 8, 13), 'a: "one #4711"'),
    ("a:\n  what: We saw\n    #4711 again\n", "text-cut", (3, 5, 16), 'what: "We saw #4711 again"'),
    # A colon and a space in plain text.
    ("what: Cause: unknown\n", "colon-in-text", (1, 7, 21), 'what: "Cause: unknown"'),
    ("- what: Cause: unknown # so far\n", "colon-in-text", (1, 9, 23), '- what: "Cause: unknown" # so far'),
    ('what: He said "no": twice\n', "colon-in-text", (1, 7, 26), "what: 'He said \"no\": twice'"),
    ('what: It\'s "no": x\n', "colon-in-text", (1, 7, 19), 'what: "It\'s \\"no\\": x"'),
    ("a: the cause\u00a0: not known\n", "colon-in-text", (1, 4, 25), 'a: "the cause\u00a0: not known"'),
    ("a: b: c: d\n", "colon-in-text", (1, 4, 11), 'a: "b: c: d"'),
    ("what: The cause\n  is known: unknown\n", "colon-in-text", (2, 3, 20), 'what: "The cause is known: unknown"'),
    ("e:\n  - {what: Cause: x, b: 1}\n", "colon-in-text", (2, 12, 20), '- {what: "Cause: x", b: 1}'),
    # Text that begins with a sign.
    ("what: *urgent* call\n", "text-start", (1, 7, 20), 'what: "*urgent* call"'),
    ("what: *urgent\n", "text-start", (1, 7, 14), 'what: "*urgent"'),
    ("what: &now call them\n", "text-start", (1, 7, 21), 'what: "&now call them"'),
    ("what: & co\n", "text-start", (1, 7, 11), 'what: "& co"'),
    ("what: !important call\nb: 1\n", "text-start", (1, 7, 22), 'what: "!important call"'),
    ("what: ! call\n", "text-start", (1, 7, 13), 'what: "! call"'),
    ("what: %50 off\n", "text-start", (1, 7, 14), 'what: "%50 off"'),
    ("what: @dana call\n", "text-start", (1, 7, 17), 'what: "@dana call"'),
    ("what: `ls` x\n", "text-start", (1, 7, 13), 'what: "`ls` x"'),
    ("- @dana\n", "text-start", (1, 3, 8), '- "@dana"'),
    ("what: [draft] sent to Dana\nb: 1\n", "text-start", (1, 7, 27), 'what: "[draft] sent to Dana"'),
    ("- [draft] sent\n- b\n", "text-start", (1, 3, 15), '- "[draft] sent"'),
    ("what: {x} y\nb: 1\n", "text-start", (1, 7, 12), 'what: "{x} y"'),
    ("what: {{ name }}\n", "text-start", (1, 7, 17), 'what: "{{ name }}"'),
    ("what: {draft}\n", "text-start", (1, 7, 14), 'what: "{draft}"'),
    ("what: - foo\n", "text-start", (1, 7, 12), 'what: "- foo"'),
    ("what: >50 shops\n", "text-start", (1, 7, 16), 'what: ">50 shops"'),
    ("a: [x, *y]\n", "text-start", (1, 8, 10), 'a: [x, "*y"]'),
    ("a: {b: @x, c: 1}\n", "text-start", (1, 8, 10), 'a: {b: "@x", c: 1}'),
    # Quotes.
    ("what: 'customer's database'\nb: 1\n", "apostrophe", (1, 7, 28), 'what: "customer\'s database"'),
    ("- 'customer's database'\n- b\n", "apostrophe", (1, 3, 24), '- "customer\'s database"'),
    ("a: {what: 'it's', b: 1}\n", "apostrophe", (1, 11, 17), 'a: {what: "it\'s", b: 1}'),
    ('what: "Kestrel" called\nb: 1\n', "text-after-quote", (1, 7, 23), "what: '\"Kestrel\" called'"),
    ('what: "the "big" one"\nb: 1\n', "text-after-quote", (1, 7, 22), "what: 'the \"big\" one'"),
    ("what: 'Kestrel' called\n", "text-after-quote", (1, 7, 23), "what: \"'Kestrel' called\""),
    ('what: "Kestrel\nb: 1\n', "quote-open", (1, 7, 15), 'what: "Kestrel"'),
    ("what: 'tis late\nb: don't\nc: 2\n", "quote-open", (1, 7, 16), 'what: "tis late"'),
    ('what: "C:\\new\\dir" # c\n', "backslash", (1, 14, 15), "what: 'C:\\new\\dir' # c"),
    ('what: "\\ud800"\n', "backslash", (1, 10, 11), "what: '\\ud800'"),
    # Braces, lists and layout.
    ("- {what: Rang Dana, no answer}\n", "comma-in-text", (1, 10, 30), '- {what: "Rang Dana, no answer"}'),
    ("- {what: 90,000 mails, by: us}\n", "comma-in-text", (1, 10, 22), '- {what: "90,000 mails", by: us}'),
    ("a: [1, 2\n", "bracket-open", (1, 4, 9), "a: [1, 2]"),
    ("a: [draft\nb: 1\n", "bracket-open", (1, 4, 10), "a: [draft]"),
    ("e:\n  - a\n  -text\n", "dash-without-space", (3, 3, 4), "- text"),
    ("e:\n  -text\n  -more\n", "dash-without-space", (2, 3, 4), "- text"),
    ("a:\n\tb: 1\n", "tab-indent", (2, 1, 2), "  b: 1"),
    ("a:\n  - b: 1\n  \t c: 2\n", "tab-indent", (3, 3, 5), "     c: 2"),
    ("title Card payments\nopened: 1\n", "missing-colon", (1, 1, 20), "title: Card payments"),
    ("title: x\nadvocate:ines\n", "missing-colon", (2, 1, 14), "advocate: ines"),
    ("e:\n - at:2026-03-11\n   what: x\n", "missing-colon", (2, 4, 17), "- at: 2026-03-11"),
    ("what:\u00a0Card\nb: 1\n", "odd-space", (1, 6, 7), "what: Card"),
    ("a: b\n\u00a0c: d\n", "odd-space", (2, 1, 2), "c: d"),
]  # fmt: skip

LAYOUT = [
    ("a: x\n  stage: y\n", "wrong-indent", (2, 3, 11), "Begin it in column 1, as line 1 does."),
    ("a:\n  b: 1\n c: 2\n", "wrong-indent", (3, 2, 6), "those around it begin in column 1."),
    ("  a: 1\nb: 2\n", "wrong-indent", (2, 1, 5), "Begin both in the first column."),
    ("- a\nb: 1\n", "wrong-indent", (2, 1, 5), "or begin it with a dash."),
    ("b: 1\n- a\n", "wrong-indent", (2, 1, 4), "Put the item below the key"),
    ("e:\n  - a\n   - b\n  - c\n", "line-swallowed", (3, 4, 7), "Move the dash to column 3"),
    ("what: We need\n  - fuel\n  - light\n", "line-swallowed", (2, 3, 9), "begin it with `what: |`"),
    ("a: one # said\n  two\nb: 1\n", "text-cut", (2, 3, 6), "Move the comment above the whole text."),
    ('a: "x"#4711\n', "text-cut", (1, 7, 12), "Put the whole text in quotes"),
    ("what: | text\n  more\n", "text-start", (1, 7, 13), "on the lines below"),
    ("a\nb: 1\n", "missing-colon", (1, 1, 2), "Write a key, a colon and a space before it"),
]


def scalars(node: Node | None) -> list[str]:
    match node:
        case Scalar():
            return [node.text]
        case Sequence():
            return [text for item in node.items for text in scalars(item)]
        case Mapping():
            return [text for value in node.entries.values() for text in scalars(value)]
    return []


@pytest.mark.parametrize(("text", "code", "place", "line"), TRAPS)
def test_a_trap_shows_the_corrected_line(
    text: str, code: str, place: tuple[int, int, int], line: str
) -> None:
    _, findings = read_text("a.yaml", text.encode())
    first = next(finding for finding in findings if finding.code == code)
    assert (first.place.line, first.place.column, first.place.end_column) == place
    assert f"`{line}`" in first.remedy
    assert {finding.code for finding in findings} == {code}


@pytest.mark.parametrize(("text", "code", "place", "remedy"), LAYOUT)
def test_a_trap_says_what_to_do(text: str, code: str, place: tuple[int, int, int], remedy: str) -> None:
    _, (finding,) = read_text("a.yaml", text.encode())
    assert (finding.code, finding.place.line, finding.place.column, finding.place.end_column) == (
        code,
        *place,
    )
    assert remedy in finding.remedy


@pytest.mark.parametrize("text", [text for text, *_ in [*TRAPS, *LAYOUT]])
def test_findings_are_whole_sentences(text: str) -> None:
    for finding in read_text("a.yaml", text.encode())[1]:
        assert re.fullmatch(r"[A-Z].*\.", finding.message) and re.fullmatch(r"[A-Z].*\.", finding.remedy)


@pytest.mark.parametrize(
    "line", [line for text, _, (at, *_), line in TRAPS if text.count("\n") == 1 and at == 1]
)
def test_the_corrected_line_is_read_without_a_finding(line: str) -> None:
    if line.count("{") != line.count("}"):
        line += "}"
    source, findings = read_text("a.yaml", f"{line}\n".encode())
    assert findings == [] and scalars(source.root)


@pytest.mark.parametrize(
    "text",
    [
        "a: one # a comment\n",
        "a: one ## a heading of comments\n",
        "a: one #\n",
        "#a: 1\nb: 1\n",
        "a:\n  #b: 1\n  c: 1\n",
        "a: one\n#4711\nb: 1\n",
        'a: "Ticket #4711"\n',
        "a: 'Ticket #4711' # said\n",
        'a: "x" #4711\n',
        "a: [x] #4711\n",
        "a: |\n  Ticket #4711\n  - one\n  -two\n",
        "a: | #4711\n  text\n",
        'a: "Ticket\n  #4711 again"\n',
        "a: C#sharp and F#\n",
        "a: see [x]#4711\n",
        "a: 12:30 and http://x.example:80/\n",
        "a: 'x: y'\n",
        "a: -5\nb: --x\nc: -x\n",
        "a: one -two\n  -three\n",
        "a: {b: , c: 1}\n",
        "a: {b: one}\n",
        "a: see {draft} and [x]\n",
        "a: it's\n",
        "a: 5\u00a0%\n",
        "a: the\u00a0cause\n",
    ],
)
def test_what_only_looks_like_a_trap_is_left_alone(text: str) -> None:
    source, findings = read_text("a.yaml", text.encode())
    assert findings == [] and source.root is not None


def test_a_cut_text_leaves_the_file_its_tree() -> None:
    source, (finding,) = read_text("a.yaml", b"what: Ticket #4711 closed\nb: 1\n")
    assert scalars(source.root) == ["Ticket", "1"]
    assert finding.message == 'Everything from "#4711" on is lost, because a space and a # begin a comment.'
