"""What somebody away sets up before they leave, and what is still open until their alternate is cleared."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from generator.audience.faces import Faces
from generator.derive.covered import Duties, absences_in, duties
from generator.documents.ladder_words import NAMES, end_in_words, in_words, start_in_words
from generator.documents.reached import place_of, reached
from generator.model.contacts import Absence
from generator.model.scalars.moments import Moment
from generator.model.workspace import Workspace
from generator.rules.in_words import counted, day_in_words, listed, shortened


def greetings(workspace: Workspace, absence: Absence) -> list[tuple[str, str]]:
    """The voice-mail greeting and the automatic reply, each for customers and for colleagues, with its heading.

    What a customer hears holds only what `shown_as` lets them have of the alternate; the number that works day and
    night is for colleagues alone. None for somebody of another firm.
    """
    person, house = reached(workspace, absence.person), workspace.settings.organisation
    if absence.person not in workspace.contacts.people:
        return []
    timed = not (absence.start.whole_day and absence.end.whole_day)
    zone = f" ({place_of(workspace.settings.timezone)} time)" if timed else ""
    since, until = _start(absence.start), f"{_end(absence.end)}{zone}"
    outside, inside = _outside(workspace, absence), _inside(workspace, absence)
    thanks = f"Thank you for your message. I am away from {since} until {until}, and it will not be read before then."
    ladder = "For everything else the ladder holds: casewright who AREA."
    return [
        (
            "Voice mail, for anybody who calls",
            f"You have reached {person.name} at {house}. I am away until {until}. {outside}",
        ),
        (
            "Voice mail, where only colleagues hear it",
            f"This is {person.name}. I am away until {until}. {inside}",
        ),
        ("Automatic reply, for senders outside", f"{thanks} {outside}"),
        ("Automatic reply, for colleagues", f"I am away from {since} until {until}. {inside} {ladder}"),
    ]


def _start(start: Moment) -> str:
    """A moment as it may be read on any later day."""
    day = f"{start.at:%A} {day_in_words(start.day, start.at.year)}"
    return day if start.whole_day else f"{day} {start.at:%H:%M}"


def _end(end: Moment) -> str:
    """The same of an end: of a day alone, its end and the day after."""
    if not end.whole_day:
        return _start(end)
    back = end.day + timedelta(days=1)
    return f"the end of {_start(end)}, back on {back:%A} {day_in_words(back, end.at.year)}"


def _outside(workspace: Workspace, absence: Absence) -> str:
    """The alternate as a customer may hear of them: by name where that is allowed, with the number that they may have."""
    face = Faces(workspace, None, None, "customer").of(absence.alternate)
    known = face is not None and absence.alternate and face.name == reached(workspace, absence.alternate).name
    who = f"my colleague {face.name}" if face is not None and known else "a colleague"
    if face is not None and face.side == "party":
        who = f"{face.name} of {face.organisation}"
    if face is not None and face.phone:
        return f"If it cannot wait, {who} is there for you on {face.phone}."
    return f"If it cannot wait, {who} is there for you: please call the number on which you always reach us."


def _inside(workspace: Workspace, absence: Absence) -> str:
    """The alternate with the number that works day and night."""
    if absence.alternate is None:
        return "Nobody stands in for me."
    stands = reached(workspace, absence.alternate)
    number = stands.numbers[0].number if stands.numbers else "whose number is not written down"
    return f"{stands.name} stands in for me, day and night: {number}."


def open_until_cleared(workspace: Workspace, absence: Absence, now: datetime) -> Iterator[str]:
    """What hangs on somebody while they are away, line by line, each a sentence."""
    missed = duties(workspace, absence.person, absence.start.at, absence.end.end)
    yield from _rungs(workspace, missed)
    yield from _turns(workspace, missed, now)
    for case in missed.cases:
        severity = f", severity {case.case.severity}" if case.case.severity else ""
        yield f"The open case {case.key}{severity}: {shortened(case.case.title)}."


def _rungs(workspace: Workspace, missed: Duties) -> Iterator[str]:
    for area, rung in missed.rungs:
        yield f"{workspace.contacts.areas[area].name}: {NAMES[rung].lower()}."


def _turns(workspace: Workspace, missed: Duties, now: datetime) -> Iterator[str]:
    for own in missed.turns:
        areas = listed(workspace.contacts.areas[area].name for area in own.areas) if own.areas else ""
        whose = f" ({areas})" if areas else ""
        span = f"{in_words(own.turn.start, now)} until {in_words(own.turn.end, now)}"
        yield f"The turn of {own.rotation}{whose} from {span}."


def doubts(workspace: Workspace, absence: Absence, now: datetime) -> Iterator[str]:
    """What speaks against the alternate: they are away too, or would be rung twice on one ladder."""
    if absence.alternate is None:
        return
    name = reached(workspace, absence.alternate).name
    for _, other in absences_in(workspace.contacts, absence.alternate, absence.start.at, absence.end.end):
        span = f"from {start_in_words(other.start, now)} until {end_in_words(other.end, now)}"
        yield f"{name} is away too, {span}: name somebody else for that time."
    held = {area for area, _ in duties(workspace, absence.person, absence.start.at, absence.end.end).rungs}
    theirs = duties(workspace, absence.alternate, absence.start.at, absence.end.end).rungs
    twice = [workspace.contacts.areas[area].name for area, _ in theirs if area in held]
    if twice:
        yield f"{name} would stand on {counted(2, 'rung')} of {listed(dict.fromkeys(twice))} at once."
