"""The chronology: events in order, with the silences between them."""

from dataclasses import dataclass
from datetime import datetime

from generator.audience.customer_case import CustomerCase, EventShown
from generator.derive.contact import Gap, gaps, in_order


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its place in the case; `unanswered` when the customer called and nobody rang back in time."""

    index: int
    event: EventShown
    unanswered: bool = False


Row = EventRow | Gap


def chronology(case: CustomerCase, as_of: datetime) -> tuple[Row, ...]:
    """Events by time, each silence right behind the event it begins with; one still open stands last."""
    silences = [gap for gap in gaps(case, as_of) if gap.is_silence]
    unanswered = {index for gap in silences for index in gap.unanswered}
    rows: list[Row] = [
        EventRow(index, event, index in unanswered)
        for index, event in in_order(case)
        if isinstance(event, EventShown)
    ]
    for gap in silences:
        rows.insert(_behind(rows, gap), gap)
    return tuple(rows)


def _behind(rows: list[Row], gap: Gap) -> int:
    before = [number for number, row in enumerate(rows) if isinstance(row, EventRow) and _began(row, gap)]
    return before[-1] + 1 if before else 0


def _began(row: EventRow, gap: Gap) -> bool:
    if gap.after is not None:
        return row.index == gap.after
    return row.event.at.at <= gap.start
