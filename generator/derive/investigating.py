"""The action that a weak spot of a dry run becomes: what is to be written into the case."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.edit import Append, Change, Put, Value
from generator.model.case import Case
from generator.model.meetings import DryRunFinding, DryRunPart
from generator.source.nodes import Path

NUMBERED = re.compile("A([0-9]{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class WeakSpot:
    """A finding of a dry run with its place in the case's file: the part and the finding, both from 0."""

    part: DryRunPart
    finding: DryRunFinding
    index: int
    number: int

    @property
    def path(self) -> Path:
        """Where it stands in the case's file."""
        return ("dry_run", self.index, "findings", self.number)


def weak_spots(case: Case) -> Iterator[WeakSpot]:
    """Every finding of every dry run, in the order of the file."""
    for index, part in enumerate(case.dry_run):
        for number, finding in enumerate(part.findings):
            yield WeakSpot(part, finding, index, number)


def next_action(case: Case) -> str:
    """The first id of the form A1 behind the greatest that any action has."""
    numbers = [int(found[1]) for one in case.actions if one.id and (found := NUMBERED.fullmatch(one.id))]
    return f"A{max(numbers, default=0) + 1}"


def taken_up(
    case: Case, spot: WeakSpot, owner: str | None, due: date | None, serves: Sequence[str] = ()
) -> tuple[Change, ...]:
    """The changes that make an action of a weak spot and let the weak spot name it.

    `owner` is a person's key; unless given it is whose part the weak spot came up in.
    """
    action = said(case, spot.finding.what, owner or spot.part.person, due, serves)
    return (action, Put((*spot.path, "action"), next_action(case)))


def said(case: Case, what: str, owner: str | None, due: date | None, serves: Sequence[str] = ()) -> Change:
    """The change that adds an action under the next free id."""
    told: dict[str, Value | None] = {"id": next_action(case), "what": what, "owner": owner}
    told |= {"due": due.isoformat() if due else None, "serves": list(serves)}
    return Append(("actions",), {key: value for key, value in told.items() if value})
