"""A customer's folder: issued papers alone, for that customer alone, and nothing at all where something leaks."""

import re
from pathlib import Path

import pytest

from generator.documents.house_papers import HOUSE_PAPERS
from tests.reading import Read, pdf_pages, squeezed, text_of
from tests.team import built, dead_links, run, tree

FOR_KESTREL = ("--audience", "customer", "--customer", "kestrel")


def issue(team: Path, paper: str, case: str = "kestrel/cards") -> str:
    """Writes into a case that a paper was issued as it stands now; its fingerprint, read off the paper."""
    shown = team.parent / "shown"
    result = run("paper", paper, case, "--audience", "customer", "--no-pdf", "-C", team, "--out", shown)
    assert result.exit_code == 0, result.output
    page = (shown / f"{case.replace('/', '-')}-{paper}.customer.html").read_text(encoding="utf-8")
    found = re.search(r"not issued · ([0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4})", page)
    assert found is not None
    mark = found[1].replace(" ", "")
    path = team / "cases" / f"{case}.yaml"
    path.write_text(
        f"{path.read_text(encoding='utf-8')}issued: [{{paper: {paper}, version: 1, at: 2026-03-11 14:00, to: [dana], "
        f'by: ines, approved_by: [ines], fingerprint: "{mark}"}}]\n',
        encoding="utf-8",
    )
    return mark


def papers_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("kestrel-*") if path.is_file()}


def test_only_issued_papers_leave_the_house(team: Path, out: Path) -> None:
    mark = issue(team, "situation-summary")
    result = built(team, out, *FOR_KESTREL, "--jobs", "2")
    assert result.stdout == ""
    stem = "kestrel-cards-situation-summary.customer"
    assert papers_in(out) == {f"{stem}.html", f"{stem}.pdf"}
    page, *_ = pdf_pages(out / "cases/kestrel/cards" / f"{stem}.pdf")
    assert mark in page.replace(" ", "") and "D R A F T" not in page
    assert "version 1, issued 11 Mar 2026, 14:00" in page
    index = text_of(Read(out / "index.html").tree)
    assert "Papers for Kestrel Outfitters" in index and "version 1, issued 11 Mar 2026" in index
    assert dead_links(out) == []


def test_with_draft_the_others_come_too_and_are_stamped(team: Path, out: Path) -> None:
    issue(team, "situation-summary")
    built(team, out, *FOR_KESTREL, "--draft")
    names = papers_in(out)
    assert {"kestrel-cards-update.customer.txt", "kestrel-mails-update.customer.html"} < names
    assert not [name for name in names if "internal" in name]
    for path in out.rglob("kestrel-*.html"):
        assert ("DRAFT" in text_of(Read(path).tree)) == ("situation-summary" not in path.name), path
    assert dead_links(out) == []


def test_nothing_of_anybody_else_stands_in_it(team: Path, out: Path) -> None:
    issue(team, "situation-summary")
    built(team, out, *FOR_KESTREL, "--draft")
    for path in out.rglob("*"):
        if path.suffix in (".html", ".txt", ".json"):
            text = squeezed(path.read_text(encoding="utf-8"))
            for secret in (
                "wren",
                "slowpages",
                "16035550150",
                "16035550116",
                "joelthinks",
                "severity",
                "internal",
            ):
                assert secret not in text, (path, secret)


def test_no_paper_is_issued_yet(team: Path, out: Path) -> None:
    built(team, out, *FOR_KESTREL)
    assert papers_in(out) == set()
    assert "No paper has been issued yet." in text_of(Read(out / "index.html").tree)


def test_an_issued_paper_that_has_changed_stays_at_home(team: Path, out: Path) -> None:
    issue(team, "situation-summary")
    path = team / "cases/kestrel/cards.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("of 41 shops were refused", "of 42 shops were refused"), encoding="utf-8")
    built(team, out, *FOR_KESTREL)
    assert papers_in(out) == set()


def test_a_note_of_ours_does_not_unissue_a_paper(team: Path, out: Path) -> None:
    issue(team, "situation-summary")
    with (team / "cases/kestrel/cards.yaml").open("a", encoding="utf-8") as file:
        file.write("notes: Dana sounded tired.\n")
    built(team, out, *FOR_KESTREL)
    assert papers_in(out) == {"kestrel-cards-situation-summary.customer.html"}


def of_the_house(name: str) -> bool:
    """Whether a file is of a house paper, which is never a draft."""
    return any(f"-{key}.internal." in name for key in HOUSE_PAPERS)


def test_an_issued_paper_stays_issued_when_its_case_gets_an_error(team: Path, out: Path) -> None:
    """The site goes on to show it as issued, and its case's other papers as drafts."""
    issue(team, "situation-summary")
    with (team / "cases/kestrel/cards.yaml").open("a", encoding="utf-8") as file:
        file.write("sponsor: nobody\n")
    result = built(team, out)
    assert re.search(r"cards\.yaml.*error\[person-unknown\]", result.stderr)
    folder = out / "cases/kestrel/cards"
    for path in (one for one in folder.glob("kestrel-*.html") if not of_the_house(one.name)):
        is_issued = path.name == "kestrel-cards-situation-summary.customer.html"
        assert ("DRAFT" in text_of(Read(path).tree)) != is_issued, path
    assert "person-unknown" in text_of(Read(folder / "index.html").tree)


