"""The dates of a trial: any two of start, days and switch-off give the third."""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.derive.kinds import AnyTrial


@dataclass(frozen=True, slots=True)
class TrialDates:
    """The first day, how many calendar days, and the day on which it is switched off."""

    start: date
    days: int
    switch_off: date


def trial_dates(trial: AnyTrial) -> TrialDates | None:
    """A trial's dates, or None where fewer than two of the three are known.

    Where all three disagree, start and days count."""
    start, days, end = trial.start, trial.days, trial.switch_off
    if start is not None and days is not None:
        return _dates(start, days, _days_from(start, days))
    if start is not None and end is not None:
        return TrialDates(start, (end - start).days, end)
    if days is not None and end is not None:
        return _dates(_days_from(end, -days), days, end)
    return None


def _dates(start: date | None, days: int, end: date | None) -> TrialDates | None:
    return TrialDates(start, days, end) if start and end else None


def _days_from(day: date, days: int) -> date | None:
    """The day so many days from another, or None where no calendar reaches."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def disagree(trial: AnyTrial) -> bool:
    """Whether all three are typed and do not fit together."""
    start, days, end = trial.start, trial.days, trial.switch_off
    return start is not None and days is not None and end is not None and _days_from(start, days) != end
