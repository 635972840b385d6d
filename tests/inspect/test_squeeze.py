"""Texts reduced to letters and digits, and the way back to where something stood."""

import pytest

from generator.audience.squeeze import Squeezed, covered, squeezed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Re-\nstart the Gate_way!", "restartthegateway"),
        ("re\u00adstart\u200bed", "restarted"),
        ("ﬁne ＷＩＤＥ Straße ①", "finewidestrasse1"),
        ("Nguye\u0302\u0303n", "nguyễn"),
        ("ΣΊΣΥΦΟΣ ΣΊΣΥΦΟΣ", "σίσυφοσσίσυφοσ"),
        ("日本語、です。", "日本語です"),
        ("…—!?", ""),
    ],
)
def test_squeezing(text: str, wanted: str) -> None:
    assert squeezed(text) == wanted
    assert Squeezed(text).folded == wanted


@pytest.mark.parametrize("text", ["Fuß und Fuss", "ﬃx the oﬀer", "İstanbul", "a\u0301b", "½ of it", "ǆ", "ΐ"])
def test_every_letter_of_a_squeezed_text_leads_back(text: str) -> None:
    found = Squeezed(text)
    for start in range(len(found.folded)):
        for end in range(start + 1, len(found.folded) + 1):
            for begin, stop in found.spans(found.folded[start:end]):
                assert 0 <= begin < stop <= len(found.text)


def test_spans_and_whole_words() -> None:
    text = Squeezed("Priya Ra-\nman and Priya Ramanujan")
    spans = text.spans("priyaraman")
    assert [text.text[slice(*span)] for span in spans] == ["Priya Ra-\nman", "Priya Raman"]
    assert [text.is_whole(span) for span in spans] == [True, False]
    assert text.spans("") == text.spans("absent") == []
    assert Squeezed("WREN wren Wren").spans_as_written("Wren") == [(10, 14)]


def test_at_the_ends_of_a_text_a_word_is_whole() -> None:
    assert Squeezed("Wren").is_whole((0, 4))
    assert not Squeezed("Wrens").is_whole((0, 4))
    assert not Squeezed("aWren").is_whole((1, 5))


def test_covering() -> None:
    assert covered((2, 4), [(9, 12), (1, 4)])
    assert not covered((2, 4), [(3, 9), (0, 3)])
