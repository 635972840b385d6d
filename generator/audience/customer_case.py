"""What a customer's papers are rendered from: types of their own that have no room for anything internal."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from zoneinfo import ZoneInfo

from generator.audience.faces import Face, SideFace
from generator.model.scalars.money import Money
from generator.model.scalars.texts import Goal
from generator.model.scalars.times import Duration, Moment


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
class EvidenceShown:
    """A piece of evidence; link and file only where the item opens them."""

    id: str
    number: int
    kind: str
    title: str
    dated: date | None = None
    link: str | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class OtherAccountShown:
    """What somebody says instead."""

    by: Face | None
    says: str


@dataclass(frozen=True, slots=True)
class EventShown:
    """A line of the chronology. Moments are aware; `approximate` prints the typed text with "about"."""

    at: Moment
    what: str
    id: str | None = None
    until: Moment | None = None
    zone: ZoneInfo | None = None
    approximate: bool = False
    by: SideFace | None = None
    person: Face | None = None
    contact: str | None = None
    channel: str | None = None
    next_update: Moment | None = None
    evidence: tuple[EvidenceShown, ...] = ()
    disputed: OtherAccountShown | None = None


@dataclass(frozen=True, slots=True)
class ImpactShown:
    """What was lost: exact sums with currency, a range, or words."""

    what: str
    id: str | None = None
    kind: str | None = None
    amount: Money | None = None
    low: Money | None = None
    high: Money | None = None
    words: str | None = None
    recovered: Money | None = None
    source: str | None = None
    basis: str | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class CauseShown:
    """A root cause: suspected, confirmed, ruled-out or not-found."""

    what: str
    state: str
    id: str | None = None
    how: str | None = None
    evidence: tuple[EvidenceShown, ...] = ()


@dataclass(frozen=True, slots=True)
class FactorShown:
    """A contributing factor with whose it is."""

    what: str
    owner: SideFace | None
    id: str | None = None
    evidence: tuple[EvidenceShown, ...] = ()


@dataclass(frozen=True, slots=True)
class DroppedShown:
    """Given up: when and why; for a criterion also with whom."""

    on: date | None
    why: str | None
    by: Face | None = None


@dataclass(frozen=True, slots=True)
class ActionShown:
    """An action; its status is computed from these."""

    what: str
    id: str | None = None
    owner: Face | None = None
    due: Moment | None = None
    done: Moment | None = None
    dropped: DroppedShown | None = None
    depends_on: tuple[str, ...] = ()
    serves: tuple[str, ...] = ()
    evidence: tuple[EvidenceShown, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckpointShown:
    """A day on which a trial is looked at together."""

    on: date | None
    what: str


@dataclass(frozen=True, slots=True)
class TrialShown:
    """A service lent for a time; days are calendar days."""

    start: date | None = None
    days: int | None = None
    switch_off: date | None = None
    checkpoints: tuple[CheckpointShown, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """An offer taken or refused."""

    answer: str
    on: date | None = None
    by: Face | None = None


@dataclass(frozen=True, slots=True)
class MitigationShown:
    """A service that would have prevented this, as it is offered."""

    product: str
    prevents: str | None = None
    agreement: str | None = None
    price: Money | None = None
    period: Duration | None = None
    trial: TrialShown | None = None
    decision: DecisionShown | None = None


@dataclass(frozen=True, slots=True)
class RecommendationShown:
    """What should change beyond this case."""

    what: str
    id: str | None = None
    owner: Face | None = None
    decision: str | None = None
    serves: tuple[str, ...] = ()
    mitigation: MitigationShown | None = None


@dataclass(frozen=True, slots=True)
class ReadingShown:
    """What a measure showed at a time."""

    at: Moment
    value: Decimal


@dataclass(frozen=True, slots=True)
class AgreedShown:
    """Agreed, accepted or met on a day, with or by somebody."""

    on: date | None
    by: Face | None = None
    evidence: tuple[EvidenceShown, ...] = ()


@dataclass(frozen=True, slots=True)
class AmendedShown:
    """Changed together, and what it said before."""

    on: date | None
    by: Face | None
    before: str


@dataclass(frozen=True, slots=True)
class CriterionShown:
    """An exit criterion; its state follows from what is recorded here. `disputed` while a dispute about it is open,
    also where the close-out is not shown.
    """

    what: str
    id: str | None = None
    measure: str | None = None
    target: Goal | None = None
    unit: str | None = None
    readings: tuple[ReadingShown, ...] = ()
    agreed: AgreedShown | None = None
    met: AgreedShown | None = None
    accepted: AgreedShown | None = None
    dropped: DroppedShown | None = None
    amended: tuple[AmendedShown, ...] = ()
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class MilestoneShown:
    """A step of the get-well plan."""

    what: str
    id: str | None = None
    due: date | None = None
    met: date | None = None


@dataclass(frozen=True, slots=True)
class ExtensionShown:
    """An end of the get-well plan that moved."""

    old: date
    new: date
    why: str | None
    told: date | None


@dataclass(frozen=True, slots=True)
class GetWellShown:
    """The days or months in which it gets well."""

    start: date | None = None
    end: date | None = None
    milestones: tuple[MilestoneShown, ...] = ()
    extended: tuple[ExtensionShown, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentShown:
    """A promise with its day and whether it was kept."""

    what: str
    id: str | None = None
    made: date | None = None
    by: Face | None = None
    where: str | None = None
    due: Moment | None = None
    kept: date | None = None


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


@dataclass(frozen=True, slots=True)
class LessonShown:
    """What was learnt."""

    what: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class RelatedShown:
    """Another case of the same customer."""

    title: str
    case: str
    how: str
    say: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class DisputeShown:
    """A concern at close-out."""

    concern: str
    criterion: str | None = None
    by: Face | None = None
    on: date | None = None
    ruling: str | None = None
    why: str | None = None
    case: str | None = None
    settled: date | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class HandedBackShown:
    """Back to standard operating procedures."""

    person: Face | None = None
    start: date | None = None
    calls: str | None = None


@dataclass(frozen=True, slots=True)
class CloseOutShown:
    """How the case ends, as agreed with the customer."""

    proposed_on: date | None = None
    proposed_by: Face | None = None
    proposed_to: Face | None = None
    answer: str | None = None
    on: date | None = None
    by: Face | None = None
    how: str | None = None
    said: str | None = None
    disputes: tuple[DisputeShown, ...] = ()
    handed_back: HandedBackShown | None = None


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
