"""`casewright new`: small files, and entries in their place, all else as it was."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.source.reader import read_text
from tests.team import AS_OF, run, tree

ROOT = Path(__file__).parents[2]
CARDS = "cases/kestrel/cards.yaml"


def written(team: Path, *arguments: str, exit_code: int = 0) -> str:
    result = run("new", *arguments, "-C", team)
    assert result.exit_code == exit_code, result.output
    return result.output


def text(team: Path, path: str) -> str:
    return (team / path).read_text(encoding="utf-8")


def errors(team: Path) -> list[tuple[str, str]]:
    found = json.loads(run("check", "-C", team, "--output-format", "json").stdout)
    return [(one["code"], one["path"]) for one in found if one["severity"] == "error"]


def test_three_lines_make_a_case_and_a_customer_who_is_not_there_yet(team: Path) -> None:
    before = tree(team)
    written(
        team,
        "case",
        "finch/2026-03-till",
        "--title",
        "The till: dead",
        "--advocate",
        "ines",
        "--customer-name",
        "Finch & Sons",
    )
    assert text(team, "cases/finch/customer.yaml").splitlines()[1:] == ['name: "Finch & Sons"']
    assert text(team, "cases/finch/2026-03-till.yaml").splitlines() == [
        "# yaml-language-server: $schema=../../schema/case.schema.json",
        'title: "The till: dead"',
        "opened: 2026-03-11T14:30-04:00",
        "advocate: ines",
    ]
    assert errors(team) == [] and before.items() <= tree(team).items()


def test_nothing_is_written_over_and_nothing_is_asked_of_a_machine(team: Path) -> None:
    before = tree(team)
    assert "there already" in written(
        team, "case", "kestrel/cards", "--title", "x", "--advocate", "ines", exit_code=3
    )
    assert "--title" in written(team, "case", "kestrel/new", exit_code=2)
    assert "--customer-name" in written(
        team, "case", "finch/new", "--title", "x", "--advocate", "ines", exit_code=2
    )
    assert "ines" in written(team, "case", "kestrel/new", "--title", "x", "--advocate", "inez", exit_code=2)
    assert "small letters" in written(
        team, "case", "kestrel/../x", "--title", "x", "--advocate", "ines", exit_code=2
    )
    assert "small letters" in written(team, "customer", "Finch", "--name", "x", exit_code=2)
    assert "time zone" in written(team, "customer", "finch", "--name", "x", "--timezone", "Mars", exit_code=2)
    assert "there already" in written(team, "customer", "wren", "--name", "x", exit_code=3)
    assert tree(team) == before


def test_a_case_like_another_takes_what_is_ours_and_nothing_the_customer_said(team: Path) -> None:
    case = (
        text(team, CARDS)
        .replace(
            "what: Dana calls.}",
            "what: Dana calls.}\n"
            "  - {at: 2026-03-09 07:58, by: us, person: joel, what: The certificate is found., notes: at last}\n"
            "  - {at: 2026-03-09 08:10, by: customer, what: Shops ring Dana.}",
        )
        .replace(
            "serves: [C1]}]", "serves: [C1], say: We renew it}, {id: A2, what: Ask the shops, owner: dana}]"
        )
    )
    (team / CARDS).write_text(case, encoding="utf-8")
    told = written(
        team, "case", "wren/cards", "--like", "kestrel/cards", "--title", "No cards", "--advocate", "ines"
    )
    made = text(team, "cases/wren/cards.yaml")
    for kept in (
        "A certificate ran out.",
        "The certificate is found.",
        "Renew the certificate",
        "owner: joel",
    ):
        assert kept in made, kept
    for gone in (
        "Dana",
        "dana",
        "Shops",
        "Kestrel",
        "at last",
        "two of them",
        "We renew it",
        "next_update",
        "contact",
    ):
        assert gone not in made, gone
    root = read_text("case.yaml", made.encode())[0].data
    for section in ("root_causes", "events", "actions"):
        assert all(item["audience"] == "internal" for item in root[section]), section
    assert root["events"][0]["at"] == "2026-03-09T07:58-04:00"
    assert "incident: cards" in text(team, CARDS)
    assert told.count("left there") == 4
    assert errors(team) == []


@pytest.mark.parametrize(
    "event",
    [
        "what: Kestrel's cards are taken again.",
        "what: Dana has them all.",
        "what: We tell Whitlock's people.",
        "what: '412 orders were lost.'",
        "what: They lose 86400 USD.",
        "what: A retailer in the North-East lost data.",
        "what: 'The shops write \"no card at all\".'",
        "what: The shops write “no card at all”.",
        "what: The shops write 'no card at all'.",
        "person: dana, what: The limit is put back.",
        "contact: both, what: The limit is put back.",
        "disputed: {by: dana, says: It was later.}, what: The limit is put back.",
    ],
)
def test_what_names_the_other_customer_or_quotes_somebody_stays_behind(team: Path, event: str) -> None:
    """The event keeps its line in the old case, and everything of ours beside it comes along."""
    ours = "  - {at: 2026-03-09 07:58, by: us, what: Joel's look at the maker's certificate.}\n"
    told = f"  - {{at: 2026-03-09 08:10, by: us, say: It is back., evidence: [], {event}}}\n"
    case, owner = text(team, CARDS), "cases/kestrel/customer.yaml"
    (team / owner).write_text(
        f"{text(team, owner)}described_as: a retailer in the north-east\n", encoding="utf-8"
    )
    (team / CARDS).write_text(case.replace("events:\n", f"events:\n{ours}{told}"), encoding="utf-8")
    asked = ("case", "wren/cards", "--like", "kestrel/cards", "--title", "No cards", "--advocate", "ines")
    line = text(team, CARDS).splitlines().index(told.strip("\n")) + 1
    assert f"{CARDS}:{line}: left there" in written(team, *asked)
    made = text(team, "cases/wren/cards.yaml")
    assert "Joel's look" in made and "08:10" not in made and "It is back" not in made
    assert errors(team) == []


def test_the_outage_is_not_named_after_a_customer_and_what_was_given_up_is_no_action_of_the_new_case(
    team: Path,
) -> None:
    case = text(team, CARDS).replace(
        "serves: [C1]}]",
        "serves: [C1]}, {id: A2, what: Buy new terminals, owner: joel, dropped: {on: 2026-03-10, why: Too dear.}}]",
    )
    (team / "cases/kestrel/2026-kestrel-cards.yaml").write_text(case, encoding="utf-8")
    asked = ("--like", "kestrel/2026-kestrel-cards", "--title", "No cards", "--advocate", "ines")
    written(team, "case", "wren/cards", *asked)
    made = text(team, "cases/wren/cards.yaml")
    assert "incident: 2026-cards\n" in made and "Buy new" not in made
    assert "severity: 2\nincident: 2026-cards\nstage:" in text(team, "cases/kestrel/2026-kestrel-cards.yaml")


@pytest.mark.parametrize(
    "arguments",
    [
        ("finch/till", "--like", "kestrel/crads"),
        ("finch/till", "--product", "tills"),
        ("finch/till", "--advocate", "inez"),
        ("finch/till", "--opened", "2026-03-08 02:30"),
        ("finch/customer",),
        ("kestrel/mails", "--like", "kestrel/cards"),
    ],
)
def test_where_one_file_cannot_be_written_no_other_is(team: Path, arguments: tuple[str, ...]) -> None:
    before = tree(team)
    options = ("--title", "x", "--advocate", "ines", "--customer-name", "Finch")
    result = run("new", "case", arguments[0], *options, *arguments[1:], "-C", team)
    assert result.exit_code in (2, 3) and tree(team) == before, result.output


def test_a_text_with_a_character_that_nobody_sees_is_refused(team: Path) -> None:
    before = tree(team)
    told = written(team, "customer", "finch", "--name", "Finch\x1b[31m", exit_code=2)
    assert "cannot be seen" in told and tree(team) == before


def test_an_update_is_one_step_and_stands_where_its_time_puts_it(team: Path) -> None:
    asked = ("event", "kestrel/cards", "--contact", "out", "--person", "ines")
    written(team, *asked, "--next-update", "2026-03-12 16:00", "Nearly all shops: fine.")
    written(team, "event", "kestrel/cards", "--at", "2026-03-10 09:00", "The maker answers.")
    written(
        team, "event", "kestrel/cards", "--at", "2026-03-09 09:00", "--contact", "in", "Dana rings again."
    )
    lines = [line for line in text(team, CARDS).splitlines() if "- {at: 2026-03" in line]
    assert [line.partition("at: ")[2][11:16] for line in lines] == [
        "07:50",
        "09:00",
        "09:00",
        "09:00",
        "14:30",
    ]
    assert "The maker answers." in lines[2]
    assert "by: customer, contact: in, what: Dana rings again." in lines[1]
    assert "by: us, person: ines, contact: out, next_update: 2026-03-12 16:00" in lines[4]
    assert 'what: "Nearly all shops: fine."' in text(team, CARDS)
    assert errors(team) == []


def test_a_next_update_typed_on_the_case_follows_the_one_that_was_promised(team: Path) -> None:
    (team / CARDS).write_text(
        text(team, CARDS).replace(
            "severity: 2\n", "severity: 2\nnext_update: 2026-03-12 09:00  # by phone\n"
        ),
        encoding="utf-8",
    )
    written(
        team,
        "event",
        "kestrel/cards",
        "--contact",
        "out",
        "--next-update",
        "2026-03-13 10:00",
        "We are on it.",
    )
    assert "next_update: 2026-03-13 10:00  # by phone" in text(team, CARDS)
    assert errors(team) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--next-update", "2026-03-12 16:00", "x"), "--contact out or both"),
        (("--contact", "out", "--next-update", "2026-03-10 16:00", "x"), "not after"),
        (("--person", "jole", "x"), "joel"),
        (("--at", "2026-03-08 02:30", "x"), "clocks"),
        ((" ",), "Say it with TEXT"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_is_written(
    team: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = tree(team)
    assert said in written(team, "event", "kestrel/cards", *arguments, exit_code=2)
    assert tree(team) == before


def test_a_side_that_nobody_knows_is_refused_by_reading_again(team: Path) -> None:
    before = tree(team)
    told = written(team, "event", "kestrel/nothing", "x", exit_code=2)
    assert "There is no case" in told
    assert tree(team) == before


def test_meetings_get_the_next_id_and_a_dry_run_rehearses_the_next(team: Path) -> None:
    asked = ("meeting", "kestrel/cards", "--at")
    written(
        team,
        *asked,
        "2026-03-27 10:00",
        "--minutes",
        "30",
        "--attendee",
        "dana",
        "--attendee",
        "ines",
        "--purpose",
        "Close",
    )
    written(team, *asked, "2026-03-12 16:00", "--kind", "dry-run")
    case = text(team, CARDS)
    assert (
        "{id: m3, kind: customer, at: 2026-03-27T10:00-04:00, minutes: 30, purpose: Close, attendees: [dana, ines]}"
        in " ".join(case.split())
    )
    assert "{id: d1, kind: dry-run, at: 2026-03-12T16:00-04:00, rehearses: m1}" in " ".join(case.split())
    assert errors(team) == []
    assert "--at" in written(team, "meeting", "kestrel/cards", exit_code=2)
    assert "dana" in written(team, *asked, "2026-03-27 10:00", "--attendee", "dna", exit_code=2)


def test_comments_and_line_ends_stay(team: Path) -> None:
    (team / CARDS).write_bytes(
        b"# first\r\n" + text(team, CARDS).strip().replace("\n", "\r\n").encode() + b"\r\n# last\r\n"
    )
    written(team, "event", "kestrel/cards", "Found.")
    data = (team / CARDS).read_bytes()
    assert data.startswith(b"# first\r\n") and data.endswith(b"# last\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") and b"Found." in data


def test_an_action_is_said_in_words(team: Path) -> None:
    asked = ("action", "kestrel/cards")
    told = written(
        team, *asked, "Ask the maker: why?", "--owner", "joel", "--due", "2026-03-20", "--serves", "C1"
    )
    assert told == f"Wrote action A2 into {CARDS}\n"
    case = " ".join(text(team, CARDS).split())
    assert '{id: A2, what: "Ask the maker: why?", owner: joel, due: 2026-03-20, serves: [C1]}' in case
    assert "It has no `due` yet." in written(team, *asked, "Look again", "--owner", "ines")
    assert "Say it with TEXT or --from-finding" in written(team, *asked, exit_code=2)
    assert "one of the two" in written(team, *asked, "x", "--from-finding", "W1", exit_code=2)


def test_a_file_in_order_stays_in_order(team: Path) -> None:
    """Whatever section is begun goes where `casewright fmt` would have it, with the distance of its neighbours."""
    head = "title: Till\nopened: 2026-03-09 08:00\nadvocate: ines\n"
    (team / "cases/kestrel/till.yaml").write_text(
        f"{head}\nsummary: |\n  It is dead.\n\n# Of the plan.\nsilver_lining: [Cash goes on.]\n\nnotes: Ring first.\n",
        encoding="utf-8",
    )
    written(team, "event", "kestrel/till", "We look.")
    written(team, "action", "kestrel/till", "Look again")
    written(team, "meeting", "kestrel/till", "--at", "2026-03-12 10:00")
    run("tried", "engineering", "no-answer", "--case", "kestrel/till", "-C", team)
    made = text(team, "cases/kestrel/till.yaml")
    assert made.startswith(
        f"{head}\nsummary: |\n  It is dead.\n\nevents:\n  - {{at: 2026-03-11T14:30-04:00, what: We look.}}\n\n"
    )
    assert made.count("\n\n# Of the plan.\nsilver_lining: [Cash goes on.]\n\n") == 1 and made.endswith(
        "\n\nnotes: Ring first.\n"
    )
    result = run_fmt(team)
    assert result.exit_code == 0, result.output


def run_fmt(team: Path) -> Result:
    return CliRunner().invoke(
        main, ["fmt", "--check", "-C", str(team), str(team / "cases/kestrel/till.yaml")]
    )


def answered(team: Path, *arguments: str, answers: str) -> subprocess.CompletedProcess[str]:
    """The command run by somebody who sits at a terminal and types answers."""
    pty = pytest.importorskip("pty")
    theirs, ours = pty.openpty()
    os.write(theirs, answers.encode())
    command = [sys.executable, "-m", "generator", "new", *arguments, "--as-of", AS_OF]
    try:
        return subprocess.run(
            command,
            stdin=ours,
            capture_output=True,
            text=True,
            cwd=team,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
    finally:
        os.close(theirs)
        os.close(ours)


def test_at_a_terminal_it_asks_for_what_is_missing_and_again_where_an_answer_will_not_do(team: Path) -> None:
    done = answered(team, "case", "finch/till", answers="The till is dead\ninez\nines\nFinch & Sons\n")
    assert done.returncode == 0, done.stderr
    assert "Did you mean 'ines'?" in done.stdout + done.stderr
    assert text(team, "cases/finch/till.yaml").splitlines()[1:] == [
        "title: The till is dead",
        "opened: 2026-03-11T14:30-04:00",
        "advocate: ines",
    ]
    assert 'name: "Finch & Sons"' in text(team, "cases/finch/customer.yaml")
    done = answered(team, "meeting", "finch/till", answers="tomorrow\n2026-03-12 10:00\n")
    assert done.returncode == 0 and "at: 2026-03-12T10:00-04:00" in text(team, "cases/finch/till.yaml")


def test_whoever_ends_it_at_a_question_has_written_nothing(team: Path) -> None:
    before = tree(team)
    done = answered(team, "case", "finch/till", answers="The till is dead\n\x04")
    assert done.returncode == 130 and "Traceback" not in done.stderr
    assert tree(team) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("event", "kestrel/cards", "Rang.", "--by", "custmer"), "Did you mean 'customer'?"),
        (("event", "kestrel/cards", "Rang.", "--by", "kestrel"), "no side 'kestrel'. Write us, customer or"),
        (
            ("action", "kestrel/cards", "Ring.", "--due", "20.03.2026"),
            "'20.03.2026' is no day. Write it as 2026-03-20.",
        ),
    ],
)
def test_a_side_or_a_day_that_is_none_is_said_and_nothing_is_written(
    team: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = tree(team)
    assert said in " ".join(written(team, *arguments, exit_code=2).split())
    assert tree(team) == before
