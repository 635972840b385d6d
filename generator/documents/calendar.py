"""The rotations as a calendar that one may subscribe to (iCalendar, RFC 5545)."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from generator.derive.freshness import people_of
from generator.derive.roster import Roster, Stretch
from generator.documents.content_lines import escaped, written
from generator.documents.sheets import Desk
from generator.documents.subjects import Subject
from generator.documents.telephone_words import telephone_words
from generator.model.contacts import Post

AHEAD = 90
"""Days for which turns are listed."""


def rotations_calendar(desk: Desk, subject: Subject) -> Mapping[str, bytes]:  # noqa: ARG001 (it is of everything)
    """Every turn that holds at the desk's moment or begins within 90 days, each as an event; none without rotations.

    Moments are in UTC, so that a hand-over stays where its own zone puts it, changes of the clocks included. An event
    is known by its rotation and its beginning: the same turn has the same identity in every edition.
    """
    if not desk.workspace.contacts.rotations:
        return {}
    words = telephone_words(desk.workspace.settings.language)
    name = words.on_duty.format(house=desk.workspace.settings.organisation)
    product = f"PRODID:-//Casewright//Rotations//{words.language.upper()}"
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", product, "METHOD:PUBLISH")
    lines = (*head, f"X-WR-CALNAME:{escaped(name)}", *_events(desk), "END:VCALENDAR")
    return {"rotations.internal.ics": written(lines)}


def _events(desk: Desk) -> Iterator[str]:
    start = desk.as_of.astimezone(UTC)
    roster = Roster(desk.workspace.contacts, start, start + timedelta(days=AHEAD))
    for rotation in desk.workspace.contacts.rotations:
        for stretch in roster.stretches(Post(rotation=rotation)):
            yield from _event(desk, rotation, stretch, start)


def _event(desk: Desk, rotation: str, stretch: Stretch, stamp: datetime) -> Iterator[str]:
    words = telephone_words(desk.workspace.settings.language)
    posts = [
        f"{area.name}, {words.rungs[rung]}"
        for area in desk.workspace.contacts.areas.values()
        for rung, post in area.posts()
        if post is not None and post.rotation == rotation
    ]
    what = "; ".join(posts) or rotation
    yield from ("BEGIN:VEVENT", f"UID:{rotation}-{_utc(stretch.start)}@casewright", f"DTSTAMP:{_utc(stamp)}")
    yield from (f"DTSTART:{_utc(stretch.start)}", f"DTEND:{_utc(stretch.end)}")
    yield f"SUMMARY:{escaped(f'{_name(desk, stretch.answers)}: {what}')}"
    yield f"DESCRIPTION:{escaped(_told(desk, stretch))}"
    yield from (
        "TRANSP:TRANSPARENT",
        "STATUS:CONFIRMED",
        f"CATEGORIES:{escaped(words.who_to_call)}",
        "END:VEVENT",
    )


def _told(desk: Desk, stretch: Stretch) -> str:
    """The number to ring, and whose turn it is where somebody else answers or took it."""
    record = people_of(desk.workspace.contacts).get(stretch.answers or "")
    words = telephone_words(desk.workspace.settings.language)
    number = record.phone if record and record.phone else words.no_number
    said = [number if stretch.answers else words.nobody_answers]
    if stretch.answers != stretch.person:
        said.append(words.away_in_turn.format(name=_name(desk, stretch.person)))
    if stretch.override is not None:
        why = f": {stretch.override.why}" if stretch.override.why else ""
        said.append(words.took_turn.format(why=why))
    return " ".join(said)


def _name(desk: Desk, who: str | None) -> str:
    record = people_of(desk.workspace.contacts).get(who or "")
    return record.name if record else who or telephone_words(desk.workspace.settings.language).nobody


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
