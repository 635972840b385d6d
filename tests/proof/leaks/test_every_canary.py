"""Every text field of the schema, ours alone: one token at a time through HTML, all together through PDF."""

import json
from collections.abc import Callable
from fnmatch import fnmatch
from html import escape
from pathlib import Path

import pytest

from tests.leaks.folder import Kept, astray, for_customer, for_us, found_in
from tests.leaks.rig import tokens_in
from tests.leaks.schema import own_texts, schema_texts
from tests.leaks.sowing import Sown, sow
from tests.leaks.test_canaries import CLOSED
from tests.leaks.theirs import Text, all_texts, hidden_texts, hidden_tokens
from tests.proof.leaks.unprinted import UNPRINTED

Counted = Callable[[str, int], None]
SHARES = 24
EVERYTHING = sow(0, full=True)


def one_at_a_time() -> list[tuple[Sown, Text]]:
    """Each token that is ours alone, once, in the first way of closing sections in which it is."""
    met: set[str] = set()
    found = []
    for closed in CLOSED:
        sown = EVERYTHING.smaller().without(*closed)
        new = [text for text in hidden_texts(sown) if text.token not in met]
        met |= {text.token for text in new}
        found += [(sown, text) for text in new]
    return found


@pytest.mark.parametrize("share", range(SHARES))
def test_one_token_at_a_time(share: int, tmp_path: Path, counted: Counted) -> None:
    mine = one_at_a_time()[share::SHARES]
    for number, (sown, text) in enumerate(mine):
        files = sown.alone(text.token)
        assert text.token in json.dumps(files)
        folder, built = for_customer(tmp_path / str(number), files)
        assert not [name for name, found in found_in(folder).items() if text.token in found], text.field
        assert built.leaks == [], text.field
    counted("texts of ours, one at a time, in none of the customer's HTML", len(mine))


@pytest.mark.parametrize("closed", CLOSED, ids="+".join)
def test_all_at_once_through_pdf(closed: tuple[str, ...], tmp_path: Path, counted: Counted) -> None:
    sown = EVERYTHING.without(*closed)
    folder, built = for_customer(tmp_path, sown.files(), pdf=True)
    assert astray(folder, sown) == []
    assert built.leaks == []
    pdfs = [name for name in folder if name.endswith(".pdf")]
    assert len(pdfs) == len([name for name in folder if name.endswith("customer.html")]) > 3
    counted("customer papers in PDF, with tokens in all texts of ours, and none found", len(pdfs))


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """All our own pages, and the papers of one case in PDF."""
    pages = for_us(tmp_path_factory.mktemp("ours"), EVERYTHING.files())
    return Kept(pages | for_us(tmp_path_factory.mktemp("pdf"), EVERYTHING.files(), "kestrel/cards"))


def own_fields(found: set[str]) -> tuple[set[str], set[str]]:
    """The fields of our customer, their first case and the house: those with a token among these, and the others."""
    others = ("cases/kestrel/mails.yaml", "cases/zq")
    texts = [text for text in all_texts(EVERYTHING, "kestrel/cards") if not text.path[0].startswith(others)]
    printed = {text.field for text in texts if text.token in found}
    return printed, {text.field for text in texts} - printed


def test_the_control_finds_what_our_own_papers_print(ours: Kept, counted: Counted) -> None:
    found = set().union(*found_in(ours).values())
    printed, silent = own_fields(found)
    silent &= own_texts()
    reasons = {name: [one for one in UNPRINTED if fnmatch(name, one)] for name in silent}
    assert not [name for name, why in reasons.items() if not why], "printed by no paper, and no reason given"
    idle = set(UNPRINTED) - {one for why in reasons.values() for one in why}
    counted("text fields that the control finds in our own papers and pages", len(printed))
    counted("text fields that none of our own prints, each with its reason", len(silent))
    counted("of these reasons no longer needed, because something prints the field now", len(idle))


def test_what_is_found_in_our_html_is_found_in_our_pdf(ours: Kept, counted: Counted) -> None:
    found = found_in(ours)
    pdfs = [name for name in found if name.endswith(".internal.pdf")]
    assert len(pdfs) >= 5
    for name in pdfs:
        assert found[name.removesuffix("pdf") + "html"] - found[name] == set(), name
        counted("tokens of ours that the control finds in our own PDFs", len(found[name]))


def test_the_control_finds_every_token_in_a_whole_copy(counted: Counted) -> None:
    """All of the workspace on one page, in HTML and in PDF: no field's token is one that the rig cannot see."""
    from weasyprint import HTML

    page = "".join(f"<p>{escape(text)}</p>" for text in EVERYTHING.files().values())
    page = f"<html lang=en><style>body{{font-size:8pt;column-count:3;hyphens:auto}}</style>{page}"
    every = {text.token for text in all_texts(EVERYTHING, "kestrel/cards")}
    assert every - tokens_in(page.encode()) == set()
    assert every - tokens_in(HTML(string=page).write_pdf(pdf_tags=True)) == set()
    assert {text.field for text in all_texts(EVERYTHING, "kestrel/cards")} == schema_texts()
    counted("tokens that the control finds in a whole copy, in HTML and in PDF", len(every))
    counted("tokens of ours among them", len(hidden_tokens(EVERYTHING)))
    counted("text fields of the schema, each with a token", len(schema_texts()))
