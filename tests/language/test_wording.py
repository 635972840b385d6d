"""What a customer reads in German is held against the German list of wording that detracts."""

from pathlib import Path

import pytest

from generator.model.settings import WordingRule
from generator.rules.lexicon import lexicon
from generator.rules.scene import Scene
from generator.rules.wording import find
from generator.rules.wording_german import PHRASES
from generator.rules.wording_lists import GROUPS
from tests.making import at, make_case

PLAIN = WordingRule()


def test_sixty_german_phrases_ship_in_the_five_groups() -> None:
    assert list(PHRASES) == [group.name for group in GROUPS]
    every = [phrase for phrases in PHRASES.values() for phrase in phrases]
    assert len(every) >= 60 and min(map(len, PHRASES.values())) >= 12
    assert len(every) == len(set(every)) and every == [phrase.lower() for phrase in every]


@pytest.mark.parametrize("group", PHRASES)
def test_every_german_phrase_is_found_as_its_group(group: str) -> None:
    for phrase in PHRASES[group]:
        for text in (phrase, f"So {phrase}!", f"({phrase.capitalize()})"):
            assert group in {name for name, _, _ in lexicon(PLAIN, "de").phrases_in(text)}, text


GERMAN = {"cases/kestrel/customer.yaml": "name: Kestrel\nlanguage: de\n"}
HOUSE = {"casewright.yaml": "language: de\n", "cases/kestrel/customer.yaml": "name: Kestrel\n"}
NEITHER = {"cases/kestrel/customer.yaml": "name: Kestrel\n"}


@pytest.mark.parametrize(
    ("files", "title", "codes"),
    [
        (
            GERMAN,
            "Das war lediglich eine Karte, und es war Ihre Schuld",
            ["wording-accusing", "wording-belittling"],
        ),
        (HOUSE, "Das war lediglich eine Karte", ["wording-belittling"]),
        (GERMAN, "It was simply a card", []),
        (NEITHER, "Das war lediglich eine Karte", []),
        (GERMAN, "Die Karte ging nie an den falschen Kunden", ["wording-absolute"]),
        (GERMAN, "Die Reise nach Genie und Niere", []),
    ],
)
def test_the_list_is_that_of_the_readers_language(
    tmp_path: Path, files: dict[str, str], title: str, codes: list[str]
) -> None:
    file, workspace = make_case(tmp_path, f"title: {title}\n", files)
    found = find(Scene(file, workspace, at("2026-03-11T14:30")))
    assert sorted({one.code for one in found}) == codes


def test_a_group_is_emptied_in_both_languages() -> None:
    rule = WordingRule(without=["belittling"], extend=["im grunde"])
    found = lexicon(rule, "de").phrases_in("Im Grunde lediglich Ihre Schuld")
    assert [group for group, _, _ in found] == ["own", "accusing"]
