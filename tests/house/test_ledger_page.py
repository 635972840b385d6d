"""The page of promises: in which meeting or event each was made, in words that a reader knows."""

from pathlib import Path

import pytest

from tests.reading import strictly_parsed, text_of
from tests.team import AS_OF, make_team, run

PROMISES = """
commitments:
  - {id: K1, what: a report by post, made: 2026-03-11, by: ines, in: m1, due: 2026-03-20}
  - {id: K2, what: A call, by: ines, in: E1, due: 2026-03-21}
  - {id: K3, what: A letter, by: ines, in: a lift, due: 2026-03-22}
"""
ENGLISH = ("promised 11 Mar, meeting on 13 Mar", "event E1 of 10 Mar", "commitment K3, a lift")
GERMAN = ("zugesagt 11. März, Besprechung am 13. März", "Ereignis E1 vom 10. März", "a lift")


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("de", GERMAN)])
def test_the_page_says_where_each_promise_was_made(
    tmp_path: Path, language: str, words: tuple[str, ...]
) -> None:
    root = make_team(tmp_path / "team")
    settings, case = root / "casewright.yaml", root / "cases/kestrel/cards.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"language: {language}\n", encoding="utf-8")
    told = "  - {id: E1, at: 2026-03-10 09:00, by: us, contact: out, what: We called.}\n"
    text = case.read_text(encoding="utf-8").replace("events:\n", f"events:\n{told}")
    case.write_text(text + PROMISES, encoding="utf-8")
    done = run("build", "-C", root, "--out", tmp_path / "site", "--no-pdf", "--as-of", AS_OF)
    assert done.exit_code == 0, done.output
    page = text_of(strictly_parsed((tmp_path / "site/promises/index.html").read_text(encoding="utf-8")))
    said = " ".join(page.split())
    for one in (*words, "A report by post"):
        assert one in said
    assert "m1" not in said
