"""What each stage wants of a case: what must be there, and what is expected once the grace has passed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from generator.codes import Code
from generator.finding import Finding, Severity, in_order
from generator.model.case import Case
from generator.model.settings import STAGES, Stage
from generator.model.workspace import CaseFile, Workspace
from generator.rules.scene import Scene
from generator.rules.stages import codes, wants, wants_at_close, wants_expected


@dataclass(frozen=True, slots=True)
class Demand:
    """Something that a stage wants, and the function that says what a case lacks of it."""

    code: Code
    lacks: Callable[[Scene], Iterator[wants.Lack]]


SEVERITY = Demand(codes.SEVERITY_MISSING, wants.severity)
ENGAGEMENT = Demand(codes.ENGAGEMENT_MISSING, wants.engagement)
EVENT = Demand(codes.EVENT_MISSING, wants.event)
NEXT_UPDATE = Demand(codes.NEXT_UPDATE_MISSING, wants.next_update)
CAUSE = Demand(codes.CAUSE_MISSING, wants.cause)
SILVER_LINING = Demand(codes.SILVER_LINING_MISSING, wants_expected.silver_lining)

MUST: dict[Stage, tuple[Demand, ...]] = {
    "engaged": (),
    "planning": (SEVERITY, ENGAGEMENT, EVENT, NEXT_UPDATE),
    "customer-review": (
        Demand(codes.SUMMARY_MISSING, wants.summary),
        Demand(codes.CUSTOMER_SEES_MISSING, wants.customer_sees),
        CAUSE,
        Demand(codes.ACTIONS_MISSING, wants.planned_action),
        Demand(codes.CRITERIA_MISSING, wants.criteria),
    ),
    "get-well": (
        Demand(codes.SUMMARY_NOT_ISSUED, wants.issued_summary),
        Demand(codes.CRITERION_NOT_AGREED, wants.agreed_criteria),
        Demand(codes.GET_WELL_MISSING, wants.get_well),
    ),
    "closed": (
        Demand(codes.CLOSED_MISSING, wants_at_close.closed),
        Demand(codes.OUTCOME_MISSING, wants_at_close.outcome),
    ),
}
"""What must be there (domain.md, Stages), beside what the stages before wanted; `closed` stands alone."""

RESOLVED = (
    Demand(codes.CRITERION_OPEN, wants_at_close.settled_criteria),
    CAUSE,
    Demand(codes.CAUSE_OPEN, wants_at_close.settled_causes),
    Demand(codes.CLOSE_OUT_UNCONFIRMED, wants_at_close.confirmed_close_out),
    Demand(codes.HAND_BACK_MISSING, wants_at_close.hand_back),
    Demand(codes.ACTION_OPEN, wants_at_close.no_open_action),
)
"""What a closed case wants as well where its outcome is `resolved`."""

CLOSE_OUT = (
    Demand(codes.CRITERION_OPEN, wants_at_close.reached_criteria),
    *(one for one in RESOLVED if one.code not in (codes.CRITERION_OPEN, codes.CLOSE_OUT_UNCONFIRMED)),
)
"""What a case wants before its close-out is printed: all of `closed` less the closing itself, which the paper asks for."""

EXPECTED: dict[Stage, tuple[Demand, ...]] = {
    "engaged": (SEVERITY, ENGAGEMENT, NEXT_UPDATE, EVENT),
    "planning": (
        Demand(codes.EVIDENCE_MISSING, wants_expected.evidence),
        Demand(codes.OPTIONS_MISSING, wants_expected.options),
        CAUSE,
        Demand(codes.ACTIONS_MISSING, wants.actions),
    ),
    "customer-review": (
        Demand(codes.DRY_RUN_MISSING, wants_expected.dry_runs),
        Demand(codes.IMPACT_MISSING, wants_expected.impact),
        SILVER_LINING,
    ),
    "get-well": (Demand(codes.READING_STALE, wants_expected.readings), SILVER_LINING),
    "closed": (
        Demand(codes.LESSON_MISSING, wants_at_close.lesson),
        Demand(codes.REVIEW_MISSING, wants_at_close.review),
    ),
}
"""What is expected in each stage."""


def demands(file: CaseFile, workspace: Workspace, stage: Stage, as_of: datetime) -> list[Finding]:
    """What a case still lacks if it were in a stage, as of an aware moment.

    What must be there is an error; what is expected a warning, or a notice until the settings' `grace` has passed
    since the case was opened. Of a case that is not closed yet, `closed` is asked as if it ended `resolved`.
    """
    return list(lacking(Scene(file, workspace, as_of.astimezone(UTC)), stage))


def before_close_out(file: CaseFile, workspace: Workspace, as_of: datetime) -> list[Finding]:
    """Why a case is not ready for its close-out as of an aware moment; nothing where it is.

    Nothing either where a criterion is disputed, because the paper then says where we stand, and where the case ended
    otherwise than `resolved`.
    """
    scene = Scene(file, workspace, as_of.astimezone(UTC))
    if scene.case.outcome not in (None, "resolved") or _is_disputed(scene.case):
        return []
    return in_order([found for demand in CLOSE_OUT for found in told(scene, demand, Severity.ERROR)])


def _is_disputed(case: Case) -> bool:
    return case.close_out is not None and any(one.is_open for one in case.close_out.disputes)


def find(scene: Scene) -> Iterator[Finding]:
    """What a case lacks in the stage it is in."""
    return lacking(scene, scene.case.stage)


def lacking(scene: Scene, stage: Stage) -> Iterator[Finding]:
    """What a case lacks in a stage."""
    for demand in required(scene, stage):
        yield from told(scene, demand, Severity.ERROR)
    young = scene.as_of < scene.workspace.settings.grace.after(scene.case.opened.at)
    for demand in EXPECTED[stage]:
        yield from told(scene, demand, Severity.NOTICE if young else Severity.WARNING)


def required(scene: Scene, stage: Stage) -> Iterator[Demand]:
    """What a stage must have."""
    if stage != "closed":
        for before in STAGES[: STAGES.index(stage) + 1]:
            yield from MUST[before]
        return
    yield from MUST["closed"]
    if scene.case.outcome == "resolved" or (scene.case.outcome is None and scene.case.stage != "closed"):
        yield from RESOLVED


def told(scene: Scene, demand: Demand, severity: Severity) -> Iterator[Finding]:
    """The findings for what a case lacks of one thing."""
    for lack in demand.lacks(scene):
        yield demand.code.at(scene.place(*lack.path), lack.message, lack.remedy).milder(severity)
