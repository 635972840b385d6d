"""Amounts: exact decimals with their currency, never a binary float."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from generator.model.scalars.currencies import DECIMALS
from generator.model.scalars.typed import fault, one_text, scalar

AMOUNT = re.compile(r"([0-9]{1,15})(?:\.([0-9]+))? ([A-Z]{3})", re.ASCII)
REMEDY = "Write digits, at most one point, a space and the currency, like `1200.50 EUR`."


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in one currency (ISO 4217)."""

    currency: str
    value: Decimal

    def __str__(self) -> str:
        return f"{self.value} {self.currency}"


def read_money(value: Any) -> Money:
    """`1200.50 EUR`: digits, one point, at most the currency's decimals, no grouping, no exponent."""
    if isinstance(value, Money):
        return value
    text = one_text(value, "an amount with its currency")
    found = AMOUNT.fullmatch(text)
    if not found:
        raise fault("amount-wrong", f"`{text}` is not an amount with its currency.", REMEDY)
    whole, cents, currency = found.groups()
    if currency not in DECIMALS:
        raise fault("amount-wrong", f"`{currency}` is not a currency of ISO 4217.", REMEDY)
    if len(cents or "") > DECIMALS[currency]:
        sentence = f"{currency} has {DECIMALS[currency]} decimals, `{text}` has {len(cents)}."
        raise fault("amount-wrong", sentence, REMEDY)
    return Money(currency, Decimal(f"{whole}.{cents}" if cents else whole))


Amount = Annotated[
    Money,
    *scalar(
        read_money,
        "string",
        pattern=f"^{AMOUNT.pattern}$",
        description="An amount with its currency, like `1200.50 EUR`.",
    ),
]
