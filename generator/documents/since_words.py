"""What changed since an earlier copy, in words for the paragraph above the paper."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from generator.derive.changes import Change, Detail, Kind
from generator.model.scalars.moments import Moment
from generator.review.field_names import field_name
from generator.review.remark import Remark
from generator.rules.in_words import shortened, when_in_words

WIDTH = 60
"""Characters that are quoted of what an item says."""
SHORT = 32
"""From how many characters on a value is not told, only that it changed."""
PROSE = ("summary", "wants", "cause_unknown", "resolution_unknown")
"""What is read where it stands."""
LISTS = {
    "events": ("the chronology", "event"),
    "impact": ("the impact", "impact"),
    "evidence": ("the evidence", "evidence"),
    "root_causes": ("the root causes", "cause"),
    "contributing_factors": ("the factors", "factor"),
    "actions": ("the action plan", "action"),
    "recommendations": ("the recommendations", "recommendation"),
    "exit_criteria": ("the exit criteria", "criterion"),
    "commitments": ("the commitments", "commitment"),
    "meetings": ("the meetings", "meeting"),
    "lessons": ("what was learnt", "lesson"),
    "related": ("the related cases", "related case"),
    "silver_lining": ("what is going right", "item"),
    "team": ("the team", "member"),
}
"""Where the items of a section stand, and what one of them is called."""
WHEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})?", re.ASCII)

LED_BY = re.compile(f"^{WHEN.pattern} ", re.ASCII)
REST = re.compile(r" \([^()]*\)$")
"""What a new item says beside its main words."""


def of_remarks(remarks: Iterable[Remark]) -> list[str]:
    """What a review tells of a case, everything about one thing together."""
    said: dict[str, list[str]] = {}
    for remark in remarks:
        said.setdefault(remark.about, []).append(shortened(remark.says, 2 * WIDTH))
    return [f"{about}: {', '.join(says)}" if about else ", ".join(says) for about, says in said.items()]


def of_changes(changes: Iterable[Change], zone: tzinfo, year: int) -> list[str]:
    """What differs between two copies of a customer; times in their zone, the year where it is not this one."""
    return [_of_change(change, zone, year) for change in changes]


def _of_change(change: Change, zone: tzinfo, year: int) -> str:
    name = change.section.replace("_", " ")
    place, noun = LISTS.get(change.section, ("", name))
    said = shortened(REST.sub("", LED_BY.sub("", change.item)), WIDTH)
    if change.kind == "moved":
        return f"{place or name}: in another order"
    if change.kind != "changed":
        lead = "new in" if change.kind == "new" else "no longer in"
        state = "new" if change.kind == "new" else "no longer said"
        return f"{lead} {place}: {said}" if place else f"{name}: {state}"
    if change.section in PROSE:
        return f"{name}: worded otherwise"
    told = ", ".join(_details(change.details, zone, year))
    return f"{noun} {said}: {told}" if said else f"{name}: {told}"


@dataclass(frozen=True, slots=True)
class Told:
    """A change for readers of another language than English: where, what became of it, and its first words.

    `days` are, of what was moved in time, the moments before and after.
    """

    section: str
    kind: Kind
    words: str
    days: tuple[tuple[Moment, Moment], ...] = ()


def parts_of(changes: Iterable[Change], zone: tzinfo) -> list[Told]:
    """The same for a paper in another language, whose template says it: each change with its place and its days."""
    return [_told(change, zone) for change in changes]


def _told(change: Change, zone: tzinfo) -> Told:
    several = change.section in LISTS
    said = shortened(REST.sub("", LED_BY.sub("", change.item)), WIDTH) if several else ""
    pairs = ((_moment(one.before, zone), _moment(one.after, zone)) for one in change.details)
    days = tuple((before, after) for before, after in pairs if before and after)
    return Told(change.section, change.kind, said, days)


def _moment(value: str | None, zone: tzinfo) -> Moment | None:
    if value is None or not WHEN.fullmatch(value):
        return None
    return Moment(value, datetime.fromisoformat(value).replace(tzinfo=zone), ":" not in value)


def _details(details: Iterable[Detail], zone: tzinfo, year: int) -> Iterator[str]:
    for detail in details:
        before, after = (_when(value, zone, year) for value in (detail.before, detail.after))
        lead = f"{field_name(detail.field.replace(' ', '_'))} " if detail.field else ""
        if max(len(before), len(after)) > SHORT:
            yield f"{lead}changed"
        elif not after:
            yield f"{lead}no longer said"
        else:
            yield f"{lead}{after}, was {before}" if before else f"{lead}{after}"


def _when(value: str | None, zone: tzinfo, year: int) -> str:
    """A value, a moment or day in words."""
    if value is None or not WHEN.fullmatch(value):
        return value or ""
    when = datetime.fromisoformat(value).replace(tzinfo=zone) if ":" in value else date.fromisoformat(value)
    return when_in_words(when, zone, year)
