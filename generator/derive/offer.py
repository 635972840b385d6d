"""A mitigation offer: what the incident cost against what the service costs, and the days of its trial."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Literal

from generator.audience.customer_case import CustomerCase
from generator.audience.shown.chronology import ImpactShown
from generator.audience.shown.recommendations import MitigationShown, RecommendationShown
from generator.derive.axis import Axis, Mark, Tone
from generator.derive.get_well import PlanDay
from generator.derive.impact import ImpactSum, impact_sums
from generator.derive.trial import TrialDates, trial_dates
from generator.model.scalars.money import Money

OfferState = Literal["taken", "refused", "ahead", "running", "over", "undated"]


@dataclass(frozen=True, slots=True)
class Loss:
    """One line of what was lost: at least, at most, and what of it came back, all in one currency."""

    item: ImpactShown
    low: Money
    high: Money
    recovered: Money | None


@dataclass(frozen=True, slots=True)
class BreakEven:
    """What remains lost against the price: how many periods it would pay for, and how long they last together."""

    ratio: Decimal
    length: timedelta


@dataclass(frozen=True, slots=True)
class Weighing:
    """What was lost in one currency, line by line, and its sum."""

    lines: tuple[Loss, ...]
    sum: ImpactSum

    @property
    def is_whole_again(self) -> bool:
        """Whether everything came back, so that no money is left to weigh."""
        return self.sum.net_high.value <= 0


@dataclass(frozen=True, slots=True)
class Offer:
    """One offer of a case as its customer reads it.

    `weighed` is what was lost in the currency of the price, None where nothing was or no price is said; `apart` what
    was lost in other currencies, which nobody compares with it; `unpriced` what was lost in no sum at all; `least` and
    `most` what the loss at least and at most pays for, None where it pays for nothing or the period is not said.
    """

    index: int
    recommendation: RecommendationShown
    mitigation: MitigationShown
    dates: TrialDates | None
    axis: Axis | None
    state: OfferState
    weighed: Weighing | None
    apart: tuple[Weighing, ...]
    unpriced: tuple[ImpactShown, ...]
    least: BreakEven | None
    most: BreakEven | None


def offers(case: CustomerCase, as_of: datetime) -> tuple[Offer, ...]:
    """The offers of a copy of a case as of an aware moment in its zone, in the order of the file."""
    weighings = tuple(_weighing(case.impact, one) for one in impact_sums(case.impact))
    return tuple(
        _offer(case, index, item, item.mitigation, weighings, as_of)
        for index, item in enumerate(case.recommendations)
        if item.mitigation is not None
    )


def _offer(
    case: CustomerCase,
    index: int,
    item: RecommendationShown,
    offer: MitigationShown,
    weighings: tuple[Weighing, ...],
    as_of: datetime,
) -> Offer:
    currency = offer.price.currency if offer.price else None
    weighed = next((one for one in weighings if one.sum.low.currency == currency), None)
    dates = trial_dates(offer.trial) if offer.trial else None
    return Offer(
        index=index,
        recommendation=item,
        mitigation=offer,
        dates=dates,
        axis=_axis(offer, dates, as_of.date()) if dates else None,
        state=_state(offer, dates, as_of.date()),
        weighed=weighed,
        apart=tuple(one for one in weighings if one is not weighed),
        unpriced=tuple(one for one in case.impact if one.counts and not (one.amount or one.low or one.high)),
        least=_break_even(weighed.sum.net_low, offer) if weighed else None,
        most=_break_even(weighed.sum.net_high, offer) if weighed else None,
    )


def _weighing(items: Sequence[ImpactShown], total: ImpactSum) -> Weighing:
    found = (_loss(item) for item in items if item.counts)
    lines = [line for line in found if line and line.low.currency == total.low.currency]
    return Weighing(tuple(lines), total)


def _loss(item: ImpactShown) -> Loss | None:
    low, high = item.amount or item.low, item.amount or item.high or item.low
    if low is None or high is None:
        return None
    return Loss(item, low, high, item.recovered)


def _break_even(net: Money, offer: MitigationShown) -> BreakEven | None:
    """How far the net loss goes against the price; whole seconds and hundredths, never more than it is."""
    price, period = offer.price, offer.period
    if price is None or period is None or price.value <= 0 or net.value <= 0:
        return None
    ratio = net.value / price.value
    seconds = int(ratio * Decimal(int(period.about.total_seconds())))
    try:
        return BreakEven(ratio.quantize(Decimal("0.01"), ROUND_DOWN), timedelta(seconds=seconds))
    except OverflowError:
        return None


def _state(offer: MitigationShown, dates: TrialDates | None, today: date) -> OfferState:
    if offer.decision is not None:
        return "taken" if offer.decision.answer == "taken" else "refused"
    if dates is None:
        return "undated"
    if today < dates.start:
        return "ahead"
    return "running" if today <= dates.switch_off else "over"


def _axis(offer: MitigationShown, dates: TrialDates, today: date) -> Axis | None:
    """The trial's days with its checkpoints as marks; None where it ends before it begins."""
    if dates.switch_off <= dates.start:
        return None
    day = PlanDay((today - dates.start).days + 1, dates.days, dates.start, dates.switch_off)
    points = offer.trial.checkpoints if offer.trial else ()
    marks = (Mark(one.on, _place(day, one.on), one.what, _tone(one.on, today)) for one in points if one.on)
    inside = dates.start <= today <= dates.switch_off
    ordered = tuple(sorted(marks, key=lambda mark: mark.day))
    return Axis(day, _place(day, today) if inside else None, ordered)


def _tone(day: date, today: date) -> Tone:
    """A checkpoint that is over counts as done: nothing records what became of it."""
    return "met" if day < today else "ahead"


def _place(day: PlanDay, when: date) -> float:
    return min(max((when - day.start).days / (day.end - day.start).days, 0.0), 1.0)
