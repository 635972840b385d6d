"""A file read lazily is the same as one read closely: what it holds, what is wrong with it, where everything stands."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.decoding import decode
from generator.source.glance import glance
from generator.source.nodes import Mapping, Node, Sequence, plain
from generator.source.nodes import Path as Way
from generator.source.page import Page
from generator.source.reader import look_closely, read_text
from generator.source.syntax import conflict
from tests.hostile.mutations import slipped
from tests.sample_build import REPOSITORY
from tests.source.test_fuzz import GOOD, PIECES

QUIET = GOOD.removesuffix("notes:\n").replace("casewright: ", "")
SAMPLE = [
    *sorted(REPOSITORY.glob("cases/*/*.yaml")),
    REPOSITORY / "contacts.yaml",
    REPOSITORY / "stories.yaml",
]


def ways(node: Node, way: Way = ()) -> Iterator[Way]:
    """The way to every node of a tree, and past each to something that is not there."""
    yield way
    yield (*way, "nothing of the kind")
    yield (*way, 99)
    entries = (
        node.entries.items()
        if isinstance(node, Mapping)
        else enumerate(node.items)
        if isinstance(node, Sequence)
        else ()
    )
    for step, child in entries:
        yield from ways(child, (*way, step))


def is_lazy(data: bytes) -> bool:
    """Whether a file's tree is left ungrown; either way it is held against the same file read closely."""
    page = Page("a.yaml", decode("a.yaml", data)[0])
    if decode("a.yaml", data)[1] or conflict(page):
        return False
    close, findings = look_closely(page)
    assert close.root is None or close.data == plain(close.root)
    lazy, told = read_text("a.yaml", data)
    assert told == findings
    assert (lazy.data, lazy.ignores) == (close.data, close.ignores)
    if lazy.tree is not None or close.root is None:
        return False
    for way in ways(close.root):
        assert lazy.place(way) == close.place(way), way
        assert lazy.place(way, key=True) == close.place(way, key=True), way
    assert lazy.root == close.root
    return True


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_sample_is_read_lazily_and_placed_by_few_lines(path: Path) -> None:
    assert is_lazy(path.read_bytes())
    source, _ = read_text("a.yaml", path.read_bytes())
    keys = list(source.data) if isinstance(source.data, dict) else []
    lines = {key: source.text.split("\n")[source.place((key, 0)).line - 1] for key in keys}
    assert source.parts is not None and list(source.parts.keys or ()) == keys
    for key in keys:
        is_block = isinstance(source.data[key], list) and lines[key].lstrip().startswith("-")
        assert bool(source.parts.items[key]) == is_block, key


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_sample_with_slips(path: Path) -> None:
    data = path.read_bytes()
    lazy = [is_lazy(slipped(data, Random(seed))) for seed in range(40)]
    assert any(lazy) and not all(lazy)


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  b: 'one\nc: two'\nc: three\n",
        'a: "one\n\n  two"\nb: [x,\n y, {c: d}]\ne: 1\n',
        "a: {b: c,\nd: e}\nd: f\n",
        "a: |+\n  one\n\n\n# said\n\nb: >2\n   two\n  three\n",
        "a: |\n  - one\n  two # three\nb: one-\n  two\n",
        "---\n  a: one\n\n  # said\n  b:\n  - two\n  -   - three\n      - four\n...\n",
        "- a: one\n  b: two\n- three\n",
        "{a: one, b: {c: two}}\n",
        "[a: one, b]\n",
        "one\n  two\n",
        '"é": 𝄞 one\n"b c": é\n',
    ],
)
def test_layouts_that_give_no_reason_for_a_closer_look(text: str) -> None:
    assert is_lazy(text.encode()) and is_lazy(text.removesuffix("\n").encode())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# said\n",
        "%YAML 1.1\n---\na: 1\n",
        "a: 1\n---\nb: 2\n",
        "a:\nb: 1\n",
        "a: {b: c, d}\n",
        "a: ~\n",
        "- null\n",
        "a: 1\na: 2\n",
        "a: {b: 1, b: 2}\n",
        "? a\n  b\n: 1\n",
        "a: {? |-\n  b\n : 1}\n",
        "? [a]\n: 1\n",
        "{a: 1}: b\n",
        ": 1\n",
        "<<: {a: 1}\n",
        "a: &b 1\n",
        "a: 1\nb: *a\n",
        "a: !b 1\n",
        'a: "\\x07"\n',
        "a: one #two\n",
        "a: 'one'#two\n",
        "a:\n  -one\n",
        "a: one\n  - two\n",
        "a: one\n\n  - two\n",
        "a: one\n\t- two\n",
        "a: one\n  \u00a0- two\n",
        "a: one\n  - \n",
        "a: 1 # casewright: ignore text-cut\n",
        "[" * 33 + "]" * 33,
        "- [1]\n" * 20_001,
        "a: [\n",
    ],
)
def test_whatever_gives_a_reason_is_looked_at_closely(text: str) -> None:
    assert glance(text) is None and not is_lazy(text.encode())


@given(st.lists(PIECES | st.text(max_size=4), max_size=40))
def test_random_pieces_of_yaml(pieces: list[str]) -> None:
    is_lazy("".join(pieces).encode("utf-8", "surrogatepass"))


@hypothesis.settings(max_examples=400)
@given(st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 3), PIECES), max_size=4))
def test_a_good_file_with_slips(slips: list[tuple[int, int, str]]) -> None:
    text = QUIET
    for at, gone, typed in slips:
        text = text[:at] + typed + text[at + gone :]
    is_lazy(text.encode())
