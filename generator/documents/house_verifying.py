"""Whether a printed house paper says what its files say of that moment."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from generator.documents.house_papers import HOUSE_PAPERS, HousePaper
from generator.documents.house_sheets import HouseSheet, house_sheet
from generator.documents.sheets import Desk
from generator.documents.subjects import EVERYTHING, Subject


def made_anew(desk: Desk, paper: str, of: str, as_of: datetime) -> HouseSheet | None:
    """The paper of that key and subject as of an aware moment; None where there is no such paper or subject here."""
    kind = HOUSE_PAPERS.get(paper)
    subject = (
        next((one for one in _subjects(desk, kind, of) if (one.name or EVERYTHING) == of), None)
        if kind
        else None
    )
    if kind is None or subject is None:
        return None
    moment = as_of.astimezone(desk.workspace.settings.timezone)
    return house_sheet(replace(desk, as_of=moment), kind, subject)


def _subjects(desk: Desk, paper: HousePaper, of: str) -> Iterator[Subject]:
    """Everything that a paper may be of."""
    workspace = desk.workspace
    if "workspace" in paper.of:
        yield Subject()
    if "period" in paper.of:
        yield from _period(of)
    if "customer" in paper.of:
        yield from (Subject("customer", key) for key in workspace.customers)
    if "case" in paper.of:
        yield from (Subject("case", key) for key in workspace.cases)
    if "area" in paper.of:
        cases = ("", *workspace.cases) if "case" in paper.of else ("",)
        yield from (Subject("area", key, case) for key in workspace.contacts.areas for case in cases)


def _period(of: str) -> Iterator[Subject]:
    start, _, end = of.partition("-to-")
    try:
        yield Subject("period", start=date.fromisoformat(start), end=date.fromisoformat(end))
    except ValueError:
        return
