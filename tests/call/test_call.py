"""`casewright call` and the call sheet: whom to ring when, who was tried, and the words to use."""

from pathlib import Path

import pytest

from tests.reading import Read, pdf_pages, squeezed, text_of
from tests.team import make_team, run

CONTACTS = """
    people:
      ines: {name: Ines Okafor, title: Customer Advocate, phone: +1 603 555 0150, customer_phone: +1 603 555 0100,
        shown_as: contact, confirmed: {on: 2026-03-02, by: ines}}
      priya: {name: Priya Raman, phone: +1 603 555 0142 x17, timezone: America/New_York,
        confirmed: {on: 2026-03-02, by: ines}}
      jonas: {name: Jonas Keller, phone: +44 20 7946 0144, timezone: Europe/London,
        confirmed: {on: 2025-01-02, by: ines}}
      lena: {name: Lena "Len" Horváth, phone: 4142}
      grace: {name: Grace Achieng, phone: +1 603 555 0104, confirmed: {on: 2026-03-02, by: ines}}
    areas:
      engineering: {name: Engineering, covers: [web-shop], helps: Fewer pages at night., primary: priya,
        backup: jonas, manager: lena, director: none, vp: grace}
      carrier: {name: Northline, outside: true, quote: customer 40117, primary: grace}
    """
SETTINGS = """
    organisation: Harborline Hosting
    timezone: America/New_York
    bridge: +1 603 555 0111, code 4417
    products: {web-shop: {name: Web shop, area: engineering}}
    ladder: {step: 15 minutes, last_resort: grace}
    """
CASE = """
    title: Card payments declined at 41 shops
    opened: 2026-03-11 12:00
    advocate: ines
    escalations:
      - {area: engineering, need: {skill: the card gateway, for: the refused payments}, asked: 2026-03-11 13:55,
        attempts: [{at: 2026-03-11 13:55, person: priya, rung: primary, outcome: no-answer},
          {at: 2026-03-11 14:10, person: jonas, rung: backup, outcome: voicemail}]}
      - {area: carrier, asked: 2026-03-11 13:00, attempts: [], engaged: {person: grace, at: 2026-03-11 13:05}}
    """


@pytest.fixture
def calling(tmp_path: Path) -> Path:
    """A workspace with a call that has climbed two rungs."""
    files = {"contacts.yaml": CONTACTS, "casewright.yaml": SETTINGS, "cases/kestrel/cards.yaml": CASE}
    return make_team(tmp_path / "calling", files)


def told(root: Path, *arguments: str | Path, exit_code: int = 0) -> str:
    result = run("call", *arguments, "-C", root)
    assert result.exit_code == exit_code, result.output
    return result.stdout if exit_code == 0 else result.output


def test_each_rung_says_when_to_ring_here_and_there_and_on_which_number(calling: Path) -> None:
    lines = told(calling, "engineering").splitlines()
    assert "14:30  Primary: Priya Raman, +1 603 555 0142 x17  <- ring now" in lines
    assert "14:45  Backup: Jonas Keller, +44 20 7946 0144, 18:45 in London" in lines
    assert '15:00  Manager: Lena "Len" Horváth, 4142' in lines
    assert "15:15  Vice president: Grace Achieng, +1 603 555 0104" in lines
    assert "15:30  Last resort: Grace Achieng, +1 603 555 0104" in lines


def test_a_rung_left_out_on_purpose_is_passed_over_in_words_and_costs_no_time(calling: Path) -> None:
    assert "Director: There is deliberately no such rung here: go on to the next." in told(
        calling, "engineering"
    )


def test_a_case_says_who_was_tried_and_who_is_next_and_when(calling: Path) -> None:
    lines = told(calling, "--case", "kestrel/cards").splitlines()
    at = lines.index("tried  Primary: Priya Raman, +1 603 555 0142 x17")
    assert "today 13:55: no answer" in lines[at + 2]
    assert "tried  Backup: Jonas Keller, +44 20 7946 0144" in lines
    assert '14:30  Manager: Lena "Len" Horváth, 4142  <- ring now' in lines
    assert "14:45  Vice president: Grace Achieng, +1 603 555 0104" in lines


def test_who_is_not_due_yet_is_rung_when_the_step_has_passed(calling: Path) -> None:
    result = run("call", "--case", "kestrel/cards", "-C", calling, "--as-of", "2026-03-11T14:15-04:00")
    assert '14:25  Manager: Lena "Len" Horváth, 4142  <- ring next' in result.stdout


def test_the_words_are_filled_from_the_data_and_tell_on_nobody(calling: Path) -> None:
    words = told(calling, "--case", "kestrel/cards")
    assert (
        '"Kestrel Outfitters: Card payments declined at 41 shops. We need the card gateway for the refused payments '
        'by ________; we are on +1 603 555 0111, code 4417."'
    ) in words
    assert "Worth their while: Fewer pages at night." in words
    situation = (
        "We have a situation at Kestrel Outfitters (Card payments declined at 41 shops) that needs somebody with "
        "Priya Raman's skills. Priya Raman seems to be fully taken up."
    )
    assert f'"{situation} Whom on your team would you suggest I work with?"' in words
    tried = "I have tried Priya Raman at 13:55 and Jonas Keller at 14:10."
    assert f'"{situation} {tried} Whom on your team would you suggest I work with?"' in words
    spoken = [line for line in words.splitlines() if line.startswith('  "')]
    assert len(spoken) == 3 and not any("no answer" in line or "message" in line for line in spoken)


