"""Workspaces with a token of its own in every text of the schema, made from the plans of its fields by a seeded hand."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import count
from random import Random
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from pydantic import BaseModel

from generator.model.case import Case, SectionName
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.fields import FieldPlan, field_plans
from generator.model.marks import Kind, Target
from generator.model.recommendations import Mitigation
from generator.model.scalars.durations import Duration
from generator.model.scalars.hours import Hours
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.model.scalars.texts import Goal
from generator.model.settings import Settings
from generator.model.stories import DatedStory
from tests.audience.canaries import annotation_of, bare_type, fits, single

Tree = dict[str, Any]
MARK = "zqcanary"
SECTIONS: tuple[str, ...] = get_args(SectionName)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FORMS = (
    "The {word} sings",
    "{word}",
    "kestrel/{word}",
    "{phone}",
    "https://{word}.example/",
    "{word}@{word}.example",
    "#0b5a54",
)
"""How a text is written, from the freest form to the strictest; a field gets the first that it takes."""
OURS = "kestrel"
CASES = ("kestrel/cards", "kestrel/mails")
OTHER = f"{MARK}other"
"""The key of another customer, a token too."""
SCALARS: dict[Any, Any] = {
    date: lambda hand: f"2026-{hand.randint(1, 3):02}-{hand.randint(1, 28):02}",
    Moment: lambda hand: f"2026-{hand.randint(1, 3):02}-{hand.randint(1, 28):02} {hand.randint(10, 16)}:05",
    ZoneInfo: lambda hand: hand.choice(["America/New_York", "Europe/Berlin", "Asia/Kathmandu"]),
    Money: lambda hand: f"{hand.randint(1, 9000)}.50 EUR",
    Duration: lambda hand: f"{hand.randint(1, 20)} days",
    Goal: lambda hand: f"at most {hand.randint(1, 90)}",
    Hours: lambda _: "24x7",
    bool: lambda hand: hand.choice(["yes", "no"]),
    "int": lambda hand: str(hand.randint(1, 4)),
    "Decimal": lambda hand: str(hand.randint(1, 90)),
}


ENDED = {"outcome": "withdrawn"}
"""How a case ended whose close-out is printed whatever is still open, because what is ours alone decides that else."""


def word(number: int) -> str:
    """A token that stands nowhere else: the mark and five letters that count."""
    ending = ""
    for _ in range(5):
        number, letter = divmod(number, 26)
        ending = LETTERS[letter] + ending
    return MARK + ending


def phone(number: int) -> str:
    """A number of the ranges that are kept for stories, unlike every other up to 80,000."""
    return f"+1 {200 + number // 100} 555 01{number % 100:02}"


@dataclass
class Sower:
    """Fills records. `full` writes every field; else some are left out and lists are longer or shorter.

    `twice` gives every list of items in a case two of them, the second one kept inside.
    """

    hand: Random
    full: bool = False
    twice: bool = False
    keys: dict[Target, list[str]] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=count)

    def tree(self, record: type[BaseModel]) -> Tree:
        """One record as it is typed."""
        plans = [plan for plan in field_plans(record) if self._is_written(record, plan)]
        tree = {plan.key: self._field(record, plan) for plan in plans}
        return {**tree, "audience": "customer"} if self.full and record is Mitigation else tree

    def _is_written(self, record: type[BaseModel], plan: FieldPlan) -> bool:
        if plan.key in ("customer_sees", "shown_as") or (plan.key == "audience" and self.full):
            return False
        if record.model_fields[plan.attribute].is_required() or self.full:
            return not (self.full and plan.key in ("left", "swirl"))
        return self.hand.random() < (0.4 if plan.key in ("audience", "left") else 0.8)

    def _field(self, record: type[BaseModel], plan: FieldPlan) -> Any:
        annotation = annotation_of(record, plan)
        if plan.shape == "list":
            return self._list(annotation, plan)
        if plan.shape == "map":
            one = self._list if holds_lists(annotation) else self._one
            return {self._key(annotation): one(annotation, plan) for _ in range(self._many())}
        return self._one(annotation, plan)

    def _list(self, annotation: Any, plan: FieldPlan) -> list[Any]:
        items = [self._one(annotation, plan) for _ in range(self._many())]
        if (
            self.twice
            and plan.kind is Kind.SECTION
            and plan.record
            and "audience" in plan.record.model_fields
        ):
            items.append({**self._one(annotation, plan), "audience": "internal"})
        return items

    def _many(self) -> int:
        return 1 if self.full else self.hand.randint(1, 2)

    def _one(self, annotation: Any, plan: FieldPlan) -> Any:
        if plan.record is not None:
            return self.tree(plan.record)
        known = self.keys.get(plan.target) if plan.target else None
        if known and (self.full or self.hand.random() < 0.85):
            return self.hand.choice(known)
        return self._scalar(single(annotation))

    def _key(self, annotation: Any) -> str:
        return self._scalar(key_type(annotation))

    def _scalar(self, annotation: Any) -> str:
        bare = bare_type(annotation)
        if get_origin(bare) is Literal:
            return str(get_args(bare)[0] if self.full else self.hand.choice(get_args(bare)))
        if bare is str:
            number = next(self.numbers)
            return form_of(annotation).format(word=word(number), phone=phone(number))
        makes = SCALARS.get(bare) or SCALARS[bare.__name__]
        return str(makes(self.hand))


def holds_map(record: type[BaseModel], plan: FieldPlan) -> bool:
    """Whether a field is a map whose keys people type."""
    return plan.shape == "map" and bare_type(key_type(annotation_of(record, plan))) is str


def holds_lists(annotation: Any) -> bool:
    """Whether the values of a map are lists."""
    if get_origin(annotation) is dict:
        return get_origin(get_args(annotation)[1]) is list
    return bool(get_args(annotation)) and holds_lists(get_args(annotation)[0])


@cache
def form_of(annotation: Any) -> str:
    """The freest form that a type of texts takes."""
    return next(form for form in FORMS if fits(annotation, form.format(word=word(1), phone=phone(1))))


def key_type(annotation: Any) -> Any:
    """The type of the keys in an annotation of a map."""
    if get_origin(annotation) is dict:
        return get_args(annotation)[0]
    if get_origin(annotation) in (Union, UnionType):
        return key_type(next(one for one in get_args(annotation) if one is not type(None)))
    return key_type(get_args(annotation)[0])


ALTERED = re.compile(rf"The ({MARK}[a-z]{{5}}) sings|{MARK}[a-z]{{5}}|\+1 [2-9]\d\d 555 01\d\d")


@dataclass(frozen=True, repr=False)
class Sown:
    """A workspace as trees by file, and the class of each file's record."""

    trees: dict[str, Any]
    records: dict[str, type[BaseModel]]

    def files(self) -> dict[str, str]:
        """The texts of its files."""
        return {name: json.dumps(tree, indent=1) for name, tree in self.trees.items()}

    def altered(self, tokens: set[str]) -> dict[str, str]:
        """The texts of its files with other words in place of these tokens, wherever they stand, and more notes."""

        def other(found: re.Match[str]) -> str:
            token = found[1] or found[0]
            if token not in tokens:
                return found[0]
            if token.startswith("+"):
                return f"{token} x{token[-2:]}7"
            changed = token.replace(MARK, "altered") + "still"
            return f"An {changed} hums, and says more than was ever said before." if found[1] else changed

        files = {ALTERED.sub(other, name): ALTERED.sub(other, text) for name, text in self.files().items()}
        more = '"notes": [ "One note more than there was.",'
        return {name: re.sub(r'"notes": \[', more, text) for name, text in files.items()}

    def alone(self, token: str) -> dict[str, str]:
        """The texts of its files with this one token in them, plain words in place of all others."""
        return {_plain(name, token): _plain(text, token) for name, text in self.files().items()}

    def smaller(self) -> "Sown":
        """Our customer's first case alone, with the customer and the house."""
        names = [name for name in self.trees if "/" not in name or name.startswith(f"cases/{CASES[0]}.")]
        names += [f"cases/{OURS}/customer.yaml"]
        return Sown({name: self.trees[name] for name in names}, {name: self.records[name] for name in names})

    def cases(self) -> list[str]:
        """Our customer's cases in it."""
        return [key for key in CASES if f"cases/{key}.yaml" in self.trees]

    def without(self, *sections: str) -> "Sown":
        """The same with every section opened to the customer but these."""
        sees = [section for section in SECTIONS if section not in sections]
        names = [f"cases/{key}.yaml" for key in self.cases()]
        opened = {name: {**self.trees[name], "customer_sees": sees} for name in names}
        return Sown({**self.trees, **opened}, self.records)


