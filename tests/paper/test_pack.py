"""The meeting pack: one document of papers that keep their own identity, for us or of what a customer was issued."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.issuing import edit, issue, print_paper
from tests.reading import Read, pdf_pages
from tests.team import run

CASE = "kestrel/cards"
PART = re.compile(r'<section class="pack-part ([a-z-]+)"[^>]*data-identity="([^"]*)" data-draft="([A-Z]*)"')


def pack(team: Path, out: Path, *options: str, exit_code: int = 0) -> str:
    """Prints a pack, without its PDF, and reads its page; what stood on stderr where it was refused."""
    result = run("paper", "meeting-pack", CASE, "-C", team, "--out", out, "--no-pdf", *options)
    assert result.exit_code == exit_code, result.output
    if exit_code:
        return " ".join(result.stderr.split())
    (page,) = out.glob("*.html")
    return page.read_text(encoding="utf-8")


def parts(page: str) -> list[tuple[str, str]]:
    """The parts of a pack in their order, each with DRAFT or nothing."""
    return [(key, draft) for key, _, draft in PART.findall(page)]


def test_our_pack_ends_with_the_call_sheet(team: Path, out: Path) -> None:
    page = pack(team, out)
    assert [key for key, _ in parts(page)] == [
        "agenda",
        "situation-summary",
        "chronology",
        "call-sheet",
        "who-is-who",
    ]
    assert "Ines Okafor" in page and "+1 603 555 0150" in page


def test_before_a_dry_run_our_pack_holds_its_script(team: Path, out: Path) -> None:
    dry_run = "dry_run: [{meeting: m1, person: joel, part: the certificate}]\nmeetings:\n"
    edit(team, "meetings:\n", dry_run)
    assert "dry-run" in [key for key, _ in parts(pack(team, out))]


def test_no_id_stands_twice_and_the_contents_lead_to_every_part(team: Path, out: Path) -> None:
    page = pack(team, out)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    links = re.findall(r'<li><a href="#([^"]+)"', page)
    assert links == [*(f"part-{number}" for number in range(1, 5)), "who-is-who"]
    assert set(links) <= set(ids)
    assert "<style" not in page.partition("</head>")[2], "style sheets stand in the head"
    assert page.count("<html") == page.count("</html>") == page.count("<main") == 1


def test_a_customers_pack_holds_what_was_issued_and_tells_what_is_left_out(team: Path, out: Path) -> None:
    said = pack(team, out, "--audience", "customer", exit_code=2)
    assert "Nothing of kestrel/cards is issued to the customer yet" in said and "--draft" in said
    issue(team, "situation-summary")
    edit(team, "Cash sales went on.", "Cash sales went on all day.")
    result = run(
        "paper", "meeting-pack", CASE, "--audience", "customer", "-C", team, "--out", out, "--no-pdf"
    )
    assert "Left out, because it is not issued: agenda, chronology." in result.stderr
    (path,) = out.glob("*.html")
    page = path.read_text(encoding="utf-8")
    assert parts(page) == [("situation-summary", ""), ("who-is-who", "DRAFT")]
    assert "Cash sales went on." in page and "all day" not in page, "as it was issued"
    assert "version 1, issued 11 Mar 2026" in page


def test_with_draft_it_holds_every_paper_stamped(team: Path, out: Path) -> None:
    page = pack(team, out, "--audience", "customer", "--draft", "--meeting", "m2")
    assert [key for key, _ in parts(page)] == ["agenda", "situation-summary", "chronology", "who-is-who"]
    assert {draft for _, draft in parts(page)} == {"DRAFT"}
    assert "The second week" in page and "Internal" not in page and "INTERNAL" not in page
    assert [path.name for path in out.iterdir()] == ["kestrel-cards-meeting-pack-m2.customer.html"]


def test_issuing_a_pack_issues_the_papers_in_it(team: Path, out: Path) -> None:
    issue(team, "chronology")
    done = issue(team, "meeting-pack", "--to", "dana")
    assert (
        "It holds, and issues where they are new: agenda, situation summary, chronology (as it is)."
        in done.stdout
    )
    sealed = sorted(path.name for path in (team / f"cases/{CASE}/issued").iterdir())
    assert sealed == ["agenda-1.json", "chronology-1.json", "meeting-pack-1.json", "situation-summary-1.json"]
    assert len({path.read_bytes() for path in (team / f"cases/{CASE}/issued").iterdir()}) == 1
    edit(team, "Cash sales went on.", "Cash sales went on all day.")
    built = run(
        "build", "--audience", "customer", "--customer", "kestrel", "-C", team, "--out", out, "--no-pdf"
    )
    assert built.exit_code == 0, built.output
    page = (out / "cases/kestrel/cards/kestrel-cards-meeting-pack-m1.customer.html").read_text(
        encoding="utf-8"
    )
    assert [key for key, _ in parts(page)] == ["agenda", "situation-summary", "chronology", "who-is-who"]
    assert {draft for _, draft in parts(page)} == {""} and "all day" not in page


def test_an_issue_of_a_pack_for_us_alone_issues_nothing_to_the_customer(team: Path) -> None:
    issue(team, "meeting-pack", "--audience", "internal")
    text = (team / f"cases/{CASE}.yaml").read_text(encoding="utf-8")
    assert "paper: agenda, version: 1" in text and not (team / f"cases/{CASE}/issued").exists()
    entries = text.partition("\nissued:")[2]
    assert entries.count("audience: internal") == entries.count("paper:") == 4


def test_no_part_lays_out_the_pages_of_the_others(team: Path, out: Path) -> None:
    alone = run("paper", "call-sheet", CASE, "-C", team, "--out", out / "alone", "--no-pdf")
    assert alone.exit_code == 0, alone.output
    (sheet,) = (out / "alone").glob("*.html")
    rules = sheet.read_text(encoding="utf-8").count("@page")
    page = pack(team, out)
    assert rules == 3 and page.count("@page") == 3, (
        "the two of every paper, and the pack's own for empty pages"
    )


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_part_begins_on_a_right_hand_page_and_each_page_says_for_whom(
    team: Path, out: Path, paper: str
) -> None:
    settings = team / "casewright.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"paper: {paper}\n", encoding="utf-8")
    print_paper(team, out, "--draft", "--pdf", paper="meeting-pack")
    (path,) = out.glob("*.pdf")
    pages = pdf_pages(path)
    for number, page in enumerate(pages, 1):
        assert f"For the customer {number} / {len(pages)}" in " ".join(page.split())
    with pikepdf.open(BytesIO(path.read_bytes())) as document, document.open_outline() as outline:
        titles = [item.title for item in outline.root]
        assert titles[1:] == ["Contents", "Agenda", "Situation summary", "Chronology", "Who is who"]
        starts = [document.pages.index(pikepdf.Page(item.destination[0])) + 1 for item in outline.root]
    assert all(start % 2 == 1 for start in starts), starts
    contents = " ".join(pages[0].split())
    for title, start in zip(titles[2:], starts[2:], strict=True):
        assert re.search(rf"{title} ?\.* ?\.*{start}\b", contents.replace(" .", ".")), (title, start)


def test_the_page_of_a_pack_reads_as_one_page(team: Path, out: Path) -> None:
    pack(team, out)
    (path,) = out.glob("*.html")
    assert not [address for _, address in Read(path).addresses() if address.startswith("http")]
