"""The cases as cards, for the board and the lists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from generator.audience.faces import Face
from generator.audience.project import InternalCase, open_up
from generator.derive.glance import Glance, glance
from generator.derive.hand_over import calls
from generator.derive.stages import stage_since
from generator.documents.sheets import Desk
from generator.model.workspace import CaseFile


@dataclass(frozen=True, slots=True)
class Card:
    """A case on the board. `day` counts from 1 on the day it was opened; `since` is when its stage began (aware);
    `findings` how many there are in its file.
    """

    file: CaseFile
    href: str
    severity: int | None
    day: int
    since: datetime
    glance: Glance
    advocate: Face | None
    on_the_call: tuple[str, ...]
    causes: tuple[str, ...]
    findings: int


def case_path(key: str) -> str:
    """Where the page of a case stands in the site."""
    return f"cases/{key}/index.html"


def customer_path(key: str) -> str:
    """Where the page of a customer stands in the site."""
    return f"customers/{key}/index.html"


def cards(desk: Desk, counts: Mapping[str, int]) -> list[Card]:
    """Every case, the worst severity first, then by opening.

    `counts` says how many findings each file of the workspace has.
    """
    made = [_card(desk, file, counts) for file in desk.workspace.cases.values()]
    return sorted(made, key=lambda card: (card.severity or 5, card.file.case.opened.order, card.file.key))


def _card(desk: Desk, file: CaseFile, counts: Mapping[str, int]) -> Card:
    """One case as a card, as of the desk's moment."""
    as_of = desk.as_of.astimezone(file.zone)
    read = open_up(file, desk.workspace, as_of)
    return Card(
        file=file,
        href=case_path(file.key),
        severity=file.case.severity,
        day=max((as_of.date() - file.case.opened.day).days + 1, 1),
        since=stage_since(file.case),
        glance=glance(read, as_of),
        advocate=read.advocate,
        on_the_call=_areas_engaged(desk, read),
        causes=tuple(cause.state for cause in read.root_causes),
        findings=counts.get(file.source.path, 0),
    )


def _areas_engaged(desk: Desk, read: InternalCase) -> tuple[str, ...]:
    areas = desk.workspace.contacts.areas
    keys = [call.escalation.area for call in calls(read) if call.escalation.engaged]
    return tuple(dict.fromkeys(areas[key].name for key in keys if key in areas))
