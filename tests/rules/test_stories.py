"""What a published story may not tell, against names and numbers as people type them."""

from pathlib import Path

import pytest

from generator.derive.story_numbers import numbers_shared
from generator.derive.story_telltales import Register
from generator.model.stories import Story
from generator.model.workspace import Workspace
from tests.making import KEY, make_case

CUSTOMER = """
name: Gear & Go
aliases: [Kestrel, GaG]
described_as: a retailer in the north-east
timezone: America/New_York
people:
  jose: {name: José Ortiz}
  misaki: {name: 田中 美咲}
  joy: {name: Joy Abara}
"""
CASE = """
product: copy
engagement: {asked_by: joy, judged: Nobody answered}
team: [priya]
impact: [{what: Orders lost, amount: 84.50 USD}, {what: 1.200 parcels and 90000 mails for the VLT9}]
summary: Of 412 orders 99.73 per cent came back, at 12400 EUR. 300 did not. 1,250 and 1999 were others.
recommendations: [{what: Watch it, mitigation: {product: beacon}}]
"""
FILES = {
    "cases/kestrel/customer.yaml": CUSTOMER,
    "cases/salt-road/customer.yaml": "name: Salt Road Traders\npeople: {lee: {name: Lee Marsh}}\n",
    "casewright.yaml": """
        timezone: America/New_York
        products: {copy: {name: Read copy, aliases: [standby-2]}, beacon: Beacon, vlt9: Safe}
        """,
    "contacts.yaml": """
        people:
          ines: {name: Ines Okafor, phone: +1 603 555 0150, customer_phone: +1 603 555 0100, shown_as: contact}
          priya: {name: Priya Raman, phone: +1 603 555 0142}
          grace: {name: Grace Achieng, phone: +1 603 555 0104}
        parties: {northline: {name: Northline Carrier, people: {desk: {name: Rebecca Stone}}}}
        """,
}


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A customer with a case, another one, our people and an outside firm."""
    return make_case(tmp_path, CASE, FILES)[1]


def told(workspace: Workspace, what: str, source: str | None = KEY) -> set[str]:
    """What the register finds in a story of Kestrel's."""
    story = Story.model_validate({"what": what, "source": source, "published": True})
    found = Register(workspace).in_story(story, workspace.customers["kestrel"])
    return {telltale.text for group in found.values() for telltale in group}


@pytest.mark.parametrize(
    ("what", "names"),
    [
        ("The gear-and-go shop rang.", {"Gear & Go"}),
        ("A KESTREL of a night.", {"Kestrel"}),
        ("They say GaG there.", {"GaG"}),
        ("Nobody told a gag.", set()),
        ("Salt Road's own till.", {"salt-road"}),
        ("Ask the Salt Road Traders, or the people of salt-road.", {"Salt Road Traders"}),
        ("Jose drew it.", {"José"}),
        ("It was a joy to hear.", set()),
        ("Joy drew it.", {"Joy"}),
        ("田中美咲 drew it.", {"田中", "美咲"}),
        ("田中さん drew it.", {"田中"}),
        ("Priya rang.", {"Priya"}),
        ("Grace was what it took.", set()),
        ("Grace Achieng was what it took.", {"Grace Achieng"}),
        ("Rebecca-Stone of Northline carrier.", {"Rebecca Stone", "Northline Carrier"}),
        ("Lee waited, and Lee Marsh too.", {"Lee Marsh"}),
        ("Some 1,200 parcels.", {"1,200"}),
        ("Ninety mails, or 90 000.", {"90 000"}),
        ("It cost $84 and not 85 USD.", {"$84"}),
        ("All 84 of them.", set()),
        ("The Standby 2 was slow.", {"standby-2"}),
        ("In 2026 nobody did.", set()),
        ("It took $12.4k.", {"$12.4k"}),
        ("Es waren 12,4 Tsd. € an einem Samstag.", {"12,4 Tsd. €"}),
        ("Some 13 Tsd. € went.", set()),
        ("It stood at 99,73 per cent, not at 9.3.", {"99,73"}),
        ("Four hundred and twelve waited.", {"412"}),
        ("Four hundred twelve waited, and three hundred did not.", {"412"}),
        ("Vierhundertzwölf warteten.", {"412"}),
        ("Twelve hundred and fifty of them, neunzehnhundertneunundneunzig of others.", {"1,250", "1999"}),
        ("Some four hundred waited.", set()),
        ("The beacon was on.", {"beacon"}),
        ("The VLT9 crew came.", {"vlt9"}),
    ],
)
def test_what_a_story_tells(workspace: Workspace, what: str, names: set[str]) -> None:
    assert told(workspace, what) == names


def test_without_a_source_every_case_of_the_customer_counts(workspace: Workspace) -> None:
    assert told(workspace, "Priya counted 90000.", source=None) == {"Priya", "90000"}


def test_a_story_about_another_firm_shares_no_number(workspace: Workspace) -> None:
    story = Story.model_validate({"what": "A bank sent 90000 letters to Joy."})
    assert Register(workspace).in_story(story, None) == {}


def test_a_product_is_a_hint_and_holds_nothing_back(workspace: Workspace) -> None:
    register, owner = Register(workspace), workspace.customers["kestrel"]
    assert not register.gives_away(Story(what="The standby-2 was slow.", source=KEY), owner)
    assert register.gives_away(Story(what="Joy was quick.", source=KEY), owner)


def test_no_pseudonym_holds_a_story_back(workspace: Workspace) -> None:
    nameless = workspace.customers["salt-road"]
    assert Register(workspace).gives_away(Story(what="Somebody was quick."), nameless)


def test_a_number_counts_by_its_digits(workspace: Workspace) -> None:
    cases = list(workspace.cases.values())
    assert list(numbers_shared("90'000 or 90.000,50 or 9000", cases)) == ["90'000", "90.000,50"]
