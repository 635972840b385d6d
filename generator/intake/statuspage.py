"""Incidents of a Statuspage-style `incidents.json`: each with its updates."""

import json
from collections.abc import Iterator
from typing import Any

from generator.intake.draft import DraftCase, DraftEvent, Left, Moment
from generator.intake.moments import Clock, reading_of
from generator.intake.naming import name_of


def statuspage_cases(source: str, text: str, clock: Clock) -> list[DraftCase] | None:
    """The drafts of a page's incidents; None where the text is no such list."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    incidents = data.get("incidents") if isinstance(data, dict) else None
    if not isinstance(incidents, list):
        return None
    lines = _lines(text)
    return [
        _case(source, one, lines, clock) for one in incidents if isinstance(one, dict) and one.get("name")
    ]


def _lines(text: str) -> dict[str, int]:
    """The line (from 1) on which each quoted text stands first, to say where something came from."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        for part in line.split('"')[1::2]:
            found.setdefault(part, number)
    return found


def _case(source: str, incident: dict[str, Any], lines: dict[str, int], clock: Clock) -> DraftCase:
    opened = _moment(incident.get("created_at"), clock)
    title = str(incident["name"])
    line = lines.get(str(incident.get("id")), lines.get(title, 1))
    case = DraftCase(source, line, name_of(opened, title), title, opened)
    case.severity = _said(incident.get("impact"))
    case.tags = [str(one["name"]) for one in _dicts(incident.get("components")) if one.get("name")]
    for update in reversed(list(_dicts(incident.get("incident_updates")))):
        _update(case, update, lines, clock)
    case.events.sort(key=lambda event: event.at.order)
    if end := _moment(incident.get("resolved_at"), clock):
        case.events.append(DraftEvent(end, "Marked as resolved.", line, "status page"))
    if postmortem := _said(incident.get("postmortem_body")):
        case.summary = postmortem
    return case


def _update(case: DraftCase, update: dict[str, Any], lines: dict[str, int], clock: Clock) -> None:
    line = lines.get(str(update.get("id")), case.line)
    said = _said(update.get("body"))
    at = _moment(update.get("display_at") or update.get("created_at"), clock)
    if said is None or at is None:
        why = "it has no text" if said is None else "it says no moment that can be told"
        case.left.append(Left(line, f"update {update.get('id', '')}".strip(), why))
        return
    case.events.append(DraftEvent(at, said, line, "status page"))


def _moment(typed: Any, clock: Clock) -> Moment | None:
    try:
        reading = reading_of(typed, clock) if isinstance(typed, str) else None
    except ValueError:
        return None
    return reading.moment if reading else None


def _said(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    yield from (one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()
