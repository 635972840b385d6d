"""A climb in words: for each rung whom to ring, when, on which number, and why it is they."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from generator.derive.climb import Step, climb
from generator.derive.freshness import age_of
from generator.documents.reached import Reached, confirmed_in_words, moment_there, reached
from generator.model.contacts import Absence, Area
from generator.model.scalars.durations import Duration
from generator.model.scalars.instants import between, told_apart
from generator.model.scalars.moments import Moment
from generator.model.settings import Rung
from generator.model.workspace import Workspace
from generator.rules.in_words import day_in_words

NAMES = {
    "primary": "Primary",
    "backup": "Backup",
    "manager": "Manager",
    "director": "Director",
    "vp": "Vice president",
    "last-resort": "Last resort",
    "again": "Primary again",
}


@dataclass(frozen=True, slots=True)
class RungCard:
    """One rung to read out: `person` is None where it is passed over, and `why` says so then.

    `there` is what their clock shows when they are rung, None where nobody wrote where they are.
    """

    step: Step
    name: str
    person: Reached | None
    why: str
    there: str | None = None
    confirmed: str = ""
    stale: bool = False


@dataclass(frozen=True, slots=True)
class LadderCard:
    """The climb of an area from a moment on, with how old the matrix is."""

    key: str
    area: Area
    at: datetime
    rungs: tuple[RungCard, ...]


def ladder_card(workspace: Workspace, key: str, at: datetime) -> LadderCard:
    """The climb of an area of the workspace from an aware moment, which is in the workspace's zone, on."""
    area = workspace.contacts.areas[key]
    steps = climb(workspace.contacts, area, workspace.settings.ladder, at)
    cards: list[RungCard] = []
    for step in steps:
        cards.append(_known_before(rung_card(workspace, area, step, at), cards))
    return LadderCard(key, area, at, tuple(cards))


def _known_before(card: RungCard, below: Sequence[RungCard]) -> RungCard:
    """A rung, which says so where the same person stands on one below."""
    same = (one.name.lower() for one in below if one.step.person == card.step.person)
    name = next(same, None) if card.person is not None and card.step.rung != "again" else None
    return replace(card, why=f"{card.why} Rung before, as {name}.") if name else card


def rung_card(workspace: Workspace, area: Area, step: Step, now: datetime) -> RungCard:
    """One step of a climb in words, told in the zone of the aware moment `now`."""
    name = NAMES[step.rung]
    if step.person is None or step.at is None:
        return RungCard(step, name, None, _passed_over(area, step))
    person, home = reached(workspace, step.person), workspace.settings.timezone
    age = age_of(person.confirmed, _limit(workspace, step), now, home)
    return RungCard(
        step,
        name,
        person,
        _why(workspace, area, step, now),
        moment_there(step.at, person.zone, home) if person.zone else None,
        confirmed_in_words(workspace, person, age, now.year),
        age.level != "fresh",
    )


def _limit(workspace: Workspace, step: Step) -> Duration:
    rung: Rung = step.holder.rung
    limit: Duration = getattr(workspace.settings.review_after, rung)
    return limit


def _passed_over(area: Area, step: Step) -> str:
    if step.holder.reason == "none":
        return "left out on purpose; ring on at once."
    post = getattr(area, step.holder.rung)
    if post is not None and post.rotation is not None:
        return f"the rotation {post.rotation} has nobody on duty now; ring on at once."
    if area.outside:
        return "not there at this firm; ring on at once."
    return "nobody is written down; ring on at once."


def _why(workspace: Workspace, area: Area, step: Step, now: datetime) -> str:
    """Why it is this person, as sentences."""
    if step.rung == "last-resort":
        first = "Named in the settings for when no rung answers."
    elif step.rung == "again":
        first = "After the last rung the first again, because the settings name no last resort."
    else:
        first = _post(workspace, area, step, now)
    holder = step.holder
    if holder.reason == "away" and holder.absence:
        first += f" {_away(workspace, holder.absence, now)}"
    if holder.leaves is not None:
        first += (
            f" Away from {start_in_words(holder.leaves.start, now)}. {_alternate(workspace, holder.leaves)}"
        )
    return (
        first
        if reached(workspace, step.person or "").known
        else f"{first} contacts.yaml has no entry for this key."
    )


def _post(workspace: Workspace, area: Area, step: Step, now: datetime) -> str:
    holder, post = step.holder, getattr(area, step.holder.rung)
    until = f" until {in_words(holder.until, now)}" if holder.until else ""
    if holder.reason == "standing-in" and holder.instead_of and holder.absence:
        away = reached(workspace, holder.instead_of).name
        return f"Stands in for {away}, who is away until {end_in_words(holder.absence.end, now)}."
    if post is None or post.rotation is None:
        return "Holds this rung by name."
    if holder.reason == "override":
        why = _override_reason(workspace, post.rotation, step.person, now)
        return f"Takes this turn of {post.rotation}{until}{f': {why}' if why else ''}."
    return f"On duty by the rotation {post.rotation}{until}."


def _override_reason(workspace: Workspace, rotation: str, person: str | None, now: datetime) -> str | None:
    found = [
        one
        for one in workspace.contacts.overrides
        if one.rotation == rotation
        and one.person == person
        and between(one.start.at, now) >= timedelta()
        and between(now, one.end.end) > timedelta()
    ]
    return found[-1].why.rstrip(".") if found and found[-1].why else None


def _away(workspace: Workspace, absence: Absence, now: datetime) -> str:
    return f"Is away until {end_in_words(absence.end, now)}. {_alternate(workspace, absence)}"


def _alternate(workspace: Workspace, absence: Absence) -> str:
    """Who stands in during an absence, and whether they have agreed."""
    if absence.alternate is None:
        return "Nobody is named to stand in."
    stands = reached(workspace, absence.alternate)
    number = f", {stands.numbers[0].number}," if stands.numbers else ""
    if absence.cleared is None:
        return f"{stands.name}{number} is named to stand in and has not agreed yet."
    return f"{stands.name}{number} stands in."


def in_words(at: datetime, now: datetime) -> str:
    """A moment as the clock in the zone of `now` shows it: `18:00 today`, `Monday 16 March 09:00`."""
    local = at.astimezone(now.tzinfo)
    if local.date() == now.date():
        return f"{local:%H:%M}{told_apart(local)} today"
    return f"{local:%A} {day_in_words(local.date(), now.year)} {local:%H:%M}{told_apart(local)}"


def start_in_words(start: Moment, now: datetime) -> str:
    """When something begins: a day alone as that day."""
    return (
        f"{start.day:%A} {day_in_words(start.day, now.year)}" if start.whole_day else in_words(start.at, now)
    )


def end_in_words(end: Moment, now: datetime) -> str:
    """Until when something lasts: a day alone to its end."""
    if end.whole_day:
        return f"the end of {end.day:%A} {day_in_words(end.day, now.year)}"
    return in_words(end.at, now)
