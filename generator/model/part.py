"""The part of a workspace that an answer at night needs, read alone, with what is left where a file has faults."""

from dataclasses import replace
from pathlib import Path

from generator.errors import CasewrightError
from generator.model.rest import with_rest
from generator.model.workspace import Workspace, load_workspace
from generator.source.nodes import Node, Scalar, Sequence, SourceFile, step_into
from generator.source.salvage import salvaged
from generator.source.walk import CASES, CONTACTS, CUSTOMER, SETTINGS, Sources, Walk, read_one, read_workspace


def load_matrix(root: Path, customer: str | None = None, case: str | None = None) -> Workspace:
    """The settings and the contacts of the workspace in a folder, without what has a fault; `findings` tell of it.

    With `customer` also their file and all their cases; with `case` (<customer>/<case>) that file and its customer's.
    Raises CasewrightError where there is no contacts.yaml.
    """
    walk = Walk(root)
    settings, contacts = walk.optional(SETTINGS), walk.optional(CONTACTS)
    if contacts is None:
        raise CasewrightError(
            "There is no contacts.yaml here, and it says whom to call. Write one, or name the workspace with -C."
        )
    if customer is not None and (root / CASES / customer).is_dir():
        walk.walk_customer(customer)
    if case is not None:
        _read_case(walk, case)
    settings = salvaged(settings) if settings is not None else None
    sources = Sources(
        settings, salvaged(contacts), None, walk.customers, walk.cases, walk.evidence, {}, walk.findings
    )
    rested = with_rest(load_workspace(sources))
    # What was typed of somebody whose entry has a fault is better than nothing, so the tree stays whole.
    return replace(rested, sources=replace(rested.sources, contacts=sources.contacts))


def load_all(root: Path) -> Workspace:
    """As `load_matrix`, with every customer and every case, without what has a fault."""
    return with_rest(load_workspace(read_workspace(root)))


def _read_case(walk: Walk, case: str) -> None:
    """One case and its customer's file; neither where there is no such case."""
    owner = case.partition("/")[0]
    path, profile = f"{CASES}/{case}.yaml", f"{CASES}/{owner}/{CUSTOMER}"
    for relative, key, files in ((path, case, walk.cases), (profile, owner, walk.customers)):
        if (walk.root / relative).exists():
            files[key], findings = read_one(walk.root, relative)
            walk.findings += findings


def keys_of_cases(root: Path) -> list[str]:
    """The key of every case in a folder by the names of its files, none of them opened."""
    files = sorted(root.glob(f"{CASES}/*/*.yaml"))
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
