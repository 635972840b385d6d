"""Roles and papers that settings and customers name, and which do not exist."""

from collections.abc import Iterator
from datetime import datetime
from difflib import get_close_matches
from typing import get_args

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.issued import PaperName
from generator.model.workspace import Workspace
from generator.rules.seniority import ROLES, is_role

ROLE_UNKNOWN = code(
    "role-unknown",
    Severity.ERROR,
    "A role that does not exist",
    "Who attends a meeting, or whose approval a paper wants, is advocate, account_manager, sponsor, or a rung of the "
    "ladder: primary, backup, manager, director, vp. An approval may also name one of our people.",
)
PAPER_UNKNOWN = code(
    "paper-unknown",
    Severity.ERROR,
    "A paper that does not exist",
    "`receives` lists the papers that a customer's person is sent, by their keys, such as update or situation-summary.",
)
DEFAULT_TWICE = code(
    "default-segment-twice",
    Severity.ERROR,
    "Two segments for customers without one",
    "One segment may say `default: true`; customers without a segment of their own belong to it.",
)
PAPERS: tuple[str, ...] = get_args(PaperName)


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """One finding for each role or paper that does not exist, and for a second default segment."""
    yield from attending(workspace)
    yield from approving(workspace)
    yield from received(workspace)
    defaults = [key for key, plan in workspace.settings.segments.items() if plan.default]
    for key in defaults[1:]:
        place = workspace.settings_source.place(("segments", key, "default"))
        message = f"`{key}` and `{defaults[0]}` are both the default segment."
        yield DEFAULT_TWICE.at(place, message, "Take `default` out of one of them.")


def attending(workspace: Workspace) -> Iterator[Finding]:
    """Roles that segments want at meetings."""
    for key, plan in workspace.settings.segments.items():
        for index, role in enumerate(plan.attends):
            if not is_role(role):
                place = workspace.settings_source.place(("segments", key, "attends", index))
                yield ROLE_UNKNOWN.at(place, f"There is no role `{role}`.", f"Write {nearest(role, ROLES)}.")


def approving(workspace: Workspace) -> Iterator[Finding]:
    """Roles and people whose approval papers want."""
    for level, roles in workspace.settings.issue.needs.items():
        for index, role in enumerate(roles):
            if not is_role(role) and role not in workspace.contacts.people:
                place = workspace.settings_source.place(("issue", "needs", str(level), index))
                message = f"`{role}` is neither a role nor one of our people."
                choices = (*ROLES, *workspace.contacts.people)
                yield ROLE_UNKNOWN.at(place, message, f"Write {nearest(role, choices)}.")


def received(workspace: Workspace) -> Iterator[Finding]:
    """Papers that customers' people are sent."""
    owners = workspace.customers.values()
    for owner, key, person in ((one, *entry) for one in owners for entry in one.customer.people.items()):
        for index, paper in enumerate(person.receives):
            if paper not in PAPERS:
                place = owner.source.place(("people", key, "receives", index))
                yield PAPER_UNKNOWN.at(
                    place, f"There is no paper `{paper}`.", f"Write {nearest(paper, PAPERS)}."
                )


def nearest(word: str, choices: tuple[str, ...]) -> str:
    """The choice that looks most like a word, or all of them where none does."""
    near = get_close_matches(word, choices, n=1)
    return f"`{near[0]}`" if near else f"one of: {', '.join(choices)}"
