"""An entry goes into a list however the list is written, and everything else in the file stays as it was."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit import Quoted, append
from generator.errors import CasewrightError
from generator.source.nodes import Mapping, Sequence
from generator.source.reader import read_text

ENTRY = {
    "paper": "update",
    "version": 2,
    "at": "2026-03-11 14:30",
    "to": ["dana", "theo"],
    "by": "ines",
    "approved_by": ["grace-of-the-board", "samir"],
    "fingerprint": Quoted("012345678901"),
}
HEAD = "# yaml-language-server: $schema=x\ntitle: A  # the title\nopened: 2026-03-01\n"
LAYOUTS = {
    "no list": "",
    "no list, no line end": "summary: b",
    "a block text at the end": "summary: |\n  text\n\n",
    "a block text without a line end": "summary: |\n  text",
    "dashes": "issued:\n  - {paper: x, version: 1}\nsummary: b\n",
    "dashes with comments": "issued:\n  # first\n  - {paper: x, version: 1}  # sent\n  # later\n\nsummary: b\n",
    "dashes below the key": "issued:\n- paper: x\n  version: 1 # c\n# about b\nsummary: b\n",
    "an entry over lines": 'issued:\n  - {paper: x, to: [a],\n    fingerprint: "12"}\n\nsummary: b\n',
    "a block text in an entry": "issued:\n  - paper: x\n    say: |\n      text\n\n# c\nsummary: b\n",
    "brackets": "issued: [{paper: x, version: 1}] # c\nsummary: b\n",
    "brackets over lines": "issued: [\n  {paper: x}, # c\n  {paper: y},\n]\nsummary: b\n",
    "empty brackets": "issued: [] # none\nsummary: b\n",
    "empty brackets over lines": "issued: [ # none\n  ]\nsummary: b\n",
    "nothing": "issued:\nsummary: b\n",
    "nothing, with a comment": "issued:   # none\nsummary: b\n",
    "null": "issued: ~ # none\nsummary: b\n",
    "an end mark": "summary: b\n...\n",
}
LINE_ENDS = ("\n", "\r\n", "\r")


def entries_of(data: bytes) -> list[dict[str, str]]:
    root = read_text("case.yaml", data)[0].root
    assert isinstance(root, Mapping) and isinstance(root.entries["issued"], Sequence)
    return [
        {key: getattr(value, "text", "") for key, value in one.entries.items()}
        for one in root.entries["issued"].items
    ]


@pytest.mark.parametrize("end", LINE_ENDS, ids=repr)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "with a byte order mark"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_only_the_entry_is_added(layout: str, mark: str, end: str) -> None:
    before = mark + (HEAD + layout).replace("\n", end)
    after = append("case.yaml", before.encode(), ("issued",), ENTRY).decode()
    added = entries_of(after.encode())[-1]
    assert (added["paper"], added["version"], added["at"]) == ("update", "2", "2026-03-11 14:30")
    assert not Counter(before.split(end)[:3]) - Counter(after.split(end)), "the head is as it was"
    assert before.count("#") == after.count("#"), "every comment is there"
    assert after.replace("\r\n", "").count("\r") == (after.count("\r") if end == "\r" else 0)
    assert end == "\r" or after.count("\n") == after.count(end), "no line ends in another way"
    kept = iter(after)
    gone = before.replace("~", "") if "issued: ~" in before else before
    assert all(letter in kept for letter in gone), "what was typed stands in its order"


def test_lines_keep_to_the_width_of_a_case_file() -> None:
    after = append("case.yaml", HEAD.encode(), ("issued",), ENTRY).decode()
    assert max(map(len, after.splitlines())) <= 110
    assert len(after.splitlines()) == len(HEAD.splitlines()) + 3


def test_an_entry_is_written_as_the_one_before_it() -> None:
    typed = HEAD + "issued:\n- paper: x\n  version: 1\n"
    after = append("case.yaml", typed.encode(), ("issued",), ENTRY).decode()
    assert after.removeprefix(typed).splitlines()[:2] == ["- paper: update", "  version: 2"]


@pytest.mark.parametrize(
    "text",
    [
        "{title: A}\n",
        "- a\n- b\n",
        "title: A\nissued: words\n",
        "title: A\nissued: {paper: x}\n",
        "a: [\n",
    ],
    ids=repr,
)
def test_what_leaves_no_sure_place_is_refused_with_the_entry(text: str) -> None:
    with pytest.raises(CasewrightError, match="it was left as it is") as told:
        append("cases/a/b.yaml", text.encode(), ("issued",), ENTRY)
    assert str(told.value).startswith("cases/a/b.yaml") and "paper: update, version: 2" in str(told.value)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(CasewrightError):
        append("case.yaml", b"title: \xff\n", ("issued",), ENTRY)


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1))
def test_any_text_is_read_back_as_it_is(text: str) -> None:
    try:
        after = append("case.yaml", HEAD.encode(), ("issued",), {"paper": text, "to": [text]})
    except CasewrightError:
        assert read_text("case.yaml", f'a: "{text}"'.encode())[1], "only what no file may hold is refused"
        return
    assert entries_of(after)[-1]["paper"] == text
