"""Numbers: what can be dialled, what exists, and the ranges that nobody has."""

import pytest

from generator.model.phone_numbers import problem_with
from generator.render.phones import dialled


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        ("+1 603 555 0142", None),
        ("+1 603 555 0142 x17", None),
        ("+1 (603) 555-0142", None),
        ("+44 20 7946 0123", None),
        ("+44 1632 960123", None),
        ("+44 (0)1632 960123", None),
        ("+61 2 5550 1234", None),
        ("4142", None),
        ("911", None),
        ("+1 212 736 5000", None),
        ("+39 06 698 12345", None),
        ("+1 603 555 01", "impossible"),
        ("+44 20 7946 01234567", "impossible"),
        ("+999 123 45678", "impossible"),
        ("+0 123 45678", "impossible"),
        ("+1 103 555 0142", "invalid"),
        ("+44 20 7946 1123 x9", None),
    ],
)
def test_what_is_wrong_with_a_number(number: str, problem: str | None) -> None:
    assert problem_with(number) == problem


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("+1 603 555 0142", "tel:+1-603-555-0142"),
        ("+1 (603) 555-0142 x17", "tel:+1-603-555-0142;ext=17"),
        ("+1.603.555.0142x0017", "tel:+1-603-555-0142;ext=0017"),
        ("+44 (0)20 7946 0123", "tel:+44-20-7946-0123"),
        ("+44 ( 0 ) 20 7946 0123 x 9", "tel:+44-20-7946-0123;ext=9"),
        ("+39 (0)6 698 12345", "tel:+39-06-698-12345"),
        ("+39 06 698 12345", "tel:+39-06-698-12345"),
        ("+999 (0)1 234 567", "tel:+999-1-234-567"),
        ("0142", "tel:0142"),
        ("007", "tel:007"),
    ],
)
def test_what_a_link_dials(number: str, address: str) -> None:
    assert dialled(number) == address
