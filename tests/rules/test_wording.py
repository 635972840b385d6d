"""Wording: what counts as read by the customer, and how a team bends the lists."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.audience.passages import of_case, promised
from generator.finding import Finding
from generator.model.settings import WordingRule
from generator.model.workspace import load_workspace
from generator.rules.lexicon import lexicon
from generator.rules.read_by_customer import NOT_WORDS, OTHERS_WORDS, readings
from generator.rules.scene import Scene
from generator.rules.wording_lists import GROUPS
from generator.source.workspace import read_workspace
from tests.making import at

Codes = Callable[..., set[str]]
Found = Callable[..., list[Finding]]
PLAIN = WordingRule()


def test_sixty_phrases_ship_in_five_groups() -> None:
    assert [group.name for group in GROUPS] == ["accusing", "absolute", "belittling", "evasive", "in-house"]
    phrases = [phrase for group in GROUPS for phrase in group.phrases]
    assert len(phrases) >= 60
    assert len(phrases) == len(set(phrases))
    assert phrases == [phrase.lower() for phrase in phrases]


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_every_phrase_is_found_in_any_case_and_as_its_group(group: object) -> None:
    for phrase in group.phrases:  # type: ignore[attr-defined]
        for text in (phrase, f"So, {phrase.upper()}!", f"({phrase.title()})"):
            assert group.name in {name for name, _, _ in lexicon(PLAIN).phrases_in(text)}, text  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("adjust the justice of it", []),
        ("will not\n  happen   again", ["will not happen again"]),
        ("It won’t happen again", ["won't happen again"]),
        ("never again", ["never again"]),
        ("İstanbul: simply", ["simply"]),
        ("nevertheless, a minority", []),
        ("", []),
    ],
)
def test_phrases_are_whole_words_over_line_ends_and_apostrophes(text: str, phrases: list[str]) -> None:
    assert [phrase for _, phrase, _ in lexicon(PLAIN).phrases_in(text)] == phrases


def test_a_team_extends_and_empties_the_lists() -> None:
    rule = WordingRule(extend=["Per our policy"], without=["absolute", "just"])
    found = [
        (group, phrase) for group, phrase, _ in lexicon(rule).phrases_in("Never, per our policy, just simply")
    ]
    assert found == [("own", "per our policy"), ("belittling", "simply")]
    empty = WordingRule(without=[group.name for group in GROUPS])
    assert list(lexicon(empty).phrases_in("You should have never just swirl")) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("title: It was simply a card", True),
        ("resolution_unknown: We simply wait", True),
        ("summary: It was simply a card", False),
        ("customer_sees: [summary]\nsummary: It was simply a card", True),
        ("silver_lining: [{what: It was simply a card, audience: customer}]", True),
        ("customer_sees: [silver_lining]\nsilver_lining: [{what: Simply good, audience: internal}]", False),
        ("customer_sees: [silver_lining]\nsilver_lining: [{what: Simply good, say: Good}]", False),
        ("customer_sees: [silver_lining]\nsilver_lining: [{what: Good, say: Simply good}]", True),
        ("customer_sees: [silver_lining]\nsilver_lining: [{what: Good, notes: Simply good}]", False),
        ("notes: Simply good", False),
        ("options: [It is simply done]", False),
        (
            """customer_sees: [contributing_factors]
contributing_factors: [{what: They simply left, owner: customer}]""",
            False,
        ),
        ("customer_sees: [close_out]\nclose_out: {answer: confirmed, said: It simply works}", False),
        (
            "customer_sees: [meetings]\nmeetings: [{id: d, kind: dry-run, at: 2026-03-12, purpose: Simply talk}]",
            False,
        ),
        (
            """customer_sees: [meetings]
meetings: [{id: m, kind: customer, at: 2026-03-13, agenda: [{topic: Simply talk}]}]""",
            True,
        ),
        ("customer_sees: [get_well]\nget_well: {milestones: [It simply works]}", True),
    ],
)
def test_only_what_the_customer_will_read_counts(codes: Codes, text: str, read: bool) -> None:
    assert ("wording-belittling" in codes(text)) is read


def test_a_promise_between_cases_is_read_on_their_papers(found: Found) -> None:
    files = {
        "cases/kestrel/customer.yaml": """
            name: Kestrel Outfitters
            commitments: [{id: P1, what: It will simply work, due: 2026-04-30}]
        """
    }
    told = [one for one in found("customer_sees: [commitments]", files) if one.code == "wording-belittling"]
    assert [(one.place.path, one.place.line, one.place.column) for one in told] == [
        ("cases/kestrel/customer.yaml", 3, 38)
    ]


def test_what_counts_as_read_is_what_the_leak_gate_calls_seen(repository: Path) -> None:
    workspace = load_workspace(read_workspace(repository))
    for file in workspace.cases.values():
        scene = Scene(file, workspace, at("2026-03-11T14:30"))
        seen = [*of_case(file, whole=False), *promised(file.owner, scene.sees)]
        words = {
            (passage.source.path, passage.path, passage.text)
            for passage in seen
            if not {str(passage.path[-1])} & (NOT_WORDS | OTHERS_WORDS)
        }
        assert {(source.path, path, text) for source, path, text in readings(scene)} == words, file.key
    assert len(workspace.cases) > 10


def test_the_caret_stands_under_the_phrase_of_a_long_text(found: Found) -> None:
    text = """
        customer_sees: [summary]
        summary: |
          The cards work again.
          It was obviously the certificate.
    """
    told = next(one for one in found(text) if one.code == "wording-belittling")
    assert (told.place.line, told.place.column, told.place.end_column) == (7, 10, 19)
