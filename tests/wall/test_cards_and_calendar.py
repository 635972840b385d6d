"""The matrix to carry: cards for a telephone, the calendar of the rotations, and the wallet card with its codes."""

import re
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from generator.documents.content_lines import escaped, written
from generator.documents.qr_codes import qr_path
from generator.documents.telephone_words import LANGUAGES
from generator.model.settings import RUNGS
from generator.render.catalogues import LANGUAGES as PAPERS_SPEAK
from tests.reading import Read, pdf_pages, squeezed, text_of
from tests.team import make_team, run
from tests.wall.matrices import matrix

CONTACTS = """
    people:
      ines: {name: Ines Okafor, title: Customer Advocate, phone: +1 603 555 0150, customer_phone: +1 603 555 0100,
        shown_as: contact, confirmed: {on: 2026-03-02, by: ines}}
      priya: {name: "佐藤; 花子, née \\\\Raman", title: On-call lead, phone: +1 603 555 0142 x0017,
        email: p@harborline.example, other_phones: [{number: 0042, note: "home, after 6"}, 4142]}
      jonas: {name: Jonas Keller, phone: +44 20 7946 0144, confirmed: {on: 2026-03-02, by: ines}}
    areas:
      engineering: {name: R&D, primary: {rotation: week}, backup: ines}
      carrier: {name: Northline, outside: true, primary: desk}
    rotations:
      week: {order: [priya, jonas], start: 2026-01-05 09:00, every: 1 week, timezone: America/New_York}
      night: {order: [ines, jonas], start: 2026-01-05 21:00, every: 1 day}
    overrides:
      - {rotation: week, from: 2026-03-14 09:00, to: 2026-03-15 09:00, person: ines, why: "swapped; a wedding"}
    absences:
      - {person: jonas, from: 2026-03-12, to: 2026-03-12, alternate: ines, cleared: 2026-03-01}
    parties:
      northline: {name: Northline Carrier, people: {desk: {name: Night desk, phone: +1 603 555 0170}}}
    """


@pytest.fixture
def carrying(tmp_path: Path) -> Path:
    """A workspace with everything that a card or a calendar may have to write."""
    return make_team(tmp_path / "carrying", {"contacts.yaml": CONTACTS})


def made(root: Path, out: Path, *arguments: str) -> None:
    result = run("paper", *arguments, "-C", root, "--out", out, "--no-pdf")
    assert result.exit_code == 0, result.output


def unfolded(data: bytes) -> list[str]:
    """The lines as a reader sees them; each must end and be folded as the standard wants it."""
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    raw = data.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 for line in raw)
    for line in raw:
        line.decode()
    return data.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def blocks(lines: list[str], kind: str) -> list[list[str]]:
    """What stands between BEGIN and END of a kind."""
    found: list[list[str]] = []
    for line in lines:
        if line == f"BEGIN:{kind}":
            found.append([])
        elif found and line != f"END:{kind}":
            found[-1].append(line)
    return found


def test_everybody_has_a_card_with_every_number_as_typed(carrying: Path, out: Path) -> None:
    made(carrying, out, "who-to-call")
    cards = blocks(unfolded((out / "who-to-call.internal.vcf").read_bytes()), "VCARD")
    assert [card[1] for card in cards] == [
        f"UID:casewright-person-{who}" for who in ("desk", "ines", "jonas", "priya")
    ]
    priya = cards[-1]
    assert "FN:佐藤\\; 花子\\, née \\\\Raman" in priya
    assert "TEL;TYPE=WORK,VOICE,PREF:+1 603 555 0142 x0017" in priya
    assert "item1.TEL;TYPE=VOICE:0042" in priya and "item1.X-ABLabel:home\\, after 6" in priya
    assert "TEL;TYPE=VOICE:4142" in priya
    assert "NOTE:Who to call: primary of R&D. The number was never confirmed." in priya
    assert "ORG:Northline Carrier" in cards[0]
    assert "The number was confirmed on 2 March 2026\\, 9 days before 11 March 2026." in cards[1][-2]


def test_an_area_s_cards_are_of_all_who_take_turns_there(carrying: Path, out: Path) -> None:
    made(carrying, out, "call-sheet", "engineering")
    cards = blocks(unfolded((out / "engineering.internal.vcf").read_bytes()), "VCARD")
    assert {card[1].rpartition("-")[2] for card in cards} == {"priya", "jonas", "ines"}


@pytest.mark.parametrize("text", ["é" * 200, "日本語" * 40, "a" * 75, "a" * 76, "a" * 74 + "é", ""])
def test_a_line_is_folded_by_octets_and_reads_the_same(text: str) -> None:
    assert unfolded(written([text])) == [text]


def test_what_means_something_to_a_reader_is_escaped() -> None:
    assert escaped("a,b;c\\d\r\ne\nf") == "a\\,b\\;c\\\\d\\ne\\nf"


def events(root: Path, out: Path, moment: str = "2026-03-11T14:30-04:00") -> dict[str, dict[str, str]]:
    """The events of the calendar by their identity."""
    made(root, out, "who-to-call", "--as-of", moment)
    lines = unfolded((out / "rotations.internal.ics").read_bytes())
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-1] == "END:VCALENDAR"
    found = [dict(line.split(":", 1) for line in block) for block in blocks(lines, "VEVENT")]
    by_identity = {event["UID"]: event for event in found}
    assert len(by_identity) == len(found)
    return by_identity