def _plain(text: str, kept: str) -> str:
    """A text in which every token but one is a plain word, unlike all others, because keys must be."""
    return re.sub(rf"{MARK}([a-z]{{5}})", lambda one: one[0] if one[0] == kept else f"plain{one[1]}", text)


def sow(seed: int, full: bool = False) -> Sown:
    """A workspace of two customers; `full` has every field of the schema in it, everything open, nothing by chance."""
    hand = Random(seed)
    people = {Target.PERSON: [], Target.OURS: [], Target.THEIRS: [], Target.ADVOCATE: []}
    sower = Sower(hand, full, full, {**people, Target.SIDE: ["us"]})
    settings, contacts = sower.tree(Settings), sower.tree(Contacts)
    _know_house(sower, settings, contacts)
    trees: Tree = {"casewright.yaml": settings, "contacts.yaml": contacts}
    records: dict[str, type[BaseModel]] = {"casewright.yaml": Settings, "contacts.yaml": Contacts}
    ours = CASES if full or hand.random() < 0.3 else CASES[:1]
    for customer, cases in ((OURS, ours), (OTHER, (f"{OTHER}/{word(next(sower.numbers))}",))):
        owner = _customer(sower)
        trees[f"cases/{customer}/customer.yaml"] = owner
        records[f"cases/{customer}/customer.yaml"] = Customer
        for key in cases:
            trees[f"cases/{key}.yaml"] = {**_case(sower), **(ENDED if full else {})}
            records[f"cases/{key}.yaml"] = Case
    trees["stories.yaml"], records["stories.yaml"] = [sower.tree(DatedStory)], DatedStory
    return Sown(trees, records)


