"""The dry-run script: who covers what in the next customer meeting, what they will be asked, and what is open."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from generator.audience.faces import Face, Faces
from generator.audience.project import InternalCase
from generator.audience.shown.actions import ActionShown
from generator.audience.shown.meetings import MeetingShown
from generator.derive.actions import ActionState, status
from generator.derive.agenda import agenda_of, ends
from generator.derive.agenda_rows import AgendaRow
from generator.derive.hard_questions import Question, expected, rehearsals, unmatched
from generator.derive.investigating import weak_spots
from generator.derive.questions_drawn import drawn
from generator.finding import Finding, Place
from generator.model.meetings import DryRunPart, Rewording
from generator.model.people import find_person
from generator.model.scalars.instants import between
from generator.model.workspace import CaseFile, Workspace
from generator.rules import wording
from generator.rules.scene import Scene

BEFORE_CUSTOMERS = ("customer", "close-out")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the faces of whom it names."""

    question: Question
    by: Face | None


@dataclass(frozen=True, slots=True)
class ScriptPart:
    """What one participant covers: their part, their topics, what to say instead, and what they answer."""

    person: Face
    words: tuple[str, ...]
    topics: tuple[AgendaRow, ...]
    rewordings: tuple[Rewording, ...]
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class WeakSpotShown:
    """Something to investigate: who brought it up, the action it became with where that stands, or how it was settled."""

    what: str
    id: str | None
    person: Face | None
    place: Place
    action: ActionShown | None
    state: ActionState | None
    settled: str | None

    @property
    def is_open(self) -> bool:
        """Whether it is neither an action nor settled."""
        return self.action is None and self.settled is None


@dataclass(frozen=True, slots=True)
class Script:
    """The whole script.

    `meeting` is the one that is rehearsed, `rehearsals` its dry runs; `guests` are the customer's people at it;
    `others` are questions for people who are not at the table; `wording` is what the rules flag in what the customer
    will read; `drawn` counts the questions that come from the record.
    """

    meeting: MeetingShown | None
    rehearsals: tuple[MeetingShown, ...]
    guests: tuple[Face, ...]
    parts: tuple[ScriptPart, ...]
    others: tuple[tuple[Face | None, tuple[Asked, ...]], ...]
    weak_spots: tuple[WeakSpotShown, ...]
    wording: tuple[Finding, ...]
    drawn: int

    @property
    def questions(self) -> int:
        """How many questions there are."""
        return len(list(self._asked()))

    @property
    def unanswered(self) -> int:
        """How many of them have no agreed answer."""
        return sum(one.question.answer is None for one in self._asked())

    @property
    def to_investigate(self) -> int:
        """How many weak spots are still open."""
        return sum(one.is_open for one in self.weak_spots)

    def _asked(self) -> Iterable[Asked]:
        for part in self.parts:
            yield from part.questions
        for _, asked in self.others:
            yield from asked


def script_of(read: InternalCase, file: CaseFile, workspace: Workspace, as_of: datetime) -> Script:
    """The script of a case as of an aware moment in its zone: of its next customer meeting, else of the last."""
    meeting = _rehearsed(read, as_of)
    faces = Faces(workspace, file.owner, file, "internal")
    entries = _entries(file, meeting)
    record = drawn(file, workspace, as_of)
    questions = (*record, *unmatched(expected(file, meeting.id if meeting else None), record))
    keys = _participants(file, workspace, meeting, entries)
    rows = _agenda_rows(read, meeting, as_of)
    parts = tuple(_part(key, faces, entries, rows, questions) for key in keys)
    absent = dict.fromkeys(one.who for one in questions if one.who not in keys)
    runs = rehearsals(file.case, meeting.id) if meeting else set()
    return Script(
        meeting=meeting,
        rehearsals=tuple(one for one in read.meetings if meeting and one.id in runs and one.id != meeting.id),
        guests=tuple(one.person for one in meeting.attendees if one.person.side == "customer")
        if meeting
        else (),
        parts=tuple(part for part in parts if part is not None),
        others=tuple((faces.of(key), _asked(key, faces, questions)) for key in absent),
        weak_spots=_weak_spots(read, file, faces, as_of),
        wording=tuple(wording.find(Scene(file, workspace, as_of))),
        drawn=len(record),
    )


def _rehearsed(read: InternalCase, as_of: datetime) -> MeetingShown | None:
    """The next meeting with the customer, else the last."""
    meetings = [one for one in read.meetings if one.kind in BEFORE_CUSTOMERS]
    ahead = [one for one in meetings if not one.held and between(as_of, ends(one)) >= timedelta()]
    if ahead:
        return min(ahead, key=lambda one: one.at.order)
    return max(meetings, key=lambda one: one.at.order, default=None)


def _agenda_rows(read: InternalCase, meeting: MeetingShown | None, as_of: datetime) -> tuple[AgendaRow, ...]:
    """The topics of the meeting with their times."""
    return agenda_of(read, meeting, as_of).rows if meeting else ()


def _entries(file: CaseFile, meeting: MeetingShown | None) -> list[DryRunPart]:
    runs = rehearsals(file.case, meeting.id) if meeting else set()
    return [part for part in file.case.dry_run if not runs or part.meeting in runs]


def _participants(
    file: CaseFile, workspace: Workspace, meeting: MeetingShown | None, entries: list[DryRunPart]
) -> list[str]:
    """Our people and third parties at the meeting, and whoever rehearses a part, each once."""
    invited = next((one.attendees for one in file.case.meetings if meeting and one.id == meeting.id), [])
    keys = dict.fromkeys([one.person for one in invited] + [part.person for part in entries])
    known = {key: find_person(workspace, file.owner, key) for key in keys}
    return [key for key, person in known.items() if person is None or person.side != "customer"]


def _part(
    key: str,
    faces: Faces,
    entries: list[DryRunPart],
    rows: tuple[AgendaRow, ...],
    questions: tuple[Question, ...],
) -> ScriptPart | None:
    face, own = faces.of(key), [part for part in entries if part.person == key]
    if face is None:
        return None
    return ScriptPart(
        person=face,
        words=tuple(part.part for part in own if part.part),
        topics=tuple(row for row in rows if row.standing is None and row.topic.presenter == face),
        rewordings=tuple(change for part in own for change in part.wording),
        questions=_asked(key, faces, questions),
    )


def _asked(key: str, faces: Faces, questions: tuple[Question, ...]) -> tuple[Asked, ...]:
    return tuple(Asked(one, faces.of(one.by)) for one in questions if one.who == key)


def _weak_spots(
    read: InternalCase, file: CaseFile, faces: Faces, as_of: datetime
) -> tuple[WeakSpotShown, ...]:
    """What every dry run of the case brought up, the open ones first."""
    actions = {one.id: one for one in read.actions if one.id}
    found = []
    for spot in weak_spots(file.case):
        weak, person = spot.finding, faces.of(spot.part.person)
        action = actions.get(weak.action) if weak.action else None
        state = status(action, read.actions, as_of) if action else None
        place = file.source.place(spot.path)
        found.append(WeakSpotShown(weak.what, weak.id, person, place, action, state, weak.settled))
    return tuple(sorted(found, key=lambda one: not one.is_open))
