"""Days and sums in a text, however people write them."""

from decimal import Decimal

import pytest

from generator.derive.dates_named import dates_in
from generator.derive.sums_named import sums_in

Day = tuple[int, int, int | None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("restarted on **1 March**, and", [(3, 1, None)]),
        ("the 2nd of nothing, 2nd March 2026", [(3, 2, 2026)]),
        ("March 14, 2026 and Mar. 15", [(3, 14, 2026), (3, 15, None)]),
        ("on 21 and 28 February", [(2, 21, None), (2, 28, None)]),
        ("on 14, 21 and 28 February", [(2, 14, None), (2, 21, None), (2, 28, None)]),
        ("from 3 to 5 May", [(5, 3, None), (5, 5, None)]),
        ("March 9-11, March 20 to 22", [(3, 9, None), (3, 11, None), (3, 20, None), (3, 22, None)]),
        ("on March 9 and 10, we", [(3, 9, None), (3, 10, None)]),
        ("the 9th of March 2026, March the 9th", [(3, 9, 2026), (3, 9, None)]),
        ("9-Mar-2026, 9 MARCH, 9 march, MARCH 9", [(3, 9, 2026), *[(3, 9, None)] * 3]),
        ("am 1. März und am 3. Dez. 2025", [(3, 1, None), (12, 3, 2025)]),
        (
            "am 9./10. März, seit dem 4. Jänner, 2. Mrz.",
            [(3, 9, None), (3, 10, None), (1, 4, None), (3, 2, None)],
        ),
        ("Am 09.03. um 10 Uhr, vom 9.3. bis 11.3.", [(3, 9, None), (3, 9, None), (3, 11, None)]),
        ("bis zum 9.3.26, 09.03.2026, 9. 3. 2026", [(3, 9, 2026)] * 3),
        ("vom 7. bis 9.3., 09.03.–11.03.", [(3, 7, None), (3, 9, None), (3, 9, None), (3, 11, None)]),
        ("Mo., 9.3., und Dienstag, den 10.3.", [(3, 9, None), (3, 10, None)]),
        ("since 2026-03-01 06:00", [(3, 1, 2026)]),
        ("2026/03/09, 25/03/2026, 03/25/26", [(3, 9, 2026), (3, 25, 2026), (3, 25, 2026)]),
        ("on 3/25 and by 25/3", [(3, 25, None), (3, 25, None)]),
    ],
)
def test_days(text: str, found: list[Day]) -> None:
    assert [(one.month, one.day, one.year) for one in dates_in(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "412 orders in March, marching 30 people",
        "In March 9 shops closed, im März 9 Läden",
        "we may 3 times",
        "11 Marchers, 45 May incidents",
        "at half past ten, um halb elf, um 09.03 Uhr",
        "firmware 4.2.19, version 12.3., 192.168.10.12, 10.12.2026.4",
        "it fell to 9.3. Then section 4.2. says so.",
        "24/7, on 24/7 support, 1/2 of them, on 3/4 of the machines",
        "ab 4.2 GB, am Port 8.3",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert not list(dates_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "at 14:30, 9 March",
        "order 12, 9 March",
        "from 02:10 to 9 March",
        "March 9, 14:30",
        "March 9, 12 shops",
    ],
)
def test_a_number_beside_a_day_is_none(text: str) -> None:
    assert [(one.month, one.day) for one in dates_in(text)] == [(3, 9)]


@pytest.mark.parametrize(("text", "same"), [("2026-09-03", True), ("9 March", True), ("2026-09-04", False)])
def test_a_day_that_may_stand_either_way_round(text: str, same: bool) -> None:
    (either,), (one,) = dates_in("3/9/2026"), dates_in(text)
    assert either.is_same(one) is one.is_same(either) is same


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lost $86,400 in orders", ["86400"]),
        ("81310 USD and 5.090,50 EUR", ["81310", "5090.50"]),
        ("EUR 1 200, £3.5 million", ["1200", "3500000"]),
        ("four thousand, 4 thousand euros, $2k", ["4000", "2000"]),
        ("$12.4k, $3M, $1.2bn, USD 3 mn, $1.234m", ["12400", "3000000", "1200000000", "3000000", "1234000"]),
        ("12.400 Euro, 12,4 Tsd. €, 12 TEUR, 12 T€", ["12400", "12400", "12000", "12000"]),
        ("1,2 Mio. €, 3 Millionen Euro, 1,2 Mrd. EUR", ["1200000", "3000000", "1200000000"]),
        ("12,4 Tausend Euro, € 12.400,-, 12.400,– €", ["12400", "12400", "12400"]),
        ("CHF 1’200.50, 1\u2009200 EUR, 500 Franken", ["1200.50", "1200", "500"]),
        ("US$86,400, 86,400 US dollars, 86,400 (USD)", ["86400"] * 3),
        ("₹5,00,000", ["500000"]),
        ("412 orders, 30 days, 61%, 12 WEB, 15 MB, 3 m cable", []),
        ("5 ALL stations, at half past ten", []),
    ],
)
def test_sums(text: str, found: list[str]) -> None:
    assert [one.value for one in sums_in(text)] == [Decimal(one) for one in found]


@pytest.mark.parametrize(
    ("said", "known", "told"),
    [
        ("$86k", "86400 USD", True),
        ("$86.4k", "86400 USD", True),
        ("$85k", "86400 USD", False),
        ("86,4 Tsd. €", "86400 EUR", True),
        ("$86,000", "86400 USD", False),
        ("86,400 EUR", "86400 USD", False),
        ("$86,400", "86400 CAD", True),
        ("$86,400", "86400 EUR", False),
        ("86.400 Euro", "86400 EUR", True),
        ("86,400 francs", "86400 CHF", True),
    ],
)
def test_a_sum_is_of_one_currency_and_as_exact_as_it_is_written(said: str, known: str, told: bool) -> None:
    (one,), (other,) = sums_in(said), sums_in(known)
    assert one.is_told_by(other) is told
