"""Every paper of the sample as its reader holds it: the PDF's pages, stamps, tags and metadata."""

import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml

from generator.documents.papers import PAPERS
from tests.reading import pdf_pages, squeezed
from tests.sample_build import SampleBuild

PAGES = {
    "update": 2,
    "situation-summary": 5,
    "chronology": 4,
    "agenda": 1,
    "get-well-plan": 3,
    "mitigation-offer": 2,
    "close-out": 3,
    "dry-run": 4,
    "management-review": 2,
}
"""How many pages a paper may take at most in the sample."""
NAME = re.compile(rf"(?P<case>.+)-(?P<paper>{'|'.join(PAGES)})\.(?P<audience>\w+)")
"""A paper of a case; a pack is made of such papers, and a house paper has neither version nor draft."""
FOOT = re.compile(
    r"(?P<mark>[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4})(?P<commit>.*?) (?P<page>\d+) / (?P<pages>\d+)$"
)
STAMP = "D R A F T"
"""How pdfium reads the widely spaced word at the head of a page."""
Yaml = dict[str, Any]


class Paper:
    """One PDF of the sample beside the files it was made from, read without Casewright's own code."""

    def __init__(self, path: Path, root: Path) -> None:
        self.path, (self.customer, self.case) = path, path.parent.parts[-2:]
        named = NAME.fullmatch(path.stem)
        assert named is not None, path
        assert named["case"] == f"{self.customer}-{self.case}"
        self.paper, self.audience = named["paper"], named["audience"]
        self.record = as_typed(root / "cases" / self.customer / f"{self.case}.yaml")
        self.profile = as_typed(root / "cases" / self.customer / "customer.yaml")
        self.pages = pdf_pages(path)
        self.feet = [FOOT.search(page.rstrip()) for page in self.pages]

    @property
    def fingerprint(self) -> str:
        foot = self.feet[0]
        assert foot is not None, self.path
        return foot["mark"].replace(" ", "")

    @property
    def is_issued(self) -> bool:
        """Whether the newest entry of `issued` for this paper and its readers has the paper's own fingerprint."""
        entries = [
            entry
            for entry in self.record.get("issued", [])
            if entry["paper"] == self.paper and entry.get("audience", "customer") == self.audience
        ]
        newest = max(entries, key=lambda entry: int(entry["version"]), default={"fingerprint": ""})
        return str(newest["fingerprint"]) == self.fingerprint


def as_typed(path: Path) -> Yaml:
    """A file's mapping with every scalar as text."""
    loaded: Yaml = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return loaded


@pytest.fixture(scope="module")
def papers(sample_build: SampleBuild) -> list[Paper]:
    """All of them."""
    return [Paper(path, sample_build.root) for path in sample_build.papers() if NAME.fullmatch(path.stem)]


@pytest.fixture(scope="module")
def for_customers(papers: list[Paper]) -> list[Paper]:
    """Those that a customer gets."""
    return [paper for paper in papers if paper.audience == "customer"]


def test_every_paper_is_made_for_each_of_its_readers(papers: list[Paper]) -> None:
    assert len(papers) > 50
    assert {(paper.paper, paper.audience) for paper in papers} == {
        (paper, audience.value) for paper in PAGES for audience in PAPERS[paper].audiences
    }


def test_each_is_as_long_as_its_reader_has_time_for(papers: list[Paper]) -> None:
    for paper in papers:
        assert 1 <= len(paper.pages) <= PAGES[paper.paper], (paper.path, len(paper.pages))


def test_each_holds_its_title_and_its_customer(papers: list[Paper]) -> None:
    for paper in papers:
        first = squeezed(paper.pages[0])
        assert squeezed(paper.record["title"]) in first, paper.path
        assert squeezed(paper.profile["name"]) in first, paper.path
        assert squeezed("Harborline Hosting") in first, paper.path


def test_every_page_says_who_may_read_it(papers: list[Paper]) -> None:
    for paper in papers:
        customer = paper.profile["name"]
        inside = paper.audience == "internal"
        first, others = (
            ("Internal copy", f"Internal, not for {customer}")
            if inside
            else ("For the customer", f"Prepared for {customer}")
        )
        assert first in paper.pages[0], paper.path
        assert all(others in page for page in paper.pages[1:]), paper.path
        assert all(("INTERNAL" in page) == inside for page in paper.pages), paper.path


def test_no_page_for_a_customer_is_stamped_internal(for_customers: list[Paper]) -> None:
    for paper in for_customers:
        assert all("internal" not in page.casefold() for page in paper.pages), paper.path


def test_every_page_says_which_of_how_many_it_is(papers: list[Paper]) -> None:
    for paper in papers:
        told = [(int(foot["page"]), int(foot["pages"])) for foot in paper.feet if foot]
        assert told == [(number, len(paper.pages)) for number in range(1, len(paper.pages) + 1)], paper.path


def test_every_page_is_stamped_a_draft_until_it_is_issued(papers: list[Paper]) -> None:
    for paper in papers:
        stamped = [STAMP in page for page in paper.pages]
        assert stamped == [not paper.is_issued] * len(paper.pages), paper.path


def test_some_papers_of_the_sample_are_issued(papers: list[Paper]) -> None:
    issued = {paper.paper for paper in papers if paper.is_issued}
    assert "situation-summary" in issued and "get-well-plan" in issued


def test_every_foot_names_the_case_the_version_and_the_fingerprint(papers: list[Paper]) -> None:
    for paper in papers:
        for page, foot in zip(paper.pages, paper.feet, strict=True):
            last = page.rstrip().splitlines()[-1]
            assert foot is not None and foot["mark"].replace(" ", "") == paper.fingerprint, paper.path
            assert last.startswith(f"{paper.customer}/{paper.case} · "), (paper.path, last)
            assert re.search(r"version \d", last), (paper.path, last)


