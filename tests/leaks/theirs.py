"""What a customer may read of a typed workspace, straight from domain.md: the second opinion beside the projection."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.model.case import Case
from generator.model.chronology import Evidence
from generator.model.contacts import Contacts, OurPersonRecord, PartyPerson
from generator.model.customer import Customer, TheirPersonRecord
from generator.model.fields import FieldPlan, field_plans
from generator.model.marks import Kind, Target
from generator.model.recommendations import Mitigation
from generator.model.settings import Settings
from tests.leaks.sowing import CASES, MARK, OURS, Sown

TOKEN = re.compile(rf"{MARK}[a-z]{{5}}|\+1 [2-9]\d\d 555 01\d\d")
GOES_WITH = {"engagement": "summary", "cause_unknown": "root_causes"}
INSIDE_MEETINGS = ("dry-run", "management-review")
PRINTED_KEYS = (Target.PRODUCT, Target.CASE)
"""References whose key itself may stand on a paper; of all others it stands for somebody or something with a name."""
BY_LEVEL = {"role": ("title",), "name": ("title", "name"), "contact": ("title", "name", "customer_phone")}


class Text(NamedTuple):
    """One typed text: the fields that lead to it, its token, whether the customer may read it, whether it is free."""

    path: tuple[str, ...]
    token: str
    seen: bool
    free: bool

    @property
    def field(self) -> str:
        """Its field in the schema: `Case.actions.notes`."""
        return ".".join(self.path[1:])


Texts = Iterator[Text]


@dataclass(frozen=True)
class View:
    """What one case says of who sees what; `levels` how it shows each of ours."""

    sees: frozenset[str]
    levels: Mapping[str, str]

    def item(self, section: str, item: Mapping[str, Any]) -> bool:
        """Whether an item of a section is seen."""
        said = item.get("audience")
        return said == "customer" or (said is None and section in self.sees)


def under(key: str, texts: Texts) -> Texts:
    """The texts of what stands below a field."""
    yield from (text._replace(path=(key, *text.path)) for text in texts)


def all_texts(sown: Sown, case: str) -> Texts:
    """Every text of a workspace, as seen or not on the papers of one of our customer's cases.

    The first steps of a path are the file's name and the class of its record.
    """
    view = View(frozenset(sown.trees[f"cases/{case}.yaml"].get("customer_sees", ())), _levels(sown, case))
    for name, tree in sown.trees.items():
        record = sown.records[name]
        texts = _of_file(name, record, tree, view, name == f"cases/{case}.yaml")
        yield from under(name, under(record.__name__, texts))


def _of_file(name: str, record: type[BaseModel], tree: Any, view: View, is_case: bool) -> Texts:
    ours = name.startswith(f"cases/{OURS}/")
    if record is Case:
        return _case(tree, view) if is_case else _below(Case, tree, False, ("title",) if ours else ())
    if record is Customer:
        return _customer(tree, view) if ours else _below(Customer, tree, False)
    if record is Contacts:
        return _contacts(tree, view)
    if record is Settings:
        return _settings(tree)
    return (text for entry in tree for text in _below(record, entry, False))


def seen_tokens(sown: Sown, case: str) -> set[str]:
    """The tokens that a customer may read on the papers of a case."""
    return {text.token for text in all_texts(sown, case) if text.seen}


def hidden_tokens(sown: Sown) -> set[str]:
    """The tokens that stand in no text that our customer may read."""
    seen = {token for case in sown.cases() for token in seen_tokens(sown, case)}
    return {text.token for text in all_texts(sown, CASES[0])} - seen


def hidden_texts(sown: Sown) -> list[Text]:
    """Every text with a token that our customer may read nowhere, each token once."""
    hidden = hidden_tokens(sown)
    return list({text.token: text for text in all_texts(sown, CASES[0]) if text.token in hidden}.values())


def _levels(sown: Sown, case: str) -> dict[str, str]:
    people = sown.trees["contacts.yaml"].get("people", {})
    levels = {key: str(person.get("shown_as", "role")) for key, person in people.items()}
    for member in sown.trees[f"cases/{case}.yaml"].get("team", ()):
        if "shown_as" in member:
            levels[member["person"]] = member["shown_as"]
    return levels


def _below(record: type[BaseModel], tree: Any, seen: bool, opened: tuple[str, ...] = ()) -> Texts:
    """The texts of a record; `opened` names fields that are seen even so."""
    if record is Mitigation:
        seen = seen and tree.get("audience") == "customer"
    seen = seen and tree.get("audience") != "internal"
    for plan in field_plans(record):
        if plan.key in tree:
            shown = plan.key in opened or (seen and _shows(plan, record, tree))
            yield from _field(plan, tree[plan.key], shown)


def _shows(plan: FieldPlan, record: type[BaseModel], tree: Any) -> bool:
    if plan.kind is Kind.NEVER or (plan.key == "what" and "say" in tree):
        return False
    return not (record is Evidence and plan.key in ("link", "file") and tree.get("audience") != "customer")


def _field(plan: FieldPlan, value: Any, seen: bool) -> Texts:
    if isinstance(value, dict) and plan.shape == "map":
        for key, entry in value.items():
            yield from _text(plan, str(key), False)
            yield from (
                _field(plan, entry, seen)
                if not plan.record
                else under(plan.key, _below(plan.record, entry, seen))
            )
    elif isinstance(value, list):
        for entry in value:
            yield from _field(plan, entry, seen)
    elif plan.record is not None:
        yield from under(plan.key, _below(plan.record, value, seen))
    else:
        yield from _text(plan, value, seen)


def _text(plan: FieldPlan, value: str, seen: bool) -> Texts:
    """The token of one text. A key that points at somebody is never printed, whoever it points at."""
    if token := TOKEN.search(value):
        may = seen and (plan.target is None or plan.target in PRINTED_KEYS)
        yield Text((plan.key,), token[0], may, " sings" in value)


def _case(tree: Any, view: View) -> Texts:
    for plan in field_plans(Case):
        value = tree.get(plan.key)
        if value is None:
            continue
        if plan.kind is Kind.SECTION and isinstance(value, list):
            yield from under(plan.key, _items(plan, value, view))
        elif plan.key == "engagement":
            wants = ("wants",) if "summary" in view.sees else ()
            yield from under(plan.key, _below(_class(plan), value, False, wants))
        elif plan.key in ("get_well", "close_out"):
            yield from under(plan.key, _section_with_items(plan, value, view))
        else:
            in_sight = plan.kind is Kind.SECTION and GOES_WITH.get(plan.key, plan.key) in view.sees
            yield from _field(plan, value, plan.kind is Kind.ALWAYS or in_sight)


def _class(plan: FieldPlan) -> type[BaseModel]:
    assert plan.record is not None
    return plan.record


def _items(plan: FieldPlan, items: Any, view: View) -> Texts:
    for item in items:
        yield from _below(_class(plan), item, is_seen(plan.key, item, view))


def is_seen(section: str, item: Any, view: View) -> bool:
    if section == "meetings" and item["kind"] in INSIDE_MEETINGS:
        return False
    if section == "related" and not item["case"].startswith(f"{OURS}/"):
        return False
    if section == "team" and "left" in item:
        return False
    anothers = item.get("swirl") == "yes" or item.get("owner", "us") != "us"
    if section == "contributing_factors" and anothers and "say" not in item:
        return False
    return view.item(section, item)


def _section_with_items(plan: FieldPlan, value: Any, view: View) -> Texts:
    """A section that is one record; its milestones or disputes may be opened or kept back one by one."""
    for inner in field_plans(_class(plan)):
        if inner.key in ("milestones", "disputes"):
            for item in value.get(inner.key, ()):
                yield from under(inner.key, _below(_class(inner), item, view.item(plan.key, item)))
        elif inner.key in value:
            shown = plan.key in view.sees and inner.kind is not Kind.NEVER
            yield from _field(inner, value[inner.key], shown)


def _customer(tree: Any, view: View) -> Texts:
    for plan in field_plans(Customer):
        value = tree.get(plan.key)
        if plan.key == "commitments":
            yield from under(plan.key, _items(plan, value or (), view))
        elif plan.key == "people":
            yield from _people(value or {}, lambda _: ("name", "role"), TheirPersonRecord)
        elif value is not None:
            yield from _field(plan, value, plan.kind is Kind.ALWAYS)


def _contacts(tree: Any, view: View) -> Texts:
    for plan in field_plans(Contacts):
        value = tree.get(plan.key, {})
        if plan.key == "people":
            yield from _people(value, lambda key: BY_LEVEL[view.levels[key]], OurPersonRecord)
        elif plan.key == "parties":
            yield from _parties(plan, value)
        elif value:
            yield from _field(plan, value, False)


def _people(people: Any, shown: Any, record: type[BaseModel]) -> Texts:
    for key, person in people.items():
        yield Text(("people",), key, False, False)
        yield from under("people", _below(record, person, False, shown(key)))


def _parties(plan: FieldPlan, parties: Any) -> Texts:
    for key, party in parties.items():
        yield from _text(plan, key, False)
        inside = _people(party.get("people", {}), lambda _: ("name", "role"), PartyPerson)
        yield from under(plan.key, _below(_class(plan), {**party, "people": {}}, False, ("name",)))
        yield from under(plan.key, inside)


def _settings(tree: Any) -> Texts:
    for plan in field_plans(Settings):
        if plan.key in tree:
            for text in _field(plan, tree[plan.key], plan.kind is Kind.ALWAYS):
                yield text._replace(seen=text.seen or text.path == ("products", "name"))
