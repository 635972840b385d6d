"""What was lost in all, per currency, net of what was recovered."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.derive.kinds import AnyImpact
from generator.model.scalars.money import Money


@dataclass(frozen=True, slots=True)
class ImpactSum:
    """The sum in one currency, at least and at most, and what came back."""

    low: Money
    high: Money
    recovered: Money

    @property
    def is_range(self) -> bool:
        """Whether it is uncertain."""
        return self.low != self.high

    @property
    def net_low(self) -> Money:
        """The least that remains lost."""
        return Money(self.low.currency, self.low.value - self.recovered.value)

    @property
    def net_high(self) -> Money:
        """The most that remains lost."""
        return Money(self.high.currency, self.high.value - self.recovered.value)


def impact_sums(items: Sequence[AnyImpact]) -> list[ImpactSum]:
    """One sum for each currency, by its code; an item that another already counts is left out."""
    sums: dict[str, list[Decimal]] = {}
    for item in items:
        if item.counts:
            _add(sums, 0, item.amount or item.low)
            _add(sums, 1, item.amount or item.high or item.low)
            _add(sums, 2, item.recovered)
    return [
        ImpactSum(*(Money(currency, value) for value in values)) for currency, values in sorted(sums.items())
    ]


def _add(sums: dict[str, list[Decimal]], slot: int, money: Money | None) -> None:
    if money is not None:
        sums.setdefault(money.currency, [Decimal(0), Decimal(0), Decimal(0)])[slot] += money.value
