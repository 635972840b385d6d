"""Whether a printed paper is what its workspace issued, or would print now."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from generator.audience.customer_case import CustomerCase
from generator.audience.sealing import canonical, fingerprint
from generator.audience.seals import sealed_case
from generator.audience.unsealing import Unreadable
from generator.derive.changes import Change, changes
from generator.documents.identity import meeting_of, newest_of_meeting
from generator.documents.papers import PAPERS
from generator.documents.past import Found, find_commit
from generator.documents.sheets import Desk
from generator.model.issued import Issued
from generator.model.marks import Audience
from generator.model.workspace import CaseFile


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a paper says of itself: its identity without the case; `as_of` is aware."""

    paper: str
    audience: Audience
    version: int
    fingerprint: str
    as_of: datetime
    draft: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a workspace says of a paper.

    `entry` is the version that the paper says it is, `newest` the newest one of the same meeting, if it is of one, both
    of those issued to the same readers;
    `is_issued` whether the paper's data are those of its entry, `is_current` whether they are today's. `since` is what
    today's copy shows otherwise than the sealed version, where that is known.
    """

    entry: Issued | None
    newest: Issued | None
    is_issued: bool
    is_current: bool
    found: Found
    since: tuple[Change, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the paper is a version that was issued, or what would be printed now."""
        return self.is_issued or self.is_current


def verify(desk: Desk, file: CaseFile, claimed: Claimed, root: Path) -> Verdict:
    """Compares a paper with what was issued, with the current data, and with the history of its case."""
    now = replace(desk, as_of=claimed.as_of).read(file, claimed.audience)
    entry = next((one for one in file.case.issued if _is_of(one, claimed)), None)
    return Verdict(
        entry=entry,
        newest=_newest(file, now, claimed, entry),
        is_issued=not claimed.draft and entry is not None and entry.fingerprint == claimed.fingerprint,
        is_current=fingerprint(canonical(now)) == claimed.fingerprint,
        found=find_commit(root, file.key, claimed.audience, claimed.fingerprint, claimed.as_of),
        since=_since(file, entry, now) if entry and entry.fingerprint == claimed.fingerprint else (),
    )


def _is_of(entry: Issued, claimed: Claimed) -> bool:
    return (entry.paper, entry.audience, entry.version) == (claimed.paper, claimed.audience, claimed.version)


def _newest(file: CaseFile, now: CustomerCase, claimed: Claimed, entry: Issued | None) -> Issued | None:
    paper = PAPERS.get(claimed.paper)
    meeting = meeting_of(entry, now) if entry and paper and paper.of_meeting else None
    return newest_of_meeting(file.case, now, claimed.paper, claimed.audience, meeting)


def _since(file: CaseFile, entry: Issued, now: CustomerCase) -> tuple[Change, ...]:
    """What changed since a version, as far as its seal tells."""
    if entry.audience != "customer":
        return ()
    try:
        sealed = sealed_case(file, entry)
    except Unreadable:
        return ()
    return tuple(changes(sealed, now)) if sealed else ()
