"""One case as the rules look at it: with its workspace, at a moment, and with what several of them ask of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from generator.audience.passages import open_texts
from generator.audience.visibility import Visibility
from generator.finding import Finding, Place
from generator.model.case import Case
from generator.model.people import find_person
from generator.model.scalars.moments import Moment
from generator.model.settings import SegmentPlan
from generator.model.workspace import CaseFile, Workspace
from generator.rules.happened import Past, happened
from generator.rules.in_words import shortened, when_in_words


@dataclass(frozen=True)
class Scene:
    """A case, the workspace around it and the moment taken for now, in UTC."""

    file: CaseFile
    workspace: Workspace
    as_of: datetime

    @property
    def case(self) -> Case:
        """The case itself."""
        return self.file.case

    @cached_property
    def now(self) -> datetime:
        """The moment taken for now, in the case's zone."""
        return self.as_of.astimezone(self.file.zone)

    @cached_property
    def happened(self) -> list[Past]:
        """Everything that the case records as having happened."""
        return list(happened(self.file.case))

    @cached_property
    def sees(self) -> Visibility:
        """What the customer of the case may read."""
        return Visibility(self.file.case, self.file.owner.key)

    @cached_property
    def open_texts(self) -> list[str]:
        """Every text that the customer of the case could read if all of it were opened to them."""
        return open_texts(self.file)

    @cached_property
    def segment(self) -> SegmentPlan | None:
        """The customer's segment, where it is known."""
        found = self.workspace.segment_of(self.file.owner.customer)
        return found[1] if found else None

    @property
    def customer_zone(self) -> ZoneInfo:
        """Where the customer is; the hours of their segment are read there."""
        return self.file.owner.customer.timezone or self.workspace.settings.timezone

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Where a value of the case stands, or its nearest parent; what stands nowhere is told at the title."""
        source = self.file.source
        if len(path) == 1 and isinstance(source.data, dict) and path[0] not in source.data:
            path = ("title",)
        return source.place(path, key)

    def words(self, when: Moment | datetime | date) -> str:
        """A moment or day as a sentence says it, in the case's zone."""
        return when_in_words(when, self.file.zone, self.now.year)

    def name_of(self, person: str) -> str:
        """A person's name; the key itself where nobody has it."""
        known = find_person(self.workspace, self.file.owner, person)
        return known.record.name if known else person


CaseRule = Callable[[Scene], Iterator[Finding]]
"""A rule over one case."""
WorkspaceRule = Callable[[Workspace, datetime], Iterator[Finding]]
"""A rule over everything at once, as of an aware moment."""


def named(item: Any, kind: str) -> str:
    """An item as a sentence names it: `action A4 (Ask the carrier for its cause)`, or without its id."""
    words = shortened(item.what)
    return f"{kind} {item.id} ({words})" if item.id else f'the {kind} "{words}"'
