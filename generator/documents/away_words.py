"""What somebody away sets up before they leave, and what is still open until their alternate is cleared."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from generator.audience.faces import Faces
from generator.derive.covered import Duties, absences_in, duties
from generator.documents.ladder_words import NAMES, end_in_words, in_words, start_in_words
from generator.documents.reached import place_of, reached
from generator.documents.telephone_words import TelephoneWords, telephone_words
from generator.model.contacts import Absence
from generator.model.scalars.moments import Moment
from generator.model.workspace import Workspace
from generator.rules.in_words import counted, listed, shortened


def greetings(workspace: Workspace, absence: Absence) -> list[tuple[str, str]]:
    """The voice-mail greeting and the automatic reply, each for customers and for colleagues, with its heading; in the
    language of the house, which those who call it understand.

    What a customer hears holds only what `shown_as` lets them have of the alternate; the number that works day and
    night is for colleagues alone. None for somebody of another firm.
    """
    person, house = reached(workspace, absence.person), workspace.settings.organisation
    if absence.person not in workspace.contacts.people:
        return []
    words = telephone_words(workspace.settings.language)
    timed = not (absence.start.whole_day and absence.end.whole_day)
    zone = words.local_time.format(city=place_of(workspace.settings.timezone)) if timed else ""
    told = {
        "name": person.name,
        "house": house,
        "since": _start(words, absence.start),
        "until": f"{_end(words, absence.end)}{zone}",
        "outside": _outside(words, workspace, absence),
        "inside": _inside(words, workspace, absence),
    }
    return [
        ("Voice mail, for anybody who calls", words.voice_outside.format(**told)),
        ("Voice mail, where only colleagues hear it", words.voice_inside.format(**told)),
        ("Automatic reply, for senders outside", words.reply_outside.format(**told)),
        ("Automatic reply, for colleagues", words.reply_inside.format(**told)),
    ]


def _start(words: TelephoneWords, start: Moment) -> str:
    """A moment as it may be read on any later day."""
    day = words.weekday(start.day)
    return day if start.whole_day else words.at.format(day=day, clock=f"{start.at:%H:%M}")


def _end(words: TelephoneWords, end: Moment) -> str:
    """The same of an end: of a day alone, its end and the day after."""
    if not end.whole_day:
        return _start(words, end)
    back = words.weekday(end.day + timedelta(days=1))
    return words.whole_end.format(day=words.weekday(end.day), back=back)


def _outside(words: TelephoneWords, workspace: Workspace, absence: Absence) -> str:
    """The alternate as a customer may hear of them: by name where that is allowed, with the number that they may have."""
    face = Faces(workspace, None, None, "customer").of(absence.alternate)
    known = face is not None and absence.alternate and face.name == reached(workspace, absence.alternate).name
    who = words.colleague.format(name=face.name) if face is not None and known else words.a_colleague
    if face is not None and face.side == "party":
        who = words.of_firm.format(name=face.name, firm=face.organisation)
    if face is not None and face.phone:
        return words.reach_on.format(who=who, number=face.phone)
    return words.reach_us.format(who=who)


def _inside(words: TelephoneWords, workspace: Workspace, absence: Absence) -> str:
    """The alternate with the number that works day and night."""
    if absence.alternate is None:
        return words.nobody_stands_in
    stands = reached(workspace, absence.alternate)
    if not stands.numbers:
        return words.stands_in_unreached.format(name=stands.name)
    return words.stands_in.format(name=stands.name, number=stands.numbers[0].number)


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
