"""What a paper would have been made from at earlier commits of its case."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.audience.project import open_up, project
from generator.audience.sealing import canonical, fingerprint
from generator.history import DIGITS, NoHistory, Past
from generator.model.marks import Audience
from generator.model.workspace import CaseFile, load_workspace
from generator.source.file import SourceFile
from generator.source.reader import read_text
from generator.source.sources import CASES, CONTACTS, CUSTOMER, SETTINGS, Sources


@dataclass(frozen=True, slots=True)
class Found:
    """What the history of a case says of a fingerprint.

    `commit` is the newest that holds such data (8 hex digits), None where none of the `looked_at` does; `is_shallow`
    says that older ones are missing from this clone. `known` is False where git has nothing to say at all.
    """

    commit: str | None = None
    looked_at: int = 0
    is_shallow: bool = False
    known: bool = True


def find_commit(root: Path, case: str, audience: Audience, mark: str, as_of: datetime) -> Found:
    """The newest commit of a case's history whose data have a fingerprint.

    Looked at are the newest commits that touched the case, its customer, the contacts or the settings; `as_of` is the
    moment the paper was made for, which decides whose turn it was.
    """
    customer = f"{CASES}/{case.partition('/')[0]}/{CUSTOMER}"
    past = Past(root, (f"{CASES}/{case}.yaml", customer, CONTACTS, SETTINGS))
    try:
        seen: dict[tuple[tuple[str, str], ...], str] = {}
        for commit in past.commits:
            held = past.held(commit, past.paths)
            state = tuple(sorted(held.items()))
            if state not in seen:
                seen[state] = _mark(past, commit, held, case, audience, as_of)
            if seen[state] == mark:
                return Found(commit[:DIGITS], len(past.commits), past.is_shallow)
        return Found(None, len(past.commits), past.is_shallow)
    except NoHistory:
        return Found(known=False)


def _mark(
    past: Past, commit: str, held: dict[str, str], case: str, audience: Audience, as_of: datetime
) -> str:
    """The fingerprint of a case's data as a commit holds them; empty where they could not be read."""
    sources = _sources(past, held, case)
    file = load_workspace(sources).cases.get(case)
    others = _related(past, commit, file) if file else {}
    if others:
        sources.cases.update(others)
    workspace = load_workspace(sources)
    file = workspace.cases.get(case)
    if file is None:
        return ""
    read = project if audience is Audience.CUSTOMER else open_up
    return fingerprint(canonical(read(file, workspace, as_of.astimezone(file.zone))))


def _sources(past: Past, held: dict[str, str], case: str) -> Sources:
    files = {path: _source(past, path, name) for path, name in held.items()}
    path, customer, contacts, settings = past.paths
    key = case.partition("/")[0]
    return Sources(
        settings=files.get(settings),
        contacts=files.get(contacts),
        customers={key: files[customer]} if customer in files else {},
        cases={case: files[path]} if path in files else {},
    )


def _related(past: Past, commit: str, file: CaseFile) -> dict[str, SourceFile]:
    """The cases that a case names, whose titles it prints."""
    paths = {f"{CASES}/{one.case}.yaml": str(one.case) for one in file.case.related}
    held = past.held(commit, list(paths)) if paths else {}
    return {paths[path]: _source(past, path, name) for path, name in held.items()}


def _source(past: Past, path: str, name: str) -> SourceFile:
    return read_text(path, past.content(name))[0]
