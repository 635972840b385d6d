"""Values, fields and items as a review says them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

from generator.model.base import Record
from generator.model.fields import FieldPlan, field_plans
from generator.model.marks import Target
from generator.model.scalars.moments import Moment
from generator.review.differences import Step
from generator.rules.in_words import listed, shortened, when_in_words

LONGEST = 90
"""Characters of a text that a review quotes."""
SINGULAR = {
    "events": "event",
    "root_causes": "cause",
    "contributing_factors": "factor",
    "actions": "action",
    "recommendations": "recommendation",
    "exit_criteria": "exit criterion",
    "commitments": "commitment",
    "escalations": "call for help to",
    "attempts": "call to",
    "meetings": "meeting",
    "agenda": "item",
    "attendees": "attendee",
    "dry_run": "dry run of",
    "findings": "finding",
    "lessons": "lesson",
    "options": "option",
    "related": "related case",
    "issued": "issued paper",
    "stage_log": "stage log, to",
    "milestones": "milestone",
    "readings": "reading",
    "disputes": "dispute",
    "asks": "ask",
    "silver_lining": "silver lining",
    "people": "person",
    "areas": "area",
    "rotations": "rotation",
    "overrides": "override of",
    "absences": "absence of",
    "standing_requests": "standing request to",
    "parties": "third party",
    "interactions": "interaction",
    "projects": "project",
    "stories": "story",
    "extended": "extension",
}
"""One item of a list by the name of the list, where that is not its name itself."""
MAIN = (
    "what",
    "title",
    "name",
    "concern",
    "topic",
    "hard_question",
    "say",
    "text",
    "person",
    "area",
    "rotation",
    "case",
    "to",
)
"""The fields of which an item has one that says what it is."""
PERSONS = (Target.PERSON, Target.OURS, Target.THEIRS, Target.ADVOCATE)
"""What a person's key may stand for."""


@dataclass(frozen=True)
class Speech:
    """How a review speaks: the zone of its times, the year that goes without saying, and the names of people and areas."""

    zone: tzinfo
    year: int
    name_of: Callable[[str], str]
    area_of: Callable[[str], str]

    def value(self, value: Any, plan: FieldPlan | None = None) -> str:
        """A value on one line; a person's key as their name."""
        if value is None:
            return "nothing"
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, Moment | date):
            return when_in_words(value, self.zone, self.year)
        if isinstance(value, Record):
            return self.main(value) or "something"
        if isinstance(value, list | tuple | set | frozenset):
            return listed([self.value(one, plan) for one in value]) if value else "nothing"
        return self._text(str(value), plan)

    def _text(self, text: str, plan: FieldPlan | None) -> str:
        target = plan.target if plan else None
        if target in PERSONS:
            return self.name_of(text)
        if target is Target.AREA:
            return self.area_of(text)
        said = shortened(text, LONGEST)
        return f'"{said}"' if plan and plan.prose else said

    def main(self, item: Record) -> str:
        """What an item is, by the first of its telling fields."""
        for plan in field_plans(type(item)):
            if plan.key in MAIN and (said := getattr(item, plan.attribute)) is not None:
                return self.value(said, None if plan.prose else plan).strip('"')
        return ""

    def item(self, step: Step) -> str:
        """An item as a sentence names it: `exit criterion X2 (No order lost)`, `event of 6 March 10:00 (...)`."""
        noun = SINGULAR.get(step.field, step.field.replace("_", " "))
        item = step.item
        if item is None:
            return f"{noun} {step.at}" if isinstance(step.at, str) else noun
        known = getattr(item, "id", None)
        at = getattr(item, "at", None)
        main = self.main(item)
        if isinstance(step.at, str):
            return f"{noun} {main or step.at}"
        if noun.endswith((" of", " to")):
            return f"{noun} {main}" if main else noun
        lead = noun if known is None else f"{noun} {known}"
        lead += f" of {self.value(at)}" if at is not None and known is None else ""
        number = "" if known or at is not None or not isinstance(step.at, int) else f" {step.at + 1}"
        return f"{lead}{number} ({main})" if main else f"{lead}{number}"

    def way(self, steps: Iterable[Step]) -> str:
        """The things that lead to a value: `get-well plan, milestone M2 (...)`."""
        return ", ".join(
            self.item(step) if step.at is not None else step.field.replace("_", " ") for step in steps
        )
