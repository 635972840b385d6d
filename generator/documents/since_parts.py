"""What the paragraph of changes may say on a paper: of the sections that it prints, and to a customer nothing withdrawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.audience.sealing import canonical
from generator.derive.changes import Change, in_zone
from generator.documents.sheets import Sheet
from generator.model.scalars.moments import Moment

HEAD = ("letterhead", "title")
"""What stands at the head of every paper."""
STATE = ("stage", "closed", "opened", "advocate", "next_update", "silver_lining")
UNKNOWN = ("cause_unknown", "resolution_unknown", "expected_resolution")
PROOF = ("impact", "events", "evidence", "root_causes", "contributing_factors", "actions", "recommendations")
ENDS = ("exit_criteria", "get_well", "close_out")
PRINTED: Mapping[str, tuple[str, ...]] = {
    "update": (*STATE, *UNKNOWN, *ENDS, "impact", "events", "root_causes", "actions", "recommendations"),
    "situation-summary": (*STATE, *UNKNOWN, *ENDS, *PROOF, "summary"),
    "chronology": ("stage", "closed", "opened", "events", "evidence"),
    "agenda": ("advocate", "silver_lining", "meetings"),
    "get-well-plan": (
        *("stage", "advocate", "next_update", "silver_lining", "resolution_unknown", "actions"),
        *("recommendations", *ENDS),
    ),
    "dry-run": ("actions", "meetings"),
    "mitigation-offer": ("advocate", "impact", "recommendations"),
    "close-out": (
        *("stage", "closed", "opened", "advocate", "silver_lining", "evidence"),
        *("lessons", "related", *ENDS),
    ),
    "management-review": (
        *("stage", "closed", "advocate", "next_update", "silver_lining", "summary", "impact", "root_causes"),
        *("contributing_factors", "actions", "exit_criteria", "team"),
    ),
}
"""The sections of a case that each paper prints; the paragraph tells of no other."""
CHOSEN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "update": ("news", ("events", "root_causes", "actions")),
    "agenda": ("agenda", ("meetings",)),
}
"""The sections of which a paper prints some items alone, and under which name its template is given these."""


def told_on(sheet: Sheet, earlier: Sheet, found: Iterable[Change]) -> Iterator[Change]:
    """Those of the changes that readers of this paper could find on it, or on what it was before."""
    printed = (*HEAD, *PRINTED[sheet.paper.key])
    name, chosen = CHOSEN.get(sheet.paper.key, ("", ()))
    given = (part for one in (sheet, earlier) for part in parts(one.context.get(name)))
    known = {mark_of(part, sheet) for part in given}
    for change in found:
        if change.section not in printed:
            continue
        if change.section not in chosen or mark_of(change.part, sheet) in known:
            yield change


def mark_of(value: Any, sheet: Sheet) -> bytes:
    """What a value says to the readers of a paper, in their zone and however it was typed."""
    return canonical({"": in_zone(value, sheet.zone)})


def parts(value: Any) -> Iterator[Any]:
    """A part of a case and the parts in it, such as a meeting and its topics."""
    if isinstance(value, tuple):
        for one in value:
            yield from parts(one)
    elif is_dataclass(value) and not isinstance(value, Moment):
        yield value
        for field in fields(value):
            yield from parts(getattr(value, field.name))
