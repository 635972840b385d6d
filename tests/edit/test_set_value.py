"""A value goes under its key however the file is written, and everything else in the file stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.edit import Append, Put, append, edited, set_value
from generator.edit.editing import plain
from generator.errors import CasewrightError
from generator.source.reader import read_text

CONFIRMED = {"on": "2026-03-11", "by": "ines"}
LAYOUTS = {
    "braces": ("p: {name: P, phone: 1} # c\n", "p: {name: P, phone: 1, confirmed: {on: 2026-03-11, by: ines}} # c\n"),
    "braces over lines": (
        "p: {name: P, # a\n  phone: 1}\nq: 2\n",
        "p: {name: P, # a\n  phone: 1, confirmed: {on: 2026-03-11, by: ines}}\nq: 2\n",
    ),
    "older in braces": (
        "p: {confirmed: {on: 2025-01-01, by: bo}, name: P}\n",
        "p: {confirmed: {on: 2026-03-11, by: ines}, name: P}\n",
    ),
    "key by key": (
        "p:\n  # head\n  name: P # c\n  # foot\nq: 2\n",
        "p:\n  # head\n  name: P # c\n  confirmed: {on: 2026-03-11, by: ines}\n  # foot\nq: 2\n",
    ),
    "older key by key": (
        "p:\n  confirmed:\n    on: '2025-01-01' # then\n    by: bo # he\n  name: P\n",
        "p:\n  confirmed:\n    on: \"2026-03-11\" # then\n    by: ines # he\n  name: P\n",
    ),
    "older by halves": (
        "p:\n  confirmed: {by: bo}\n  name: P\n",
        "p:\n  confirmed: {by: ines, on: 2026-03-11}\n  name: P\n",
    ),
    "left empty": (
        "p:\n  confirmed:   # never\n  name: P\n",
        "p:\n  confirmed: {on: 2026-03-11, by: ines}   # never\n  name: P\n",
    ),
    "null": ("p: {confirmed: ~, name: P}\n", "p: {confirmed: {on: 2026-03-11, by: ines}, name: P}\n"),
    "no person yet": ("q: 2 # c\n", "q: 2 # c\np:\n  confirmed: {on: 2026-03-11, by: ines}\n"),
    "an empty group": ("p: {}\n", "p: {confirmed: {on: 2026-03-11, by: ines}}\n"),
    "comments alone": ("# mine\n", "# mine\np:\n  confirmed: {on: 2026-03-11, by: ines}\n"),
    "nothing": ("", "p:\n  confirmed: {on: 2026-03-11, by: ines}\n"),
}  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=repr)
@pytest.mark.parametrize(("before", "after"), LAYOUTS.values(), ids=LAYOUTS)
def test_only_the_value_is_written(before: str, after: str, end: str) -> None:
    made = set_value("c.yaml", before.replace("\n", end).encode(), ("p", "confirmed"), CONFIRMED).decode()
    assert made == (after.replace("\n", end) if before else after)


def test_a_value_that_would_grow_too_wide_goes_on_a_line_of_its_own() -> None:
    before = f"people:\n  p: {{name: {'x' * 80}}}\n"
    made = set_value("c.yaml", before.encode(), ("people", "p", "confirmed"), CONFIRMED).decode()
    assert made == before.replace("}", ",\n    confirmed: {on: 2026-03-11, by: ines}}")


@pytest.mark.parametrize(
    "text",
    [
        "p: words\n",
        "{p: {name: P}}\n",
        "p: {confirmed: {on: 1, # a comment\n  with: x}}\n",
        "p:\n  confirmed:\n    on: 1\n    other: 2\n",
        "a: [\n",
        "# \ufffe",
        "~\n",
    ],
)
def test_what_leaves_no_sure_place_is_refused_with_the_lines_to_type(text: str) -> None:
    with pytest.raises(CasewrightError, match="so it was left as it is") as told:
        set_value("contacts.yaml", text.encode(), ("p", "confirmed"), CONFIRMED)
    assert "`p > confirmed`:\n    {on: 2026-03-11, by: ines}" in str(told.value)


@pytest.mark.parametrize("data", [b"# \xff\r# a\n", b"\xff\xfea\0", b"p: \xff\n"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(CasewrightError, match="so it was left as it is"):
        set_value("contacts.yaml", data, ("p", "confirmed"), CONFIRMED)


def test_several_changes_are_made_in_one_go_and_proved_together() -> None:
    before = "calls:\n  - area: x # why\n    rings:\n      - {at: 1}\n  - {area: y, rings: [{at: 2}]} # z\n"
    made = edited(
        "c.yaml",
        before.encode(),
        [
            Append(("calls", 0, "rings"), {"at": "3"}),
            Put(("calls", 0, "engaged"), {"person": "p"}),
            Append(("calls", 1, "rings"), {"at": "4"}),
            Put(("calls", 1, "engaged"), {"person": "q"}),
            Append(("calls",), {"area": "z", "rings": [{"at": "5"}]}),
        ],
    ).decode()
    assert made == (
        "calls:\n  - area: x # why\n    rings:\n      - {at: 1}\n      - {at: 3}\n    engaged: {person: p}\n"
        "  - {area: y, rings: [{at: 2}, {at: 4}], engaged: {person: q}} # z\n"
        "  - {area: z, rings: [{at: 5}]}\n"
    )


def test_changes_that_lean_on_one_another_are_refused() -> None:
    with pytest.raises(CasewrightError):
        edited("c.yaml", b"q: 1\n", [Put(("p", "a"), {"x": "1"}), Put(("p", "b"), {"x": "2"})])


def test_a_list_inside_an_item_is_made_where_it_is_missing() -> None:
    made = append("c.yaml", b"calls:\n  - area: x\n    asked: 1\n", ("calls", 0, "rings"), {"at": "3"})
    assert made == b"calls:\n  - area: x\n    asked: 1\n    rings:\n      - {at: 3}\n"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1)


@given(WORDS, st.sampled_from(["p: {a: 1}\n", "p:\n  a: 1 # x\n", "p:\n  a: 'it''s'\n", 'p: {a: "#"}\n']))
def test_any_text_is_read_back_as_it_is(text: str, before: str) -> None:
    try:
        made = set_value("c.yaml", before.encode(), ("p", "a"), text)
    except CasewrightError:
        assert read_text("c.yaml", f'a: "{text}"'.encode())[1], "only what no file may hold is refused"
        return
    assert plain(read_text("c.yaml", made)[0].root)["p"]["a"] == text
