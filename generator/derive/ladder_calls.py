"""The call log as figures: how long until somebody took it on, how far it climbed, and whom it woke."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from statistics import median
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


@dataclass(frozen=True, slots=True)
class AreaShare:
    """What an area was asked in a period: only calls for help, `needed`, count.

    `cases` is how many cases the climbs and rings are of; `minutes` are those of each climb that somebody took on,
    sorted; `median` is theirs; `reached` counts climbs by the highest rung that was rung; `at_night` counts the rings
    that came at night where the person is.
    """

    area: str
    cases: int
    climbs: int
    taken: int
    minutes: tuple[int, ...]
    reached: dict[Rung, int]
    rings: int
    at_night: int

    @property
    def median(self) -> int | None:
        """The median of the minutes until somebody took it on, rounded down; None where nobody did."""
        return int(median(self.minutes)) if self.minutes else None


@dataclass(frozen=True, slots=True)
class PersonShare:
    """How often a person was called in a period, whatever for, and how often of that at night where they are."""

    person: str
    rings: int
    at_night: int


@dataclass(frozen=True, slots=True)
class Shares:
    """How the pain was shared in a period: areas in the order of the matrix, people with most nights first."""

    areas: tuple[AreaShare, ...]
    people: tuple[PersonShare, ...]


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


def shares(workspace: Workspace, start: datetime, end: datetime) -> Shares:
    """Who was called how often from an aware moment until before another, by when was asked and by when it rang."""
    every = climbs(workspace)
    within = [one for one in rings(workspace, every) if start <= one.at.astimezone(UTC) < end]
    asked = [one for one in every if one.asked is not None and start <= one.asked.astimezone(UTC) < end]
    return Shares(tuple(_areas(workspace, asked, within)), tuple(_people(within)))


def _areas(workspace: Workspace, asked: list[Climb], within: list[Ring]) -> Iterator[AreaShare]:
    made: dict[str, list[Climb]] = defaultdict(list)
    rung: dict[str, list[Ring]] = defaultdict(list)
    for climb in asked:
        if climb.escalation.why == "needed":
            made[climb.area].append(climb)
    for ring in within:
        if ring.climb.escalation.why == "needed":
            rung[ring.climb.area].append(ring)
    known = [key for key in workspace.contacts.areas if key in made or key in rung]
    for key in [*known, *sorted((made.keys() | rung.keys()) - set(known))]:
        yield _area(key, made[key], rung[key])


def _area(key: str, made: list[Climb], rung: list[Ring]) -> AreaShare:
    highest = [climb.highest for climb in made]
    return AreaShare(
        key,
        len({climb.file.key for climb in made} | {ring.climb.file.key for ring in rung}),
        len(made),
        sum(climb.is_taken for climb in made),
        tuple(sorted(climb.minutes for climb in made if climb.minutes is not None)),
        {one: highest.count(one) for one in RUNGS if one in highest},
        len(rung),
        sum(ring.is_at_night for ring in rung),
    )


def _people(within: list[Ring]) -> Iterator[PersonShare]:
    called: dict[str, list[Ring]] = defaultdict(list)
    for ring in within:
        called[ring.person].append(ring)
    shared = [
        PersonShare(person, len(of), sum(ring.is_at_night for ring in of)) for person, of in called.items()
    ]
    yield from sorted(shared, key=lambda one: (-one.at_night, -one.rings, one.person))
