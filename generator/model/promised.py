"""When the customer hears next: the latest update promised in a contact, else the one typed on the case."""

from datetime import UTC

from generator.model.case import Case
from generator.model.chronology import Event
from generator.model.scalars.moments import Moment


def promised_update(case: Case) -> Moment | None:
    """The `next_update` of the latest contact that carries one, else the case's own."""
    carried = [event for event in _contacts(case) if event.next_update]
    return carried[-1].next_update if carried else case.next_update


def promise_followed(case: Case) -> bool:
    """Whether a contact followed the latest promise; one typed on the case is followed by a contact from then on."""
    contacts = _contacts(case)
    if any(event.next_update for event in contacts):
        return contacts[-1].next_update is None
    promised, last = case.next_update, contacts[-1].at if contacts else None
    return bool(promised and last and last.at.astimezone(UTC) >= promised.at.astimezone(UTC))


def _contacts(case: Case) -> list[Event]:
    """The events in which we told the customer something, by time."""
    told = (event for event in case.events if event.contact in ("out", "both"))
    return sorted(told, key=lambda event: event.at.order)