def test_cases_may_be_named(team: Path, out: Path) -> None:
    built(team, out, *FOR_KESTREL, "--draft", "--case", "kestrel/mails")
    assert {name.split("-")[1] for name in papers_in(out)} == {"mails"}
    result = built(team, out, *FOR_KESTREL, "--case", "wren/slow-pages", exit_code=2)
    assert "wren/slow-pages" in result.stderr and "kestrel" in result.stderr


def test_a_folder_with_another_build_is_refused_and_left_alone(team: Path, tmp_path: Path) -> None:
    internal, kestrel, wren = tmp_path / "internal", tmp_path / "kestrel", tmp_path / "wren"
    for_wren = ("--audience", "customer", "--customer", "wren")
    built(team, internal)
    built(team, kestrel, *FOR_KESTREL, "--draft")
    built(team, wren, *for_wren, "--draft")
    before = tree(tmp_path)
    for folder, options in (
        (internal, FOR_KESTREL),
        (kestrel, ()),
        (kestrel, for_wren),
        (wren, FOR_KESTREL),
    ):
        result = built(team, folder, *options, exit_code=3)
        assert "Give each build a folder of its own with --out DIR." in result.stderr
    assert tree(tmp_path) == before


def test_a_leak_keeps_the_whole_folder_as_it_was(team: Path, out: Path) -> None:
    issue(team, "situation-summary")
    built(team, out, *FOR_KESTREL)
    before = tree(out)
    path = team / "cases/kestrel/mails.yaml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + "customer_sees: [summary]\nsummary: Like the pages of Wren Books last week.\n",
        encoding="utf-8",
    )
    result = built(team, out, *FOR_KESTREL, "--draft", exit_code=1)
    assert "error[leak" in result.stderr and "cases/wren/customer.yaml" in result.stderr + result.stdout
    assert "is as it was" in result.stderr.splitlines()[-1]
    assert tree(out) == before


def test_our_own_site_is_built_beside_a_leak(team: Path, out: Path) -> None:
    path = team / "cases/kestrel/mails.yaml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + "customer_sees: [summary]\nsummary: Like the pages of Wren Books last week.\n",
        encoding="utf-8",
    )
    built(team, out)
    assert (out / "cases/kestrel/mails/index.html").is_file()


def test_a_customer_whose_file_cannot_be_read(team: Path, out: Path) -> None:
    (team / "cases/kestrel/customer.yaml").write_text("{", encoding="utf-8")
    result = built(team, out, *FOR_KESTREL, exit_code=3)
    assert "casewright check" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("casewright.yaml", "leaks: {hosts: [wiki.harborline.example\n"),
        ("casewright.yaml", "organisation: Harborline Hosting\nleaks: {hosts: 7, hots: []}\n"),
        ("contacts.yaml", "people: {ines: {name: Ines Okafor\n"),
    ],
)
def test_nothing_leaves_while_the_gate_does_not_know_what_to_look_for(
    team: Path, out: Path, path: str, text: str
) -> None:
    built(team, out, *FOR_KESTREL, "--draft")
    before = tree(out)
    (team / path).write_text(text, encoding="utf-8")
    result = built(team, out, *FOR_KESTREL, "--draft", exit_code=1)
    assert path in result.stderr and "is as it was" in result.stderr
    assert tree(out) == before
    paper = ("paper", "update", "kestrel/mails", "--no-pdf", "-C", team, "--out", out.parent / "paper")
    assert run(*paper, "--audience", "customer").exit_code == 1
    assert run(*paper).exit_code == 0


@pytest.mark.parametrize(
    "text",
    [
        "name: Wren Books\naliases: [Wrenly, 'The Wren']\npeople: {joe: {name: Joe\n",
        'name: "Wren Books"  # since 2019\naliases:\n  - Wrenly\n  - The Wren\nsegment:\tgold\n',
    ],
)
@pytest.mark.parametrize("said", ["Wren Books", "The Wren", "Wrenly"])
def test_a_customer_whose_file_is_broken_is_not_named_to_another(
    team: Path, out: Path, text: str, said: str
) -> None:
    (team / "cases/wren/customer.yaml").write_text(text, encoding="utf-8")
    case = team / "cases/kestrel/mails.yaml"
    case.write_text(
        f"{case.read_text(encoding='utf-8')}customer_sees: [summary]\nsummary: As with {said} last year, mails wait.\n",
        encoding="utf-8",
    )
    result = built(team, out, *FOR_KESTREL, "--draft", exit_code=1)
    assert "leak" in result.stderr and "cases/wren/customer.yaml" in result.stderr
