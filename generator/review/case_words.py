"""What changed in a case, a line each: of a criterion its state, of a promise its time, of the rest the value."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from generator.audience.visibility import Visibility
from generator.derive.criteria import state_of
from generator.derive.stages import goes_back
from generator.model.base import Record
from generator.model.case import Case
from generator.model.close_out import Dispute
from generator.model.criteria import ExitCriterion
from generator.model.fields import field_plans
from generator.model.promised import promised_update
from generator.model.scalars.moments import Moment
from generator.model.workspace import CaseFile
from generator.review.differences import Difference, Step, differences, paired
from generator.review.seeing import is_seen
from generator.review.speaking import Speech

STATES = ("agreed", "met", "accepted", "dropped")
"""The fields that a criterion's state follows from."""
PROMISES = ("due", "end", "switch_off")
"""Fields that are promises where the customer reads them."""
APART = (("stage",), ("customer_sees",), ("next_update",))
"""Fields that are told in words of their own."""
BACK = "the stage went back"
LATER = "a promise moved later"
TAKEN_OUT = "a promise was taken out"
OPENED = "was internal, and the customer reads it now"


@dataclass(frozen=True, slots=True)
class Remark:
    """One change in a line: what it is about, what is said of it, and whether the customer reads it.

    `warning` says why it wants a second look; it is empty where it wants none.
    """

    about: str
    says: str
    seen: bool = False
    warning: str = ""

    def __str__(self) -> str:
        return f"{self.about}: {self.says}" if self.about else self.says


@dataclass(frozen=True)
class TwoStates:
    """A case before and after."""

    before: CaseFile
    after: CaseFile
    speech: Speech

    @cached_property
    def sees(self) -> tuple[Visibility, Visibility]:
        """What the customer sees before and after."""
        old, new = (Visibility(one.case, one.owner.key) for one in (self.before, self.after))
        return old, new


def remarks(states: TwoStates) -> list[Remark]:
    """Every change of a case: its stage, what the customer sees, its promise, then the rest in the order of the fields."""
    return [*_stage(states), *_sections(states), *_next_update(states), *_criteria(states), *_rest(states)]


def _stage(states: TwoStates) -> Iterator[Remark]:
    old, new = states.before.case.stage, states.after.case.stage
    if old != new:
        says = f"{old} to {new}".replace("-", " ")
        yield Remark("stage", says, True, BACK if goes_back(old, new) else "")


def _sections(states: TwoStates) -> Iterator[Remark]:
    """The sections that the customer's papers show, or show no more."""
    old, new = (dict.fromkeys(one.case.customer_sees) for one in (states.before, states.after))
    for name in new:
        if name not in old:
            yield Remark("the customer sees", f"{name.replace('_', ' ')} from now on", True, OPENED)
    for name in old:
        if name not in new:
            yield Remark("the customer sees", f"{name.replace('_', ' ')} no longer", True)


def _next_update(states: TwoStates) -> Iterator[Remark]:
    """The update that the customer was promised last, where it is another than before."""
    old, new = (promised_update(one.case) for one in (states.before, states.after))
    if old is None and new is not None:
        yield Remark("next update", f"promised for {states.speech.value(new)}", True)
    elif old is not None and new is None:
        yield Remark("next update", f"none any more, was {states.speech.value(old)}", True, TAKEN_OUT)
    elif old is not None and new is not None and (old.at, old.whole_day) != (new.at, new.whole_day):
        moved = f"moved from {states.speech.value(old)} to {states.speech.value(new)}"
        yield Remark("next update", moved, True, LATER if _is_put_off(states, old, new) else "")


def _is_put_off(states: TwoStates, old: Moment, new: Moment) -> bool:
    """Whether the update comes later, and no further contact told the customer so."""
    told = [
        sum(event.contact in ("out", "both") for event in one.case.events)
        for one in (states.before, states.after)
    ]
    return new.end > old.end and told[0] == told[1]


def _criteria(states: TwoStates) -> Iterator[Remark]:
    """Criteria whose state is another: `agreed to met, 6 March`."""
    for at, (old, new) in enumerate(_pairs(states)):
        words = [
            state_of(one, _disputes(file.case)) for one, file in ((old, states.before), (new, states.after))
        ]
        if words[0] != words[1]:
            on = getattr(getattr(new, words[1], None), "on", None)
            when = f", {states.speech.value(on)}" if isinstance(on, date) else ""
            seen = any(one.item("exit_criteria", new) for one in states.sees)
            yield Remark(
                states.speech.item(Step("exit_criteria", new, at)), f"{words[0]} to {words[1]}{when}", seen
            )


