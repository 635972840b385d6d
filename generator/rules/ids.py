"""Ids that stand twice, so that a reference to them would be ambiguous."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.base import Item
from generator.model.case import Case
from generator.model.workspace import Workspace
from generator.rules.scene import Scene
from generator.source.file import SourceFile
from generator.source.nodes import Path

ID_TWICE = code(
    "id-twice",
    Severity.ERROR,
    "One id for two items",
    "An id names one item of a case: actions say what they serve, events cite their evidence, dry runs their meeting. "
    "Ids are printed as typed and never renumbered. Give the second item an id that is free.",
)
CASE_LISTS = (
    "team",
    "impact",
    "events",
    "evidence",
    "options",
    "root_causes",
    "contributing_factors",
    "actions",
    "recommendations",
    "exit_criteria",
    "commitments",
    "silver_lining",
    "escalations",
    "meetings",
    "dry_run",
    "related",
    "lessons",
)
CUSTOMER_LISTS = ("commitments", "interactions", "projects", "feedback", "stories")

Placed = tuple[Path, Item]


def find(scene: Scene) -> Iterator[Finding]:
    """One finding for each id of a case that an earlier item has."""
    return told(_of_case(scene.case), scene.file.source, "case")


def find_in_customers(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001
    """The same for the customers' own files."""
    for owner in workspace.customers.values():
        fields = owner.customer.__dict__
        items = [((name, index), item) for name in CUSTOMER_LISTS for index, item in enumerate(fields[name])]
        yield from told(items, owner.source, "customer")


def told(items: Iterable[Placed], source: SourceFile, whose: str) -> Iterator[Finding]:
    """The findings for items of one file."""
    first: dict[str, Path] = {}
    for path, item in items:
        if item.id is None:
            continue
        if item.id not in first:
            first[item.id] = path
            continue
        line = source.place((*first[item.id], "id")).line
        message = f"The id `{item.id}` stands here a second time; another item of this {whose} has it on line {line}."
        yield ID_TWICE.at(
            source.place((*path, "id")), message, f"Give one of the two a free id, such as `{item.id}b`."
        )


def _of_case(case: Case) -> Iterator[Placed]:
    fields = case.__dict__
    for name in CASE_LISTS:
        for index, item in enumerate(fields[name]):
            yield (name, index), item
    for index, part in enumerate(case.dry_run):
        yield from _below(("dry_run", index, "findings"), part.findings)
    if case.get_well:
        yield from _below(("get_well", "milestones"), case.get_well.milestones)
    if case.close_out:
        yield from _below(("close_out", "disputes"), case.close_out.disputes)
    if case.engagement:
        yield from _below(("engagement", "asks"), case.engagement.asks)
    if case.review:
        yield from _below(("review", "decisions"), case.review.decisions)


def _below(path: Path, items: Iterable[Item]) -> Iterator[Placed]:
    return (((*path, index), item) for index, item in enumerate(items))
