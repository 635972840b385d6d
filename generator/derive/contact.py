"""Contacts with the customer: the gaps between them, and the updates promised in them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.derive.kinds import AnyCase, AnyEvent
from generator.model.scalars.times import Moment

LONG_SILENCE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without contact. Moments are aware; `is_open` while nobody has reached the customer yet.

    `after` and `before` are the places in `case.events` of the contacts on either side (None: the case's opening,
    or no contact yet); `unanswered` those of the customer's calls in between.
    """

    start: datetime
    end: datetime
    after: int | None
    before: int | None
    unanswered: tuple[int, ...]
    promised: Moment | None

    @property
    def is_open(self) -> bool:
        """Whether it lasts until now."""
        return self.before is None

    @property
    def length(self) -> timedelta:
        """How long it lasted, or lasts so far."""
        return self.end - self.start

    @property
    def is_silence(self) -> bool:
        """Whether the customer was left waiting: past what was promised, or a day and more with nothing promised."""
        if self.promised is not None:
            return self.end > self.promised.end
        return self.length >= LONG_SILENCE


@dataclass(frozen=True, slots=True)
class UpdatePromise:
    """A next update that was promised: by which event (None: typed on the case), for when, and what followed."""

    event: int | None
    at: Moment
    kept: datetime | None

    def is_late(self, as_of: datetime) -> bool:
        """Whether it passed without a contact in time."""
        return (self.kept or as_of) > self.at.end


def reached(event: AnyEvent) -> bool:
    """Whether we told the customer something."""
    return event.contact in ("out", "both")


def in_order(case: AnyCase) -> list[tuple[int, AnyEvent]]:
    """The events by time, each with its place in the file; a date alone stands before the times of its day."""
    return sorted(enumerate(case.events), key=lambda pair: pair[1].at.order)


def gaps(case: AnyCase, as_of: datetime) -> list[Gap]:
    """Every stretch between two contacts, and the one since the last; up to the closing of a closed case."""
    events = [(index, event) for index, event in in_order(case) if event.at.at <= as_of]
    told = [(index, event) for index, event in events if reached(event)]
    starts: list[tuple[int | None, datetime, Moment | None]] = [(None, _first_word(case, events), None)]
    starts += [(index, (event.until or event.at).at, event.next_update) for index, event in told]
    found = []
    for number, (after, start, promised) in enumerate(starts):
        before, end = (
            (told[number][0], told[number][1].at.at) if number < len(told) else (None, _until(case, as_of))
        )
        if end > start:
            promise = promised or (_early_promise(case) if after is None else None)
            found.append(Gap(start, end, after, before, _calls(events, start, end), promise))
    return found


def _early_promise(case: AnyCase) -> Moment | None:
    """The update promised before any contact was written down."""
    return None if any(reached(event) for event in case.events) else case.next_update


def _first_word(case: AnyCase, events: list[tuple[int, AnyEvent]]) -> datetime:
    calls = [event.at.at for _, event in events if event.contact == "in"]
    return min(calls) if calls else case.opened.at


def _until(case: AnyCase, as_of: datetime) -> datetime:
    return min(case.closed.at, as_of) if case.closed else as_of


def _calls(events: list[tuple[int, AnyEvent]], start: datetime, end: datetime) -> tuple[int, ...]:
    return tuple(index for index, event in events if event.contact == "in" and start <= event.at.at < end)


def update_promises(case: AnyCase) -> list[UpdatePromise]:
    """Each next update promised, in order of time; kept if a contact followed, with the moment of that contact."""
    told = [(index, event) for index, event in in_order(case) if reached(event)]
    promises = []
    for number, (index, event) in enumerate(told):
        if event.next_update is not None:
            kept = told[number + 1][1].at.at if number + 1 < len(told) else None
            promises.append(UpdatePromise(index, event.next_update, kept))
    if not promises and case.next_update is not None:
        after = [event.at.at for _, event in told if event.at.at > case.opened.at]
        promises.append(UpdatePromise(None, case.next_update, after[-1] if after else None))
    return promises


def last_contact(case: AnyCase, as_of: datetime) -> tuple[int, AnyEvent] | None:
    """The latest time that we told the customer something."""
    told = [pair for pair in in_order(case) if reached(pair[1]) and pair[1].at.at <= as_of]
    return told[-1] if told else None
