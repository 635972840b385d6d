"""A draft as a case file: what its source says, where each thing came from, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.edit.entry import Entry, Quoted, Value
from generator.edit.modeline import modeline
from generator.edit.whole import whole
from generator.intake.draft import DraftCase, DraftEvent, Point


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the import was told besides the source.

    `severities` are the numbers of settings by the source's words; `contact` whether messages of ours reached the
    customer, so that they count as contacts.
    """

    advocate: str
    severities: Mapping[str, str]
    contact: bool = False


def case_file(case: DraftCase, wishes: Wishes) -> str:
    """The YAML of a draft. A moment that could not be read is left out, and `check` asks for it."""
    severity = wishes.severities.get((case.severity or "").lower())
    tags = [*case.tags, *([f"{case.severity} in the source"] if case.severity and severity is None else [])]
    fields: dict[str, Value | None] = {
        "title": " ".join(case.title.split()),
        "opened": case.opened.text if case.opened else None,
        "advocate": wishes.advocate,
        "severity": severity,
        "tags": list(dict.fromkeys(tags)),
        "summary": case.summary,
        "events": [_event(case, event, wishes) for event in case.events],
        "actions": [_point(case, one) for one in case.actions],
        "silver_lining": [one.what for one in case.silver_lining],
        "lessons": [_point(case, one) for one in case.lessons],
        "notes": _notes(case),
    }
    return whole({key: value for key, value in fields.items() if value}, modeline("case"))


def _event(case: DraftCase, event: DraftEvent, wishes: Wishes) -> Entry:
    came = f"{case.source}, line {event.line}"
    told = [
        came,
        *([f"by {event.person}"] if event.person else []),
        *([f"status {event.status}"] if event.status else []),
        *([event.at.doubt] if event.at.doubt else []),
    ]
    fields: dict[str, Value | None] = {
        "at": event.at.text,
        "until": event.at.until,
        "approximate": "yes" if event.at.doubt else None,
        "contact": "out" if wishes.contact and event.channel == "status page" else None,
        "channel": event.channel,
        "what": event.what.replace("\r\n", "\n"),
        "notes": "; ".join(told),
    }
    return {key: value for key, value in fields.items() if value}


def _point(case: DraftCase, point: Point) -> Entry:
    return {"what": point.what, "notes": f"{case.source}, line {point.line}"}


def _notes(case: DraftCase) -> Value:
    """What the import would have whoever reads the draft know."""
    lines = [f"Imported from {case.source}, line {case.line}."]
    if case.opened and case.opened.doubt:
        lines.append(f"The opening is in doubt: {case.opened.doubt}.")
    lines += [f"Left in {case.source}, line {one.line}: {one.what} ({one.why})." for one in case.left]
    return [Quoted(line) for line in lines]


def customer_file(name: str) -> str:
    """The YAML of a customer of whom only the name is known."""
    return whole({"name": name}, modeline("customer"))
