"""Amounts and numbers, exact, in the reader's language."""

import re
from decimal import Decimal

from babel.numbers import format_currency, format_decimal

from generator.model.scalars.money import Money

WHOLE = {"en": "¤#,##0", "de": "#,##0\u00a0¤"}


def money(amount: Money, language: str) -> str:
    """`$86,400`, `€1,200.50`, in German `1.200,50 €`; cents only where there are any."""
    if amount.value == amount.value.to_integral_value():
        pattern = WHOLE[language]
        text = format_currency(amount.value, amount.currency, pattern, locale=language, currency_digits=False)
    else:
        text = format_currency(amount.value, amount.currency, locale=language)
    # A currency without a sign of its own stands apart from its number; Babel leaves that out.
    return re.sub(r"^([A-Z]{3})(?=[0-9])", "\\1\u00a0", text)


def number(value: Decimal | int | float, language: str) -> str:
    """A number with its thousands apart and no digits that were not typed."""
    return str(format_decimal(value, locale=language, decimal_quantization=False))