def _know_house(sower: Sower, settings: Tree, contacts: Tree) -> None:
    """Gives the house's keys to whoever points at them; people are shown at every level in turn."""
    people = contacts.setdefault("people", {})
    while len(people) < 3:
        people.update(sower.tree(Contacts).get("people", {}))
    for person, level in zip(people.values(), ("role", "name", "contact") * 2, strict=False):
        person["shown_as"] = level
    parties = contacts.get("parties", {})
    inside = [key for party in parties.values() for key in party.get("people", {})]
    sower.keys |= {
        Target.OURS: list(people),
        Target.PERSON: [*people, *inside],
        Target.ADVOCATE: [*people, *contacts.get("rotations", {})],
        Target.ROTATION: list(contacts.get("rotations", {})),
        Target.AREA: list(contacts.get("areas", {})),
        Target.PARTY: list(parties),
        Target.SIDE: [*parties] if sower.full else ["us", "customer", *parties],
        Target.PRODUCT: list(settings.get("products", {})),
        Target.CATEGORY: list(settings.get("cause_categories", {})),
        Target.SEGMENT: list(settings.get("segments", {})),
        Target.CASE: [] if sower.full else [*CASES, f"{OTHER}/some-case"],
    }


def _customer(sower: Sower) -> Tree:
    tree = sower.tree(Customer)
    theirs = list(tree.get("people", {}))
    sower.keys[Target.THEIRS] = theirs
    sower.keys[Target.PERSON] = [*sower.keys[Target.PERSON], *theirs]
    return tree


POINTED_AT = {
    Target.EVIDENCE: ("evidence",),
    Target.ACTION: ("actions",),
    Target.CRITERION: ("exit_criteria",),
    Target.MEETING: ("meetings",),
    Target.PURPOSE: ("root_causes", "contributing_factors", "exit_criteria", "recommendations"),
}
"""The sections whose ids each reference may name."""


def _case(sower: Sower) -> Tree:
    """A case whose items point at each other: sown once for their ids, and once more with these known."""
    ids = {section: _ids(items) for section, items in sower.tree(Case).items() if isinstance(items, list)}
    for target, sections in POINTED_AT.items():
        sower.keys[target] = [one for section in sections for one in ids.get(section, ())]
    tree = sower.tree(Case)
    for section, names in ids.items():
        for item, name in zip(tree.get(section, ()), names, strict=False):
            if "id" in item:
                item["id"] = name
    for target in POINTED_AT:
        sower.keys[target] = []
    tree["customer_sees"] = [one for one in SECTIONS if sower.full or sower.hand.random() < 0.6]
    for member in () if sower.full else tree.get("team", ()):
        if sower.hand.random() < 0.3:
            member["shown_as"] = sower.hand.choice(["role", "name", "contact"])
    return tree


def _ids(items: list[Any]) -> list[str]:
    return [item["id"] for item in items if isinstance(item, dict) and "id" in item]
