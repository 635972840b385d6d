"""What was learnt: taken up or not, learnt twice, and what came of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.derive.figures import Figure, figure
from generator.derive.rollup.pareto import Happening
from generator.derive.rollup.period import Period
from generator.model.lessons import Against, Lesson
from generator.model.people import find_person
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True, slots=True)
class Learnt:
    """One lesson, where it was learnt and the name of who answers for it, as of the end of a period."""

    key: str | None
    what: str
    case: str
    owner: str | None
    due: date | None
    adopted: date | None
    where: str | None
    late: bool
    why_not: str | None


@dataclass(frozen=True, slots=True)
class Twice:
    """One lesson that was learnt more than once, by its key: when each time, and whether anybody took it up.

    `due` is the first day by which somebody was to; `late` that it is over, and nobody did.
    """

    key: str
    what: str
    days: tuple[date, ...]
    cases: tuple[str, ...]
    owner: str | None
    adopted: date | None
    due: date | None
    late: bool


@dataclass(frozen=True, slots=True)
class Effect:
    """What a lesson did: how often its cause happened in as many days before as have gone by since it was adopted."""

    what: str
    adopted: date
    days: int
    counts: Figure[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Lessons:
    """The lessons of a period: adopted in it, open and declined at its end, learnt twice, and what they did.

    One that was adopted where it was learnt another time is not open.
    """

    adopted: tuple[Learnt, ...]
    open: tuple[Learnt, ...]
    declined: tuple[Learnt, ...]
    twice: tuple[Twice, ...]
    effects: tuple[Effect, ...]

    @property
    def waiting(self) -> tuple[Learnt, ...]:
        """The open ones that are not told as learnt twice already."""
        told = {one.key for one in self.twice}
        return tuple(one for one in self.open if one.key not in told)


Written = tuple[CaseFile, Lesson]


def lessons(workspace: Workspace, every: Sequence[Happening], period: Period) -> Lessons:
    """The lessons of every case that was opened by the end of a period."""
    written = [
        (file, lesson)
        for file in workspace.cases.values()
        if period.day_of(file.case.opened) <= period.end
        for lesson in file.case.lessons
    ]
    learnt = [_learnt(workspace, file, lesson, period) for file, lesson in written]
    settled = {lesson.key for _, lesson in written if lesson.key and _adopted(lesson, period)}
    waiting = [one for one in learnt if not one.adopted and not one.why_not and one.key not in settled]
    recent = {file.key for file, _ in written if _is_recent(file, period)}
    return Lessons(
        tuple(one for one in learnt if one.adopted and period.holds(one.adopted)),
        tuple(waiting),
        tuple(one for one in learnt if one.why_not and one.case in recent),
        tuple(_twice(workspace, written, period)),
        tuple(_effects(workspace, every, written, period)),
    )


def _is_recent(file: CaseFile, period: Period) -> bool:
    """Whether a case was opened or closed in the period, or is open still."""
    return file.is_open or period.holds(file.case.opened) or period.holds(file.case.closed)


def _learnt(workspace: Workspace, file: CaseFile, lesson: Lesson, period: Period) -> Learnt:
    adopted = _adopted(lesson, period)
    late = adopted is None and lesson.due is not None and lesson.due < period.end
    where = lesson.adopted.where if lesson.adopted else None
    owner = _owner(workspace, file, lesson)
    return Learnt(lesson.key, lesson.what, file.key, owner, lesson.due, adopted, where, late, lesson.declined)


def _owner(workspace: Workspace, file: CaseFile, lesson: Lesson) -> str | None:
    """The name of who answers for a lesson; their key where nobody has it."""
    known = find_person(workspace, file.owner, lesson.owner) if lesson.owner else None
    return known.record.name if known else lesson.owner


def _adopted(lesson: Lesson, period: Period) -> date | None:
    """The day a lesson was taken up, as far as that was known by the end of the period."""
    return lesson.adopted.on if lesson.adopted and lesson.adopted.on <= period.end else None


def _twice(workspace: Workspace, written: Iterable[Written], period: Period) -> Iterator[Twice]:
    """Lessons of one key from more than one happening; told while the latest is of the period, or nobody took it up."""
    by_key: dict[str, list[Written]] = {}
    for file, lesson in written:
        if lesson.key:
            by_key.setdefault(lesson.key, []).append((file, lesson))
    for key, again in sorted(by_key.items()):
        again.sort(key=lambda pair: (period.day_of(pair[0].case.opened), pair[0].key))
        days = tuple(period.day_of(file.case.opened) for file, _ in again)
        adopted = next((on for _, one in reversed(again) if (on := _adopted(one, period))), None)
        is_repeated = len({file.case.incident or file.key for file, _ in again}) > 1
        if is_repeated and (period.holds(days[-1]) or adopted is None):
            last = again[-1][1]
            due = min((one.due for _, one in again if one.due), default=None)
            owners = (_owner(workspace, file, one) for file, one in reversed(again))
            yield Twice(
                key,
                last.what,
                days,
                tuple(file.key for file, _ in again),
                next(filter(None, owners), None),
                adopted,
                due,
                late=adopted is None and due is not None and due < period.end,
            )


def _effects(
    workspace: Workspace, every: Sequence[Happening], written: Iterable[Written], period: Period
) -> Iterator[Effect]:
    """One for each lesson that says what it works against and had something to, since the day it was first adopted."""
    told = set()
    for _, lesson in sorted(written, key=lambda pair: (_adopted(pair[1], period) or period.end, pair[0].key)):
        adopted = _adopted(lesson, period)
        if (
            adopted is None
            or lesson.against is None
            or not (lesson.against.category or lesson.against.product)
        ):
            continue
        if (lesson.key or lesson.what) in told:
            continue
        told.add(lesson.key or lesson.what)
        days = (period.end - adopted).days
        struck = [one.opened(period) for one in every if _is_against(lesson.against, one)]
        before = sum(adopted - timedelta(days=days) <= day < adopted for day in struck)
        since = sum(adopted < day <= period.end for day in struck)
        if days and (before or since):
            yield Effect(lesson.what, adopted, days, _counts(before, since, workspace))


def _counts(before: int, since: int, workspace: Workspace) -> Figure[tuple[int, int]]:
    return figure(lambda: (before, since), before + since, workspace.settings.figures.at_least)


def _is_against(against: Against, one: Happening) -> bool:
    """Whether something happened that a lesson works against: of its category, in its product, as far as it says."""
    in_category = against.category is None or against.category in one.categories
    return in_category and (against.product is None or against.product in one.products)
