"""What a new event, meeting or case is written as, and where in its file it goes."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.edit import Append, Change, Put, Value
from generator.model.actions import Action
from generator.model.case import Case
from generator.model.causes import RootCause
from generator.model.chronology import Event
from generator.model.meetings import Meeting
from generator.model.scalars.instants import with_offset
from generator.model.scalars.moments import Moment
from generator.model.workspace import CaseFile, Workspace

INTERNAL = {"audience": "internal"}
PREFIXES = {"dry-run": "d"}
"""What the id of a meeting begins with; `m` unless said."""


def event_changes(case: Case, places: Sequence[int], at: Moment, entry: Mapping[str, Value]) -> list[Change]:
    """An event in front of the first that is later; `places` are those of the model's events in the file.

    Where it promises the next update, the one typed on the case says the same from then on.
    """
    later = next((places[n] for n, one in enumerate(case.events) if one.at.order > at.order), None)
    changes: list[Change] = [Append(("events",), dict(entry), later)]
    if case.next_update is not None and "next_update" in entry:
        changes.append(Put(("next_update",), entry["next_update"]))
    return changes


def next_meeting_id(case: Case, kind: str) -> str:
    """The first free id of a meeting of a kind: m1, or d1 for a dry run."""
    prefix = PREFIXES.get(kind, "m")
    numbers = [
        int(found[1])
        for one in case.meetings
        if (found := re.fullmatch(f"{prefix}([0-9]{{1,6}})", one.id, re.I))
    ]
    return f"{prefix}{max(numbers, default=0) + 1}"


def rehearsed(case: Case) -> Meeting | None:
    """The meeting that a new dry run is for: the next customer or close-out meeting that none rehearses yet."""
    done = {one.rehearses for one in case.meetings if one.kind == "dry-run"}
    wanted = (one for one in case.meetings if one.kind in ("customer", "close-out") and not one.held)
    return min((one for one in wanted if one.id not in done), key=lambda one: one.at.order, default=None)


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a case of the same outage takes over from another; all of it internal, and nothing the customer said."""

    fields: dict[str, Value]
    left: int


def like(file: CaseFile, workspace: Workspace) -> Likeness:
    """Causes, our own events and our own actions of a case, for another customer's.

    Contacts are left out, because they were with somebody else; so are evidence, notes, and words for the customer.
    `left` counts the events and actions that are not ours.
    """
    case = file.case
    events = [one for one in case.events if _is_ours(one)]
    actions = [one for one in case.actions if one.owner is None or one.owner in workspace.contacts.people]
    known = {one.id for one in (*case.root_causes, *actions) if one.id}
    fields: dict[str, Value] = {
        "root_causes": [_cause(one) for one in case.root_causes],
        "events": [_event(one) for one in events],
        "actions": [_action(one, known) for one in actions],
    }
    left = len(case.events) - len(events) + len(case.actions) - len(actions)
    return Likeness({key: value for key, value in fields.items() if value}, left)


def _is_ours(event: Event) -> bool:
    return event.by == "us" and event.contact is None and event.disputed is None


def _event(event: Event) -> Value:
    told: dict[str, Value | None] = {"at": _when(event.at, event.approximate)}
    if event.until is not None:
        told["until"] = _when(event.until, event.approximate)
    told |= {"by": "us", "person": event.person, "approximate": "yes" if event.approximate else None}
    return _said({**told, "what": event.what, **INTERNAL})


def _cause(cause: RootCause) -> Value:
    told = {name: getattr(cause, name) for name in ("id", "what", "area", "state", "how", "category")}
    return _said({**told, **INTERNAL})


def _action(action: Action, known: set[str]) -> Value:
    told = {name: getattr(action, name) for name in ("id", "what", "owner", "area")}
    days = {name: _when(at) for name in ("due", "done") if (at := getattr(action, name)) is not None}
    return _said({**told, **days, "serves": [one for one in action.serves if one in known], **INTERNAL})


def _when(moment: Moment, rough: bool = False) -> str:
    """A moment that means the same in a file of another zone."""
    if rough or moment.whole_day:
        return moment.typed
    return with_offset(moment.at)


def _said(fields: Mapping[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in fields.items() if value}
