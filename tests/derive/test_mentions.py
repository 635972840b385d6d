"""Days and sums in a text, however people write them."""

from decimal import Decimal

import pytest

from generator.derive.mentions import dates_in, sums_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("restarted on **1 March**, and", [(3, 1, None)]),
        ("the 2nd of nothing, 2nd March 2026", [(3, 2, 2026)]),
        ("March 14, 2026 and Mar. 15", [(3, 14, 2026), (3, 15, None)]),
        ("on 21 and 28 February", [(2, 21, None), (2, 28, None)]),
        ("from 3 to 5 May", [(5, 3, None), (5, 5, None)]),
        ("am 1. März und am 3. Dez. 2025", [(3, 1, None), (12, 3, 2025)]),
        ("since 2026-03-01 06:00", [(3, 1, 2026)]),
        ("we may 3 times", []),
        ("412 orders in March, marching 30 people", []),
        ("11 Marchers", []),
    ],
)
def test_days(text: str, found: list[tuple[int, int, int | None]]) -> None:
    assert [(one.month, one.day, one.year) for one in dates_in(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lost $86,400 in orders", ["86400"]),
        ("81310 USD and 5.090,50 EUR", ["81310", "5090.50"]),
        ("EUR 1 200, £3.5 million", ["1200", "3500000"]),
        ("four thousand, 4 thousand euros, $2k", ["4000", "2000"]),
        ("412 orders, 30 days, 61%, 12 WEB", []),
    ],
)
def test_sums(text: str, found: list[str]) -> None:
    assert [one.value for one in sums_in(text)] == [Decimal(one) for one in found]
