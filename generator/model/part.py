"""The part of a workspace that an answer at night needs, read alone, with what is left where a file has faults."""

import os
from dataclasses import replace
from pathlib import Path

from generator.errors import CasewrightError
from generator.finding import Finding
from generator.model.rest import with_rest
from generator.model.workspace import Workspace, load_workspace
from generator.source.nodes import Node, Scalar, Sequence, SourceFile, step_into
from generator.source.salvage import salvaged
from generator.source.walk import CASES, CONTACTS, CUSTOMER, SETTINGS, Sources, read_one, read_workspace


def load_matrix(root: Path, customer: str | None = None, case: str | None = None) -> Workspace:
    """The settings and the contacts of the workspace in a folder, without what has a fault; `findings` tell of it.

    With `customer` also their file and all their cases; with `case` (<customer>/<case>) that file and its customer's.
    Raises CasewrightError where there is no contacts.yaml.
    """
    findings: list[Finding] = []
    settings, contacts = _read(root, SETTINGS, findings), _read(root, CONTACTS, findings)
    if contacts is None:
        raise CasewrightError(
            "There is no contacts.yaml here, and it says whom to call. Write one, or name the workspace with -C."
        )
    owner = customer or (case or "").partition("/")[0]
    keys = [key for key in keys_of_cases(root, owner) if key == case or customer] if owner else []
    cases = {key: _read(root, f"{CASES}/{key}.yaml", findings) for key in keys}
    customers = {owner: _read(root, f"{CASES}/{owner}/{CUSTOMER}", findings)} if owner else {}
    sources = Sources(
        salvaged(settings) if settings else None,
        salvaged(contacts),
        customers={key: file for key, file in customers.items() if file},
        cases={key: file for key, file in cases.items() if file},
        findings=findings,
    )
    rested = with_rest(load_workspace(sources))
    # What was typed of somebody whose entry has a fault is better than nothing, so the tree stays whole.
    return replace(rested, sources=replace(rested.sources, contacts=sources.contacts))


def _read(root: Path, relative: str, findings: list[Finding]) -> SourceFile | None:
    """One file where it exists, its faults added to the findings."""
    if not os.path.lexists(root / relative):
        return None
    source, faults = read_one(root, relative)
    findings += faults
    return source


def load_all(root: Path) -> Workspace:
    """As `load_matrix`, with every customer and every case, without what has a fault."""
    return with_rest(load_workspace(read_workspace(root)))


def keys_of_cases(root: Path, customer: str = "*") -> list[str]:
    """The key of every case in a folder, or of one customer's, by the names of the files, none of them opened."""
    files = sorted(root.glob(f"{CASES}/{customer}/*.yaml"))
    return [f"{path.parent.name}/{path.stem}" for path in files if path.name != CUSTOMER]


def keys_of_customers(root: Path) -> list[str]:
    """The key of every customer in a folder, by the names of the folders."""
    return sorted(path.name for path in root.glob(f"{CASES}/*") if path.is_dir())


def index_in_file(left: SourceFile, whole: SourceFile, key: str, index: int) -> int:
    """Where an item of a list of the model stands in the file's own list under that key.

    They differ where items were left out: `left` is the file that the model was read from, `whole` the file itself.
    """
    kept = [item for item in _items(left, key) if not (isinstance(item, Scalar) and item.is_null)]
    places = [(item.line, item.column) for item in _items(whole, key)]
    return places.index((kept[index].line, kept[index].column))


def _items(source: SourceFile, key: str) -> list[Node]:
    node = step_into(source.root, key) if source.root is not None else None
    return node.items if isinstance(node, Sequence) else []
