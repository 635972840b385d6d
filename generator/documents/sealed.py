"""Papers as they were issued: printed from what was sealed, as of the moment of issue."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from generator.audience.customer_case import CustomerCase
from generator.audience.seals import seal_name, sealed_case
from generator.audience.secrets import Secrets, Sort
from generator.audience.unsealing import Unreadable
from generator.derive.changes import changes, noted
from generator.documents.identity import Identity, meeting_of, newest_issue
from generator.documents.papers import PAPERS, Paper
from generator.documents.sheets import Desk, Sheet
from generator.model.issued import Issued
from generator.model.marks import Audience
from generator.model.workspace import CaseFile

WIDTH = 160
"""Characters that a line shows of one text."""
OF_PEOPLE = (Sort.NAME, Sort.TITLED, Sort.MAIL, Sort.PHONE)


def issued_sheets(desk: Desk, file: CaseFile) -> Iterator[Sheet]:
    """The newest version of every paper that was issued to the customer of a case; of an agenda or a pack that of
    each meeting.

    One whose seal is broken is left out: nobody knows what was issued. One without a seal is made from the current
    data where these are still what was issued, else left out too. `check` tells of both.
    """
    for paper in PAPERS.values():
        if Audience.CUSTOMER not in paper.audiences:
            continue  # No customer gets it, whatever an entry says.
        for entry in _newest(file, paper):
            read = issued_data(desk, file, paper, entry)
            if read is not None:
                yield desk.laid_out(
                    file, paper, read, issued_identity(file, paper, entry, read), entry.meeting
                )


def _newest(file: CaseFile, paper: Paper) -> Iterable[Issued]:
    """The newest entry of each meeting that a paper was issued for, the newest of all where it is of none."""
    newest: dict[str | None, Issued] = {}
    for entry in sorted(file.case.issued, key=lambda entry: entry.version):
        if (entry.paper, entry.audience) == (paper.key, Audience.CUSTOMER.value):
            newest[entry.meeting] = entry
    return newest.values()


def issued_data(desk: Desk, file: CaseFile, paper: Paper, entry: Issued) -> CustomerCase | None:
    """What an issued paper was made from, or None where that is not known."""
    if seal_name(paper.key, entry.version) in file.sealed:
        return _sealed(file, entry)
    now = desk.sheet(file, paper, Audience.CUSTOMER, entry.meeting)
    read: CustomerCase = now.context["case"]
    return None if now.identity.draft else read


def issued_identity(file: CaseFile, paper: Paper, entry: Issued, read: CustomerCase) -> Identity:
    """The identity of a version that was issued."""
    moment = entry.at.at.astimezone(read.letterhead.zone)
    return Identity(
        case=file.key,
        paper=paper.key,
        audience=Audience.CUSTOMER,
        version=entry.version,
        draft=False,
        as_of=moment,
        fingerprint=entry.fingerprint,
        issued=moment,
        meeting=meeting_of(entry, read) if paper.of_meeting else None,
    )


@dataclass(frozen=True, slots=True)
class Since:
    """What the case says otherwise than the newest version that its customer has, one line for each change."""

    version: int
    lines: tuple[str, ...]


def since_issued(desk: Desk, file: CaseFile) -> dict[str, Since]:
    """For each paper that changed since it was issued to the customer, what changed; where that is known."""
    now = desk.read(file, Audience.CUSTOMER)
    found = {}
    for key in PAPERS:
        entry = newest_issue(file.case, key, Audience.CUSTOMER)
        sealed = _sealed(file, entry) if entry else None
        if entry is not None and sealed is not None and (told := changes(sealed, now)):
            found[key] = Since(entry.version, tuple(noted(change, WIDTH) for change in told))
    return found


def _sealed(file: CaseFile, entry: Issued) -> CustomerCase | None:
    try:
        return sealed_case(file, entry)
    except Unreadable:
        return None


def excused(secrets: Secrets, sheets: Iterable[Sheet]) -> Secrets:
    """The secrets of a customer without what issued papers have shown them: who has read a text keeps it."""
    shown = {text for sheet in sheets if not sheet.identity.draft for text in texts_of(sheet.context["case"])}
    hidden = tuple(one for one in secrets.hidden if one.sort not in OF_PEOPLE or one.text not in shown)
    return replace(secrets, hidden=hidden, public=(*secrets.public, *sorted(shown)))


def texts_of(value: Any) -> Iterator[str]:
    """Every text of a customer's copy."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_of(getattr(value, field.name))
