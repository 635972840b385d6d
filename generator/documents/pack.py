"""The meeting pack: which papers of a case go into it, each under its own identity."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.audience.customer_case import CustomerCase
from generator.documents.house_papers import HOUSE_PAPERS
from generator.documents.house_sheets import AnySheet, house_sheet
from generator.documents.identity import Identity, meeting_of, newest_of_meeting
from generator.documents.papers import PAPERS, Paper, may_have
from generator.documents.sealed import issued_data, issued_identity
from generator.documents.sheets import Desk, Sheet
from generator.documents.subjects import Subject
from generator.model.marks import Audience
from generator.model.workspace import CaseFile

PACK = "meeting-pack"
PACKED = (
    "agenda",
    "management-review",
    "situation-summary",
    "chronology",
    "get-well-plan",
    "mitigation-offer",
    "close-out",
    "dry-run",
)
"""The papers that a pack may hold, in their order; `management-review` and `close-out` only for a meeting of that
kind."""
OF_THEIR_MEETING = ("management-review", "close-out")


def filled(desk: Desk, sheets: Iterable[Sheet], drafts: bool = False) -> Iterator[Sheet]:
    """The same sheets, each pack with its parts; a pack that would be empty is left out.

    A customer's pack holds what was issued to them, with `drafts` every paper as it would be printed now. One that was
    issued itself holds the papers that were issued of the same data.
    """
    for sheet in sheets:
        if sheet.paper.key != PACK:
            yield sheet
        elif parts := tuple(parts_of(desk, sheet, drafts)):
            yield replace(sheet, context={**sheet.context, "parts": parts})


def parts_of(desk: Desk, sheet: Sheet, drafts: bool = False) -> Iterator[AnySheet]:
    """The papers of one pack, in their order; our own ends with the call sheet, set close."""
    file = desk.workspace.cases[sheet.identity.case]
    agenda = sheet.context["agenda"]
    kind = agenda.meeting.kind if agenda else None
    for key in PACKED:
        if key in PAPERS and (key not in OF_THEIR_MEETING or key == kind):
            part = _part(desk, file, PAPERS[key], sheet, drafts)
            if part is not None:
                yield part
    if sheet.identity.inside and "call-sheet" in HOUSE_PAPERS:
        sheet_of_calls = house_sheet(desk, HOUSE_PAPERS["call-sheet"], Subject("case", file.key))
        yield sheet_of_calls.smaller() or sheet_of_calls


def left_out(desk: Desk, sheet: Sheet) -> list[Paper]:
    """The papers that a customer's pack would hold as drafts and does not hold, because they are not issued."""
    held = {part.paper.key for part in sheet.context["parts"]}
    return [part.paper for part in parts_of(desk, sheet, True) if part.paper.key not in held]  # type: ignore[misc]


def _part(desk: Desk, file: CaseFile, paper: Paper, pack: Sheet, drafts: bool) -> Sheet | None:
    """A paper as its readers get it in a pack; None where they do not."""
    if pack.identity.audience not in paper.audiences:
        return _theirs(desk, file, paper) if pack.identity.inside else None
    read: CustomerCase = pack.context["case"]
    if not pack.identity.draft and not pack.identity.inside:
        return _issued_with(desk, file, paper, pack)
    if pack.identity.inside or drafts:
        return _now(desk, file, paper, read, pack)
    entry = newest_of_meeting(file.case, read, paper.key, Audience.CUSTOMER, _meeting(pack, paper))
    data = issued_data(desk, file, paper, entry) if entry else None
    if entry is None or data is None:
        return None
    return desk.laid_out(file, paper, data, issued_identity(file, paper, entry, data), _meeting(pack, paper))


def _now(desk: Desk, file: CaseFile, paper: Paper, read: CustomerCase, pack: Sheet) -> Sheet | None:
    """The paper as it would be printed now."""
    if not may_have(read, paper) or not paper.ready(read):
        return None
    if paper.unready(file, desk.workspace, desk.as_of):
        return None
    return desk.sheet(file, paper, pack.identity.audience, _meeting(pack, paper))


def _theirs(desk: Desk, file: CaseFile, paper: Paper) -> Sheet | None:
    """A paper that only the customer gets, as our own pack shows it."""
    read = desk.read(file, Audience.CUSTOMER)
    if not may_have(read, paper) or not paper.ready(read) or paper.unready(file, desk.workspace, desk.as_of):
        return None
    return desk.sheet(file, paper, Audience.CUSTOMER)


def _issued_with(desk: Desk, file: CaseFile, paper: Paper, pack: Sheet) -> Sheet | None:
    """The paper as it was issued of the same data as the pack."""
    read, mark, meeting = pack.context["case"], pack.identity.fingerprint, _meeting(pack, paper)
    same = [
        one
        for one in file.case.issued
        if (one.paper, one.audience, one.fingerprint) == (paper.key, Audience.CUSTOMER.value, mark)
        and meeting in (None, meeting_of(one, read))
    ]
    if not same:
        return None
    identity: Identity = issued_identity(file, paper, max(same, key=lambda one: one.version), read)
    return desk.laid_out(file, paper, read, identity, meeting)


def _meeting(pack: Sheet, paper: Paper) -> str | None:
    """The meeting of a pack, for the papers that are of one."""
    agenda: Any = pack.context["agenda"]
    return agenda.meeting.id if agenda and paper.of_meeting else None
