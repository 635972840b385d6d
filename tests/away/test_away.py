"""`casewright away`: the absence is written down, and both sides hear only what they may."""

from pathlib import Path

import pytest
from click.testing import Result

from tests.team import run, tree

LI = ("--from", "2026-03-13 18:00", "--to", "2026-03-16", "--alternate", "li")


def away(folder: Path, *words: str, exit_code: int = 0, as_of: str = "2026-03-11T14:30") -> Result:
    done = run("away", *words, "-C", folder, "--as-of", as_of)
    assert done.exit_code == exit_code, done.output
    return done


def absences(folder: Path) -> str:
    return (folder / "contacts.yaml").read_text().partition("absences:\n")[2].partition("parties:")[0]


def test_the_absence_is_written_behind_the_others_and_what_hangs_on_it_is_told(folder: Path) -> None:
    before = (folder / "contacts.yaml").read_text()
    done = away(folder, "ines", *LI, "--why", "a wedding,\n at last")
    entry = '  - {person: ines, from: 2026-03-13 18:00, to: 2026-03-16, alternate: li, why: "a wedding, at last"}\n'
    assert (folder / "contacts.yaml").read_text() == before.replace("parties:", f"{entry}parties:")
    said = " ".join(done.stdout.split())
    assert (
        "Ines Okafor is away from Friday 13 March 18:00 until the end of Monday 16 March. Li Wei is to stand in"
        in said
    )
    assert "Still open until Li Wei has agreed: The open case kestrel/cards: Card payments declined." in said
    assert "Ask Li Wei (112), and once they agree:" in said
    assert "casewright away ines --from '2026-03-13 18:00' --to 2026-03-16 --alternate li --cleared" in said


def test_once_the_alternate_has_agreed_the_same_entry_says_so(folder: Path) -> None:
    away(folder, "ines", *LI)
    count = absences(folder).count("person:")
    done = away(folder, "ines", *LI, "--cleared")
    assert (
        "alternate: li, cleared: 2026-03-11}" in absences(folder)
        and absences(folder).count("person:") == count
    )
    assert "Li Wei takes over:" in done.stdout and "Set these only then" not in done.stdout
    before = tree(folder)
    assert away(folder, "ines", *LI).stdout.startswith("contacts.yaml says so already.")
    assert tree(folder) == before


@pytest.mark.parametrize(
    ("shown_as", "outside", "hidden"),
    [
        ("role", "If it cannot wait, a colleague is there for you: please call the number", "Li Wei"),
        ("name", "If it cannot wait, my colleague Li Wei is there for you: please call the number", "+1 603"),
        ("contact", "If it cannot wait, my colleague Li Wei is there for you on +1 603 555 0199.", "112"),
    ],
)
def test_a_customer_hears_only_what_they_may_and_a_colleague_how_to_reach_the_alternate(
    folder: Path, shown_as: str, outside: str, hidden: str
) -> None:
    contacts = folder / "contacts.yaml"
    typed = (
        f"li: {{name: Li Wei, title: Secret engineer, customer_phone: +1 603 555 0199, shown_as: {shown_as},"
    )
    contacts.write_text(contacts.read_text().replace("li: {name: Li Wei,", typed))
    text = away(folder, "priya", *LI, "--cleared", "2026-03-10").stdout
    parts = {
        head.partition(":")[0]: " ".join(head.partition(":")[2].split())
        for head in text.split("\n\n")
        if "for" in head
    }
    for head in ("Voice mail, for anybody who calls", "Automatic reply, for senders outside"):
        assert outside in parts[head] and hidden not in parts[head] and "112" not in parts[head]
    for head in ("Voice mail, where only colleagues hear it", "Automatic reply, for colleagues"):
        assert "Li Wei stands in for me, day and night: 112." in parts[head]
    assert (
        "until the end of Monday 16 March, back on Tuesday 17 March (New York time)"
        in parts["Voice mail, for anybody who calls"]
    )
    assert "today" not in "".join(parts.values()), "a greeting is heard on other days too"


