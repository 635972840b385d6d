"""Every house paper of the registry, by the real command and in the site: none knows a customer's copy."""

from pathlib import Path

import pikepdf
import pytest

from generator.documents.house_papers import HOUSE_PAPERS
from generator.documents.papers import PAPERS
from tests.reading import Read, pdf_pages, text_of
from tests.team import AS_OF, built, run, tree

EXAMPLES = {"area": "engineering", "customer": "kestrel", "case": "kestrel/cards"}


def typed(paper: str) -> list[str]:
    """What the command is given for a paper to be of."""
    kinds = HOUSE_PAPERS[paper].of
    return [] if {"workspace", "period"} & {*kinds} else [EXAMPLES[kinds[0]]]


def printed(team: Path, out: Path, paper: str, *arguments: str, pdf: bool = True) -> list[Path]:
    """The files that the command made."""
    quick = [] if pdf else ["--no-pdf"]
    result = run("paper", paper, *typed(paper), *arguments, "-C", team, "--out", out, *quick)
    assert result.exit_code == 0, result.output
    return [Path(line) for line in result.stdout.splitlines()]


def one(files: list[Path], ending: str) -> Path:
    return next(path for path in files if path.suffix == f".{ending}" and ".internal" in path.name)


def test_no_key_is_in_both_registries() -> None:
    assert not PAPERS.keys() & HOUSE_PAPERS.keys()
    assert all(key == paper.key for key, paper in HOUSE_PAPERS.items())


@pytest.mark.parametrize("paper", HOUSE_PAPERS)
def test_each_prints_and_every_page_says_it_is_ours_alone(team: Path, out: Path, paper: str) -> None:
    files = printed(team, out, paper)
    assert sorted(path.name for path in out.iterdir()) == sorted(path.name for path in files)
    pages = pdf_pages(one(files, "pdf"))
    assert pages and all("INTERNAL" in page for page in pages)
    words = text_of(Read(one(files, "html")).tree)
    assert "internal" in words.casefold() and "DRAFT" not in words


@pytest.mark.parametrize("paper", HOUSE_PAPERS)
def test_each_is_the_same_bytes_twice_and_its_print_is_of_its_data(team: Path, out: Path, paper: str) -> None:
    first, again = out / "first", out / "again"
    printed(team, first, paper)
    printed(team, again, paper)
    assert tree(first) == tree(again)


@pytest.mark.parametrize("paper", HOUSE_PAPERS)
def test_each_is_for_us_alone(team: Path, out: Path, paper: str) -> None:
    result = run("paper", paper, *typed(paper), "--audience", "customer", "-C", team, "--out", out)
    assert result.exit_code == 2 and not out.exists()


@pytest.mark.parametrize("paper", HOUSE_PAPERS)
def test_each_is_in_the_site_and_linked_from_a_page(team: Path, out: Path, paper: str) -> None:
    built(team, out)
    made = [path for path in out.rglob(f"*{paper}.internal.*") if path.parent.is_dir()]
    assert {path.suffix for path in made} >= {".html"}
    pages = [path.read_text(encoding="utf-8") for path in out.rglob("index.html")]
    for path in made:
        assert any(f'{path.name}"' in page for page in pages), path


@pytest.mark.parametrize("paper", HOUSE_PAPERS)
def test_no_customer_gets_one(team: Path, out: Path, paper: str) -> None:
    built(team, out, "--audience", "customer", "--customer", "kestrel", "--draft")
    assert not [path for path in out.rglob("*") if paper in path.name]


@pytest.mark.parametrize(("size", "long", "short"), [("A4", 297, 210), ("Letter", 279.4, 215.9)])
def test_it_is_printed_on_the_size_that_is_asked_for(
    team: Path, out: Path, size: str, long: float, short: float
) -> None:
    with pikepdf.open(one(printed(team, out, "who-to-call", "--size", size), "pdf")) as document:
        box = [float(edge) / 72 * 25.4 for edge in document.pages[0].mediabox]
    assert box == pytest.approx([0, 0, long, short], abs=0.2)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["who-to-call", "engineering"], "is of everything"),
        (["who-to-call", "--from", "2026-01-01"], "go with a paper of a period"),
        (["who-to-call", "--meeting", "m1"], "house paper"),
        (["who-too-call"], "who-to-call"),
        (["update", "kestrel/cards", "--size", "Letter"], "go with a house paper"),
    ],
)
def test_what_a_paper_cannot_be_is_said(team: Path, out: Path, arguments: list[str], words: str) -> None:
    result = run("paper", *arguments, "-C", team, "--out", out, "--as-of", AS_OF)
    assert result.exit_code == 2 and words in result.output
