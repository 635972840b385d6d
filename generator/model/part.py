"""The part of a workspace that an answer at night needs, read alone, with what is left where a file has faults."""

import os
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from generator.errors import CasewrightError
from generator.finding import Finding
from generator.model.contacts import Area
from generator.model.loading import load
from generator.model.rest import with_rest
from generator.model.settings import RUNGS
from generator.model.workspace import Workspace, load_workspace
from generator.source.file import SourceFile
from generator.source.nodes import Mapping, Node, Scalar, Sequence, plain, step_into
from generator.source.salvage import salvaged
from generator.source.sources import CASES, CONTACTS, CUSTOMER, SETTINGS, Sources
from generator.source.workspace import read_one, read_workspace


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
    rested = with_areas_mended(with_rest(load_workspace(sources)), sources.contacts)
    # What was typed of somebody whose entry has a fault is better than nothing, so the tree stays whole.
    return replace(rested, sources=replace(rested.sources, contacts=sources.contacts))


def with_areas_mended(workspace: Workspace, whole: SourceFile | None) -> Workspace:
    """The workspace with every area that `whole` has: one with a fault loses only the keys in which it is.

    Of an area that somebody asks for, four rungs are better than none.
    """
    typed = step_into(whole.root, "areas") if whole is not None and whole.root is not None else None
    if whole is None or not isinstance(typed, Mapping):
        return workspace
    known, zone = workspace.contacts.areas, workspace.settings.timezone
    areas = {key: known.get(key) or _mended(whole, key, node, zone) for key, node in typed.entries.items()}
    found = {key: area for key, area in areas.items() if area is not None}
    return replace(workspace, contacts=workspace.contacts.model_copy(update={"areas": found}))


def _mended(source: SourceFile, key: str, node: Node, zone: ZoneInfo) -> Area | None:
    """An area without the keys that have a fault; its key in the place of a name that is missing."""
    for _ in range(len(RUNGS)):
        if not isinstance(node, Mapping):
            return None
        left = replace(node, entries={"name": Scalar(key, False, 1, 1, 1, 1), **node.entries})
        area, faults = load(Area, replace(source, data=plain(left), tree=left), zone)
        if area is not None:
            return area
        at = {(fault.place.line, fault.place.column) for fault in faults}
        kept = {name: value for name, value in node.entries.items() if not _holds(node.keys[name], value, at)}
        node = replace(node, entries=kept)
    return None


def _holds(name: Scalar, value: Node, places: set[tuple[int, int]]) -> bool:
    """Whether one of these places lies in a key or its value."""
    spans = [((one.line, one.column), (one.end_line, one.end_column)) for one in (name, value)]
    return any(start <= at < end for at in places for start, end in spans)


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