def test_only_our_own_copies_name_a_commit(papers: list[Paper], sample_build: SampleBuild) -> None:
    for paper in papers:
        if paper.audience == "internal":
            named = [foot["commit"].strip(" ·").partition(" ")[0] for foot in paper.feet if foot]
            assert all(len(name) >= 7 and sample_build.commit.startswith(name) for name in named), paper.path
        else:
            everything = "\n".join(paper.pages).encode() + paper.path.read_bytes()
            everything += paper.path.with_suffix(".html").read_bytes()
            assert sample_build.commit[:7].encode() not in everything, paper.path
            assert b"commit" not in everything.replace(b"commitment", b"").replace(b"committed to", b""), (
                paper.path
            )


def test_a_customer_reads_no_word_of_our_severities(
    for_customers: list[Paper], sample_build: SampleBuild
) -> None:
    words = [
        word
        for word in as_typed(sample_build.root / "casewright.yaml")["severities"].values()
        if word != "Question"
    ]
    for paper in for_customers:
        text = "\n".join([*paper.pages, paper.path.with_suffix(".html").read_text(encoding="utf-8")])
        for word in ("severity", *words):
            assert word.casefold() not in text.casefold(), (paper.path, word)


def notes_in(value: object) -> list[str]:
    """Every text below a key `notes`."""
    if isinstance(value, list):
        return [note for entry in value for note in notes_in(entry)]
    if not isinstance(value, dict):
        return []
    here = [value["notes"]] if isinstance(value.get("notes"), str) else []
    return [*here, *(note for entry in value.values() for note in notes_in(entry))]


def test_a_customer_reads_none_of_our_notes(for_customers: list[Paper], sample_build: SampleBuild) -> None:
    files = [
        sample_build.root / "casewright.yaml",
        *sample_build.root.rglob("c*/**/*.yaml"),
        sample_build.root / "contacts.yaml",
    ]
    notes = {squeezed(note) for file in files for note in notes_in(as_typed(file))}
    assert len(notes) > 10
    for paper in for_customers:
        text = squeezed("\n".join(paper.pages))
        html = squeezed(paper.path.with_suffix(".html").read_text(encoding="utf-8"))
        assert not [note for note in notes if note in text or note in html], paper.path


def test_a_customer_reads_no_number_of_ours_but_those_meant_for_them(
    for_customers: list[Paper], sample_build: SampleBuild
) -> None:
    people = as_typed(sample_build.root / "contacts.yaml")["people"].values()
    meant = {squeezed(person["customer_phone"]) for person in people if "customer_phone" in person}
    ours = {squeezed(person["phone"]) for person in people} - meant
    for paper in for_customers:
        text = squeezed("\n".join(paper.pages))
        assert not [number for number in ours if number in text], paper.path


def test_each_is_tagged_and_says_its_language_and_title(papers: list[Paper]) -> None:
    for paper in papers:
        with pikepdf.open(paper.path) as document:
            root: Any = document.Root
            assert bool(root.MarkInfo.Marked) and "/StructTreeRoot" in root, paper.path
            assert str(root.Lang) == "en" and bool(root.ViewerPreferences.DisplayDocTitle), paper.path
            info = {str(key): str(value) for key, value in document.docinfo.items()}
            with document.open_metadata() as metadata:
                assert metadata["pdfuaid:part"] == "1", paper.path
                assert str(metadata["dc:title"]) == info["/Title"], paper.path
        assert paper.record["title"] in info["/Title"], paper.path
        assert info["/Author"] == "Harborline Hosting" and paper.profile["name"] in info["/Subject"], (
            paper.path
        )
        assert not any("Date" in key for key in info), paper.path


def test_each_head_cell_says_what_it_heads_and_each_figure_what_it_shows(papers: list[Paper]) -> None:
    heads = figures = 0
    for paper in papers:
        with pikepdf.open(paper.path) as document:
            for part in (
                one for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one
            ):
                if part.S == "/TH":
                    heads += 1
                    assert str(part.A.Scope) in ("/Column", "/Row"), paper.path
                elif part.S == "/Figure":
                    figures += 1
                    assert str(part.Alt).strip(), paper.path
    assert heads > 100
    assert figures > 10


def test_no_pdf_asks_a_reader_to_open_or_run_anything(papers: list[Paper]) -> None:
    for paper in papers:
        with pikepdf.open(paper.path) as document:
            for thing in document.objects:
                if isinstance(thing, pikepdf.Dictionary):
                    kind = str(thing.get("/S", ""))
                    assert kind not in ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData"), paper.path
                    assert not {"/EmbeddedFile", "/AA", "/OpenAction"} & set(thing.keys()), paper.path


def test_a_text_for_mail_says_the_same_as_its_paper(sample_build: SampleBuild) -> None:
    texts = [path for path in sample_build.papers("txt") if NAME.fullmatch(path.stem)]
    assert len(texts) == 2 * len({path.parent for path in texts}) > 20
    for path in texts:
        text = path.read_text(encoding="utf-8")
        paper = Paper(path.with_suffix(".pdf"), sample_build.root)
        assert text.splitlines()[0] == paper.record["title"]
        assert ("INTERNAL" in text) == (paper.audience == "internal"), path
        assert ("DRAFT" in text) == (not paper.is_issued), path
        assert paper.fingerprint in text.replace(" ", ""), path
        assert text.endswith("\n") and not re.search(r"(?<!^--)[ \t]$|\n\n\n", text, re.MULTILINE), path
