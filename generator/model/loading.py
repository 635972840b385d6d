"""From the tree of a file to a record of the model; every fault on the way is a finding with a place."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.finding import Finding
from generator.model.faults import findings_of, unknown_key
from generator.model.fields import field_plans
from generator.model.scalars.typed import Typed
from generator.model.scalars.zones import find_zone
from generator.source.file import SourceFile
from generator.source.nodes import Data, Mapping, Node, Path, Scalar, Sequence
from generator.source.refusals import MOST

Loaded = TypeVar("Loaded", bound=BaseModel)
Read = TypeVar("Read")
Keys = dict[str, Any]


def read_in(source: SourceFile, zone: ZoneInfo) -> tuple[Data, ZoneInfo]:
    """What a file holds, and the zone that its moments are read in.

    Where one may be read in another zone, or what is null stands in the file, each text takes its own zone with it.
    """
    own = source.data.get("timezone") if isinstance(source.data, dict) else None
    zones = source.text.count("timezone")
    if source.tree is None and zones == isinstance(own, str) and "approximate" not in source.text:
        return source.data, (find_zone(own) if own else None) or zone
    return zoned(source.data, zone), zone


def zoned(data: Data, zone: ZoneInfo) -> Data:
    """The same without what counts as null; a text that may be a moment takes the nearest zone with it."""
    kind = type(data)
    if kind is dict:
        return _zoned_keys(data, zone)
    if kind is str:
        return Typed(data, zone) if data[4:5] == "-" else data
    return [zoned(item, zone) for item in data if item is not None]


def _zoned_keys(group: Keys, zone: ZoneInfo) -> Keys:
    """The same of one group of keys; written out, because it runs for every value of every case."""
    if isinstance(own := group.get("timezone"), str):
        zone = find_zone(own) or zone
    keys: Keys = {}
    for key, value in group.items():
        kind = type(value)
        if kind is str:
            keys[key] = Typed(value, zone) if value[4:5] == "-" else value
        elif kind is dict:
            keys[key] = _zoned_keys(value, zone)
        elif value is not None:
            keys[key] = zoned(value, zone)
    return keys


def load(record: type[Loaded], source: SourceFile, zone: ZoneInfo) -> tuple[Loaded | None, list[Finding]]:
    """The record that a file holds, or None with the findings that say why not.

    `zone` is where moments without an offset are read, unless the file says a nearer one.
    """
    return _load(record.model_validate, record, source, zone)


def load_list(record: type[Loaded], source: SourceFile, zone: ZoneInfo) -> tuple[list[Loaded], list[Finding]]:
    """The records of a file that is one list; none, with the findings that say why, where any is wrong."""
    validate = TypeAdapter(list[record]).validate_python  # type: ignore[valid-type]
    loaded, findings = _load(validate, record, source, zone, above=1)
    return loaded or [], findings


def _load(
    validate: Callable[..., Read],
    record: type[BaseModel],
    source: SourceFile,
    zone: ZoneInfo,
    above: int = 0,
) -> tuple[Read | None, list[Finding]]:
    if source.data is None:
        return None, []
    read: Read | None = None
    findings: list[Finding] = []
    try:
        data, context = read_in(source, zone)
        read = validate(data, context=context)
    except ValidationError as error:
        findings.extend(islice(findings_of(error, record, source, above), MOST))
    if source.tree is not None:  # Only a file that holds a null is sure to have grown its tree.
        lines = source.text.split("\n")
        lost = _lost(record, source.tree, (), "list" if above else "one")
        untold = (one for one in lost if not _is_told(one, lines))
        findings.extend(unknown_key(one.record, source, one.path) for one in islice(untold, MOST))
    return (None if findings else read), findings


class Lost(NamedTuple):
    """A key without a value that its record does not know; `before` is the value that stands before it."""

    path: Path
    record: type[BaseModel]
    key: Scalar
    value: Scalar
    before: Node | None


def _lost(record: type[BaseModel], node: Node, path: Path, shape: str) -> Iterator[Lost]:
    """The keys without a value that no record knows.

    Nothing else would tell of them: what is null is left out before pydantic sees it.
    """
    if shape == "one" and isinstance(node, Mapping):
        yield from _lost_keys(record, node, path)
    elif shape == "list" and isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _lost(record, item, (*path, index), "one")
    elif shape == "map" and isinstance(node, Mapping):
        for key, value in node.entries.items():
            yield from _lost(record, value, (*path, key), "one")


def _lost_keys(record: type[BaseModel], node: Mapping, path: Path) -> Iterator[Lost]:
    plans = {plan.key: plan for plan in field_plans(record)}
    before: Node | None = None
    for key, value in node.entries.items():
        plan = plans.get(key)
        if plan is None and isinstance(value, Scalar) and value.is_null:
            yield Lost((*path, key), record, node.keys[key], value, before)
        elif plan is not None and plan.record is not None:
            yield from _lost(plan.record, value, (*path, key), plan.shape)
        before = value


def _is_told(lost: Lost, lines: list[str]) -> bool:
    """Whether the key is the rest of a text without quotes that a comma cut short: the reader tells of those."""
    line = lines[lost.value.line - 1]
    between = line[lost.key.end_column - 1 : lost.value.column - 1]
    no_colon = lost.value.line == lost.key.end_line and not between.strip()
    return no_colon and isinstance(lost.before, Scalar) and lost.before.plain
