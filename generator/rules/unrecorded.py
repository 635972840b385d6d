"""Dates and amounts in the executive summary that stand nowhere else in the record."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.codes import code
from generator.derive.impact import impact_sums
from generator.derive.mentions import (
    DateMentioned,
    SumMentioned,
    dates_in,
    numbered_dates_in,
    sums_in,
    worded_dates_in,
)
from generator.derive.trial import trial_dates
from generator.finding import Finding, Severity
from generator.lines import lines_of
from generator.rules.in_words import MONTHS
from generator.rules.scene import Scene
from generator.rules.wording import pinpointed

DATE_UNRECORDED = code(
    "date-unrecorded",
    Severity.WARNING,
    "A date in the summary that the record does not have",
    "The executive summary sums up what the case records. A date that stands nowhere else in the case or in its "
    "customer's file is a slip of the pen, or an event, action or promise that nobody wrote down.",
)
AMOUNT_UNRECORDED = code(
    "amount-unrecorded",
    Severity.WARNING,
    "An amount in the summary that the record does not have",
    "An amount that the customer reads in the executive summary stands under `impact`, `recommendations` or elsewhere in "
    "the case, or is a sum of its impact. One that does not is a slip of the pen, or lacks its basis.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """One finding for each date and amount of the summary that the rest of the record lacks."""
    summary = scene.case.summary
    if summary is None:
        return
    days, sums = list(dates_in(summary)), list(sums_in(summary))
    if not days and not sums:
        return
    record = rest_of_record(scene)
    days, sums = _days_without(days, record, scene), _sums_without(sums, record, scene)
    source, place = scene.file.source, scene.place("summary")
    for one in dict.fromkeys(days):
        message = f"The summary names {_named(one)}, and no other part of the record has that date."
        remedy = "Correct the date, or add the event, action or promise that it belongs to."
        yield DATE_UNRECORDED.at(pinpointed(source, place, one.words.lower()), message, remedy)
    for words in dict.fromkeys(one.words for one in sums):
        message = (
            f'The summary says "{" ".join(words.split())}", and no other part of the record has that amount.'
        )
        remedy = "Correct the amount, or add the `impact` or the price that it belongs to."
        yield AMOUNT_UNRECORDED.at(pinpointed(source, place, words.lower()), message, remedy)


# Each look through a whole record is left out where a quicker one has found everything.


def _days_without(days: list[DateMentioned], record: str, scene: Scene) -> list[DateMentioned]:
    """The days that neither the record has nor follow from it."""
    days = _others(days, (*_worked_out(scene), *numbered_dates_in(record)))
    return _others(days, worded_dates_in(record)) if days else []


def _others(days: list[DateMentioned], known: Iterable[DateMentioned]) -> list[DateMentioned]:
    """The days that are none of those known."""
    same: dict[tuple[int, int], list[DateMentioned]] = {}
    for one in known:
        same.setdefault((one.month, one.day), []).append(one)
    return [day for day in days if not any(map(day.is_same, same.get((day.month, day.day), ())))]


def _sums_without(sums: list[SumMentioned], record: str, scene: Scene) -> list[SumMentioned]:
    """The amounts that neither the record has nor are sums of its impact."""
    known = _summed_up(scene)
    sums = [one for one in sums if one.value not in known]
    known = {one.value for one in sums_in(record)} if sums else set()
    return [one for one in sums if one.value not in known]


def _named(day: DateMentioned) -> str:
    """A day as a sentence says it, where the calendar has such a month."""
    month = MONTHS[day.month - 1] if 1 <= day.month <= 12 else str(day.month)
    return f"{day.day} {month}{f' {day.year}' if day.year else ''}"


def rest_of_record(scene: Scene) -> str:
    """The text of the case's file without its summary, and that of its customer's."""
    place = scene.place("summary")
    lines = lines_of(scene.file.source.text)
    return "\n".join([*lines[: place.line - 1], *lines[place.end_line :], scene.file.owner.source.text])


def _worked_out(scene: Scene) -> Iterator[DateMentioned]:
    """Days that follow from the record: on which a trial begins and is switched off."""
    for item in scene.case.recommendations:
        dates = trial_dates(item.mitigation.trial) if item.mitigation and item.mitigation.trial else None
        for day in (dates.start, dates.switch_off) if dates else ():
            yield DateMentioned(day.isoformat(), day.month, day.day, day.year)


def _summed_up(scene: Scene) -> set[Decimal]:
    """The sums of the impact: at least, at most, what came back, and what remains."""
    return {
        money.value
        for one in impact_sums(scene.case.impact)
        for money in (one.low, one.high, one.recovered, one.net_low, one.net_high)
    }
