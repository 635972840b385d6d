"""Whom to ring next, in words."""

from datetime import datetime, timedelta

from generator.derive.climb import Next
from generator.documents.ladder_words import NAMES, in_words, rung_card
from generator.documents.reached import Reached, moment_there, numbers_in_words, reached
from generator.model.calls import Attempt
from generator.model.contacts import Area
from generator.model.scalars.instants import between
from generator.model.workspace import CustomerFile, Workspace
from generator.rules.in_words import listed

OUTCOMES = {
    "no-answer": "did not answer",
    "voicemail": "has a message on their voice mail",
    "engaged": "has taken it on",
    "cannot": "cannot take it on",
    "delegated": "named somebody else",
    "called-back": "called back",
    "bad-number": "cannot be reached on that number",
}


def attempt_in_words(workspace: Workspace, owner: CustomerFile, attempt: Attempt, now: datetime) -> str:
    """What was tried, as a sentence."""
    who = reached(workspace, attempt.person, owner).name if attempt.person else "Somebody"
    rung = f" ({NAMES[attempt.rung].lower()})" if attempt.rung else ""
    to = f", {reached(workspace, attempt.to, owner).name}" if attempt.to else ""
    return f"{who}{rung} {OUTCOMES[attempt.outcome]}{to}, {in_words(attempt.at.at, now)}."


def next_in_words(workspace: Workspace, area: Area, following: Next, now: datetime) -> list[str]:
    """Whom to ring next, by when and on which number, as sentences; `now` is aware and in the zone to tell it in."""
    late = between(following.at, now) > timedelta()
    ring = now if late else following.at
    if following.delegate is not None:
        return [f"Next, at once: {_on(reached(workspace, following.delegate), ring, workspace)}"]
    if following.step is None:
        return ["Nobody can be rung here. Mend contacts.yaml, and ring another area until then."]
    card = rung_card(workspace, area, following.step, now)
    passed = listed(NAMES[one.rung].lower() for one in following.passed) if following.passed else ""
    said = [f"Nobody is on the rungs between: {passed}."] if passed else []
    said += ["The ladder is climbed to its end, so it begins again."] if following.over else []
    when = (
        f"at {in_words(following.at, now)}"
        if following.waits
        else f"now, {in_words(following.at, now)} at the latest"
    )
    when = f"now, it was due at {in_words(following.at, now)}" if late else when
    person = reached(workspace, following.step.person or "")
    said.append(f"Next, {when}: {_on(person, ring, workspace)}")
    return [*said, f"{card.name}. {card.why} {card.confirmed}"]


def _on(person: Reached, at: datetime, workspace: Workspace) -> str:
    number = person.numbers[0].number if person.numbers else "no number is written down"
    there = f", {moment_there(at, person.zone, workspace.settings.timezone)}" if person.zone else ""
    others = f" Else {numbers_in_words(person.numbers[1:])}." if len(person.numbers) > 1 else ""
    return f"{person.said}, {number}{there}.{others}"
