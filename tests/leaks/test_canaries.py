"""A token in every text field that is ours alone: none of them reaches a customer's folder."""

from pathlib import Path

import pytest

from tests.leaks.folder import astray, for_customer, for_us, found_in
from tests.leaks.schema import schema_texts
from tests.leaks.sowing import Sown, sow
from tests.leaks.theirs import all_texts, hidden_tokens, seen_tokens

CLOSED = ((), ("summary",), ("root_causes",), ("get_well", "close_out"))
"""Which sections are not opened, in turn; all others are. These are the ones that no item of its own can close."""
NEVER_HIDDEN = {
    "Case.title",
    "Case.resolution_unknown",
    "Case.expected_resolution.sure",
    "Customer.name",
    "Customer.logo",
    "Customer.people.name",
    "Customer.people.role",
    "Contacts.people.title",
    "Contacts.parties.name",
    "Contacts.parties.people.name",
    "Contacts.parties.people.role",
    "Settings.organisation",
    "Settings.logo",
    "Settings.products.name",
}
"""What a customer may always read, and who somebody is: nothing in a workspace makes these ours alone."""


@pytest.mark.parametrize("closed", CLOSED, ids="+".join)
def test_all_tokens_at_once_stay_at_home(everything: Sown, tmp_path: Path, closed: tuple[str, ...]) -> None:
    sown = everything.without(*closed)
    folder, built = for_customer(tmp_path, sown.files())
    assert astray(folder, sown) == []
    assert built.leaks == []


def test_the_customer_reads_their_own_tokens(everything: Sown, tmp_path: Path) -> None:
    """The control: the rig does find what is theirs, in the same folder."""
    folder, _ = for_customer(tmp_path, everything.files())
    found = set().union(*found_in(folder).values())
    assert len(found & seen_tokens(everything, "kestrel/cards")) > 40


def test_every_field_was_ours_alone_once(everything: Sown) -> None:
    of_house = [name for name in everything.trees if "/" not in name]
    own = ["cases/kestrel/cards.yaml", "cases/kestrel/customer.yaml", *of_house]
    texts = (text for closed in CLOSED for text in all_texts(everything.without(*closed), "kestrel/cards"))
    hidden = {text.field for text in texts if not text.seen and text.path[0] in own}
    assert schema_texts() - hidden == NEVER_HIDDEN


@pytest.mark.parametrize("seed", range(1, 9))
def test_nothing_astray_in_a_workspace_by_chance(seed: int, tmp_path: Path) -> None:
    sown = sow(seed)
    folder, built = for_customer(tmp_path, sown.files())
    assert astray(folder, sown) == []
    assert built.leaks == []


def test_our_own_site_has_tokens_of_ours(everything: Sown, tmp_path: Path) -> None:
    """The control: what never reaches the customer is found in our own pages by the same rig."""
    found = set().union(*found_in(for_us(tmp_path, everything.files())).values())
    assert len(found & hidden_tokens(everything)) > 150
