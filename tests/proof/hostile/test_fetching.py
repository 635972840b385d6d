"""Every way to make a paper fetch, through every field and through templates, with a trap that notices."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.pdf import PdfJob, PdfResult, print_all
from tests.hostile.fetching import BODY, CANARY, STYLE, UNASKED, Trap, canary_in, trap, ways
from tests.hostile.papers import by_template, harmful_in, job, sheets_of
from tests.reading import pdf_pages

SHARES = 4
WAYS = [*BODY, *STYLE]


def typed(body: str, style: str) -> list[str]:
    """A way to fetch as people would type it into a field: as HTML, as a style, and in Markdown's own dress."""
    return [body or f"<style>{style}</style>"]


def through_fields(root: Path, named: list[tuple[str, str, str]]) -> Iterator[PdfJob]:
    """Every paper of a case that holds the way in each of its fields."""
    for number, (name, body, style) in enumerate(named):
        folder = root / str(number)
        folder.mkdir()
        for text in typed(body, style):
            for sheet in sheets_of(folder, text):
                yield job(sheet, f"{name}|{sheet.key}")


def through_templates(root: Path, named: list[tuple[str, str, str]]) -> Iterator[PdfJob]:
    """Every fourth paper by a team's template that holds the way, so that each meets a fourth of all ways."""
    (root / "plain").mkdir()
    sheets = sheets_of(root / "plain", "Plain words.")
    for number, (name, body, style) in enumerate(named):
        team = root / f"team-{number}"
        by_template(team, body, style)
        for sheet in sheets[number % 4 :: 4]:
            yield job(sheet, f"{name}|{sheet.key}", team)


def silent(server: Trap, made: list[PdfResult], folder: Path) -> None:
    """Nobody came to the trap, and no PDF holds the canary or anything that acts."""
    assert server.asked == []
    for number, result in enumerate(made):
        if result.pdf:
            assert harmful_in(result.pdf) == [], result.key
            path = folder / f"{number}.pdf"
            path.write_bytes(result.pdf)
            assert CANARY not in " ".join(pdf_pages(path)) and CANARY.encode() not in result.pdf


@pytest.mark.parametrize("share", range(SHARES))
def test_nothing_is_fetched(share: int, tmp_path: Path, counted: Callable[[str, int], None]) -> None:
    (tmp_path / "fields").mkdir()
    (tmp_path / "templates").mkdir()
    with trap() as server:
        urls = (f"{server.url}/a.png", canary_in(tmp_path).as_uri())
        named = [way for number, name in enumerate(WAYS) for way in ways(urls[number % 2]) if way[0] == name]
        named = named[share::SHARES]
        by_field = list(print_all(through_fields(tmp_path / "fields", named[::3]), 1))
        by_file = list(print_all(through_templates(tmp_path / "templates", named), 1))
        silent(server, [*by_field, *by_file], tmp_path)
    assert [made.key for made in by_field if made.refused or not made.pdf] == []
    asked = [made.key for made in by_file if made.refused]
    assert {way for way, *_ in named} - {key.partition("|")[0] for key in asked} <= UNASKED
    assert all(made.failure and not made.pdf for made in by_file if made.refused)
    counted("ways to make a paper fetch", len(named))
    counted("renders with such a way in every field, all printed, 0 requests", len(by_field))
    counted("renders with such a way in a template, 0 requests, 0 bytes of the canary", len(by_file))
    counted("of these papers that asked for something, all failed", len(asked))
