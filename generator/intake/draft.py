"""What an import makes of one incident before it is written: each thing taken, with the line it came from."""

from dataclasses import dataclass, field
from datetime import UTC, datetime


class Unreadable(ValueError):
    """A source that cannot be read as what it is said to be; its text is the sentence that the user reads."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as a case file writes it, and why it is only about right, where it is."""

    text: str
    doubt: str | None = None
    until: str | None = None

    @property
    def day(self) -> str:
        """Its date."""
        return self.text[:10]

    @property
    def order(self) -> datetime:
        """What it is sorted by; without an offset as if it were in UTC."""
        read = datetime.fromisoformat(self.text)
        return read if read.tzinfo else read.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """One event: when, what the source says, the line (from 1) that says it, and how things stood by the source."""

    at: Moment
    what: str
    line: int
    channel: str | None = None
    person: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Left:
    """Something the import did not take: its line (from 1), what it is, and why."""

    line: int
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Point:
    """One item of a list (an action, a lesson, something that went well), and the line (from 1) that says it."""

    what: str
    line: int


@dataclass
class DraftCase:
    """One incident as its source tells it. What the source does not say stays empty, and `check` asks for it."""

    source: str
    line: int
    name: str
    title: str
    opened: Moment | None = None
    severity: str | None = None
    tags: list[str] = field(default_factory=list)
    summary: str | None = None
    events: list[DraftEvent] = field(default_factory=list)
    actions: list[Point] = field(default_factory=list)
    lessons: list[Point] = field(default_factory=list)
    silver_lining: list[Point] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    @property
    def marked(self) -> list[tuple[int, str]]:
        """The moments that are only about right: the line, and why."""
        opened = [(self.line, f"opened: {self.opened.doubt}")] if self.opened and self.opened.doubt else []
        return opened + [(event.line, event.at.doubt) for event in self.events if event.at.doubt]
