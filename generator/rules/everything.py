"""Every rule over a workspace, in one pass."""

from datetime import datetime

from generator.finding import Finding
from generator.model.workspace import Workspace
from generator.rules import (
    evidence_files,
    ids,
    one_key_two_persons,
    order_of_events,
    phones,
    references,
    relations,
    wording,
)
from generator.rules.scene import CaseRule, Scene, WorkspaceRule

WORKSPACE_RULES: tuple[WorkspaceRule, ...] = (
    references.find,
    one_key_two_persons.find,
    phones.find,
    ids.find_in_customers,
)
CASE_RULES: tuple[CaseRule, ...] = (
    ids.find,
    evidence_files.find,
    relations.find,
    order_of_events.find,
    wording.find,
)


def find_all(workspace: Workspace, as_of: datetime) -> list[Finding]:
    """What the rules find in a workspace as of an aware moment; in no particular order."""
    findings = [found for rule in WORKSPACE_RULES for found in rule(workspace, as_of)]
    for file in workspace.cases.values():
        scene = Scene(file, workspace, as_of)
        for check in CASE_RULES:
            findings.extend(check(scene))
    return findings
