"""Every text of a case that its customer will read, with where it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import BaseModel

from generator.model.base import Said
from generator.model.fields import field_plans
from generator.model.marks import Kind
from generator.rules.scene import Scene
from generator.source.nodes import Path, SourceFile

Reading = tuple[SourceFile, Path, str]
"""The file, the path in it, and the text."""

LISTS = (
    "impact",
    "events",
    "evidence",
    "root_causes",
    "contributing_factors",
    "actions",
    "recommendations",
    "exit_criteria",
    "silver_lining",
    "team",
    "meetings",
    "commitments",
    "lessons",
)
OTHERS_WORDS = frozenset({"said", "concern", "says"})
"""What somebody else said is quoted as they said it."""
NOT_WORDS = frozenset({"id", "link", "file", "unit", "case", "key"})


@dataclass(frozen=True, slots=True)
class Texts:
    """The fields of a class that a customer may read: attribute and key of single texts, lists of texts, records."""

    one: tuple[tuple[str, str], ...]
    many: tuple[tuple[str, str], ...]
    inner: tuple[tuple[str, str, bool], ...]


@cache
def texts(record: type[BaseModel]) -> Texts:
    """The readable fields of a class, by the audience that each says."""
    plans = [plan for plan in field_plans(record) if plan.kind in (Kind.SECTION, Kind.ALWAYS)]
    skip = OTHERS_WORDS | NOT_WORDS
    words = [plan for plan in plans if plan.text and plan.target is None and plan.key not in skip]
    return Texts(
        tuple((plan.attribute, plan.key) for plan in words if plan.shape == "one"),
        tuple((plan.attribute, plan.key) for plan in words if plan.shape == "list"),
        tuple((plan.attribute, plan.key, plan.shape == "list") for plan in plans if plan.record is not None),
    )


def readings(scene: Scene) -> Iterator[Reading]:
    """Each text that the customer of a case will read, `say` in place of `what`."""
    source = scene.file.source
    for path, text in _head(scene):
        yield source, path, text
    sees, fields = scene.sees, scene.case.__dict__
    for section in LISTS:
        for index, item in enumerate(fields[section]):
            if sees.item(section, item):
                for path, text in of_record(item, (section, index)):
                    yield source, path, text
    for index, link in enumerate(scene.case.related):
        if link.say and sees.item("related", link):
            yield source, ("related", index, "say"), link.say
    yield from _of_customer(scene)


def _head(scene: Scene) -> Iterator[tuple[Path, str]]:
    case, sees = scene.case, scene.sees
    yield ("title",), case.title
    if case.resolution_unknown:
        yield ("resolution_unknown",), case.resolution_unknown
    if case.expected_resolution and case.expected_resolution.sure:
        yield ("expected_resolution", "sure"), case.expected_resolution.sure
    if case.summary and sees.section("summary"):
        yield ("summary",), case.summary
    if case.cause_unknown and sees.section("root_causes"):
        yield ("cause_unknown",), case.cause_unknown
    for name in ("get_well", "close_out"):
        record = getattr(case, name)
        if record is not None and sees.section(name):
            yield from of_record(record, (name,))


def _of_customer(scene: Scene) -> Iterator[Reading]:
    """What was promised to the customer between cases stands on the papers of each."""
    owner = scene.file.owner
    for index, promise in enumerate(owner.customer.commitments):
        if scene.sees.item("commitments", promise):
            for path, text in of_record(promise, ("commitments", index)):
                yield owner.source, path, text


def of_record(record: BaseModel, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts of a record and of the records in it; a mitigation only where it opens itself."""
    fields, plan = record.__dict__, texts(type(record))
    hidden = "what" if isinstance(record, Said) and record.say else ""
    for name, key in plan.one:
        if (text := fields[name]) is not None and name != hidden:
            yield (*path, key), text
    for name, key in plan.many:
        for index, text in enumerate(fields[name]):
            yield (*path, key, index), text
    for name, key, is_list in plan.inner:
        if fields[name]:
            yield from _inner(fields[name], (*path, key), is_list)


def _inner(value: Any, path: Path, is_list: bool) -> Iterator[tuple[Path, str]]:
    if is_list:
        for index, item in enumerate(value):
            if getattr(item, "audience", None) != "internal":
                yield from of_record(item, (*path, index))
    elif path[-1] != "mitigation" or value.audience == "customer":
        yield from of_record(value, path)
