"""Every rule over a workspace, in one pass."""

import pickle
from collections.abc import Iterable
from datetime import UTC, datetime

from generator.audience.visible_names import Lookout
from generator.beside import beside
from generator.finding import Finding
from generator.model.scalars.durations import Duration
from generator.model.workspace import CaseFile, Workspace
from generator.rules import (
    actions,
    agendas,
    audience_rules,
    closings,
    commitments,
    consistency,
    customer_times,
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
    stories,
    told_upwards,
    trials,
    unrecorded,
    wording,
)
from generator.rules.matrix_holes import HORIZON
from generator.rules.scene import CaseRule, Scene, WorkspaceRule
from generator.rules.stages import age, demands, steps

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
    customer_times.find,
    letterheads.find,
    stories.find,
)
CASE_RULES: tuple[CaseRule, ...] = (
    ids.find,
    evidence_files.find,
    relations.find,
    order_of_events.find,
    demands.find,
    steps.find,
    age.find,
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


MANY = 200
"""Cases from which on another process is worth its while."""


def find_all(
    workspace: Workspace, as_of: datetime, horizon: Duration = HORIZON, cores: int = 1
) -> list[Finding]:
    """What the rules find in a workspace as of an aware moment; in no particular order.

    The matrix is looked at as far ahead as the horizon. With several cores half of many cases are looked at beside
    this process.
    """
    as_of = as_of.astimezone(
        UTC
    )  # Python counts the hours between two moments of one zone by the clock on the wall.
    files = list(workspace.cases.values())
    own = len(files) // 2 if cores > 1 and len(files) > MANY else len(files)
    rest = beside(
        lambda: pickle.dumps(find_in_cases(files[own:], workspace, as_of)), cores if own < len(files) else 1
    )
    findings = [found for rule in WORKSPACE_RULES for found in rule(workspace, as_of)]
    findings.extend(matrix_holes.find(workspace, as_of, horizon))
    findings.extend(find_in_cases(files[:own], workspace, as_of))
    findings.extend(pickle.loads(rest()))
    return findings


def find_in_cases(files: Iterable[CaseFile], workspace: Workspace, as_of: datetime) -> list[Finding]:
    """What the rules over one case find in some of a workspace, as of a moment in UTC."""
    findings: list[Finding] = []
    lookout = Lookout(workspace)
    for scene in (Scene(file, workspace, as_of) for file in files):
        findings.extend(lookout.findings(scene.file, scene.open_texts))
        for check in CASE_RULES:
            findings.extend(check(scene))
    return findings
