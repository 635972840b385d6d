"""The mitigation offer weighs what was lost against the price, line by line, and says when the service ends."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from generator.audience.project import project
from generator.derive.offer import Offer, offers
from generator.model.scalars.money import read_money
from tests.making import at, make_case, write_files
from tests.reading import Read, pdf_pages, text_of
from tests.team import AS_OF, run

SETTINGS = "timezone: America/New_York\nproducts: {row-check: Row-level checks, standby: Second gateway}\n"
CASE = """
customer_sees: [summary, impact, recommendations]
summary: Orders went missing.
impact:
  - {what: Orders lost, amount: 9000 USD, recovered: 1000 USD, from: customer, basis: Your list.}
  - {what: Counted above already, amount: 500 USD, counts: no}
  - {what: Two nights of work, words: 52 hours}
recommendations:
  - id: R1
    what: Keep the checks
    mitigation:
      audience: customer
      product: row-check
      prevents: The first short copy would have paged a person.
      agreement: A weekly check by hand.
      price: 2000 USD
      period: 100 days
      price_floor: 1234 USD
      reasoning: They will sign for less than that.
      trial: {start: 2026-03-13, days: 90, checkpoints: [{on: 2026-04-13, what: The first month}]}
"""


def offer_of(root: Path, text: str = CASE, as_of: str = "2026-03-11T14:30") -> Offer:
    file, workspace = make_case(root, text, {"casewright.yaml": SETTINGS})
    now = at(as_of)
    (offer,) = offers(project(file, workspace, now), now)
    return offer


def paper(root: Path, out: Path, text: str = CASE, *, pdf: bool = False) -> str:
    make_case(root, text, {"casewright.yaml": SETTINGS})
    quick = [] if pdf else ["--no-pdf"]
    done = run(
        "paper", "mitigation-offer", "kestrel/cards", "-C", root, "--out", out, "--as-of", AS_OF, *quick
    )
    assert done.exit_code == 0, done.output
    return text_of(Read(out / "kestrel-cards-mitigation-offer.customer.html").tree)


def test_what_was_lost_is_weighed_net_of_what_came_back(tmp_path: Path) -> None:
    offer = offer_of(tmp_path)
    assert offer.weighed is not None and offer.most is not None
    assert [line.item.what for line in offer.weighed.lines] == ["Orders lost"]
    assert offer.weighed.sum.net_high == read_money("8000 USD")
    assert (offer.most.ratio, offer.most.length) == (Decimal("4.00"), timedelta(days=400))
    assert offer.least == offer.most
    assert [item.what for item in offer.unpriced] == ["Two nights of work"]


def test_the_paper_shows_every_line_of_the_sum_and_the_switch_off_day(tmp_path: Path) -> None:
    words = paper(tmp_path / "team", tmp_path / "out")
    for piece in (
        "Row-level checks for 90 days", "Orders lost", "$9,000", "− $1,000", "$8,000", "$2,000", "400 days",
        "It ends on Thursday 11 June 2026.", "we switch the service off", "the same can happen again",
        "A weekly check by hand.", "13 April: The first month", "Two nights of work",
    ):  # fmt: skip
        assert piece in words, piece


def test_the_floor_and_the_reasoning_stand_nowhere(tmp_path: Path) -> None:
    words = paper(tmp_path / "team", tmp_path / "out", pdf=True)
    printed = "".join(pdf_pages(tmp_path / "out/kestrel-cards-mitigation-offer.customer.pdf"))
    for text in (words, printed):
        assert "8,000" in text
        assert "1,234" not in text and "1234" not in text and "sign for less" not in text


def test_a_range_gives_a_least_and_a_most(tmp_path: Path) -> None:
    text = CASE.replace("amount: 9000 USD, recovered", "low: 3000 USD, high: 9000 USD, recovered")
    offer = offer_of(tmp_path / "one", text)
    assert offer.least is not None and offer.most is not None
    assert (offer.least.length, offer.most.length) == (timedelta(days=100), timedelta(days=400))
    words = paper(tmp_path / "two", tmp_path / "out", text)
    assert "At least" in words and "At most" in words
    assert "within 100 days, by the lower figure, or within 400 days, by the higher one" in words


def test_unlike_currencies_are_never_compared(tmp_path: Path) -> None:
    text = CASE.replace("price: 2000 USD", "price: 2000 EUR")
    offer = offer_of(tmp_path / "one", text)
    assert offer.weighed is None and offer.most is None
    assert [one.sum.low.currency for one in offer.apart] == ["USD"]
    words = paper(tmp_path / "two", tmp_path / "out", text)
    assert "The price is in EUR and what was lost is in USD." in words
    assert "Break-even: the line above" not in words


def test_only_the_currency_of_the_price_is_set_against_it(tmp_path: Path) -> None:
    text = CASE.replace("  - {what: Two nights", "  - {what: A fine, amount: 700 GBP}\n  - {what: Two nights")
    offer = offer_of(tmp_path / "one", text)
    assert offer.weighed is not None and offer.weighed.sum.net_high == read_money("8000 USD")
    words = paper(tmp_path / "two", tmp_path / "out", text)
    assert "Only what was lost in USD is set against the price" in words and "£700" in words


def test_what_came_back_whole_leaves_nothing_to_weigh(tmp_path: Path) -> None:
    text = CASE.replace("recovered: 1000 USD", "recovered: 9000 USD")
    offer = offer_of(tmp_path / "one", text)
    assert offer.weighed is not None and offer.weighed.is_whole_again and offer.most is None
    assert "Everything that was counted in money came back" in paper(tmp_path / "two", tmp_path / "out", text)


@pytest.mark.parametrize(
    ("as_of", "decision", "state"),
    [
        ("2026-03-11T14:30", "", "ahead"),
        ("2026-03-13T00:00", "", "running"),
        ("2026-06-11T23:59", "", "running"),
        ("2026-06-12T00:00", "", "over"),
        ("2026-06-12T00:00", "{answer: taken, on: 2026-05-01}", "taken"),
        ("2026-03-11T14:30", "refused", "refused"),
    ],
)
def test_where_the_trial_stands(tmp_path: Path, as_of: str, decision: str, state: str) -> None:
    text = CASE + (f"      decision: {decision}\n" if decision else "")
    offer = offer_of(tmp_path, text, as_of)
    assert offer.state == state
    assert offer.dates is not None and offer.dates.switch_off == date(2026, 6, 11)


def test_an_offer_that_is_not_opened_is_no_offer(tmp_path: Path) -> None:
    file, workspace = make_case(
        tmp_path, CASE.replace("      audience: customer\n", ""), {"casewright.yaml": SETTINGS}
    )
    assert offers(project(file, workspace, at("2026-03-11T14:30")), at("2026-03-11T14:30")) == ()


def test_it_is_for_the_customer_alone(tmp_path: Path) -> None:
    make_case(tmp_path, CASE, {"casewright.yaml": SETTINGS})
    done = run(
        "paper", "mitigation-offer", "kestrel/cards", "--audience", "internal", "-C", tmp_path, "--no-pdf"
    )
    assert done.exit_code == 2 and "for the customer alone" in done.stderr


def test_two_offers_stand_one_below_the_other(tmp_path: Path) -> None:
    second = """  - what: A second gateway
    mitigation: {audience: customer, product: standby}
