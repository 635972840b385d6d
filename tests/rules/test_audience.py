"""Audience: what the customer's copy would leave out or show wrongly, and what is right as it is."""

from collections.abc import Callable

import pytest

from generator.codes import CODES
from generator.rules import audience_rules

Codes = Callable[..., set[str]]


def contacts(*marks: str) -> str:
    """A case whose customer sees the events, with a contact every 20 hours and a mark on each."""
    times = ("2026-03-09 10:00", "2026-03-10 06:00", "2026-03-11 02:00")
    lines = (
        f"  - {{at: {time}, contact: out, what: Rang{mark}}}" for time, mark in zip(times, marks, strict=True)
    )
    return "\n".join(["opened: 2026-03-09 08:00", "customer_sees: [events]", "events:", *lines])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (contacts("", "", ""), False),
        (contacts("", ", audience: internal", ""), True),
        (contacts("", ", say: We rang, audience: customer", ""), False),
        (contacts("", ", audience: internal", "").replace("customer_sees: [events]\n", ""), False),
        (contacts(", audience: internal", ", audience: internal", ", audience: internal"), False),
        (contacts("", ", audience: internal", "").replace("2026-03-11 02:00", "2026-03-10 07:00"), False),
    ],
)
def test_a_contact_withheld_that_makes_a_silence(codes: Codes, text: str, told: bool) -> None:
    assert ("contact-withheld" in codes(text)) is told


@pytest.mark.parametrize(
    ("factor", "told"),
    [
        ("{what: Late, owner: customer}", True),
        ("{what: Late, owner: northline}", True),
        ("{what: Late, swirl: yes}", True),
        ("{what: Late, owner: us}", False),
        ("Late", False),
        ("{what: Late, owner: customer, say: It was late}", False),
        ("{what: Late, owner: customer, audience: internal}", False),
    ],
)
def test_a_factor_waits_for_its_words(codes: Codes, factor: str, told: bool) -> None:
    text = f"customer_sees: [contributing_factors]\ncontributing_factors: [{factor}]"
    assert ("factor-withheld" in codes(text)) is told
    assert "factor-withheld" not in codes(text.replace("customer_sees: [contributing_factors]\n", ""))


def test_the_team_may_lower_the_advocate_which_is_an_error(codes: Codes) -> None:
    assert "advocate-hidden" not in codes("")
    assert "advocate-hidden" in codes("team: [{person: ines, shown_as: role}]")


def test_no_fault_of_audience_or_phone_can_be_silenced() -> None:
    names = [name for name, code in CODES.items() if code in vars(audience_rules).values()]
    assert len(names) == 6
    names += ["number-undiallable", "number-invalid"]
    assert not [name for name in names if CODES[name].ignorable]
