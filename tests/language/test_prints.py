"""The papers of the sample print in both languages and on both sizes, whole and with nothing left to say of them."""

import shutil
from pathlib import Path

import pytest

from tests.reading import pdf_pages, squeezed
from tests.team import AS_OF, run

ROOT = Path(__file__).resolve().parents[2]
OFFER, CLOSE_OUT = "What it costs, and what this cost", "What we agreed, and how it ended"
WORDS = {
    "mitigation-offer": ("kestrel/2026-03-replication", OFFER, "Was er kostet, und was dies gekostet hat"),
    "close-out": ("kestrel/2026-01-checkout", CLOSE_OUT, "Was wir vereinbart haben, und wie es ausging"),
    "dry-run": ("kestrel/2026-03-replication", "Who covers what", "Wer was übernimmt"),
    "situation-summary": ("kestrel/2026-03-replication", "Executive summary", "Zusammenfassung"),
}
"""Of each paper its case, and a heading in English and in German."""


@pytest.fixture(scope="module", params=[("en", "Letter"), ("de", "A4"), ("de", "Letter")], ids="-".join)
def house(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """The sample's workspace in a language and on a size of paper."""
    language, size = request.param
    root = tmp_path_factory.mktemp("house")
    for name in ("cases", "contacts.yaml", "casewright.yaml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, root / name)
    settings, kestrel = root / "casewright.yaml", root / "cases/kestrel/customer.yaml"
    said = settings.read_text(encoding="utf-8").replace("language: en", f"language: {language}")
    settings.write_text(said.replace("paper: A4", f"paper: {size}"), encoding="utf-8")
    theirs = kestrel.read_text(encoding="utf-8").replace("language: en", f"language: {language}")
    kestrel.write_text(theirs, encoding="utf-8")
    return root, language, size


@pytest.mark.parametrize("paper", WORDS)
def test_a_paper_prints_whole_in_its_language(
    house: tuple[Path, str, str], tmp_path: Path, paper: str
) -> None:
    root, language, _ = house
    case, english, german = WORDS[paper]
    audience = "internal" if paper == "dry-run" else "customer"
    done = run("paper", paper, case, "--audience", audience, "-C", root, "--out", tmp_path, "--as-of", AS_OF)
    assert done.exit_code == 0, done.output
    assert "pdf-" not in done.output and "glyph-missing" not in done.output
    pages = pdf_pages(tmp_path / f"{case.replace('/', '-')}-{paper}.{audience}.pdf")
    text = squeezed("".join(pages))
    said, unsaid = (german, english) if language == "de" else (english, german)
    assert squeezed(said) in text and squeezed(unsaid) not in text
    assert len(pages) <= (3 if paper == "situation-summary" else 2)