def test_turns_and_rungs_that_hang_on_somebody_are_named(folder: Path) -> None:
    said = " ".join(
        away(
            folder, "tomas", "--from", "2026-03-13", "--to", "2026-03-31", "--alternate", "li"
        ).stdout.split()
    )
    assert "Network: backup." in said
    assert "The turn of week (Engineering) from Friday 13 March 09:00 until Monday 16 March 09:00." in said
    assert "The turn of week (Engineering) from Monday 23 March 09:00 until Monday 30 March 09:00." in said
    assert "Li Wei would stand on 2 rungs of Network at once." in said


def test_an_alternate_who_is_away_too_is_told(folder: Path) -> None:
    said = " ".join(
        away(
            folder, "li", "--from", "2026-03-12", "--to", "2026-03-14", "--alternate", "jonas"
        ).stdout.split()
    )
    assert "Jonas Keller is away too, from Wednesday 11 March until the end of Thursday 12 March" in said


def test_somebody_of_another_firm_sets_their_own_greeting(folder: Path) -> None:
    assert "Voice mail" not in away(folder, "desk", *LI).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("prya", *LI), "Did you mean 'priya'?"),
        (("priya", *LI[:-1], "lii"), "There is no person 'lii'."),
        (("li", *LI), "Nobody stands in for themselves"),
        (("ines", "--from", "2026-03-16", "--to", "2026-03-15", "--alternate", "li"), "before it begins"),
        (("ines", "--from", "2026-03-01", "--to", "2026-03-10", "--alternate", "li"), "That time is over"),
        (
            ("ines", "--from", "2026-02-30", "--to", "2026-03-10", "--alternate", "li"),
            "is not a day of the calendar",
        ),
        (
            ("ines", "--from", "2026-03-08 02:30", "--to", "2026-03-20", "--alternate", "li"),
            "the clocks went forward",
        ),
        (("ines", *LI, "--cleared", "2026-03-12"), "is later than today"),
        (("ines", *LI, "--cleared", "soon"), "is not a day"),
        (
            ("tomas", *LI[:1], "2026-03-12", *LI[2:]),
            "is away already from 2026-03-11 12:00 to 2026-03-12 12:00",
        ),
        (
            ("jonas", "--from", "2026-03-11", "--to", "2026-03-12", "--alternate", "li"),
            "ines has agreed to stand in. Add --cleared",
        ),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    before = tree(folder)
    assert said in " ".join(away(folder, *words, exit_code=2).stderr.split())
    assert tree(folder) == before


def test_the_first_absence_of_all_begins_the_list(folder: Path) -> None:
    contacts = folder / "contacts.yaml"
    head, _, rest = contacts.read_text().partition("absences:\n")
    text = f"{head}{rest[rest.index('parties:') :]}".replace("\n", "\r\n")
    contacts.write_bytes(text.encode())
    away(folder, "ines", *LI)
    entry = "absences:\r\n  - {person: ines, from: 2026-03-13 18:00, to: 2026-03-16, alternate: li}\r\n"
    assert contacts.read_bytes().decode() == text.replace("parties:", f"{entry}parties:")


def test_a_caller_is_greeted_in_the_language_of_the_house(folder: Path) -> None:
    settings = folder / "casewright.yaml"
    settings.write_text(settings.read_text() + "language: de\n")
    said = " ".join(away(folder, "priya", *LI, "--cleared", "2026-03-10").stdout.split())
    until = "bis einschließlich Montag, 16. März, zurück am Dienstag, 17. März (Ortszeit New York)"
    assert f" erreicht. Ich bin abwesend {until}. Wenn es" in said and "Sie haben Priya Raman von " in said
    assert "Wenn es nicht warten kann, hilft Ihnen meine Vertretung: bitte rufen Sie die Nummer an" in said
    assert f"Ich bin abwesend von Freitag, 13. März, 18:00 Uhr {until}" in said
    assert "Li Wei vertritt mich, Tag und Nacht: 112." in said
    assert "Voice mail, for anybody who calls:" in said, "what the command itself says stays English"
