"""Dates and amounts in the executive summary that stand nowhere else in the record."""

from collections.abc import Iterable, Iterator

from generator.codes import code
from generator.derive.dates_named import DateNamed, dates_in, iso_dates_in, other_dates_in
from generator.derive.impact import impact_sums
from generator.derive.sums_named import SumNamed, sums_in
from generator.derive.trial import trial_dates
from generator.finding import Finding, Severity
from generator.lines import lines_of
from generator.model.fields import walk
from generator.model.scalars.moments import Moment
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


def _days_without(days: list[DateNamed], record: str, scene: Scene) -> list[DateNamed]:
    """The days that neither the record has nor follow from it."""
    days = _others(days, (*_worked_out(scene), *iso_dates_in(record)))
    days = _others(days, _in_its_zone(scene)) if days else []
    return _others(days, other_dates_in(record)) if days else []


def _others(days: list[DateNamed], known: Iterable[DateNamed]) -> list[DateNamed]:
    """The days that are none of those known."""
    same: dict[tuple[int, int], list[DateNamed]] = {}
    for one in known:
        for reading in one.readings:
            same.setdefault(reading, []).append(one)
    return [
        day
        for day in days
        if not any(day.is_same(one) for reading in day.readings for one in same.get(reading, ()))
    ]


def _sums_without(sums: list[SumNamed], record: str, scene: Scene) -> list[SumNamed]:
    """The amounts that neither the record has nor are sums of its impact."""
    sums = _unlike(sums, list(_summed_up(scene)))
    return _unlike(sums, list(sums_in(record))) if sums else []


def _unlike(sums: list[SumNamed], known: list[SumNamed]) -> list[SumNamed]:
    """The amounts that are none of those known."""
    return [one for one in sums if not any(map(one.is_told_by, known))]


def _named(day: DateNamed) -> str:
    """A day as a sentence says it, where the calendar has such a month and nobody can read it in two ways."""
    if len(day.readings) > 1:
        return f'"{day.words}"'
    month = MONTHS[day.month - 1] if 1 <= day.month <= 12 else str(day.month)
    return f"{day.day} {month}{f' {day.year}' if day.year else ''}"


def rest_of_record(scene: Scene) -> str:
    """The text of the case's file without its summary, and that of its customer's."""
    place = scene.place("summary")
    lines = lines_of(scene.file.source.text)
    return "\n".join([*lines[: place.line - 1], *lines[place.end_line :], scene.file.owner.source.text])


def _worked_out(scene: Scene) -> Iterator[DateNamed]:
    """Days that follow from the record: on which a trial begins and is switched off."""
    for item in scene.case.recommendations:
        dates = trial_dates(item.mitigation.trial) if item.mitigation and item.mitigation.trial else None
        for day in (dates.start, dates.switch_off) if dates else ():
            yield DateNamed(day.isoformat(), day.month, day.day, day.year)


def _in_its_zone(scene: Scene) -> Iterator[DateNamed]:
    """The days of every moment by the clock of the case, which a moment typed with an offset need not name."""
    for _, _, value, _ in walk(scene.case):
        if isinstance(value, Moment) and not value.whole_day:
            day = value.at.astimezone(scene.file.zone).date()
            yield DateNamed(day.isoformat(), day.month, day.day, day.year)


def _summed_up(scene: Scene) -> Iterator[SumNamed]:
    """The sums of the impact: at least, at most, what came back, and what remains."""
    for one in impact_sums(scene.case.impact):
        for money in (one.low, one.high, one.recovered, one.net_low, one.net_high):
            yield SumNamed(str(money), money.value, frozenset({money.currency}))
