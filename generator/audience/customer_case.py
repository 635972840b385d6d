"""A case as its customer's papers are rendered from: types of their own that have no room for anything internal."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from generator.audience.faces import Face
from generator.audience.shown.actions import ActionShown, CommitmentShown
from generator.audience.shown.causes import CauseShown, FactorShown
from generator.audience.shown.chronology import EventShown, EvidenceShown, ImpactShown
from generator.audience.shown.close_out import CloseOutShown, LessonShown, RelatedShown
from generator.audience.shown.criteria import CriterionShown
from generator.audience.shown.get_well import GetWellShown
from generator.audience.shown.meetings import MeetingShown
from generator.audience.shown.recommendations import RecommendationShown
from generator.model.scalars.moments import Moment


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes to whom, and how: names, zone, language, logos, colours."""

    organisation: str
    customer: str
    zone: ZoneInfo
    language: str
    structure: str
    logo: str | None = None
    customer_logo: str | None = None


@dataclass(frozen=True, slots=True)
class SilverShown:
    """Something that is going right."""

    what: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class MemberShown:
    """Somebody on the resolution team."""

    person: Face
    part: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedShown:
    """When we expect the end, and how sure we are."""

    at: Moment
    sure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCase:
    """A case as its customer may read it. What is empty was not written, or is not for them.

    `update_followed` says whether a contact followed the promise of `next_update`, be it on this copy or not.
    """

    key: str
    letterhead: Letterhead
    title: str
    stage: str
    opened: Moment
    advocate: Face | None
    sections: tuple[str, ...]
    closed: Moment | None = None
    next_update: Moment | None = None
    update_followed: bool = False
    resolution_unknown: str | None = None
    expected_resolution: ExpectedShown | None = None
    wants: str | None = None
    summary: str | None = None
    cause_unknown: str | None = None
    impact: tuple[ImpactShown, ...] = ()
    events: tuple[EventShown, ...] = ()
    evidence: tuple[EvidenceShown, ...] = ()
    root_causes: tuple[CauseShown, ...] = ()
    contributing_factors: tuple[FactorShown, ...] = ()
    actions: tuple[ActionShown, ...] = ()
    recommendations: tuple[RecommendationShown, ...] = ()
    exit_criteria: tuple[CriterionShown, ...] = ()
    get_well: GetWellShown | None = None
    commitments: tuple[CommitmentShown, ...] = ()
    silver_lining: tuple[SilverShown, ...] = ()
    team: tuple[MemberShown, ...] = ()
    meetings: tuple[MeetingShown, ...] = ()
    lessons: tuple[LessonShown, ...] = ()
    related: tuple[RelatedShown, ...] = ()
    close_out: CloseOutShown | None = None
