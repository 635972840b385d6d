"""Everything that a paper or page says of its own is said in German too, and nothing of it stays English."""

import re
from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from jinja2 import Environment

from generator.audience.project import open_up, project
from generator.checking import check_workspace
from generator.documents.house_sheets import house_sheets
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk, Sheet
from generator.model.marks import Audience
from generator.render import Speech, render, wording
from generator.render.catalogues import LANGUAGES, catalogue
from generator.render.templates import shipped
from tests.language import catalogue as extraction
from tests.reading import strictly_parsed, text_of, without_embedded

ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = re.compile(r"%\((\w+)\)s|%s")
NUMBERS = {"num", "word", "cap", "count", "met"}
"""Names under which a text is given one number, so that a language may write it as it likes."""


@pytest.fixture(scope="module")
def german() -> Catalog:
    return extraction.read("de")


def test_every_text_has_its_german(german: Catalog) -> None:
    missing = [one for one, _ in extraction.texts() if one not in german]
    assert missing == [], "run `python -m tests.language.catalogue` and translate what it lists"
    assert extraction.untranslated(german) == []


def test_the_catalogue_holds_nothing_that_is_said_no_more(german: Catalog) -> None:
    current = extraction.brought_up_to_date(german, "de")
    assert [one.id for one in german] == [one.id for one in current], (
        "run `python -m tests.language.catalogue`"
    )


def test_a_translation_names_nothing_that_the_text_does_not_give(german: Catalog) -> None:
    for message in (one for one in german if one.id):
        ids = [message.id] if isinstance(message.id, str) else list(message.id)
        for text, form in zip(ids, extraction.forms_of(message), strict=True):
            given, used = set(PLACEHOLDER.findall(text)), set(PLACEHOLDER.findall(form))
            numbers = NUMBERS if message.pluralizable else set()
            assert used <= given | numbers, (text, form)
            assert given - used <= NUMBERS, (text, form)


def test_a_translation_keeps_the_end_of_its_sentence(german: Catalog) -> None:
    for message in (one for one in german if one.id):
        one = message.id if isinstance(message.id, str) else message.id[0]
        for form in extraction.forms_of(message):
            is_short = one.casefold().endswith(
                ("min", "h")
            )  # Germans put a full stop behind an abbreviation.
            assert is_short or (one[-1] in ".?:") == (form[-1] in ".?:"), (one, form)
            assert one[:1].isspace() == form[:1].isspace() and one[-1:].isspace() == form[-1:].isspace(), one


def test_german_is_compiled_once_and_counts_as_germans_do() -> None:
    compiled = catalogue("de")
    assert isinstance(compiled, GNUTranslations) and compiled is catalogue("de")
    assert [compiled.ngettext("%(num)s day", "%(num)s days", number) for number in (0, 1, 2)] == [
        "%(num)s Tage",
        "%(num)s Tag",
        "%(num)s Tage",
    ]
    assert type(catalogue("en")) is NullTranslations and type(catalogue("fr")) is NullTranslations


MARK = "\u27e6"


class Marked(NullTranslations):
    """A language in which every text of ours begins with a mark, and so shows which were never handed over."""

    def gettext(self, message: str) -> str:
        return MARK + message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return MARK + (msgid1 if n == 1 else msgid2)


@pytest.fixture(scope="module")
def desk() -> Desk:
    from tests.sample.seal import AS_OF

    checked = check_workspace(ROOT, AS_OF)
    return Desk(checked.workspace, checked.as_of, {})


def sheets(desk: Desk) -> Iterator[Sheet]:
    for file in desk.workspace.cases.values():
        for audience in Audience:
            yield from desk.sheets(file, audience)