def _pairs(states: TwoStates) -> list[tuple[ExitCriterion, ExitCriterion]]:
    """The criteria that were there before, as they were and as they are."""
    pairs, _ = paired(states.before.case.exit_criteria, states.after.case.exit_criteria)
    return [(a, b) for a, b in pairs if isinstance(a, ExitCriterion) and isinstance(b, ExitCriterion)]


def _disputes(case: Case) -> list[Dispute]:
    return list(case.close_out.disputes) if case.close_out else []


def _rest(states: TwoStates) -> Iterator[Remark]:
    """Every other difference."""
    for change in differences(states.before.case, states.after.case):
        if not (
            change.fields in APART or _is_same_moment(change) or _is_state(change) or _is_told(states, change)
        ):
            yield _opened(states, change) or _remark(states, change)


def _is_same_moment(change: Difference) -> bool:
    """Whether a moment was only typed in another way."""
    one, other = change.before, change.after
    if not (isinstance(one, Moment) and isinstance(other, Moment)):
        return False
    return (one.at, one.whole_day) == (other.at, other.whole_day)


def _is_state(change: Difference) -> bool:
    """Whether it is a field that a criterion's state follows from, and so is told with the state."""
    return (
        change.fields[0] == "exit_criteria"
        and change.kind == "new"
        and change.fields[1:2] in [(s,) for s in STATES]
    )


def _remark(states: TwoStates, change: Difference) -> Remark:
    """A difference of a case, with whether the customer reads it."""
    seen = is_seen(change, *states.sees)
    plain = value_in_words(states.speech, change)
    return Remark(plain.about, plain.says, seen, _warning(change, seen))


def value_in_words(speech: Speech, change: Difference) -> Remark:
    """Any difference: the item or the field it is about, and what it says now."""
    whole = change.way[-1].at is not None
    about = speech.way(change.way if whole else change.way[:-1])
    said = _of_item(speech, change) if whole else _of_value(speech, change)
    name = "" if whole else change.way[-1].field.replace("_", " ")
    return Remark(about, f"{name} {said}".strip()) if about else Remark(name, said)


def _of_item(speech: Speech, change: Difference) -> str:
    if change.kind == "gone":
        return "taken out"
    details = _details(speech, change.after)
    return f"added, {details}" if details else "added"


def _details(speech: Speech, item: Any) -> str:
    """What of a new item decides: its owner, its days, its state."""
    told = (
        (name, getattr(item, name, None))
        for name in ("owner", "due", "state", "contact", "next_update", "outcome")
    )
    return ", ".join(
        f"{name.replace('_', ' ')} {_said(speech, item, name, value)}"
        for name, value in told
        if value is not None
    )


def _said(speech: Speech, item: Record, name: str, value: Any) -> str:
    plan = next(one for one in field_plans(type(item)) if one.attribute == name)
    return speech.value(value, plan)


def _of_value(speech: Speech, change: Difference) -> str:
    """A value that is new, gone, moved in time, or another."""
    old, new = (speech.value(one, change.plan) for one in (change.before, change.after))
    if change.kind == "new":
        return f"is {new}"
    if change.kind == "gone":
        return f"no longer said, was {old}"
    if isinstance(change.after, Moment | date):
        return f"moved from {old} to {new}"
    return f"is now {new}, was {old}" if old != new else "is worded otherwise"


def _warning(change: Difference, seen: bool) -> str:
    if not seen:
        return ""
    if change.kind == "gone" and change.fields[0] == "commitments" and len(change.way) == 1:
        return TAKEN_OUT
    if change.fields[-1] not in PROMISES:
        return ""
    if change.kind == "gone":
        return TAKEN_OUT
    old, new = (_end(one) for one in (change.before, change.after))
    return LATER if old is not None and new is not None and new > old else ""


def _end(value: Any) -> date | None:
    return value.day if isinstance(value, Moment) else value if isinstance(value, date) else None


def _is_told(states: TwoStates, change: Difference) -> bool:
    """Whether it is the promise of the next update, which is told by itself."""
    return change.fields == ("events", "next_update") and change.after == promised_update(states.after.case)


def _opened(states: TwoStates, change: Difference) -> Remark | None:
    """An item that the customer did not read and reads now, though it was there before."""
    step, (old, new) = change.way[0], states.sees
    if change.fields[1:] != ("audience",) or step.item is None:
        return None
    if old.item(step.field, change.records[0]) or not new.item(step.field, step.item):
        return None
    return Remark(states.speech.item(step), "now shown to the customer", True, OPENED)