def test_a_hand_over_stays_at_its_hour_when_the_clocks_change(carrying: Path, out: Path) -> None:
    starts = [
        event["DTSTART"]
        for uid, event in events(carrying, out, "2026-02-25T12:00-05:00").items()
        if uid[:4] == "week"
    ]
    assert starts[:3] == ["20260223T140000Z", "20260302T140000Z", "20260309T130000Z"]


def test_overrides_and_who_stands_in_are_events_of_their_own(carrying: Path, out: Path) -> None:
    found = events(carrying, out)
    taken = found["week-20260314T130000Z@casewright"]
    assert taken["SUMMARY"] == "Ines Okafor: R&D\\, primary" and taken["DTEND"] == "20260315T130000Z"
    assert taken["DESCRIPTION"] == "+1 603 555 0150 Took this turn: swapped\\; a wedding."
    stands_in = found["week-20260312T040000Z@casewright"]
    assert stands_in["SUMMARY"].startswith("Ines Okafor")
    assert "It is Jonas Keller's turn\\, who is away." in stands_in["DESCRIPTION"]
    assert found["night-20260312T010000Z@casewright"]["SUMMARY"] == "Jonas Keller: night"


def test_events_follow_one_another_without_a_gap(carrying: Path, out: Path) -> None:
    week = [event for uid, event in events(carrying, out).items() if uid.startswith("week-")]
    assert len(week) > 13
    assert all(one["DTEND"] == other["DTSTART"] for one, other in pairwise(week))
    last = datetime.strptime(week[-1]["DTEND"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert last >= datetime(2026, 6, 9, tzinfo=UTC)


def test_the_same_turn_keeps_its_identity_in_the_next_edition(carrying: Path, out: Path) -> None:
    before, after = events(carrying, out / "a"), events(carrying, out / "b", "2026-03-20T09:00-04:00")
    both = before.keys() & after.keys()
    assert len(both) > 50
    assert all(before[uid]["SUMMARY"] == after[uid]["SUMMARY"] for uid in both)
    assert {event["DTSTAMP"] for event in before.values()} == {"20260311T183000Z"}


def test_cards_and_calendar_speak_the_language_of_the_house(carrying: Path, out: Path) -> None:
    settings = carrying / "casewright.yaml"
    settings.write_text(settings.read_text() + "language: de\n")
    made(carrying, out, "who-to-call")
    cards = "\n".join(unfolded((out / "who-to-call.internal.vcf").read_bytes()))
    assert "Vertretung von R&D. Die Nummer wurde am 2. März 2026 bestätigt" in cards
    assert "9 Tage vor dem 11. März 2026." in cards and "CATEGORIES:Wen anrufen" in cards
    calendar = "\n".join(unfolded((out / "rotations.internal.ics").read_bytes()))
    assert "X-WR-CALNAME:Im Dienst\\, Harborline Hosting" in calendar and "//Rotations//DE" in calendar
    assert "R&D\\, erste Stelle" in calendar and "Hat diesen Dienst übernommen: swapped" in calendar
    for english in ("confirmed on", "Who to call", "turn", "primary", "On duty"):
        assert english not in cards + calendar


def test_every_language_of_the_papers_has_words_for_a_telephone() -> None:
    assert set(LANGUAGES) == set(PAPERS_SPEAK)
    for words in LANGUAGES.values():
        assert len(words.months) == 12 and len(words.weekdays) == 7 and set(words.rungs) == set(RUNGS)


def test_without_rotations_there_is_no_calendar(team: Path, out: Path) -> None:
    made(team, out, "who-to-call")
    assert sorted(path.suffix for path in out.iterdir()) == [".html", ".vcf"]


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_wallet_card_holds_every_area_and_a_code_for_each(tmp_path: Path, out: Path, size: str) -> None:
    root = matrix(tmp_path / "matrix", 11)
    result = run("paper", "wallet-card", "--size", size, "-C", root, "--out", out)
    assert result.exit_code == 0 and "pdf-doubted" not in result.stderr
    page = Read(out / "wallet-card.internal.html")
    assert text_of(page.tree).count("Code that puts this ladder into a telephone") == 11
    words = squeezed("".join(pdf_pages(out / "wallet-card.internal.pdf")))
    numbers = re.findall(r"phone: (\+1 \d+ 555 \d+)", (root / "contacts.yaml").read_text("utf-8"))
    assert all(squeezed(number) in words for number in numbers if number != "+1 603 555 0100")
    assert squeezed("Right until Mon 16 Mar, 09:00.") in words


def test_a_code_is_drawn_square_by_square() -> None:
    squares, path = qr_path("BEGIN:VCARD")
    dark = set[tuple[int, int]]()
    for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path):
        dark |= {(int(x) + step, int(y)) for step in range(int(length))}
    assert squares == 21 + 8
    finder = {(x, y) for x in range(7) for y in range(7) if max(abs(x - 3), abs(y - 3)) != 2}
    assert {(x - 4, y - 4) for x, y in dark if x < 11 and y < 11} == finder


def test_what_no_code_can_hold_has_none() -> None:
    assert qr_path("x" * 3000) == (0, "")
