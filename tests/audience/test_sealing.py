"""The fingerprint is of what a paper says: it holds still while nothing changes, and moves with any word of it."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.audience.project import open_up, project
from generator.audience.sealing import canonical, fingerprint
from generator.audience.shown.chronology import ImpactShown
from tests.making import at, make_case

AS_OF = at("2026-03-11 14:30")
CASE = """
customer_sees: [events, meetings, impact]
severity: 1
events:
  - {at: 2026-03-02 09:00, what: The job stopped}
  - {at: 2026-03-01 morning, approximate: yes, what: Somebody saw it}
meetings: [{id: M1, kind: customer, at: 2026-03-12 15:00}]
impact: [{what: Lost orders, amount: 100.00 USD}]
"""


def marks(root: Path, text: str = CASE, as_of: str = "2026-03-11 14:30") -> tuple[str, str]:
    """The fingerprints of the customer's copy and of ours."""
    file, workspace = make_case(root, text)
    moment = at(as_of)
    copies = (project(file, workspace, moment), open_up(file, workspace, moment))
    return fingerprint(canonical(copies[0])), fingerprint(canonical(copies[1]))


def test_it_is_twelve_hex_digits_of_sorted_one_line_json(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, CASE)
    data = canonical(project(file, workspace, AS_OF))
    tree = json.loads(data)
    again = json.dumps(tree, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
    assert data == again and b"\n" not in data
    assert len(fingerprint(data)) == 12 and int(fingerprint(data), 16) >= 0
    assert fingerprint(b"") == "e3b0c44298fc"


def test_unwritten_fields_are_left_out(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, CASE)
    tree = json.loads(canonical(project(file, workspace, AS_OF)))
    assert sorted(tree) == sorted(
        [
            "advocate",
            "events",
            "impact",
            "key",
            "letterhead",
            "meetings",
            "opened",
            "sections",
            "stage",
            "title",
        ]
    )
    assert sorted(tree["events"][0]) == ["at", "what"]
    assert sorted(tree["impact"][0]) == ["amount", "what"]
    assert sorted(tree["meetings"][0]) == ["at", "id", "kind", "zone"]


def test_neither_the_moment_nor_what_was_issued_moves_it(tmp_path: Path) -> None:
    first = marks(tmp_path / "one")
    later = marks(tmp_path / "two", as_of="2026-04-30 08:00")
    entry = "issued: [{paper: update, version: 1, at: 2026-03-11 14:00, fingerprint: 0123456789ab}]\n"
    issued = marks(tmp_path / "three", CASE + entry)
    assert first == later == issued


def test_an_internal_edit_moves_only_our_own(tmp_path: Path) -> None:
    first = marks(tmp_path / "one")
    edited = marks(tmp_path / "two", f"{CASE}notes: They are furious\n")
    assert edited[0] == first[0] and edited[1] != first[1]


def test_every_word_that_is_printed_moves_it(tmp_path: Path) -> None:
    changes = {
        "a word": ("The job stopped", "The job ended"),
        "a minute": ("2026-03-02 09:00", "2026-03-02 09:01"),
        "a rough time's own text": ("2026-03-01 morning", "2026-03-01 06"),
        "a cent": ("100.00 USD", "100.01 USD"),
        "a currency": ("100.00 USD", "100.00 EUR"),
        "a mark that is off unless said": ("kind: customer,", "kind: customer, held: yes,"),
        "a mark that is on unless said": ("amount: 100.00 USD", "amount: 100.00 USD, counts: no"),
    }
    first = marks(tmp_path / "first")
    for name, (before, after) in changes.items():
        assert CASE.count(before) == 1, name
        changed = marks(tmp_path / name.replace(" ", "-"), CASE.replace(before, after))
        assert changed[0] != first[0] and changed[1] != first[1], name


def test_the_order_in_which_keys_are_written_does_not_move_it(tmp_path: Path) -> None:
    profile = "name: Kestrel\npeople:\n  {}\n  {}\n"
    people = ("dana: {name: Dana, role: Director}", "eve: {role: Buyer, name: Eve}")
    seen = set()
    for number, order in enumerate((people, people[::-1])):
        files = {"cases/kestrel/customer.yaml": profile.format(*order)}
        file, workspace = make_case(tmp_path / str(number), "severity: 2\ntags: [a]\n", files)
        seen.add(canonical(open_up(file, workspace, AS_OF)))
    file, workspace = make_case(tmp_path / "last", "tags: [a]\nseverity: 2\n", files)
    seen.add(canonical(open_up(file, workspace, AS_OF)))
    assert len(seen) == 1


@given(st.text(min_size=1), st.booleans())
def test_a_part_is_told_apart_by_all_it_holds(words: str, counts: bool) -> None:
    parts = [
        ImpactShown(words, counts=counts),
        ImpactShown(words + "x", counts=counts),
        ImpactShown(words, counts=not counts),
    ]
    assert len({canonical(part) for part in parts}) == 3  # type: ignore[arg-type]
