"""The call log as figures: how long until somebody took it on, how far it climbed, and whom it woke."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from generator.derive.duty import ladder_of
from generator.derive.hand_over import is_taken, minutes_to_engage
from generator.model.calls import Attempt, Escalation
from generator.model.people import find_person
from generator.model.settings import RUNGS, Rung
from generator.model.workspace import CaseFile, Workspace

NIGHT = (time(23), time(6))
"""From 23:00 to 06:00 where the person is: "night time" in the British Working Time Regulations 1998, regulation 2,
which keeps within Directive 2003/88/EC, article 2 (seven hours at least, midnight to five among them)."""


@dataclass(frozen=True, slots=True)
class Climb:
    """One climb of a case's call log; `index` says which of its `escalations`.

    `asked` is the aware moment of asking, or of the first ring; `minutes` from then until somebody took it on, None
    while nobody has; `by` who took it on; `rungs` those that were rung, each once, from the first up.
    """

    file: CaseFile
    index: int
    escalation: Escalation
    asked: datetime | None
    minutes: int | None
    by: str | None
    rungs: tuple[Rung, ...]

    @property
    def area(self) -> str:
        """The key of the area whose ladder it is."""
        return self.escalation.area

    @property
    def highest(self) -> Rung | None:
        """The highest rung that was rung."""
        return self.rungs[-1] if self.rungs else None

    @property
    def is_taken(self) -> bool:
        """Whether somebody took it on."""
        return is_taken(self.escalation)


@dataclass(frozen=True, slots=True)
class Ring:
    """One call to a person: `at` is aware, in their own zone, or the settings' where they have none."""

    person: str
    at: datetime
    climb: Climb
    attempt: Attempt

    @property
    def is_at_night(self) -> bool:
        """Whether it came between 23:00 and 06:00 where they are."""
        begins, ends = NIGHT
        return self.at.time() >= begins or self.at.time() < ends


def climbs(workspace: Workspace, cases: Iterable[CaseFile] | None = None) -> tuple[Climb, ...]:
    """Every climb of the workspace's cases, or of some of them, in the order of asking; undated ones come last."""
    files = workspace.cases.values() if cases is None else cases
    found = [
        climb_of(workspace, file, index) for file in files for index in range(len(file.case.escalations))
    ]
    last = datetime.max.replace(tzinfo=UTC)
    return tuple(sorted(found, key=lambda one: (one.asked or last, one.file.key, one.index)))


def climb_of(workspace: Workspace, file: CaseFile, index: int) -> Climb:
    """The climb with that number in a case's `escalations`."""
    escalation = file.case.escalations[index]
    rings = sorted(escalation.attempts, key=lambda attempt: attempt.at.order)
    first = escalation.asked or (rings[0].at if rings else None)
    rung = {rung_of(workspace, escalation, attempt) for attempt in rings}
    return Climb(
        file,
        index,
        escalation,
        first.at if first else None,
        minutes_to_engage(escalation),
        taken_by(escalation),
        tuple(one for one in RUNGS if one in rung),
    )


def taken_by(escalation: Escalation) -> str | None:
    """Who took it on, by key; None while nobody has or where it is not said."""
    if escalation.engaged is not None:
        return escalation.engaged.person
    rings = sorted(escalation.attempts, key=lambda attempt: attempt.at.order)
    return next((ring.person for ring in rings if ring.outcome == "engaged"), None)


def rung_of(workspace: Workspace, escalation: Escalation, attempt: Attempt) -> Rung | None:
    """The rung of a ring: as typed, else the one where the person stood at that moment by the matrix of today."""
    area = workspace.contacts.areas.get(escalation.area)
    if attempt.rung is not None or attempt.person is None or area is None:
        return attempt.rung
    ladder = ladder_of(workspace.contacts, area, workspace.settings.ladder, attempt.at.at)
    return next((holder.rung for holder in ladder if holder.person == attempt.person), None)


def rings(workspace: Workspace, made: Iterable[Climb]) -> Iterator[Ring]:
    """Every call of these climbs that rang at somebody's; a wrong number woke nobody we know."""
    for climb in made:
        for attempt in climb.escalation.attempts:
            if attempt.person is not None and attempt.outcome != "bad-number":
                zone = zone_of(workspace, climb.file, attempt.person)
                yield Ring(attempt.person, attempt.at.at.astimezone(zone), climb, attempt)


def zone_of(workspace: Workspace, file: CaseFile, person: str) -> ZoneInfo:
    """Where a person is: their own `timezone`, else the settings'."""
    known = find_person(workspace, file.owner, person)
    return (getattr(known.record, "timezone", None) if known else None) or workspace.settings.timezone
