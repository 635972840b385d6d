"""What a case takes over from another of the same outage: what is ours, for us alone, and no word of its customer."""

import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.derive.story_numbers import numbers_shared
from generator.derive.story_telltales import Register, found, named, of_customers, plain
from generator.edit import Value
from generator.model.actions import Action
from generator.model.causes import RootCause
from generator.model.chronology import Event
from generator.model.scalars.instants import with_offset
from generator.model.scalars.moments import Moment
from generator.model.workspace import CaseFile, Workspace

INTERNAL = {"audience": "internal"}
QUOTED = re.compile(r"[\"“”„«»‹›‘]|(?<!\w)'.*'|^>", re.MULTILINE)
"""A mark that quotes somebody's words; an apostrophe between letters is none."""

One = TypeVar("One", Event, RootCause, Action)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The sections of the new case, and what stays behind: the list of each such item, and its index (from 0) in it."""

    fields: dict[str, Value]
    left: tuple[tuple[str, int], ...]


def like(file: CaseFile, workspace: Workspace) -> Likeness:
    """Causes, our own events and our own actions of a case, for another customer's; all of them internal.

    Contacts are left out, because they were with somebody else; so are evidence, notes, and words for the customer. An
    item that names that customer or their people, holds an amount or a number of three digits, or quotes somebody, is
    left too: no sentence can be halved.
    """
    case, tells, ours = file.case, _telling(file, workspace), workspace.contacts.people
    causes, no_causes = _apart(case.root_causes, lambda one: not tells(one.what, one.how))
    events, no_events = _apart(case.events, lambda one: _is_ours(one, ours) and not tells(one.what))
    actions, no_actions = _apart(case.actions, lambda one: _is_for_us(one, ours) and not tells(one.what))
    known = {one.id for one in (*causes, *actions) if one.id}
    fields: dict[str, Value] = {
        "root_causes": [_cause(one) for one in causes],
        "events": [_event(one) for one in events],
        "actions": [_action(one, known) for one in actions],
    }
    left = {"root_causes": no_causes, "events": no_events, "actions": no_actions}
    return Likeness(_said(fields), tuple((key, at) for key, places in left.items() for at in places))


def outage(file: CaseFile) -> str:
    """The key of the outage that a case is of: as it says, else its own name without the words of its customer's."""
    if file.case.incident:
        return str(file.case.incident)
    customer = file.owner.customer
    told = {
        word for name in (file.owner.key, customer.name, *customer.aliases) for word in plain(name).split()
    }
    return "-".join(word for word in file.name.split("-") if word not in told) or file.name


def _telling(file: CaseFile, workspace: Workspace) -> Callable[..., bool]:
    """Whether texts of a case name its customer or one of their people, hold a number that it is known by, or quote."""
    names = [*of_customers(workspace), *Register(workspace).parts_of_names(file.owner)]
    if file.owner.customer.described_as:
        names.append(named("customer", file.owner.customer.described_as))

    def tells(*texts: str | None) -> bool:
        return any(
            QUOTED.search(text) or found(text, names) or any(numbers_shared(text, [file]))
            for text in texts
            if text
        )

    return tells


def _apart(items: Sequence[One], is_kept: Callable[[One], bool]) -> tuple[list[One], list[int]]:
    """The items that are kept, and the places of the others."""
    kept = [is_kept(one) for one in items]
    places = [at for at, keep in enumerate(kept) if not keep]
    return [one for one, keep in zip(items, kept, strict=True) if keep], places


def _is_ours(event: Event, ours: Container[str]) -> bool:
    """Whether we alone acted, and told nobody of it."""
    alone = event.contact is None and event.disputed is None
    return event.by == "us" and alone and (event.person is None or event.person in ours)


def _is_for_us(action: Action, ours: Container[str]) -> bool:
    """Whether it is ours to do, and was not given up."""
    return action.dropped is None and (action.owner is None or action.owner in ours)


def _event(event: Event) -> Value:
    told: dict[str, Value | None] = {"at": _when(event.at, event.approximate)}
    if event.until is not None:
        told["until"] = _when(event.until, event.approximate)
    told |= {"by": "us", "person": event.person, "approximate": "yes" if event.approximate else None}
    return _said({**told, "what": event.what, **INTERNAL})


def _cause(cause: RootCause) -> Value:
    told = {name: getattr(cause, name) for name in ("id", "what", "area", "state", "how", "category")}
    return _said({**told, **INTERNAL})


def _action(action: Action, known: Container[str | None]) -> Value:
    told = {name: getattr(action, name) for name in ("id", "what", "owner", "area")}
    days = {name: _when(at) for name in ("due", "done") if (at := getattr(action, name)) is not None}
    towards = {
        name: [one for one in getattr(action, name) if one in known] for name in ("depends_on", "serves")
    }
    return _said({**told, **days, **towards, **INTERNAL})


def _when(moment: Moment, rough: bool = False) -> str:
    """A moment that means the same in a file of another zone."""
    return moment.typed if rough or moment.whole_day else with_offset(moment.at)


def _said(fields: Mapping[str, Value | None]) -> dict[str, Value]:
    return {key: value for key, value in fields.items() if value}
