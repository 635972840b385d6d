"""What changed in a case, a line each: of a criterion its state, of a promise its time, of the rest the value."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from generator.audience.visibility import Visibility
from generator.derive.criteria import state_of
from generator.derive.stages import goes_back
from generator.model.base import Record
from generator.model.case import Case
from generator.model.close_out import Dispute
from generator.model.criteria import ExitCriterion
from generator.model.fields import field_plans
from generator.model.promised import promised_update
from generator.model.scalars.instants import is_later
from generator.model.scalars.moments import Moment
from generator.model.workspace import CaseFile
from generator.review.differences import Difference, Step, differences
from generator.review.opening import openings, told_by_opening
from generator.review.pairing import paired
from generator.review.promises import promise_warning
from generator.review.remark import BACK, LATER, TAKEN_OUT, Remark
from generator.review.seeing import as_read
from generator.review.speaking import Speech
from generator.review.value_words import value_in_words

STATES = ("agreed", "met", "accepted", "dropped")
"""The fields that a criterion's state follows from."""
APART = (("stage",), ("customer_sees",), ("next_update",))
"""Fields that are told in words of their own."""


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

    @cached_property
    def promised(self) -> tuple[Moment | None, Moment | None]:
        """The next update that the customer was promised, before and after."""
        return promised_update(self.before.case), promised_update(self.after.case)

    @property
    def promise_moved(self) -> bool:
        """Whether that is another moment than before."""
        old, new = self.promised
        return _point(old) != _point(new)

    @cached_property
    def criteria(self) -> list[tuple[ExitCriterion, tuple[str, str]]]:
        """The criteria that were there before, as they are, with the state of each before and after."""
        pairs, _ = paired(self.before.case.exit_criteria, self.after.case.exit_criteria)
        disputes = [_disputes(file.case) for file in (self.before, self.after)]
        return [
            (new, (state_of(old, disputes[0]), state_of(new, disputes[1])))
            for old, new in pairs
            if isinstance(old, ExitCriterion) and isinstance(new, ExitCriterion)
        ]


def remarks(states: TwoStates) -> list[Remark]:
    """Every change of a case: its stage, what the customer sees, its promise, then the rest in the order of the fields."""
    opened = openings(states.before.case, states.after.case, states.sees, states.speech)
    return [*_stage(states), *opened, *_next_update(states), *_criteria(states), *_rest(states)]


def _stage(states: TwoStates) -> Iterator[Remark]:
    old, new = states.before.case.stage, states.after.case.stage
    if old != new:
        says = f"{old} to {new}".replace("-", " ")
        yield Remark("stage", says, True, BACK if goes_back(old, new) else "")


def _next_update(states: TwoStates) -> Iterator[Remark]:
    """The update that the customer was promised last, where it is another than before, or is typed elsewhere."""
    old, new = states.promised
    if states.promise_moved:
        yield _moved_update(states, old, new)
        return
    was, typed = (one.case.next_update for one in (states.before, states.after))
    if _point(was) != _point(typed):
        how = "no longer typed on the case" if typed is None else "typed on the case too"
        yield Remark("next update", f"{how}, {states.speech.value(typed or was)}")


def _moved_update(states: TwoStates, old: Moment | None, new: Moment | None) -> Remark:
    if old is None or new is None:
        said = (
            f"promised for {states.speech.value(new)}"
            if new
            else f"none any more, was {states.speech.value(old)}"
        )
        return Remark("next update", said, True, "" if new else TAKEN_OUT)
    moved = f"moved from {states.speech.value(old)} to {states.speech.value(new)}"
    return Remark("next update", moved, True, LATER if _is_put_off(states, old, new) else "")


def _is_put_off(states: TwoStates, old: Moment, new: Moment) -> bool:
    """Whether the update comes later, and no further contact told the customer so."""
    told = [
        sum(event.contact in ("out", "both") for event in one.case.events)
        for one in (states.before, states.after)
    ]
    return is_later(new.end, old.end) and told[0] == told[1]


def _criteria(states: TwoStates) -> Iterator[Remark]:
    """Criteria whose state is another: `agreed to met, 6 March`."""
    for at, (new, (was, now)) in enumerate(states.criteria):
        if was != now:
            seen = any(one.item("exit_criteria", new) for one in states.sees)
            speech = states.speech.to_customer if seen else states.speech
            about = speech.item(Step("exit_criteria", new, at))
            yield Remark(about, f"{was} to {now}{_since(speech, new, now)}", seen)


def _since(speech: Speech, criterion: ExitCriterion, state: str) -> str:
    """When and with whom a criterion came into its state."""
    entry = getattr(criterion, state, None)
    if not isinstance(entry, Record):
        return ""
    told = {plan.key: plan for plan in field_plans(type(entry))}
    day = f", {speech.value(on)}" if (on := getattr(entry, "on", None)) else ""
    named = (
        f", {key} {speech.value(who, told[key])}"
        for key in ("with", "by")
        if key in told and (who := getattr(entry, told[key].attribute))
    )
    return day + "".join(named)


def _disputes(case: Case) -> list[Dispute]:
    return list(case.close_out.disputes) if case.close_out else []


def _rest(states: TwoStates) -> Iterator[Remark]:
    """Every other difference."""
    old, new = states.before.case, states.after.case
    for change in differences(old, new):
        if not (
            change.fields in APART
            or _is_same_moment(change)
            or _is_state(states, change)
            or _is_told(states, change)
            or told_by_opening(change, old, new, states.sees)
        ):
            yield _remark(states, change)
    if set(old.customer_sees) == set(new.customer_sees) and old.customer_sees != new.customer_sees:
        yield Remark("the customer sees", "the same sections, in another order")


def _is_same_moment(change: Difference) -> bool:
    """Whether a moment was only typed in another way."""
    one, other = change.before, change.after
    return isinstance(one, Moment) and isinstance(other, Moment) and _point(one) == _point(other)


def _point(moment: Moment | None) -> tuple[tuple[datetime, bool], str] | None:
    """What a moment means, however it was typed, unless it was typed roughly."""
    return (moment.order, moment.typed if moment.is_rough else "") if moment else None


def _is_state(states: TwoStates, change: Difference) -> bool:
    """Whether it is the field that a criterion's new state, or the one it left, follows from, and is told with it."""
    if change.fields[0] != "exit_criteria" or len(change.way) != 2 or change.fields[1] not in STATES:
        return False
    was, now = next((pair for new, pair in states.criteria if new is change.way[0].item), ("", ""))
    return was != now and change.kind in ("new", "gone") and change.fields[1] in (was, now)


def _remark(states: TwoStates, change: Difference) -> Remark:
    """A difference of a case, with whether the customer reads it; if they do, in nothing but what they read."""
    read = as_read(change, *states.sees)
    if read is None:
        return value_in_words(states.speech, change)
    return replace(
        value_in_words(states.speech.to_customer, read), seen=True, warning=promise_warning(change)
    )


def _is_told(states: TwoStates, change: Difference) -> bool:
    """Whether it is the promise of the next update, which is told by itself."""
    if change.fields != ("events", "next_update") or not states.promise_moved:
        return False
    sides = zip((change.before, change.after), states.promised, strict=True)
    return all(one is None or one == promised for one, promised in sides)
