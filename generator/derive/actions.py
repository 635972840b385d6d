"""Where each action stands, computed from what is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from generator.derive.kinds import AnyAction

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
    if action.done is not None and action.done.at <= as_of:
        return ActionState("done", action.done.day)
    if action.dropped is not None:
        return ActionState("dropped", action.dropped.on)
    if action.due is not None and action.due.end <= as_of:
        return ActionState("late", action.due.day, as_of - action.due.end)
    waits_for = _unfinished(action, actions)
    if waits_for:
        return ActionState("waiting", action.due.day if action.due else None, None, waits_for)
    return ActionState(_soon(action, as_of), action.due.day if action.due else None)


def _soon(action: AnyAction, as_of: datetime) -> ActionWord:
    if action.due is None:
        return "in-hand"
    days = (action.due.day - as_of.astimezone(action.due.at.tzinfo).date()).days
    return "due-today" if days == 0 else "due-tomorrow" if days == 1 else "in-hand"


def _unfinished(action: AnyAction, actions: Sequence[AnyAction]) -> tuple[str, ...]:
    over = {other.id for other in actions if other.done is not None or other.dropped is not None}
    return tuple(key for key in action.depends_on if key not in over)
