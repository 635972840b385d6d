"""When the customer hears next: the latest update promised in a contact, else the one typed on the case."""

from generator.model.case import Case
from generator.model.scalars.times import Moment


def promised_update(case: Case) -> Moment | None:
    """The `next_update` of the latest contact that carries one, else the case's own."""
    carried = [event for event in case.events if event.next_update and event.contact in ("out", "both")]
    if not carried:
        return case.next_update
    return max(carried, key=lambda event: event.at.order).next_update
