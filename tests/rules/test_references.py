"""References: every home of a person will do, and a broken file does not make the others look wrong."""

from collections.abc import Callable
from pathlib import Path

from generator.checking import check_workspace
from tests.making import CONTACTS, at, write_files

Codes = Callable[..., set[str]]
CARDS = "title: Card payments declined\nopened: 2026-03-11 08:00\nadvocate: ines\n"


def test_a_person_may_be_ours_theirs_or_a_third_partys(codes: Codes) -> None:
    files = {
        "contacts.yaml": f"{CONTACTS}\nparties: {{northline: {{name: Northline, people: {{desk: {{name: Desk}}}}}}}}\n",
        "cases/kestrel/customer.yaml": "name: Kestrel Outfitters\npeople: {dana: {name: Dana Whitlock}}\n",
    }
    owners = "actions:\n" + "".join(
        f"  - {{what: Ring, owner: {owner}, due: 2026-03-12}}\n" for owner in ("ines", "dana", "desk")
    )
    assert "person-unknown" not in codes(owners, files)
    assert "person-unknown" in codes(owners.replace("dana", "dan"), files)


def test_an_advocate_may_be_a_rotation(codes: Codes) -> None:
    rotation = "rotations: {advocates: {order: [ines], start: 2026-01-05 09:00, every: 1 week}}\n"
    assert "person-unknown" not in codes("advocate: advocates", {"contacts.yaml": f"{CONTACTS}\n{rotation}"})


def test_none_on_a_rung_is_deliberate_and_nowhere_else(codes: Codes) -> None:
    area = "areas: {carrier: {name: Northline, primary: ines, director: none, vp: {person: none}}}\n"
    assert "person-unknown" not in codes("", {"contacts.yaml": f"{CONTACTS}\n{area}"})
    absence = "absences: [{person: ines, from: 2026-03-12, to: 2026-03-13, alternate: none}]\n"
    assert "person-unknown" in codes("", {"contacts.yaml": f"{CONTACTS}\n{absence}"})


def test_another_customers_person_is_nobody_here(codes: Codes) -> None:
    files = {"cases/oakline/customer.yaml": "name: Oakline\npeople: {rosa: {name: Rosa Lima}}\n"}
    assert "person-unknown" in codes("actions: [{what: Ring, owner: rosa, due: 2026-03-12}]", files)


def broken(root: Path, files: dict[str, str]) -> set[tuple[str, str]]:
    """The findings of a workspace in which files may be broken, as path and code."""
    write_files(root, files)
    found = check_workspace(root, at("2026-03-11T14:30")).findings
    return {(finding.place.path, finding.code) for finding in found}


def test_what_a_broken_file_would_hold_counts_as_known(tmp_path: Path) -> None:
    files = {
        "contacts.yaml": "people:\n  ines: {name: Ines Okafor, fone: 1}\n",
        "casewright.yaml": "products: [payments]\n",
        "cases/kestrel/customer.yaml": "nam: Kestrel\n",
        "cases/kestrel/cards.yaml": f"{CARDS}product: payments\nsponsor: grace\nteam: [dana]\n",
        "cases/kestrel/other.yaml": "title: [\n",
        "cases/kestrel/third.yaml": f"{CARDS}related: [{{case: kestrel/other, how: same-cause}}]\n",
    }
    found = broken(tmp_path, files)
    assert not {code for _, code in found if code.endswith("-unknown")} - {"key-unknown"}


def test_a_wrong_reference_beside_a_broken_case_is_still_found(tmp_path: Path) -> None:
    files = {
        "contacts.yaml": CONTACTS,
        "cases/kestrel/customer.yaml": "name: Kestrel\n",
        "cases/kestrel/cards.yaml": f"{CARDS}sponsor: grace\n",
        "cases/kestrel/other.yaml": "title: [\n",
    }
    found = broken(tmp_path, files)
    assert ("cases/kestrel/cards.yaml", "person-unknown") in found
    assert "cases/kestrel/other.yaml" in {path for path, _ in found}
