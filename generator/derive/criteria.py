"""The state and the progress of exit criteria."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from generator.audience.customer_case import ReadingShown
from generator.derive.get_well import elapsed
from generator.derive.kinds import AnyCase, AnyCriterion, AnyDispute
from generator.model.plan import Reading

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
    if criterion.id and any(is_disputed(criterion.id, dispute) for dispute in disputes):
        return "disputed"
    if criterion.accepted is not None:
        return "accepted"
    if criterion.met is not None:
        return "met"
    return "agreed" if criterion.agreed is not None else "proposed"


def is_disputed(criterion: str, dispute: AnyDispute) -> bool:
    """Whether an open dispute is about a criterion; one ruled separate is another case's matter."""
    return dispute.criterion == criterion and dispute.settled is None and dispute.ruling != "separate"


def progress_of(case: AnyCase, criterion: AnyCriterion, as_of: datetime) -> Progress:
    """A criterion's progress as of an aware moment; the last reading by then is current."""
    disputes = case.close_out.disputes if case.close_out else ()
    word = state_of(criterion, disputes)
    reading = current_reading(criterion, as_of)
    ratio = _ratio(criterion, word, reading)
    return Progress(word, _day(criterion, word), ratio, reading, _course(case, criterion, ratio, as_of))


def current_reading(criterion: AnyCriterion, as_of: datetime) -> Reading | ReadingShown | None:
    """The latest reading taken by a moment."""
    taken = [reading for reading in criterion.readings if reading.at.at <= as_of]
    return max(taken, key=lambda reading: reading.at.order) if taken else None


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
        return 1.0 if value <= goal else _bounded(goal, value)
    return _bounded(value, goal)


def _bounded(part: Decimal, whole: Decimal) -> float:
    return 1.0 if whole <= 0 else min(max(float(part / whole), 0.0), 1.0)


def _course(case: AnyCase, criterion: AnyCriterion, ratio: float | None, as_of: datetime) -> bool | None:
    gone = elapsed(case.get_well, as_of) if case.get_well else None
    if ratio is None or gone is None:
        return None
    at_most = criterion.target is not None and criterion.target.at_most
    return ratio >= 1.0 if at_most else ratio >= gone * LEEWAY
