"""What a customer's paper is rendered from holds nothing that was typed for us, however deep a template looks."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel

from generator.audience.project import InternalCase
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk, Sheet
from generator.model.marks import Audience
from generator.model.workspace import CaseFile, CustomerFile, Workspace, load_workspace
from generator.source.file import SourceFile
from generator.source.workspace import read_workspace

AS_OF = datetime(2026, 3, 11, 18, 30, tzinfo=UTC)
OURS = (BaseModel, Workspace, CaseFile, CustomerFile, InternalCase, SourceFile, Desk)


def inside(value: object, path: str) -> Iterator[tuple[str, object]]:
    """Everything that a value leads to, with the way there."""
    yield path, value
    if isinstance(value, Mapping):
        for key, one in value.items():
            yield from inside(one, f"{path}.{key}")
    elif isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from inside(one, f"{path}[]")
    elif is_dataclass(value) and not isinstance(value, type) and not isinstance(value, OURS):
        for field in fields(value):
            yield from inside(getattr(value, field.name), f"{path}.{field.name}")


def sheets(repository: Path, audience: Audience) -> list[Sheet]:
    """Every paper of the sample for an audience."""
    workspace = load_workspace(read_workspace(repository))
    desk = Desk(workspace, AS_OF, {})
    return [sheet for file in workspace.cases.values() for sheet in desk.sheets(file, audience)]


def held(sheet: Sheet) -> set[str]:
    """Where a paper's context holds something of ours; the registry of papers is the same for everybody."""
    found = (one for name, value in sheet.context.items() for one in inside(value, name) if name != "papers")
    return {f"{path}: {type(value).__name__}" for path, value in found if isinstance(value, OURS)}


def test_no_customers_paper_is_rendered_from_what_was_typed(repository: Path) -> None:
    theirs = sheets(repository, Audience.CUSTOMER)
    wanted = {paper.key for paper in PAPERS.values() if Audience.CUSTOMER in paper.audiences}
    assert {sheet.paper.key for sheet in theirs} == wanted
    assert {sheet.key: found for sheet in theirs if (found := held(sheet))} == {}


def test_the_control_finds_it_in_our_own_papers(repository: Path) -> None:
    assert all(held(sheet) for sheet in sheets(repository, Audience.INTERNAL))
