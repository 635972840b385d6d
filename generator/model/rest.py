"""What is left of a workspace when the parts with faults are taken out, so that the rest can be printed at night."""

from collections.abc import Iterable
from dataclasses import replace
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from generator.finding import Place
from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.fields import field_plans
from generator.model.loading import load
from generator.model.settings import Settings
from generator.model.workspace import Workspace, load_workspace
from generator.source.file import SourceFile
from generator.source.nodes import Mapping, Node, Sequence, plain

ROUNDS = 3
"""How often the rest of a file is looked at again: taking one fault out can bring another to light."""


def with_rest(workspace: Workspace) -> Workspace:
    """The same workspace with the rest of each file that has faults; `incomplete` names the cases that lost a part.

    The smallest part that is taken out is a whole item of a list or of a group by key: half an item could show what
    the other half was there to withhold. A file that lacks what it must have stays unread.
    """
    faulty = {finding.place.path for finding in workspace.findings}
    sources, zone = workspace.sources, workspace.settings.timezone

    def rest(record: type[BaseModel], source: SourceFile) -> SourceFile:
        return _rest_of(record, source, zone) if source.path in faulty else source

    settings = rest(Settings, sources.settings) if sources.settings else None
    contacts = rest(Contacts, sources.contacts) if sources.contacts else None
    customers = {key: rest(Customer, file) for key, file in sources.customers.items()}
    cases = {key: rest(Case, file) for key, file in sources.cases.items()}
    lost = {key for key, file in cases.items() if file is not sources.cases[key]}
    owners = {key for key, file in customers.items() if file is not sources.customers[key]}
    if not lost and not owners and settings is sources.settings and contacts is sources.contacts:
        return workspace
    left = replace(sources, settings=settings, contacts=contacts, customers=customers, cases=cases)
    of_owners = {key for key in cases if key.partition("/")[0] in owners}
    rested = load_workspace(left)
    unguarded = rested.unguarded | _without_leaks(sources.settings, settings)
    incomplete = frozenset(lost | of_owners)
    kept = replace(rested, findings=workspace.findings, logos=workspace.logos)
    return replace(kept, incomplete=incomplete, unguarded=unguarded)


def _without_leaks(whole: SourceFile | None, left: SourceFile | None) -> frozenset[str]:
    """The settings' path, where what the leak gate looks for is not in what is left of them."""
    said = [
        file is not None and isinstance(file.root, Mapping) and file.root.entries.get("leaks")
        for file in (whole, left)
    ]
    return frozenset({whole.path}) if whole and said[0] and said[0] is not said[1] else frozenset()


def _rest_of(record: type[BaseModel], source: SourceFile, zone: ZoneInfo) -> SourceFile:
    """A file without the parts that have faults; the file itself where it has none or nothing would be left."""
    rest = source
    for _ in range(ROUNDS):
        loaded, faults = load(record, rest, zone)
        if loaded is not None:
            return rest
        left = _without(rest, record, [fault.place for fault in faults])
        if left is None:
            return source
        rest = left
    return rest if load(record, rest, zone)[0] is not None else source


def _without(source: SourceFile, record: type[BaseModel], places: Iterable[Place]) -> SourceFile | None:
    """A file without the parts that these places stand in, or None where one stands in no part."""
    root = source.root
    if not isinstance(root, Mapping):
        return None
    many = {plan.key for plan in field_plans(record) if plan.shape != "one"}
    for place in places:
        left = _without_one(root, many, place)
        if left is None:
            return None
        root = left
    return replace(source, data=plain(root), tree=root)


def _without_one(root: Mapping, many: set[str], place: Place) -> Mapping | None:
    if _is(root, place):
        return None
    at = (place.line, place.column)
    for key, value in root.entries.items():
        if key in many and _spans(value, at) and not _is(value, place):
            return _with(root, key, _without_item(value, at))
        if _spans(root.keys[key], at) or _spans(value, at):
            return _with(root, key, None)
    return root  # It stood in a part that is out already.


def _without_item(value: Node, at: tuple[int, int]) -> Node | None:
    """A list or a group without the item that a place stands in; None where the place is the whole of it."""
    if isinstance(value, Sequence):
        kept = [item for item in value.items if not _spans(item, at)]
        return replace(value, items=kept) if len(kept) < len(value.items) else value
    if isinstance(value, Mapping):
        gone = [key for key, item in value.entries.items() if _spans(value.keys[key], at) or _spans(item, at)]
        return _dropped(value, gone)
    return None


def _with(root: Mapping, key: str, value: Node | None) -> Mapping:
    if value is None:
        return _dropped(root, [key])
    return replace(root, entries={**root.entries, key: value})


def _dropped(node: Mapping, gone: Iterable[str]) -> Mapping:
    out = set(gone)
    entries = {key: value for key, value in node.entries.items() if key not in out}
    return replace(node, entries=entries, keys={key: node.keys[key] for key in entries})


def _is(node: Node, place: Place) -> bool:
    """Whether a place is that of a whole node."""
    whole = (node.line, node.column, node.end_line, node.end_column)
    return whole == (place.line, place.column, place.end_line, place.end_column)


def _spans(node: Node, at: tuple[int, int]) -> bool:
    return (node.line, node.column) <= at < (node.end_line, node.end_column)
