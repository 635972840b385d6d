"""Who takes over from whom on the rungs of the matrix, and when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from generator.audience.faces import Face, Faces
from generator.derive.roster import Roster
from generator.documents.sheets import Desk
from generator.model.contacts import Area, Post
from generator.model.settings import Rung


@dataclass(frozen=True, slots=True)
class HandOver:
    """From an aware moment on somebody else answers on a rung of an area; nobody does where `face` is None."""

    at: datetime
    key: str
    area: Area
    rung: Rung
    face: Face | None

    @property
    def instant(self) -> str:
        """The moment as a script reads it (ISO 8601)."""
        return self.at.isoformat()


def hand_overs(desk: Desk, days: int) -> tuple[HandOver, ...]:
    """Every hand-over after the desk's moment within so many days, in the order of time, then of the matrix."""
    end = desk.as_of.astimezone(UTC) + timedelta(days=days)
    roster = Roster(desk.workspace.contacts, desk.as_of.astimezone(UTC), end)
    found = (
        one
        for key, area in desk.workspace.contacts.areas.items()
        for rung, post in area.posts()
        if post is not None and not post.is_none
        for one in _of_post(desk, roster, key, area, rung, post)
    )
    return tuple(sorted(found, key=lambda one: one.at.astimezone(UTC)))


def _of_post(desk: Desk, roster: Roster, key: str, area: Area, rung: Rung, post: Post) -> Iterator[HandOver]:
    faces, zone = Faces(desk.workspace, None, None, "internal"), desk.as_of.tzinfo
    for at, person in _changes(roster, post):
        if roster.start < at < roster.end:
            yield HandOver(at.astimezone(zone), key, area, rung, faces.of(person))


def _changes(roster: Roster, post: Post) -> Iterator[tuple[datetime, str | None]]:
    """The moments at which somebody else answers on a post, and who; None for nobody."""
    at, answers, first = roster.start, None, True
    for stretch in roster.stretches(post):
        if stretch.start > at and answers is not None:
            yield at, None
            answers = None
        if first or stretch.answers != answers:
            yield max(stretch.start, roster.start), stretch.answers
        at, answers, first = stretch.end, stretch.answers, False
