"""`casewright tried`: the attempt goes into the case, and the answer is whom to ring next."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.team import run, tree
from tests.tried.conftest import CASE

KEY = "kestrel/cards"
RING = "{at: 2026-03-03T02:05-05:00, person: priya, rung: primary"
FRESH = "  - {area: engineering, asked: 2026-03-03T02:05-05:00,\n    attempts: ["


def tried(folder: Path, *words: str, exit_code: int = 0, as_of: str = "2026-03-03T02:05") -> Result:
    done = run("tried", *words, "--case", KEY, "-C", folder, "--as-of", as_of)
    assert done.exit_code == exit_code, done.output
    return done


def case(folder: Path) -> str:
    return (folder / "cases/kestrel/cards.yaml").read_text()


def test_an_attempt_begins_a_climb_and_the_answer_is_the_next_rung(folder: Path) -> None:
    done = tried(folder, "engineering", "no-answer", "--need", "storage\nand time")
    ring = "{at: 2026-03-03T02:05-05:00, person: priya, rung: primary, outcome: no-answer}]}\n"
    entry = (
        "  - {area: engineering, need: storage and time, asked: 2026-03-03T02:05-05:00,\n    attempts: ["
        + ring
    )
    assert case(folder) == CASE.replace("notes:", f"{entry}notes:")
    assert done.stdout.startswith(
        "Wrote cases/kestrel/cards.yaml\nEngineering: Priya Raman (primary) did not answer, 02:05 today.\n"
        "Next, at 02:15 today: Jonas Keller, +1 603 555 0145.\n"
    )


def test_the_climb_goes_on_where_it_was_and_ends_with_who_took_it_on(folder: Path) -> None:
    tried(folder, "engineering", "no-answer")
    second = tried(folder, "engineering", "bad-number", as_of="2026-03-03T02:15")
    assert "Mend the number of jonas in contacts.yaml." in second.stdout
    assert "Nobody is on the rungs between: manager and director." in second.stdout
    assert "Next, now, 02:25 today at the latest: Vera Blum, +1 603 555 0146." in second.stdout
    third = tried(folder, "engineering", "delegated", "--to", "tomas", as_of="2026-03-03T02:20")
    assert "Next, at once: Tomas Lind, +1 603 555 0144." in third.stdout
    last = tried(folder, "engineering", "engaged", "--at", "2026-03-03T02:31", as_of="2026-03-03T02:40")
    assert (
        "Tomas Lind has taken it on, 02:31 today.\nThat took 26 minutes from the first asking." in last.stdout
    )
    text = " ".join(case(folder).split())
    assert "rung: vp, outcome: delegated, to: tomas}" in text
    assert "{at: 2026-03-03T02:31-05:00, person: tomas, outcome: engaged}], engaged: {person: tomas," in text
    assert text.count("area: engineering") == 1 and "# asked twice before" in text
    tried(folder, "engineering", "no-answer", as_of="2026-03-03T03:00")
    assert case(folder).count("area: engineering") == 2, "what somebody has taken on is not climbed again"


def test_after_the_vp_comes_the_last_resort_and_then_the_ladder_begins_again(folder: Path) -> None:
    for minute, expected in (
        ("05", "Jonas"),
        ("15", "Vera"),
        ("25", "Vera"),
        ("35", "Priya"),
        ("45", "Jonas"),
    ):
        done = tried(folder, "engineering", "no-answer", as_of=f"2026-03-03T02:{minute}")
        assert f"today: {expected}" in done.stdout
        assert ("Last resort." in done.stdout) == (minute == "25")
        assert ("begins again" in done.stdout) == (minute == "35")
    persons = [line.partition("person: ")[2].partition(",")[0] for line in case(folder).splitlines()]
    assert [person for person in persons if person][2:] == ["priya", "jonas", "vera", "vera", "priya"]


def test_a_ring_written_down_late_leaves_the_next_one_due_at_once(folder: Path) -> None:
    done = tried(folder, "network", "no-answer", "--at", "2026-03-03T01:20")
    assert "Next, now, it was due at 01:30 today: Tomas Lind, +1 603 555 0144." in done.stdout


def test_what_was_said_wins_over_what_the_ladder_says(folder: Path) -> None:
    tried(folder, "network", "voicemail", "--rung", "manager", "--note", "twice")
    assert "person: vera, rung: manager, outcome: voicemail, notes: twice}" in case(folder)
    done = tried(folder, "network", "cannot", "--person", "desk", as_of="2026-03-03T02:06")
    assert "person: desk, outcome: cannot}" in case(folder)
    assert "Next, now" in done.stdout


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("title: A\nopened: 2026-03-03 01:00\nadvocate: ines", "\nescalations:\n" + FRESH),
        (
            CASE.replace("notes:", "  - area: engineering\n    asked: 2026-03-03 02:00 # rang\nnotes:"),
            f" # rang\n    attempts:\n      - {RING}, outcome: no-answer}}\n",
        ),
        (
            CASE.replace("notes:", "  - {area: engineering, attempts: []} # now\nnotes:"),
            f"attempts: [{RING},\n    outcome: no-answer}}]}} # now\n",
        ),
    ],
)
def test_any_layout_is_kept(folder: Path, before: str, after: str, end: str) -> None:
    file = folder / "cases/kestrel/cards.yaml"
    file.write_bytes(before.replace("\n", end).encode())
    tried(folder, "engineering", "no-answer")
    assert after.replace("\n", end) in file.read_bytes().decode()


def test_other_faults_of_the_case_do_not_move_the_attempt(folder: Path) -> None:
    text = CASE.replace("advocate:", "colour: red\nadvocate:").replace(
        "notes:", "  - {area: privacy, colour: blue}\n  -\n  - {area: engineering}\nnotes:"
    )
    (folder / "cases/kestrel/cards.yaml").write_text(text)
    done = tried(folder, "engineering", "no-answer")
    assert done.stderr.count("\n") == 1 and "{area: engineering, attempts: [{at: " in case(folder).replace(
        "\n   ", ""
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("engineering", "no-anser"), "Did you mean 'no-answer'?"),
        (("enginering", "no-answer"), "Did you mean 'engineering'?"),
        (("engineering", "no-answer", "--person", "prya"), "Did you mean 'priya'?"),
        (("engineering", "delegated"), "--to goes with the outcome delegated"),
        (("engineering", "no-answer", "--to", "li"), "--to goes with the outcome delegated"),
        (("engineering", "delegated", "--to", "nobody-at-all"), "There is no person 'nobody-at-all'."),
        (("engineering", "no-answer", "--rung", "boss"), "It is one of primary, backup"),
        (("engineering", "no-answer", "--rung", "manager"), "say who was rung with --person KEY"),
        (("engineering", "no-answer", "--at", "2026-03-03T02:06"), "is later than now"),
        (("engineering", "no-answer", "--at", "2026-03-01 25:00"), "There is no moment"),
        (
            ("engineering", "no-answer", "--at", "2025-11-02T01:30"),
            "Add the offset: `2025-11-02T01:30:00-04:00`",
        ),
        (("engineering", "no-answer", "--note", "a\x1b[31m"), "holds a character that cannot be seen"),
        (("engineering", "no-answer", "--why", "fun"), "It is one of needed, awareness"),
        (("engineering", "no-answer", "--case", "kestrel/crds"), "Did you mean 'kestrel/cards'?"),
        (("engineering", "no-answer", "--case", "../../etc/passwd"), "There is no case"),
    ],
)
def test_wrong_words_are_told_and_nothing_is_written(folder: Path, words: tuple[str, ...], said: str) -> None:
    before = tree(folder)
    case_option = () if "--case" in words else ("--case", KEY)
    done = run("tried", *words, *case_option, "-C", folder, "--as-of", "2026-03-03T02:05")
    assert done.exit_code == 2 and said in " ".join(done.stderr.split()), done.output
    assert tree(folder) == before


def test_an_attempt_from_before_the_last_is_refused(folder: Path) -> None:
    tried(folder, "engineering", "no-answer")
    done = tried(folder, "engineering", "no-answer", "--at", "2026-03-03T01:00", exit_code=2)
    assert "The last attempt is of 2026-03-03T02:05-05:00." in done.stderr


@pytest.mark.parametrize(
    "text", ["{title: A, opened: 2026-03-03 01:00, advocate: ines}\n", CASE + "more: [\n"]
)
def test_where_nothing_can_be_written_the_file_stays_as_it_was(folder: Path, text: str) -> None:
    (folder / "cases/kestrel/cards.yaml").write_text(text)
    done = tried(folder, "engineering", "no-answer", exit_code=3)
    assert case(folder) == text
    if text.startswith("{"):
        assert "Next, at 02:15 today: Jonas Keller" in done.stdout and "left as it is" in done.stderr
        assert "{area: engineering, asked: 2026-03-03T02:05-05:00," in done.stderr
    else:
        assert "cannot be read, so nothing was written" in done.stderr


def errors(folder: Path) -> set[str]:
    """The codes of what `check` finds wrong, apart from the clock's doing."""
    found = json.loads(run("check", "-C", folder, "--output-format", "json", "--fail-on", "never").stdout)
    return {one["code"] for one in found if one["severity"] == "error"}


def test_what_it_writes_is_what_check_accepts(folder: Path) -> None:
    before = errors(folder)
    tried(folder, "engineering", "no-answer")
    tried(folder, "engineering", "delegated", "--to", "tomas", as_of="2026-03-03T02:16")
    tried(folder, "engineering", "engaged", as_of="2026-03-03T02:17")
    assert errors(folder) == before
