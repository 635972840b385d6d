"""How a case ends, or where it stands while a criterion is disputed: what is settled and what is not."""

from dataclasses import dataclass
from datetime import date, datetime

from generator.audience.customer_case import CustomerCase
from generator.audience.shown.close_out import CloseOutShown, DisputeShown, HandedBackShown, RelatedShown
from generator.derive.glance import CriterionRow, criteria

SETTLED = ("met", "accepted", "dropped")
NOTHING_SAID = CloseOutShown()


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A criterion that is not settled, with the open concerns about it."""

    row: CriterionRow
    concerns: tuple[DisputeShown, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """What a close-out says, from a copy of a case.

    `settled` are the criteria that are met, accepted or dropped by agreement; `open` all others; `unnamed` open
    concerns that name none of them. `related` are other cases, each with why it is left out; `separate` the concerns
    ruled to be another matter that no related case stands for. `hands_back` is False while standard procedures are
    still to come.
    """

    record: CloseOutShown
    settled: tuple[CriterionRow, ...]
    open: tuple[OpenPoint, ...]
    unnamed: tuple[DisputeShown, ...]
    separate: tuple[DisputeShown, ...]
    related: tuple[RelatedShown, ...]
    handed_back: HandedBackShown | None
    hands_back: bool
    is_disputed: bool


def closing(case: CustomerCase, as_of: datetime) -> Closing:
    """The end of a case as of an aware moment in its zone."""
    end = case.close_out or NOTHING_SAID
    rows = criteria(case, as_of)
    concerns = tuple(one for one in end.disputes if one.settled is None and one.ruling != "separate")
    unsettled = tuple(row for row in rows if row.progress.word not in SETTLED)
    points = tuple(OpenPoint(row, _about(row, concerns)) for row in unsettled)
    named = {row.criterion.id for row in unsettled}
    known = {one.case for one in case.related}
    back = end.handed_back
    return Closing(
        record=end,
        settled=tuple(row for row in rows if row.progress.word in SETTLED),
        open=points,
        unnamed=tuple(one for one in concerns if one.criterion is None or one.criterion not in named),
        separate=tuple(one for one in end.disputes if one.ruling == "separate" and one.case not in known),
        related=case.related,
        handed_back=back,
        hands_back=back is not None and _begun(back.start, as_of),
        is_disputed=bool(concerns) or any(row.progress.word == "disputed" for row in rows),
    )


def _about(row: CriterionRow, concerns: tuple[DisputeShown, ...]) -> tuple[DisputeShown, ...]:
    return tuple(one for one in concerns if one.criterion is not None and one.criterion == row.criterion.id)


def _begun(start: date | None, as_of: datetime) -> bool:
    return start is None or start <= as_of.date()
