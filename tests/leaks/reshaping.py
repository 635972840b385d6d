"""The same workspace with everything else that is ours alone: other values of every type, more items, in another order."""

from collections.abc import Iterator
from copy import deepcopy
from itertools import count
from random import Random
from typing import Any

from pydantic import BaseModel

from generator.model.case import Case
from generator.model.customer import Customer
from generator.model.fields import FieldPlan, field_plans
from generator.model.marks import Kind
from generator.model.recommendations import Mitigation
from generator.model.settings import Settings
from tests.leaks.sowing import ENDED, OURS, Sower, Sown
from tests.leaks.theirs import View, is_seen

Tree = dict[str, Any]
DECIDE = {
    Case: ("customer_sees", "issued", "outcome"),
    Customer: ("people",),
    Settings: ("paper", "products", "leaks"),
}
"""What is ours alone and yet decides: which sections are open, which papers there are, who people are, what is sold."""
MEMBER = "team"
"""A member of the team who is kept inside still decides how their face is shown."""
TOLD = ("contact", "next_update")
"""What an event that is kept inside still decides: when the customer hears next."""

MATTERS = ("kind", "case", "criterion", "ruling", "settled")
"""What kind of meeting it is, whose case; and whether a criterion is disputed, of which its state tells."""


class Reshaper:
    """Puts fresh values in place of what is ours alone. Keys that point at something point at nothing we know."""

    def __init__(self, seed: int) -> None:
        self.hand = Random(seed)
        self.sower = Sower(self.hand, numbers=count(60_000))

    def reshaped(self, sown: Sown) -> Sown:
        """The workspace with our own customer's files and the settings reshaped."""
        trees = {name: self._file(name, sown.records[name], tree) for name, tree in sown.trees.items()}
        return Sown(trees, sown.records)

    def _file(self, name: str, record: type[BaseModel], tree: Any) -> Any:
        if record is Case and name.startswith(f"cases/{OURS}/"):
            return self._case(tree)
        if record is Settings or (record is Customer and name.startswith(f"cases/{OURS}/")):
            return self._opened(record, tree, DECIDE[record])
        return tree

    def _case(self, tree: Tree) -> Tree:
        view = View(frozenset(tree.get("customer_sees", ())), {})
        sections = [plan.key for plan in field_plans(Case) if plan.kind is Kind.SECTION]
        made = self._opened(Case, tree, (*DECIDE[Case], "engagement", *sections))
        for plan in field_plans(Case):
            value = made.get(plan.key)
            if plan.kind is Kind.SECTION and isinstance(value, list) and plan.record:
                made[plan.key] = list(self._items(plan, value, view))
            elif plan.key in ("get_well", "close_out") and value:
                made[plan.key] = self._whole(plan, value, view)
        if "engagement" in tree:
            wants = {key: one for key, one in tree["engagement"].items() if key == "wants"}
            fresh = {key: one for key, one in self._fresh_field(Case, "engagement").items() if key != "wants"}
            made["engagement"] = {**fresh, **wants}
        return made

    def _whole(self, plan: FieldPlan, value: Tree, view: View) -> Tree:
        """A section that is one record: of one that is not seen only the items that could open themselves stay."""
        items = {
            inner.key: list(self._items(inner, value[inner.key], _for_items(view, plan.key, inner.key)))
            for inner in field_plans(_record(plan))
            if inner.key in ("milestones", "disputes") and inner.key in value
        }
        if plan.key in view.sees:
            return {**self._opened(_record(plan), value, ("milestones", "disputes")), **items}
        fresh = self.sower.tree(_record(plan))
        return {**{key: one for key, one in fresh.items() if key not in ("milestones", "disputes")}, **items}

    def _items(self, plan: FieldPlan, items: list[Any], view: View) -> Iterator[Any]:
        record = _record(plan)
        for item in items:
            yield from self._more(plan)
            if is_seen(plan.key, item, view):
                yield self._opened(record, item, ("audience", "shown_as", "left", "swirl"))
            elif plan.key == MEMBER or any(key in item for key in TOLD):
                yield item
            else:
                yield self._closed(record, item)
        yield from self._more(plan)

    def _more(self, plan: FieldPlan) -> Iterator[Any]:
        """Another item kept inside, now and then."""
        if plan.key != MEMBER and self.hand.random() < 0.4:
            fresh = self.sower.tree(_record(plan))
            fresh = {key: one for key, one in fresh.items() if key not in (*TOLD, "criterion")}
            yield {**fresh, "audience": "internal"}

    def _closed(self, record: type[BaseModel], item: Tree) -> Tree:
        """Another item in the place of one that is not seen, of the same name and as little seen."""
        fresh = {key: one for key, one in self.sower.tree(record).items() if key not in TOLD}
        same = {key: one for key, one in item.items() if key in ("id", "audience", *MATTERS)}
        return {
            **{key: one for key, one in fresh.items() if key not in MATTERS},
            **same,
            "audience": "internal",
        }

    def _opened(self, record: type[BaseModel], tree: Tree, kept: tuple[str, ...]) -> Tree:
        """A record that is seen, with other values in the fields of it that never are."""
        made = deepcopy(tree)
        for plan in field_plans(record):
            if plan.key in kept:
                continue
            if plan.kind is Kind.NEVER or (plan.key == "what" and "say" in tree):
                self._replace(record, made, plan)
            elif (
                plan.record is Mitigation
                and plan.key in made
                and made[plan.key].get("audience") != "customer"
            ):
                made[plan.key] = {**self.sower.tree(Mitigation), "audience": "internal"}
            elif plan.record is not None and plan.key in made:
                made[plan.key] = self._inner(plan, made[plan.key])
        return made

    def _inner(self, plan: FieldPlan, value: Any) -> Any:
        if isinstance(value, list):
            return [self._opened(_record(plan), one, ("audience",)) for one in value]
        return self._opened(_record(plan), value, ("audience",)) if plan.shape == "one" else value

    def _replace(self, record: type[BaseModel], made: Tree, plan: FieldPlan) -> None:
        required = record.model_fields[plan.attribute].is_required()
        if not required and self.hand.random() < 0.3:
            made.pop(plan.key, None)
        else:
            made[plan.key] = self._fresh_field(record, plan.key)

    def _fresh_field(self, record: type[BaseModel], key: str) -> Any:
        plan = next(plan for plan in field_plans(record) if plan.key == key)
        return self.sower._field(record, plan)


def _record(plan: FieldPlan) -> type[BaseModel]:
    assert plan.record is not None
    return plan.record


def _for_items(view: View, section: str, items: str) -> View:
    """The view in which the items of a section that is one record are seen by the section's own name."""
    return View(view.sees | {items} if section in view.sees else view.sees - {items}, {})


def withdrawn(sown: Sown) -> Sown:
    """The workspace with cases whose close-outs are printed."""
    names = {f"cases/{key}.yaml" for key in sown.cases()}
    trees = {name: {**tree, **ENDED} if name in names else tree for name, tree in sown.trees.items()}
    return Sown(trees, sown.records)
