"""Values, fields and items as a review says them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from generator.model.base import Record
from generator.model.fields import FieldPlan, field_plans
from generator.model.marks import Kind, Target
from generator.model.scalars.moments import Moment
from generator.review.differences import Step
from generator.review.field_names import SINGULAR, field_name
from generator.rules.in_words import listed, shortened, when_in_words

LONGEST = 90
"""Characters of a text that a review quotes."""
MAIN = (
    *("what", "name", "title", "concern", "topic", "ask", "about", "purpose", "text", "paper"),
    *("person", "area", "rotation", "case", "to", "product", "number", "value"),
)
"""The fields of which an item has one that says what it is; the first that it has counts."""
UNTOLD = ("id", "audience", "notes", "fingerprint")
"""What is left out where a whole record is told."""
MOST = 6
"""How many fields of a record that has no main words are told."""
CONTACT = {"out": "we told the customer", "in": "the customer told us", "both": "both told each other"}
"""Which way a contact went."""
PERSONS = (Target.PERSON, Target.OURS, Target.THEIRS, Target.ADVOCATE)
"""What a person's key may stand for."""

TITLED = (Target.AREA, Target.PRODUCT, Target.CATEGORY, Target.SEGMENT, Target.CUSTOMER, Target.PARTY)
"""What has a key and a name, and is no person."""
JOINED = {"on", "by", "with", "to", "from"}
"""Fields that are told by their key alone: `on 6 February by Ines Okafor`."""
DONE = (
    *("agreed", "met", "accepted", "dropped", "proposed", "approved", "handed_back", "engaged", "confirmed"),
    *("reviewed", "adopted", "blocked", "failed", "declined", "disputed"),
)
"""Groups whose key says what was done."""
OF = ("customer", "product", "meeting")
"""What tells two items of one name apart."""


def did(key: str, said: Any) -> str:
    """What was done, where a field holds the group that says when and by whom: `proposed`; else nothing."""
    return key.replace("_", " ") if key in DONE and isinstance(said, Record) else ""


