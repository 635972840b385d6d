"""Incidents and maintenances of a Statuspage-style `incidents.json`: each with its updates."""

from collections.abc import Iterator
from typing import Any

from generator.intake.draft import DraftCase, DraftEvent, Left, Moment, Unreadable
from generator.intake.json_lines import Item, read_json
from generator.intake.moments import Clock, moment_in
from generator.intake.naming import name_of

LISTS = ("incidents", "scheduled_maintenances")
PLANNED = ("scheduled_for", "scheduled_until")


def statuspage_cases(source: str, text: str, clock: Clock) -> list[DraftCase] | None:
    """The drafts of a page's incidents; None where the text is no such list."""
    try:
        held = _incidents(read_json(text))
    except Unreadable:
        return None
    return None if held is None else [_case(source, one, clock) for one in held]


def _incidents(data: Any) -> list[Any] | None:
    """What stands in a page's lists, or in the bare list that the page's managers are given."""
    if isinstance(data, list):
        return data if any("incident_updates" in one for one in _items(data)) else None
    lists = [data[key] for key in LISTS if isinstance(data.get(key), list)] if isinstance(data, Item) else []
    return [one for held in lists for one in held] if lists else None


def _case(source: str, incident: Any, clock: Clock) -> DraftCase:
    """The draft of an incident. One without a name has no title, which says that it was left."""
    if not isinstance(incident, Item) or (title := _said(incident.get("name"))) is None:
        line = incident.line if isinstance(incident, Item) else 1
        return DraftCase(source, line, "", "", left=[Left(line, "incident", "it has no name")])
    case = DraftCase(source, incident.line, "", title)
    case.opened = _moment(case, incident, "created_at", clock)
    case.name = name_of(case.opened, title)
    case.severity = _said(incident.get("impact"))
    case.tags = [said for one in _items(incident.get("components")) if (said := _said(one.get("name")))]
    for update in reversed(list(_items(incident.get("incident_updates")))):
        _update(case, update, clock)
    if end := _moment(case, incident, "resolved_at", clock):
        case.events.append(DraftEvent(end, "Marked as resolved.", case.line, "status page"))
    case.events.sort(key=lambda event: event.at.order)
    case.summary = _said(incident.get("postmortem_body"))
    for key in PLANNED:
        if planned := _said(incident.get(key)):
            case.left.append(
                Left(case.line, f"{key}: {planned}", "it says what was planned, not what happened")
            )
    if (began := _said(incident.get("started_at"))) and began != incident.get("created_at"):
        case.left.append(Left(case.line, f"started_at: {began}", "no field of a case is sure to be meant"))
    return case


def _update(case: DraftCase, update: Item, clock: Clock) -> None:
    said = _said(update.get("body"))
    at = _told(update.get("display_at") or update.get("created_at"), clock)
    if said is not None and at is not None:
        status = _said(update.get("status"))
        case.events.append(DraftEvent(at, said, update.line, "status page", status=status))
    elif said is not None:
        case.left.append(Left(update.line, said[:60], "it says no moment that can be told"))
    else:
        case.left.append(Left(update.line, f"update {update.get('id', '')}".strip(), "it has no text"))


def _moment(case: DraftCase, held: Item, key: str, clock: Clock) -> Moment | None:
    """The moment of a key; one that cannot be told is left."""
    moment = _told(held.get(key), clock)
    if moment is None and held.get(key):
        case.left.append(Left(held.line, f"{key}: {held[key]}"[:60], "it is no moment that can be told"))
    return moment


def _told(typed: Any, clock: Clock) -> Moment | None:
    try:
        return moment_in(str(typed), clock) if typed else None
    except ValueError:
        return None


def _said(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _items(value: Any) -> Iterator[Item]:
    yield from (one for one in value if isinstance(one, Item)) if isinstance(value, list) else ()
