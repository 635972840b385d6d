"""The state and the progress of exit criteria."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal

from generator.audience.shown.criteria import CriterionShown, ReadingShown
from generator.derive.get_well import elapsed
from generator.derive.kinds import AnyCase, AnyCriterion, AnyDispute
from generator.model.close_out import Dispute
from generator.model.criteria import Reading
from generator.model.scalars.instants import between

CriterionWord = Literal["proposed", "agreed", "met", "accepted", "disputed", "dropped"]
LEEWAY = 0.9


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a criterion is: `ratio` from 0 to 1, the current reading, and whether it is on course.

    `on_course` is None where nothing can be said: no reading, no target, or no get-well plan to hold it against.
    """

    word: CriterionWord
    on: date | None
    ratio: float | None
    reading: Reading | ReadingShown | None
    on_course: bool | None

    @property
    def is_open(self) -> bool:
        """Whether it still stands between the case and its close."""
        return self.word in ("proposed", "agreed", "disputed")


def state_of(criterion: AnyCriterion, disputes: Sequence[AnyDispute] = ()) -> CriterionWord:
    """proposed, agreed, met, accepted, disputed or dropped, as the record and the open disputes have it."""
    if criterion.dropped is not None:
        return "dropped"
    if _is_disputed(criterion, disputes):
        return "disputed"
    if criterion.accepted is not None:
        return "accepted"
    if criterion.met is not None:
        return "met"
    return "agreed" if criterion.agreed is not None else "proposed"


def _is_disputed(criterion: AnyCriterion, disputes: Sequence[AnyDispute]) -> bool:
    """Whether an open dispute is about a criterion; a copy says so itself, because it may lack the dispute."""
    if isinstance(criterion, CriterionShown):
        return criterion.disputed
    named = (one for one in disputes if isinstance(one, Dispute) and one.criterion == criterion.id)
    return criterion.id is not None and any(dispute.is_open for dispute in named)


def progress_of(case: AnyCase, criterion: AnyCriterion, as_of: datetime) -> Progress:
    """A criterion's progress as of an aware moment; the last reading by then is current."""
    disputes = case.close_out.disputes if case.close_out else ()
    word = state_of(criterion, disputes)
    reading = current_reading(criterion, as_of)
    ratio = _ratio(criterion, word, reading)
    return Progress(word, _day(criterion, word), ratio, reading, _course(case, criterion, ratio, as_of))


def current_reading(criterion: AnyCriterion, as_of: datetime) -> Reading | ReadingShown | None:
    """The latest reading taken by a moment; of two at the same time the last one written."""
    taken = [reading for reading in criterion.readings if between(reading.at.at, as_of) >= timedelta()]
    return sorted(taken, key=lambda reading: reading.at.order)[-1] if taken else None


def _day(criterion: AnyCriterion, word: CriterionWord) -> date | None:
    marks = {
        "dropped": criterion.dropped,
        "accepted": criterion.accepted,
        "met": criterion.met,
        "agreed": criterion.agreed,
    }
    mark = marks.get(word)
    return mark.on if mark else None


def _ratio(
    criterion: AnyCriterion, word: CriterionWord, reading: Reading | ReadingShown | None
) -> float | None:
    if word in ("met", "accepted"):
        return 1.0
    if criterion.target is None or reading is None:
        return None
    goal, value = criterion.target.value, reading.value
    if criterion.target.at_most:
        return 1.0 if value <= goal else _share(goal, value)
    return 1.0 if value >= goal else _share(value, goal)


def _share(part: Decimal, whole: Decimal) -> float:
    """How much of the way is done; nothing can be told of a way that leads over zero."""
    return float(part / whole) if 0 < part < whole else 0.0


def _course(case: AnyCase, criterion: AnyCriterion, ratio: float | None, as_of: datetime) -> bool | None:
    gone = elapsed(case.get_well, as_of) if case.get_well else None
    if ratio is None or gone is None:
        return None
    at_most = criterion.target is not None and criterion.target.at_most
    return ratio >= 1.0 if at_most or gone >= 1.0 else ratio >= gone * LEEWAY
