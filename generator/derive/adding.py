"""What a new event or meeting is written as, and where in its file it goes."""

import re
from collections.abc import Mapping, Sequence

from generator.edit import Append, Change, Put, Value
from generator.model.case import Case
from generator.model.meetings import Meeting
from generator.model.scalars.moments import Moment

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
