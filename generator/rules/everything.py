"""Every rule over a workspace, in one pass."""

from datetime import UTC, datetime

from generator.audience import visible_names
from generator.finding import Finding
from generator.model.scalars.times import Duration
from generator.model.workspace import Workspace
from generator.rules import (
    actions,
    agendas,
    audience_rules,
    closings,
    commitments,
    consistency,
    disputes,
    dry_runs,
    evidence_files,
    freshness,
    get_well_plans,
    ids,
    impacts,
    issued_papers,
    ladder,
    letterheads,
    matrix,
    matrix_holes,
    meetings,
    one_key_two_persons,
    order_of_events,
    phones,
    promises,
    recurrence,
    references,
    relations,
    roles,
    rotations,
    seals,
    stage_age,
    stage_demands,
    stage_steps,
    stories,
    told_upwards,
    trials,
    unrecorded,
    wording,
)
from generator.rules.matrix_holes import HORIZON
from generator.rules.scene import CaseRule, Scene, WorkspaceRule

WORKSPACE_RULES: tuple[WorkspaceRule, ...] = (
    references.find,
    one_key_two_persons.find,
    phones.find,
    matrix.find,
    rotations.find,
    freshness.find,
    told_upwards.numbers_kept,
    roles.find,
    recurrence.find,
    ids.find_in_customers,
    commitments.find_in_customers,
    visible_names.find,
    letterheads.find,
    stories.find,
)
CASE_RULES: tuple[CaseRule, ...] = (
    ids.find,
    evidence_files.find,
    relations.find,
    order_of_events.find,
    stage_demands.find,
    stage_steps.find,
    stage_age.find,
    promises.find,
    commitments.find,
    actions.find,
    consistency.find,
    unrecorded.find,
    impacts.find,
    trials.find,
    get_well_plans.find,
    meetings.find,
    agendas.find,
    dry_runs.find,
    closings.find,
    disputes.find,
    ladder.find,
    told_upwards.find,
    issued_papers.find,
    seals.find,
    wording.find,
    audience_rules.find,
)


def find_all(workspace: Workspace, as_of: datetime, horizon: Duration = HORIZON) -> list[Finding]:
    """What the rules find in a workspace as of an aware moment; in no particular order.

    The matrix is looked at as far ahead as the horizon.
    """
    as_of = as_of.astimezone(
        UTC
    )  # Python counts the hours between two moments of one zone by the clock on the wall.
    findings = [found for rule in WORKSPACE_RULES for found in rule(workspace, as_of)]
    findings.extend(matrix_holes.find(workspace, as_of, horizon))
    for file in workspace.cases.values():
        scene = Scene(file, workspace, as_of)
        for check in CASE_RULES:
            findings.extend(check(scene))
    return findings
