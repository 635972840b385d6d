"""What only we read changes nothing that a customer gets, not by one byte."""

from pathlib import Path

import pytest

from tests.leaks.folder import Kept, for_customer
from tests.leaks.reshaping import Reshaper, withdrawn
from tests.leaks.sowing import Sown, sow
from tests.leaks.theirs import hidden_tokens, seen_tokens


def both(sown: Sown, tokens: set[str], root: Path, pdf: bool = False) -> tuple[Kept, Kept]:
    """The customer's folder before and after these texts were changed."""
    before, _ = for_customer(root / "before", sown.files(), pdf)
    after, _ = for_customer(root / "after", sown.altered(tokens), pdf)
    return before, after


@pytest.mark.parametrize("seed", range(9, 15))
def test_other_internal_words_same_bytes(seed: int, tmp_path: Path) -> None:
    sown = sow(seed)
    before, after = both(sown, hidden_tokens(sown), tmp_path)
    assert len(before) > 8
    assert before == after


@pytest.mark.parametrize("seed", range(20, 26))
def test_another_shape_of_what_is_ours_same_bytes(seed: int, tmp_path: Path) -> None:
    """Other days, numbers and people in all that is ours alone, and more items kept inside."""
    sown = withdrawn(sow(seed))
    other = Reshaper(seed).reshaped(sown)
    assert len(set(other.files().items()) - set(sown.files().items())) >= 3
    before, _ = for_customer(tmp_path / "before", sown.files())
    after, _ = for_customer(tmp_path / "after", other.files())
    assert len(before) > 8
    assert before == after


def test_the_texts_did_change(everything: Sown) -> None:
    hidden = hidden_tokens(everything)
    changed = "".join(everything.altered(hidden).values())
    assert len(hidden) > 700
    assert not [token for token in hidden if f'"{token}"' in changed or f"The {token} sings" in changed]


def test_a_word_of_theirs_does_change_the_folder(everything: Sown, tmp_path: Path) -> None:
    """The control: the same change of a text that the customer reads is seen."""
    title = everything.trees["cases/kestrel/cards.yaml"]["title"].split()[1]
    assert title in seen_tokens(everything, "kestrel/cards")
    before, after = both(everything, {title}, tmp_path)
    assert before != after
