"""The chronology: events in order, with the silences between them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.audience.customer_case import CustomerCase
from generator.audience.shown.chronology import EventShown
from generator.derive.contact import Gap, gaps, in_order
from generator.model.scalars.instants import between


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its place in the case; `unanswered` when the customer called and nobody rang back in time."""

    index: int
    event: EventShown
    unanswered: bool = False


Row = EventRow | Gap


def chronology(case: CustomerCase, as_of: datetime) -> tuple[Row, ...]:
    """Events by time, each silence behind what had happened when it began; one still open stands last of all by then."""
    silences = [gap for gap in gaps(case, as_of) if gap.is_silence]
    unanswered = {index for gap in silences for index in gap.unanswered}
    rows: list[Row] = [
        EventRow(index, event, index in unanswered)
        for index, event in in_order(case)
        if isinstance(event, EventShown)
    ]
    for gap in silences:
        rows.insert(_behind(rows, gap.end if gap.is_open else gap.start), gap)
    return tuple(rows)


def _behind(rows: list[Row], moment: datetime) -> int:
    """The place behind the last event that lies not after a moment."""
    events = ((place, row.event.at.at) for place, row in enumerate(rows) if isinstance(row, EventRow))
    return max((place + 1 for place, at in events if between(at, moment) >= timedelta()), default=0)
