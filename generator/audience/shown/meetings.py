"""What a customer's copy shows of the meetings."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from generator.audience.faces import Face
from generator.model.scalars.moments import Moment


@dataclass(frozen=True, slots=True)
class AttendeeShown:
    """Somebody at a meeting."""

    person: Face
    role: str | None = None


@dataclass(frozen=True, slots=True)
class TopicShown:
    """One item of an agenda; minutes."""

    topic: str
    minutes: int | None = None
    presenter: Face | None = None
    purpose: str | None = None
    outcome: str | None = None
    carry: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """A meeting; `at` is aware, `zone` where its time is read."""

    id: str
    kind: str
    at: Moment
    zone: ZoneInfo
    minutes: int | None = None
    purpose: str | None = None
    where: str | None = None
    bridge: str | None = None
    attendees: tuple[AttendeeShown, ...] = ()
    agenda: tuple[TopicShown, ...] = ()
    decisions: tuple[str, ...] = ()
    held: bool = False