@dataclass(frozen=True)
class Speech:
    """How a review speaks: the zone of its times, the year that goes without saying, and the names of people and things.

    Of what the customer reads it speaks from `outside`: it names and quotes nothing but what their copy shows.
    """

    zone: tzinfo
    year: int
    name_of: Callable[[str], str]
    title_of: Callable[[Target, str], str]
    face_of: Callable[[str], str] = str
    outside: bool = False

    @property
    def to_customer(self) -> "Speech":
        """The same of what the customer reads."""
        return replace(self, name_of=self.face_of, outside=True)

    def fields(self, record: Record) -> list[FieldPlan]:
        """The fields of a record that may be told."""
        plans = field_plans(type(record))
        return [plan for plan in plans if not (self.outside and plan.kind is Kind.NEVER)]

    def value(self, value: Any, plan: FieldPlan | None = None) -> str:
        """A value on one line; a person's key as their name."""
        if value is None:
            return "nothing"
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, Moment) and value.is_rough:
            return value.typed
        if isinstance(value, Moment | date):
            return when_in_words(value, self.zone, self.year)
        if isinstance(value, Record):
            return self.record(value) if self.is_group(value) else self.main(value)
        if isinstance(value, Mapping):
            return listed([f"{key} ({self.value(one, plan)})" for key, one in value.items()]) or "nothing"
        if isinstance(value, list | tuple | set | frozenset):
            return listed([self.value(one, plan) for one in value]) if value else "nothing"
        return self._text(value, plan)

    def _text(self, value: Any, plan: FieldPlan | None) -> str:
        text = str(value)
        target = plan.target if plan else None
        if target in PERSONS:
            return self.name_of(text)
        if target in TITLED:
            return self.title_of(target, text)
        if plan and plan.key == "contact":
            return CONTACT.get(text, text)
        if isinstance(value, ZoneInfo):
            return text.replace("_", " ")
        if plan and isinstance(value, str) and not plan.text:
            return text.replace("-", " ").replace("_", " ")  # One of a few words that the model knows.
        said = shortened(text, LONGEST)
        return f'"{said}"' if plan and plan.prose else said

    def main(self, item: Record) -> str:
        """What an item is, by the first of its telling fields."""
        plans = {plan.key: plan for plan in self.fields(item)}
        for key in ("say", *MAIN) if self.outside else MAIN:
            plan = plans.get(key)
            if plan is not None and (said := getattr(item, plan.attribute)) is not None:
                return self.value(said, None if plan.prose else plan).strip('"')
        return ""

    def record(self, record: Record) -> str:
        """What a record says, field by field; of a long one the first fields, and how many more."""
        told = [
            (plan.key in JOINED, f"{self._lead(plan, said, record)} {self.value(said, plan)}")
            for plan in self.fields(record)
            if plan.key not in UNTOLD
            and (said := getattr(record, plan.attribute)) not in (None, [], {}, False)
        ]
        more = f" and {len(told) - MOST} more" if len(told) > MOST else ""
        apart = (
            (" " if joined and before else "; ") + words
            for (before, _), (joined, words) in pairwise([(False, ""), *told[:MOST]])
        )
        return "".join(apart).removeprefix("; ") + more

    def is_group(self, record: Record) -> bool:
        """Whether a record is told by its fields: it has no main words, or a day or a person beside them."""
        keys = {plan.key for plan in self.fields(record) if getattr(record, plan.attribute) is not None}
        return not self.main(record) or (bool(keys & JOINED) and not hasattr(record, "id"))

    def _lead(self, plan: FieldPlan, said: Any, record: Record) -> str:
        """What stands before the value of a field where a whole record is told."""
        if plan.key in JOINED:
            return plan.key
        return did(plan.key, said) or field_name(plan.key, type(record).__name__)

    def item(self, step: Step) -> str:
        """An item as a sentence names it: `exit criterion X2 (No order lost)`, `event of 6 March 10:00 (...)`."""
        noun = SINGULAR.get(step.field, field_name(step.field))
        if step.item is None:
            return f"{noun} {str(step.at).replace('-', ' ')}" if step.at is not None else noun
        if isinstance(step.at, str):
            return f"{noun} {self.main(step.item) or step.at}"
        if noun.endswith((" of", " to")):
            return self._with(noun, step.item)
        return self._known(noun, step.item, step.at)

    def _with(self, noun: str, item: Record) -> str:
        """An item that is named by what it is of, and by its moment where it has one."""
        when = getattr(item, "at", None) or getattr(item, "on", None) or getattr(item, "start", None)
        told = [self.main(item) or self._field(item, "by")]
        told += [f"for {said}" for key in OF if (said := self._field(item, key)) and said != told[0]]
        told += [self.value(when)] if when is not None else []
        return f"{noun} {', '.join(told)}"

    def _field(self, item: Record, key: str) -> str:
        """What a field of an item says, if it has one."""
        plan = next((one for one in field_plans(type(item)) if one.key == key), None)
        said = getattr(item, plan.attribute) if plan else None
        return self.value(said, plan) if said is not None else ""

    def _known(self, noun: str, item: Record, place: int | None) -> str:
        """An item that is named by its id, else its moment, else its place, with its main words."""
        known, main = getattr(item, "id", None), self.main(item)
        at = getattr(item, "at", None) or getattr(item, "on", None)
        if known:
            lead = f"{noun} {known}"
        elif isinstance(at, Moment | date):
            lead = f"{noun} of {self.value(at)}"
        else:
            lead = f"{noun} {place + 1}" if place is not None else noun
        return f"{lead} ({main})" if main else lead

    def way(self, steps: Iterable[Step]) -> str:
        """The things that lead to a value: `get-well plan, milestone M2 (...)`."""
        return ", ".join(self.item(step) if step.at is not None else field_name(step.field) for step in steps)
