"""Amounts of what was lost: one sum, or a range, in one currency."""

from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.chronology import Impact
from generator.rules.scene import Scene

RANGE_REVERSED = code(
    "range-reversed",
    Severity.ERROR,
    "A range whose least is more than its most",
    "`low` is the least that was lost and `high` the most. A management review and a mitigation's sum rest on them.",
)
RANGE_HALF = code(
    "range-half",
    Severity.ERROR,
    "A range with one end",
    "Where a sum is uncertain, `low` and `high` both stand there. Where only one figure is known, it is the `amount`.",
)
AMOUNT_AND_RANGE = code(
    "amount-and-range",
    Severity.ERROR,
    "A sum and a range at once",
    "What was lost is known (`amount`) or uncertain (`low` and `high`), not both.",
)
CURRENCIES_MIXED = code(
    "currencies-mixed",
    Severity.ERROR,
    "Two currencies in one item",
    "The amounts of one item are added and compared, which needs one currency. What was lost in another currency is an "
    "item of its own.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the amounts of a case."""
    for index, item in enumerate(scene.case.impact):
        yield from of_item(scene, item, index)


def of_item(scene: Scene, item: Impact, index: int) -> Iterator[Finding]:
    """What is wrong with the amounts of one item."""
    names = [name for name in ("amount", "low", "high", "recovered") if getattr(item, name) is not None]
    sums = [getattr(item, name) for name in names]
    currencies = list(dict.fromkeys(money.currency for money in sums))
    if len(currencies) > 1:
        odd = next(name for name, money in zip(names, sums, strict=True) if money.currency != currencies[0])
        message = f"This item is in {currencies[0]}, and its `{odd}` in {getattr(item, odd).currency}."
        remedy = f"Write all of it in {currencies[0]}, or make a second item."
        yield CURRENCIES_MIXED.at(scene.place("impact", index, odd), message, remedy)
        return
    if item.amount and (item.low or item.high):
        message = f"This item has the amount {item.amount} and a range besides."
        yield AMOUNT_AND_RANGE.at(
            scene.place("impact", index, "amount"), message, "Keep `amount`, or `low` and `high`."
        )
    elif item.low and item.high and item.low.value > item.high.value:
        message = f"The least, {item.low}, is more than the most, {item.high}."
        yield RANGE_REVERSED.at(
            scene.place("impact", index, "low"), message, "Change `low` and `high` about."
        )
    elif (item.low is None) != (item.high is None):
        there, lacking = ("low", "high") if item.low else ("high", "low")
        message = f"This item has `{there}` and no `{lacking}`."
        yield RANGE_HALF.at(
            scene.place("impact", index, there), message, f"Add `{lacking}:`, or write it as `amount:`."
        )