def test_until_when_is_what_the_call_says_else_the_update_that_the_customer_is_promised(
    calling: Path,
) -> None:
    case = calling / "cases/kestrel/cards.yaml"
    case.write_text(case.read_text("utf-8") + "next_update: 2026-03-11 17:00\n", "utf-8")
    assert "for the refused payments by 17:00; we are on" in told(calling, "--case", "kestrel/cards")
    case.write_text(
        case.read_text("utf-8").replace(
            "asked: 2026-03-11 13:55,", "asked: 2026-03-11 13:55, answer_by: 2026-03-12 09:00,"
        ),
        "utf-8",
    )
    assert "by tomorrow 09:00; we are on" in told(calling, "--case", "kestrel/cards")


def test_with_a_case_alone_only_what_nobody_took_on_has_a_sheet(calling: Path) -> None:
    assert told(calling, "--case", "kestrel/cards").count("Call sheet: ") == 1
    assert "Call sheet: Northline, for Kestrel" in told(calling, "carrier", "--case", "kestrel/cards")


def test_without_either_it_is_every_open_case_that_waits_for_somebody(calling: Path) -> None:
    assert "Call sheet: Engineering, for Kestrel Outfitters" in told(calling)


def test_where_nobody_is_waited_for_it_names_the_areas(team: Path) -> None:
    assert "engineering" in told(team, exit_code=2)


def test_the_smallest_case_says_its_product_s_area_or_lets_one_choose(calling: Path) -> None:
    small = calling / "cases/kestrel/mails.yaml"
    assert "does not say which area" in told(calling, "--case", "kestrel/mails")
    assert "Jonas Keller, +44 20 7946 0144" in told(calling, "--case", "kestrel/mails")
    small.write_text(small.read_text("utf-8") + "product: web-shop\n", "utf-8")
    assert "Call sheet: Engineering, for Kestrel Outfitters" in told(calling, "--case", "kestrel/mails")


def test_an_outside_firm_is_quoted_what_it_wants_to_hear(calling: Path) -> None:
    assert "Quote customer 40117." in told(calling, "carrier")


def test_an_area_is_named_by_its_product_too(calling: Path) -> None:
    assert "Call sheet: Engineering" in told(calling, "web", "shop")


def test_awareness_asks_for_nothing(calling: Path) -> None:
    case = calling / "cases/kestrel/cards.yaml"
    case.write_text(
        case.read_text("utf-8").replace(
            "{area: engineering, need", "{area: engineering, why: awareness, need"
        ),
        "utf-8",
    )
    words = told(calling, "--case", "kestrel/cards")
    assert "I ring so that you know; nothing is asked of you now." in words and "We need" not in words


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_paper_is_one_page_an_area_and_holds_every_number_as_typed(
    calling: Path, out: Path, size: str
) -> None:
    result = run(
        "paper",
        "call-sheet",
        "engineering",
        "--case",
        "kestrel/cards",
        "--size",
        size,
        "-C",
        calling,
        "--out",
        out,
    )
    assert result.exit_code == 0, result.output
    stem = "engineering-for-kestrel-cards-call-sheet.internal"
    assert sorted(path.name for path in out.iterdir()) == [f"{stem}.{end}" for end in ("html", "pdf", "txt")]
    pages = pdf_pages(out / f"{stem}.pdf")
    assert len(pages) == 1
    for text in (
        pages[0],
        text_of(Read(out / f"{stem}.html").tree),
        (out / f"{stem}.txt").read_text("utf-8"),
    ):
        for number in ("+1 603 555 0142 x17", "+44 20 7946 0144", "4142", "+1 603 555 0104"):
            assert number in text
    assert "took it on" in pages[0] and squeezed('Lena "Len" Horváth') in squeezed(pages[0])


def test_out_writes_the_same_paper(calling: Path, out: Path) -> None:
    told(calling, "engineering", "--out", out / "one", "--no-pdf")
    run("paper", "call-sheet", "engineering", "-C", calling, "--out", out / "other", "--no-pdf")
    name = "engineering-call-sheet.internal.html"
    assert (out / "one" / name).read_bytes() == (out / "other" / name).read_bytes()


def test_whom_the_last_one_named_is_rung_first_and_the_ladder_goes_on_above(calling: Path) -> None:
    case = calling / "cases/kestrel/cards.yaml"
    text = case.read_text("utf-8").replace("outcome: voicemail}", "outcome: delegated, to: ines}")
    case.write_text(text, "utf-8")
    lines = told(calling, "--case", "kestrel/cards").splitlines()
    assert "Ring first: Ines Okafor, +1 603 555 0150, whom the last one named." in lines
    assert '14:45  Manager: Lena "Len" Horváth, 4142' in lines and not any("<-" in line for line in lines)


def test_somebody_away_without_an_alternate_is_told_so(calling: Path) -> None:
    contacts = calling / "contacts.yaml"
    away = "absences:\n  - {person: jonas, from: 2026-03-10, to: 2026-03-20}\n"
    contacts.write_text(contacts.read_text("utf-8") + away, "utf-8")
    assert "away until 20 Mar, nobody stands in" in told(calling, "engineering")