def test_no_heading_is_left_untranslated(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each heading, label, column and chip of each paper is a text that was handed over, or is the case's own."""
    monkeypatch.setattr(wording, "catalogue", lambda _: Marked())
    seen: set[str] = set()
    for sheet in sheets(desk):
        if sheet.paper.key == "meeting-pack":
            continue  # It is made of the papers that are looked at here.
        speech = Speech("de", desk.as_of.tzinfo, sheet.identity.as_of)  # type: ignore[arg-type]
        html = render(sheet.paper.template, sheet.context, speech=speech)
        page = strictly_parsed(without_embedded(html))
        own = of_case(sheet)
        for kind in ("h2", "h3", "th", "p.label", "p.kicker", "span.chip"):
            tag, _, name = kind.partition(".")
            for element in page.iter(tag):
                if name and name not in (element.get("class") or "").split():
                    continue
                words = " ".join(text_of(element).split())
                assert not words or MARK in words or words == "#" or words in own, (sheet.name, kind, words)
                seen.add(f"{sheet.paper.key} {tag}")
    assert {key.partition(" ")[0] for key in seen} >= set(PAPERS) - {"meeting-pack"}


def test_no_column_of_a_house_paper_is_left_untranslated(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "catalogue", lambda _: Marked())
    seen: set[str] = set()
    for sheet in house_sheets(desk):
        speech = Speech("de", sheet.zone, sheet.identity.as_of)
        page = strictly_parsed(without_embedded(render(sheet.paper.template, sheet.context, speech=speech)))
        heads = [one for one in page.iter("th") if one.get("scope") == "col"]
        labels = [one for one in page.iter("p") if (one.get("class") or "") in ("kicker", "label")]
        for element in (*heads, *labels):
            words = text_of(element)
            assert not words or MARK in words or words == "#", (sheet.key, words)
            seen.add(sheet.paper.key)
    assert len(seen) >= 4


def of_case(sheet: Sheet) -> set[str]:
    """The names that a heading or a chip may consist of: people's, firms' and products'."""
    case = sheet.context["case"]
    found = {case.letterhead.customer, case.letterhead.organisation, case.title}
    for factor in case.contributing_factors:
        found |= {factor.owner.name} if factor.owner else set()
    for meeting in case.meetings:
        found |= {one.person.organisation for one in meeting.attendees}
    found |= {item.mitigation.product for item in case.recommendations if item.mitigation}
    script = sheet.context.get("script")
    return found | {part.person.organisation for part in (script.parts if script else ())}


def test_our_own_copy_is_in_the_language_of_the_house(desk: Desk) -> None:
    assert set(LANGUAGES) == {"en", "de"}
    file = desk.workspace.cases["kestrel/2026-03-replication"]
    german = file.owner.customer.model_copy(update={"language": "de"})
    owner = type(file.owner)(file.owner.key, german, file.owner.source)
    theirs = type(file)(file.key, file.case, owner, file.source, file.zone, file.evidence, file.sealed)
    assert project(theirs, desk.workspace, desk.as_of).letterhead.language == "de"
    assert open_up(theirs, desk.workspace, desk.as_of).letterhead.language == "en"


ELEMENTS = re.compile(r"<(style|script)\b.*?</\1>|<!--.*?-->", re.DOTALL)
READ_ALOUD = re.compile(r'\b(?:alt|title|aria-label|placeholder|data-label)="([^"]*)"')
TAG = re.compile(r"<[^>]*>|&\w+;")
COMMAND = "casewright confirmed PERSON --by YOU"
"""What is typed is typed so in every language."""
ENGLISH = ("handbook.html",)
"""Written in English, whatever the house's language, and marked as such."""
TEMPLATES = sorted(path for ending in ("html", "txt") for path in shipped().glob(f"*.{ending}"))


@pytest.mark.parametrize(
    "path", [one for one in TEMPLATES if one.name not in ENGLISH], ids=lambda path: path.name
)
def test_no_template_has_words_that_are_handed_to_no_catalogue(path: Path) -> None:
    """What stands in a template outside of its expressions is markup and marks, never a word."""
    pieces = Environment().lex(path.read_text(encoding="utf-8"))
    typed = ELEMENTS.sub("\n", "".join(text for _, kind, text in pieces if kind == "data"))
    shown = [*READ_ALOUD.findall(typed), TAG.sub("\n", typed) if path.suffix == ".html" else typed]
    words = [word for text in shown for word in re.findall(r"[A-Za-z]{2,}", text)]
    assert set(words) <= set(COMMAND.replace("--", "").split()), path.name
