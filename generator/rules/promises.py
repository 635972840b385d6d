"""Next updates that were promised, and how long the customer has heard nothing."""

from collections.abc import Iterator
from datetime import timedelta

from generator.codes import code
from generator.derive.cadence import Cadence, cadence_of
from generator.derive.contact import UpdatePromise, gaps, last_contact, reached, update_promises
from generator.finding import Finding, Severity
from generator.model.promised import promised_update
from generator.model.scalars.instants import between
from generator.rules.in_words import length_in_words
from generator.rules.scene import Scene
from generator.source.nodes import Path

PROMISE_PASSED = code(
    "promise-passed",
    Severity.WARNING,
    "The customer was promised an update and has not had it",
    "An update that comes late with nothing new is better than none: the customer learns that promises hold. Ring or "
    "write now, add the contact to `events`, and promise the next update in it.",
    clock=True,
)
CONTACT_OVERDUE = code(
    "contact-overdue",
    Severity.WARNING,
    "Longer without contact than the customer's segment allows",
    "`update_every` of the segment says, by severity, how long a customer may wait for word; it counts the segment's "
    "own hours. Reach the customer, and add the contact to `events`.",
    clock=True,
)
NEXT_UPDATE_DIFFERS = code(
    "next-update-differs",
    Severity.ERROR,
    "Two next updates that differ",
    "`next_update` is typed on the case only until a contact carries one. Where both stand there and differ, a paper "
    "could promise either. Take it off the case.",
)
NEXT_UPDATE_UNTOLD = code(
    "next-update-untold",
    Severity.WARNING,
    "A next update in an event that told the customer nothing",
    "`next_update` on an event is what the customer was promised in it, so it counts only where the event is a contact "
    "of ours. Add `contact: out` (or `both`), or write it on the case until a contact carries one.",
)

HOUR = timedelta(hours=1)
"""By how much a length of time and what the clock on the wall shows can differ, where the clocks change."""


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with when the customer hears from us."""
    yield from differing(scene)
    yield from untold(scene)
    if scene.file.is_open:
        yield from passed(scene)
        yield from waiting(scene)


def differing(scene: Scene) -> Iterator[Finding]:
    """A next update on the case that is not the one promised in the latest contact."""
    typed, promised = scene.case.next_update, promised_update(scene.case)
    if typed is not None and promised is not None and between(typed.end, promised.end):
        message = (
            f"The case says {scene.words(typed)}, and the latest contact promised {scene.words(promised)}."
        )
        remedy = "Take `next_update` off the case, and keep the one in the contact."
        yield NEXT_UPDATE_DIFFERS.at(scene.place("next_update"), message, remedy)


def untold(scene: Scene) -> Iterator[Finding]:
    """Next updates on events in which the customer was told nothing, so that nobody is held to them."""
    for index, event in enumerate(scene.case.events):
        if event.next_update is not None and event.contact not in ("out", "both"):
            when = scene.words(event.next_update)
            message = f"The update by {when} counts as promised to nobody: this event is no contact of ours."
            remedy = "Add `contact: out` (`both` where they rang us), or take `next_update` off the event."
            yield NEXT_UPDATE_UNTOLD.at(scene.place("events", index, "next_update"), message, remedy)


def passed(scene: Scene) -> Iterator[Finding]:
    """The latest promise, where its time is over and no contact followed."""
    promises = update_promises(scene.case, scene.as_of)
    if promises and promises[-1].kept is None and promises[-1].is_late(scene.as_of):
        late = length_in_words(scene.as_of - promises[-1].at.end)
        customer = scene.file.owner.customer.name
        message = f"{customer} was promised an update by {scene.words(promises[-1].at)}, {late} ago."
        yield PROMISE_PASSED.at(scene.place(*where(promises[-1])), message, to_do(scene))


def where(promise: UpdatePromise) -> Path:
    """Where a promise is typed."""
    return ("next_update",) if promise.event is None else ("events", promise.event, "next_update")


def to_do(scene: Scene) -> str:
    """What to type once the customer was reached."""
    at = f"{scene.now:%Y-%m-%d %H:%M}"
    return f"Reach them, and add `- {{at: {at}, contact: out, what: ..., next_update: ...}}` to `events`."


def waiting(scene: Scene) -> Iterator[Finding]:
    """The silence that lasts until now, where it is longer than the segment allows."""
    cadence = cadence_of(scene.case, scene.segment, scene.customer_zone)
    if cadence is None:
        return
    surely = cadence.every.about - HOUR
    if any(
        reached(event) and event.at.at <= scene.as_of < event.at.at + surely for event in scene.case.events
    ):
        return
    silence = next((gap for gap in gaps(scene.case, scene.now) if gap.is_open), None)
    if silence is None or not cadence.is_broken(silence):
        return
    contact = last_contact(scene.case, scene.as_of)
    path: Path = ("opened",) if contact is None else ("events", contact[0], "at")
    customer, since = scene.file.owner.customer.name, scene.words(silence.start)
    allowed = f"{cadence.every} in severity {scene.case.severity}, {hours(cadence)}"
    message = f"{customer} has had no word from us since {since}, and their segment allows {allowed}."
    yield CONTACT_OVERDUE.at(scene.place(*path), message, to_do(scene))


def hours(cadence: Cadence) -> str:
    """Which hours count."""
    return "round the clock" if cadence.hours.closes is None else f"counted {cadence.hours}"
