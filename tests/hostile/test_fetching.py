"""Nothing makes a paper fetch: not a field, not a template; and who asks gets no paper."""

from io import BytesIO
from pathlib import Path
from urllib.request import urlopen

import pikepdf
import pytest

from generator.documents.house_papers import HOUSE_PAPERS
from generator.documents.papers import PAPERS
from generator.model.marks import Audience
from generator.pdf import PdfJob, print_all
from tests.hostile.fetching import BODY, CANARY, STYLE, UNASKED, canary_in, trap, ways
from tests.hostile.papers import by_template, harmful_in, job, sheets_of

PAGE = (
    '<!doctype html><html lang="en"><head><title>x</title><style>{style}</style></head>'
    "<body><p>x</p>{body}</body></html>"
)


def test_each_way_that_the_engine_knows_fails_its_paper(tmp_path: Path) -> None:
    """By the bare engine, so that it is seen which ways ask at all."""
    url = canary_in(tmp_path).as_uri()
    jobs = [PdfJob(name, PAGE.format(body=body, style=style), 0) for name, body, style in ways(url)]
    made = {result.key: result for result in print_all(jobs, 2)}
    assert len(made) == len(BODY) + len(STYLE) >= 22
    assert {name for name, result in made.items() if not result.refused} == UNASKED
    for result in made.values():
        assert bool(result.pdf) != bool(result.refused)
        assert not result.refused or "outside itself" in result.failure
        assert CANARY.encode() not in result.pdf


def test_every_paper_is_tried(tmp_path: Path) -> None:
    tried = {(sheet.paper.key, sheet.identity.audience) for sheet in sheets_of(tmp_path, "Plain words.")}
    every = {(paper.key, audience) for paper in PAPERS.values() for audience in paper.audiences}
    assert tried == every | {(key, Audience.INTERNAL) for key in HOUSE_PAPERS}


def test_a_field_makes_no_paper_ask_and_a_template_makes_each_fail(tmp_path: Path) -> None:
    with trap() as server:
        name, body, style = next(ways(f"{server.url}/a.png"))
        (tmp_path / "work").mkdir()
        sheets = sheets_of(tmp_path / "work", body)
        by_template(tmp_path / "team", body, style)
        quiet = list(print_all([job(sheet, sheet.key) for sheet in sheets[::4]], 2))
        asking = list(print_all([job(sheet, sheet.key, tmp_path / "team") for sheet in sheets[::4]], 2))
        assert server.asked == []
    assert name == "img"
    assert all(result.pdf and not result.refused for result in quiet), quiet
    assert all(harmful_in(result.pdf) == [] for result in quiet)
    assert all(result.refused and not result.pdf for result in asking)


def test_the_trap_and_the_reader_of_pdfs_have_teeth() -> None:
    with trap() as server:
        urlopen(f"{server.url}/seen").close()
        assert server.asked == ["/seen"]
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="alert(1)")
        pdf.attachments["x.txt"] = pikepdf.AttachedFileSpec(pdf, b"x", filename="x.txt")
        pdf.pages[0].Annots = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="file:///etc")
                )
            ]
        )
        written = BytesIO()
        pdf.save(written)
    found = harmful_in(written.getvalue())
    for one in ("/OpenAction", "/JavaScript", "/JS", "/EmbeddedFile", "/EmbeddedFiles", "/URI file:///etc"):
        assert one in found


@pytest.mark.parametrize(
    "address", ["https://a.example/status?x=1&y=2", "mailto:a@b.example", "tel:+16035550100"]
)
def test_links_that_we_allow_are_no_harm(address: str) -> None:
    html = PAGE.format(style="", body=f'<a href="{address}">x</a>')
    (made,) = print_all([PdfJob("a", html, 0)], 1)
    assert harmful_in(made.pdf) == []
