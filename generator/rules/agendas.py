"""Agendas: minutes that add up, and items that are carried over only once."""

from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.meetings import AgendaItem, Meeting
from generator.model.scalars.instants import is_later
from generator.rules.in_words import counted, shortened
from generator.rules.scene import Scene

CARRIED_TWICE = code(
    "carried-twice",
    Severity.WARNING,
    "An agenda item that is carried over a second time",
    "What two meetings have put off is not lacking a meeting: it lacks a decision or an owner. Decide it, or make it an "
    "action with an owner and a day.",
)
CARRIED_BACK = code(
    "carried-back",
    Severity.ERROR,
    "An agenda item carried to a meeting that is not later",
    "`carry` names the later meeting at which the item comes up again.",
)
AGENDA_TOO_LONG = code(
    "agenda-too-long",
    Severity.WARNING,
    "An agenda that takes longer than its meeting",
    "The minutes of the items add up to more than the meeting has. A customer notices when the last item, what is "
    "going right, is cut.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the agendas of a case."""
    meetings = scene.case.meetings
    by_id = {meeting.id: meeting for meeting in meetings}
    carried = {
        (item.carry, topic(item)): meeting.id for meeting in meetings for item in meeting.agenda if item.carry
    }
    for index, meeting in enumerate(meetings):
        yield from too_long(scene, meeting, index)
        for number, item in enumerate(meeting.agenda):
            if item.carry is not None and item.carry in by_id:
                origin = carried.get((meeting.id, topic(item)))
                yield from carry(scene, meeting, item, by_id[item.carry], origin, (index, number))


def topic(item: AgendaItem) -> str:
    """An item's topic as it is compared from meeting to meeting."""
    return " ".join(item.topic.casefold().split())


def carry(
    scene: Scene, meeting: Meeting, item: AgendaItem, to: Meeting, origin: str | None, at: tuple[int, int]
) -> Iterator[Finding]:
    """What is wrong with one item that is carried over; `origin` is the meeting that it came from."""
    place, words = scene.place("meetings", at[0], "agenda", at[1], "carry"), shortened(item.topic)
    if not is_later(to.at.at, meeting.at.at):
        message = (
            f'"{words}" is carried to {to.id} of {scene.words(to.at)}, which is not later than {meeting.id}.'
        )
        yield CARRIED_BACK.at(place, message, "Write the id of a later meeting.")
    elif origin is not None:
        message = f'"{words}" came from {origin} to {meeting.id}, and is carried over again to {to.id}.'
        remedy = "Decide it and write `outcome:`, or make it an action with `owner` and `due`."
        yield CARRIED_TWICE.at(place, message, remedy)


def too_long(scene: Scene, meeting: Meeting, index: int) -> Iterator[Finding]:
    """Whether the items take longer than the meeting."""
    planned = sum(item.minutes or 0 for item in meeting.agenda)
    if meeting.minutes is not None and planned > meeting.minutes:
        message = f"The agenda of {meeting.id} takes {counted(planned, 'minute')}, and the meeting {meeting.minutes}."
        remedy = f"Shorten items by {counted(planned - meeting.minutes, 'minute')}, or write more `minutes`."
        yield AGENDA_TOO_LONG.at(scene.place("meetings", index, "agenda"), message, remedy)
