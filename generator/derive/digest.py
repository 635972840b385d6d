"""The bulletin of a period, names changed: cases opened and closed, lessons, thumbs up and down."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from generator.derive.rollup.pace import closing
from generator.derive.rollup.period import Period
from generator.derive.story_telltales import Register, owner_of_story
from generator.model.case import CaseOutcome
from generator.model.lessons import Lesson
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment
from generator.model.stories import DatedStory, Story
from generator.model.workspace import CaseFile, CustomerFile, Workspace


@dataclass(frozen=True, slots=True)
class Brief:
    """One case without a name: `who` is the customer's pseudonym, None where there is none that may be printed.

    `title` is None where it would tell whom it is about; `product` is the product's name; `days` is how long it took.
    """

    who: str | None
    title: str | None
    product: str | None
    severity: str | None
    on: date
    outcome: CaseOutcome | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Thumb:
    """One published story: the behaviour and not the company. `who` is None for one about another firm."""

    up: bool
    who: str | None
    what: str
    behaviour: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson of a case opened or closed in the period, or adopted in it; `adopted` is the day where it was."""

    what: str
    adopted: date | None
    where: str | None


@dataclass(frozen=True, slots=True)
class Digest:
    """Everything that a digest prints. `held_back` counts the published stories that tell too much as they are."""

    period: Period
    opened: tuple[Brief, ...]
    closed: tuple[Brief, ...]
    lessons: tuple[Taught, ...]
    up: tuple[Thumb, ...]
    down: tuple[Thumb, ...]
    held_back: int


Told = tuple[Story, CustomerFile | None, date | None]
"""A published story, whose it is, and the day it belongs to."""


def digest(workspace: Workspace, period: Period, as_of: datetime) -> Digest:
    """The digest of a period as of an aware moment. What tells whom it is about is left out, whatever was published."""
    register = Register(workspace)
    files = list(workspace.cases.values())
    stories = [told for told in _stories(workspace, period, as_of) if told[0].published]
    kept = [told for told in stories if not register.gives_away(told[0], told[1])]
    thumbs = [_thumb(register, *told) for told in kept]
    opened = [(file, file.case.opened) for file in files]
    closed = [(file, at) for file in files if (at := closing(file)) is not None]
    return Digest(
        period,
        _briefs(register, opened, period, ended=False),
        _briefs(register, closed, period, ended=True),
        tuple(_lessons(register, files, period)),
        tuple(one for one in thumbs if one.up),
        tuple(one for one in thumbs if not one.up),
        len(stories) - len(kept),
    )


def _briefs(
    register: Register, dated: Iterable[tuple[CaseFile, Moment]], period: Period, ended: bool
) -> tuple[Brief, ...]:
    """The cases whose day is of the period, by that day."""
    within = [_brief(register, file, at, period, ended) for file, at in dated if period.holds(at)]
    return tuple(sorted(within, key=_by_day))


def _by_day(one: Brief) -> tuple[date, str, str]:
    return (one.on, one.who or "", one.title or "")


def _brief(register: Register, file: CaseFile, at: Moment, period: Period, ended: bool) -> Brief:
    settings, case = register.workspace.settings, file.case
    plan = settings.products.get(case.product or "")
    return Brief(
        pseudonym(register, file.owner),
        None if register.tells(case.title, file) else case.title,
        plan.name if plan else None,
        settings.severities.get(case.severity) if case.severity else None,
        period.day_of(at),
        case.outcome if ended else None,
        max(between(case.opened.at, at.at).days, 0) if ended else None,
    )


def pseudonym(register: Register, owner: CustomerFile) -> str | None:
    """How a customer is called where their name is not: by what the author wrote, unless that names somebody."""
    words = owner.customer.described_as
    return None if not words or register.in_pseudonym(owner) else words


def _stories(workspace: Workspace, period: Period, as_of: datetime) -> Iterator[Told]:
    """Every story that belongs to the period: by its own day, else by its case's, else by the moment it is read at."""
    for owner in workspace.customers.values():
        for story in owner.customer.stories:
            yield from _within(workspace, (story, owner, None), period, as_of)
    for dated in workspace.stories:
        yield from _within(workspace, (dated, owner_of_story(workspace, dated), dated.on), period, as_of)


def _within(workspace: Workspace, told: Told, period: Period, as_of: datetime) -> Iterator[Told]:
    story, owner, on = told
    file = workspace.cases.get(story.source or "")
    if on is None and file is not None:
        on = period.day_of(closing(file) or file.case.opened)
    if period.holds(on or as_of.astimezone(period.zone).date()):
        yield story, owner, on if isinstance(story, DatedStory) else None


def _thumb(register: Register, story: Story, owner: CustomerFile | None, on: date | None) -> Thumb:
    who = pseudonym(register, owner) if owner else None
    return Thumb(story.thumb == "up", who, story.what, story.behaviour, on)


def _lessons(register: Register, files: Iterable[CaseFile], period: Period) -> Iterator[Taught]:
    """Each lesson once, by its key, as it was adopted if it was anywhere; those that were adopted first.

    One that was declined, or that names somebody, is none."""
    found: dict[str, Taught] = {}
    for lesson, taught in (one for file in files for one in _told_of(register, file, period)):
        known = found.get(lesson.key or lesson.what)
        if known is None or (known.adopted is None and taught.adopted is not None):
            found[lesson.key or lesson.what] = taught
    yield from sorted(
        found.values(), key=lambda one: (one.adopted is None, one.adopted or period.end, one.what)
    )


def _told_of(register: Register, file: CaseFile, period: Period) -> Iterator[tuple[Lesson, Taught]]:
    """The lessons of a case that a period may tell of: the case's, or taken up in it."""
    recent = period.holds(file.case.opened) or period.holds(closing(file))
    for lesson in file.case.lessons:
        taught = _taught(register, file, lesson, period)
        wanted = recent or period.holds(taught.adopted)
        if wanted and lesson.declined is None and not register.tells(lesson.what, file):
            yield lesson, taught


def _taught(register: Register, file: CaseFile, lesson: Lesson, period: Period) -> Taught:
    """A lesson as it stood at the end of the period; where it lives now only if that names nobody."""
    adopted = lesson.adopted
    if adopted is None or adopted.on > period.end:
        return Taught(lesson.what, None, None)
    where = None if register.tells(adopted.where or "", file) else adopted.where
    return Taught(lesson.what, adopted.on, where)
