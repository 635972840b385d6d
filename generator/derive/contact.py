"""Contacts with the customer: the gaps between them, and the updates promised in them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from generator.audience.customer_case import CustomerCase
from generator.audience.project import InternalCase
from generator.derive.kinds import AnyCase, AnyEvent
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment

LONG_SILENCE = timedelta(hours=24)
Placed = tuple[int, AnyEvent]
"""An event with its place in `case.events`."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without contact, never longer than it certainly was. Moments are aware.

    `after` and `before` are the places in `case.events` of the contacts on either side (None: the case's opening or
    the customer's first call, or no contact since); `unanswered` those of the customer's calls in between;
    `promised` what the customer had been promised for then; `closed` whether the case was closed at its end.
    """

    start: datetime
    end: datetime
    after: int | None
    before: int | None
    unanswered: tuple[int, ...]
    promised: Moment | None
    closed: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it lasts until now."""
        return self.before is None and not self.closed

    @property
    def length(self) -> timedelta:
        """How long it lasted, or lasts so far, by the time that really went by."""
        return between(self.start, self.end)

    @property
    def is_silence(self) -> bool:
        """Whether the customer was left waiting: past what was promised, or a day and more with nothing promised."""
        if self.promised is not None:
            return between(self.promised.end, self.end) > timedelta()
        return self.length >= LONG_SILENCE


@dataclass(frozen=True, slots=True)
class UpdatePromise:
    """A next update that was promised: by which event (None: typed on the case), for when, and what followed."""

    event: int | None
    at: Moment
    kept: datetime | None

    def is_late(self, as_of: datetime) -> bool:
        """Whether it passed without a contact in time."""
        return between(self.at.end, self.kept or as_of) > timedelta()


def reached(event: AnyEvent) -> bool:
    """Whether we told the customer something."""
    return event.contact in ("out", "both")


def in_order(case: AnyCase) -> list[Placed]:
    """The events by time, each with its place in the file; a date alone stands before the times of its day."""
    return sorted(enumerate(case.events), key=lambda pair: pair[1].at.order)


def gaps(case: AnyCase, as_of: datetime) -> list[Gap]:
    """Every stretch between two contacts, and the one since the last; up to the closing of a closed case.

    The first runs from the customer's first call where it came before any contact, else from the opening. A day
    without a time of day counts for none of the gap, because the contact may have been at any hour of it.
    """
    closing = case.closed if case.stage == "closed" else None
    counted = _earlier(closing.end, as_of) if closing else as_of
    events = _by_then(case, counted)
    told = [place for place, (_, event) in enumerate(events) if reached(event)]
    start = _first_word(case, events[: told[0] if told else None])
    after, promised, found = -1, None, []
    for place in told:
        contact = events[place][1]
        if between(start, contact.at.at) > timedelta():
            found.append(_gap(events, (after, place), (start, contact.at.at), promised))
        start = _over(contact) if after < 0 else _later(start, _over(contact))
        after, promised = place, contact.next_update
    until = _earlier(closing.at, as_of) if closing else as_of
    if between(start, until) > timedelta():
        promised = promised or _standing_promise(case)
        found.append(_gap(events, (after, len(events)), (start, until), promised, closing is not None))
    return found


def _gap(
    events: list[Placed],
    places: tuple[int, int],
    span: tuple[datetime, datetime],
    promised: Moment | None,
    closed: bool = False,
) -> Gap:
    """The gap between two places in the ordered events, each the place of a contact or outside them."""
    after, before = places
    calls = (pair for pair in events[after + 1 : before] if pair[1].contact == "in")
    unanswered = tuple(index for index, call in calls if between(span[0], call.at.end) >= timedelta())
    return Gap(
        *span,
        events[after][0] if after >= 0 else None,
        events[before][0] if before < len(events) else None,
        unanswered,
        promised,
        closed and before == len(events),
    )


def _standing_promise(case: AnyCase) -> Moment | None:
    """The update that is promised on the case itself, where no contact carries any and none has kept it."""
    typed = [promise for promise in update_promises(case) if promise.event is None and promise.kept is None]
    return typed[0].at if typed else None


def _first_word(case: AnyCase, before: list[Placed]) -> datetime:
    calls = [event.at.end for _, event in before if event.contact == "in"]
    return min(calls, key=_instant) if calls else case.opened.end


def _over(contact: AnyEvent) -> datetime:
    """When a contact was over: at its `until`, or at its own time; a date alone at the end of that day."""
    if contact.until is not None and between(contact.at.at, contact.until.end) >= timedelta():
        return contact.until.end
    return contact.at.end


def _instant(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _later(one: datetime, other: datetime) -> datetime:
    return max(one, other, key=_instant)


def _earlier(one: datetime, other: datetime) -> datetime:
    return min(one, other, key=_instant)


def _by_then(case: AnyCase, as_of: datetime | None) -> list[Placed]:
    """The events that lie not after an aware moment, by time."""
    if as_of is None:
        return in_order(case)
    now = _instant(as_of)
    return [pair for pair in in_order(case) if _instant(pair[1].at.at) <= now]


def update_promises(case: AnyCase, as_of: datetime | None = None) -> list[UpdatePromise]:
    """Each next update promised, in order of time, with the contact that followed; events after `as_of` do not count.

    One typed on the case stands alone, where no contact carries any. Whoever types it there says when the customer
    hears next, so that only a contact from then on follows it, and none that was there before it was typed.
    """
    told = [pair for pair in _by_then(case, as_of) if reached(pair[1])]
    promises = []
    for number, (index, event) in enumerate(told):
        if event.next_update is not None:
            kept = told[number + 1][1].at.at if number + 1 < len(told) else None
            promises.append(UpdatePromise(index, event.next_update, kept))
    if isinstance(case, CustomerCase) and not isinstance(case, InternalCase):
        return _as_copied(case, promises)
    if case.next_update is not None and not any(event.next_update for event in case.events if reached(event)):
        return [UpdatePromise(None, case.next_update, _followed(case.next_update, told))]
    return promises


def _followed(promised: Moment, told: list[Placed]) -> datetime | None:
    since = _instant(promised.at)
    return next((event.at.at for _, event in told if _instant(event.at.at) >= since), None)


def _as_copied(case: CustomerCase, promises: list[UpdatePromise]) -> list[UpdatePromise]:
    """The promises on a customer's copy, the latest as the whole record has it: contacts may be withheld there."""
    latest = case.next_update
    if latest is None:
        return promises
    if promises and promises[-1].at == latest and (promises[-1].kept is not None) == case.update_followed:
        return promises
    event = promises[-1].event if promises and promises[-1].at == latest else None
    earlier = promises[:-1] if event is not None else promises
    return [*earlier, UpdatePromise(event, latest, latest.at if case.update_followed else None)]


def last_contact(case: AnyCase, as_of: datetime) -> Placed | None:
    """The latest time that we told the customer something."""
    told = [pair for pair in _by_then(case, as_of) if reached(pair[1])]
    return told[-1] if told else None
