"""`casewright confirmed`: a checked number is written down wherever the person stands, and nothing else is touched."""

from pathlib import Path

import pytest
from click.testing import Result

from tests.team import run, tree


def confirmed(folder: Path, *words: str, exit_code: int = 0) -> Result:
    done = run("confirmed", *words, "-C", folder, "--as-of", "2026-03-11T23:30")
    assert done.exit_code == exit_code, done.output
    return done


@pytest.mark.parametrize(
    ("old", "new", "person"),
    [
        ("other_phones:", "other_phones:", "priya"),
        ("vera: {name: Vera Blum, phone: +1 603 555 0146}",
         "vera: {name: Vera Blum, phone: +1 603 555 0146, confirmed: {on: 2026-03-11, by: ines}}", "vera"),
        ("phone: +1 603 555 0170}", "phone: +1 603 555 0170, confirmed: {on: 2026-03-11, by: ines}}", "desk"),
    ],
)  # fmt: skip
def test_one_of_ours_or_of_a_third_party_is_confirmed(folder: Path, old: str, new: str, person: str) -> None:
    contacts = folder / "contacts.yaml"
    before = contacts.read_text()
    done = confirmed(folder, person, "--by", "ines")
    after = before.replace(old, new).replace("{on: 2026-02-27, by: ines}", "{on: 2026-03-11, by: ines}")
    expected = after if person == "priya" else before.replace(old, new)
    assert contacts.read_text().split() == expected.split()
    assert "is confirmed, on 11 March by Ines Okafor." in done.stdout


def test_the_age_is_gone_from_the_ladder(folder: Path) -> None:
    confirmed(folder, "priya", "jonas", "--by", "vera", "--on", "2026-03-11")
    told = run("who", "engineering", "-C", folder, "--as-of", "2026-03-13T00:30").stdout
    assert "Number confirmed on 11 March by Vera Blum, 2 days ago." in " ".join(told.split())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("prya", "--by", "ines"), "Did you mean 'priya'?"),
        (("priya", "--by", "desk"), "There is no person of ours 'desk'."),
        (("priya", "--by", "ines", "--on", "2026-02-26"), "was confirmed on 2026-02-27, which is later"),
        (("priya", "--by", "ines", "--on", "2026-03-12"), "is later than today"),
        (("priya", "--by", "ines", "--on", "20260311"), "is not a day"),
        (("priya", "--by", "ines", "--on", "2026-02-30"), "is not a day"),
        (("nobody", "--by", "ines"), "has no number in contacts.yaml"),
    ],
)
def test_what_cannot_be_confirmed_is_said_and_nothing_is_written(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    contacts = folder / "contacts.yaml"
    contacts.write_text(contacts.read_text().replace("areas:\n", "  nobody: {name: No Body}\nareas:\n", 1))
    before = tree(folder)
    assert said in " ".join(confirmed(folder, *words, exit_code=2).stderr.split())
    assert tree(folder) == before


def test_contacts_that_are_broken_elsewhere_are_not_written(folder: Path) -> None:
    contacts = folder / "contacts.yaml"
    contacts.write_text(contacts.read_text().replace("  network: {name:", "  network: {name: [", 1))
    before = tree(folder)
    done = confirmed(folder, "priya", "--by", "ines", exit_code=3)
    assert "`people > priya > confirmed`:\n    {on: 2026-03-11, by: ines}" in done.stderr
    assert tree(folder) == before