"""
    words = paper(tmp_path / "team", tmp_path / "out", CASE + second)
    assert words.index("Row-level checks") < words.index("Second gateway")
    assert "No price is set yet" in words and "No trial is agreed yet." in words


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_hostile_words_and_long_sums_stay_on_the_paper(tmp_path: Path, size: str) -> None:
    long = "Unteilbareswort" * 14
    text = CASE.replace("Orders lost", f"{long} {{{{ 7 * 7 }}}} <b>x</b>").replace(
        "9000 USD", "999999999999999.99 USD"
    )
    text = text.replace(f"what: {long}", f"what: '{long}").replace("</b>,", "</b>',")
    write_files(tmp_path / "team", {})
    make_case(tmp_path / "team", text, {"casewright.yaml": SETTINGS + f"paper: {size}\n"})
    done = run(
        "paper",
        "mitigation-offer",
        "kestrel/cards",
        "-C",
        tmp_path / "team",
        "--out",
        tmp_path,
        "--as-of",
        AS_OF,
    )
    assert done.exit_code == 0, done.output
    assert "49" not in done.stderr and "pdf-doubted" not in done.stderr  # A path may hold any number.
    printed = " ".join(pdf_pages(tmp_path / "kestrel-cards-mitigation-offer.customer.pdf"))
    assert "$999,999,999,999,999.99" in printed and "{{ 7 * 7 }}" in " ".join(printed.split())


def test_the_proof_asks_for_no_sum_of_one_loss_in_another_currency(tmp_path: Path) -> None:
    text = CASE.replace(
        "impact:\n", "impact:\n  - {what: Refunds, amount: 140000 JPY, recovered: 140000 JPY}\n", 1
    )
    make_case(tmp_path / "team", text, {"casewright.yaml": SETTINGS})
    order = ("paper", "mitigation-offer", "kestrel/cards", "-C", tmp_path / "team", "--as-of", AS_OF)
    done = run(*order, "--out", tmp_path / "out")
    assert done.exit_code == 0 and "that it must" not in done.stderr, done.stderr
