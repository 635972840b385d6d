"""Where each action stands, computed from what is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from generator.derive.kinds import AnyAction
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment

ActionWord = Literal["done", "dropped", "late", "due-today", "due-tomorrow", "waiting", "in-hand"]


@dataclass(frozen=True, slots=True)
class ActionState:
    """An action's status. `on` is the day it was done, dropped or is due; `late` how long it is overdue."""

    word: ActionWord
    on: date | None = None
    late: timedelta | None = None
    waits_for: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.word not in ("done", "dropped")


def status(action: AnyAction, actions: Sequence[AnyAction], as_of: datetime) -> ActionState:
    """Where an action stands as of an aware moment; `actions` are those of its case, for what it depends on."""
    if action.done is not None and _is_done(action, as_of):
        return ActionState("done", action.done.day)
    if action.dropped is not None:
        return ActionState("dropped", action.dropped.on)
    if action.due is not None and is_past(action.due, as_of):
        return ActionState("late", action.due.day, between(action.due.end, as_of))
    waits_for = _unfinished(action, actions, as_of)
    if waits_for:
        return ActionState("waiting", action.due.day if action.due else None, None, waits_for)
    return ActionState(_soon(action, as_of), action.due.day if action.due else None)


def is_past(due: Moment, as_of: datetime) -> bool:
    """Whether a due moment is over at an aware moment: a day with the last of its hours, a time when the next minute
    begins.
    """
    over = between(due.end, as_of)
    return over >= timedelta() if due.whole_day else over > timedelta()


def _is_done(action: AnyAction, as_of: datetime) -> bool:
    return action.done is not None and between(action.done.at, as_of) >= timedelta()


def _soon(action: AnyAction, as_of: datetime) -> ActionWord:
    if action.due is None:
        return "in-hand"
    days = (action.due.day - as_of.astimezone(action.due.at.tzinfo).date()).days
    return "due-today" if days == 0 else "due-tomorrow" if days == 1 else "in-hand"


def _unfinished(action: AnyAction, actions: Sequence[AnyAction], as_of: datetime) -> tuple[str, ...]:
    over = {other.id for other in actions if _is_done(other, as_of) or other.dropped is not None}
    return tuple(key for key in action.depends_on if key not in over)
