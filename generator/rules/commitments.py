"""Commitments, to a customer or in a case, whose day has passed."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from generator.codes import code
from generator.derive.actions import is_past
from generator.finding import Finding, Severity
from generator.model.commitments import Commitment
from generator.model.workspace import CustomerFile, Workspace
from generator.rules.in_words import length_in_words, when_in_words
from generator.rules.scene import Scene, named
from generator.source.file import SourceFile

COMMITMENT_LATE = code(
    "commitment-late",
    Severity.WARNING,
    "A commitment whose day has passed",
    "What an advocate commits to is followed through, or the customer hears in time why not. Add `kept` with the day, "
    "or agree a new day with the customer and write that as `due`.",
    clock=True,
)


def find(scene: Scene) -> Iterator[Finding]:
    """One finding for each commitment of a case that is late."""
    owner, source = scene.file.owner, scene.file.source
    return late(scene.case.commitments, source, owner, scene.as_of)


def find_in_customers(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:
    """The same for the customers' own files."""
    for owner in workspace.customers.values():
        yield from late(owner.customer.commitments, owner.source, owner, as_of)


def late(
    items: Sequence[Commitment], source: SourceFile, owner: CustomerFile, as_of: datetime
) -> Iterator[Finding]:
    """The findings for the commitments of one file."""
    for index, item in enumerate(items):
        if item.due is None or item.kept is not None or not is_past(item.due, as_of):
            continue
        due = when_in_words(item.due, item.due.at.tzinfo, as_of.year)
        late_by = length_in_words(as_of - item.due.end)
        message = f"{owner.customer.name} was promised {named(item, 'commitment')} by {due}, {late_by} ago."
        remedy = "Add `kept:` with the day, or agree another `due` with them."
        yield COMMITMENT_LATE.at(source.place(("commitments", index, "due")), message, remedy)
