"""Every text of a case that its customer will read, with where it stands."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.model.base import Record, Said
from generator.model.case import Member
from generator.model.fields import field_plans
from generator.model.marks import Kind
from generator.rules.scene import Scene
from generator.source.file import SourceFile
from generator.source.nodes import Path

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
class Readable:
    """The fields of a class that a customer may read: attribute and key of single texts, lists of texts, records."""

    one: tuple[tuple[str, str], ...]
    many: tuple[tuple[str, str], ...]
    inner: tuple[tuple[str, str, bool], ...]


@cache
def readable(record: type[Record]) -> Readable:
    """The readable fields of a class, by the audience that each says."""
    plans = [plan for plan in field_plans(record) if plan.kind in (Kind.SECTION, Kind.ALWAYS)]
    skip = OTHERS_WORDS | NOT_WORDS
    words = [plan for plan in plans if plan.text and plan.target is None and plan.key not in skip]
    return Readable(
        tuple((plan.attribute, plan.key) for plan in words if plan.shape == "one"),
        tuple((plan.attribute, plan.key) for plan in words if plan.shape == "list"),
        tuple((plan.attribute, plan.key, plan.shape == "list") for plan in plans if plan.record is not None),
    )


def readings(scene: Scene) -> list[Reading]:
    """Each text that the customer of a case will read, `say` in place of `what`."""
    found = _head(scene)
    sees, fields = scene.sees, scene.case.__dict__
    for section in LISTS:
        opened = section in scene.case.customer_sees
        for index, item in enumerate(fields[section]):
            if (opened or item.audience) and sees.item(section, item) and not has_left(item):
                _add(found, item, (section, index))
    for index, link in enumerate(scene.case.related):
        if link.say and sees.item("related", link):
            found.append((("related", index, "say"), link.say))
    source = scene.file.source
    return [*((source, path, text) for path, text in found), *_of_customer(scene)]


def has_left(item: Record) -> bool:
    """Whether an item is a member of the team who is no longer on it."""
    return isinstance(item, Member) and item.left is not None


def _head(scene: Scene) -> list[tuple[Path, str]]:
    case, sees = scene.case, scene.sees
    wants = case.engagement.wants if case.engagement else None
    found: list[tuple[Path, str | None]] = [
        (("title",), case.title),
        (("resolution_unknown",), case.resolution_unknown),
        (
            ("expected_resolution", "sure"),
            case.expected_resolution.sure if case.expected_resolution else None,
        ),
        (("summary",), case.summary if sees.section("summary") else None),
        (("engagement", "wants"), wants if sees.section("summary") else None),
        (("cause_unknown",), case.cause_unknown if sees.section("root_causes") else None),
    ]
    texts = [(path, text) for path, text in found if text is not None]
    for name, inner in (("get_well", "milestones"), ("close_out", "disputes")):
        _add_whole_or_opened(texts, scene, name, inner)
    return texts


def _add_whole_or_opened(found: list[tuple[Path, str]], scene: Scene, name: str, inner: str) -> None:
    """Adds the texts of a section that is one record, or where it is withheld those of its opened items."""
    record = getattr(scene.case, name)
    if record is not None and scene.sees.section(name):
        _add(found, record, (name,))
    elif record is not None:
        for index, item in enumerate(getattr(record, inner)):
            if scene.sees.item(name, item):
                _add(found, item, (name, inner, index))


def _of_customer(scene: Scene) -> list[Reading]:
    """What was promised to the customer between cases stands on the papers of each."""
    owner, found = scene.file.owner, list[tuple[Path, str]]()
    for index, promise in enumerate(owner.customer.commitments):
        if scene.sees.item("commitments", promise):
            _add(found, promise, ("commitments", index))
    return [(owner.source, path, text) for path, text in found]


def _add(found: list[tuple[Path, str]], record: Record, path: Path) -> None:
    """Adds the texts of a record and of the records in it; a mitigation only where it opens itself."""
    fields, plan = record.__dict__, readable(type(record))
    hidden = "what" if isinstance(record, Said) and record.say else ""
    for name, key in plan.one:
        if (text := fields[name]) is not None and name != hidden:
            found.append(((*path, key), text))
    for name, key in plan.many:
        for index, text in enumerate(fields[name]):
            found.append(((*path, key, index), text))
    for name, key, is_list in plan.inner:
        if fields[name]:
            _add_inner(found, fields[name], (*path, key), is_list)


def _add_inner(found: list[tuple[Path, str]], value: Any, path: Path, is_list: bool) -> None:
    if is_list:
        for index, item in enumerate(value):
            if getattr(item, "audience", None) != "internal":
                _add(found, item, (*path, index))
    elif path[-1] != "mitigation" or value.audience == "customer":
        _add(found, value, path)
