"""Which paper a sheet is: case, audience, version, moment and fingerprint, and whether it is a draft."""

from dataclasses import dataclass
from datetime import datetime

from generator.audience.customer_case import CustomerCase
from generator.audience.sealing import canonical, fingerprint
from generator.derive.agenda import next_meeting
from generator.documents.papers import Paper
from generator.model.case import Case
from generator.model.issued import Issued
from generator.model.marks import Audience


@dataclass(frozen=True, slots=True)
class Identity:
    """What stands in a paper's head, foot and metadata.

    `as_of` is aware, in the case's zone; of an issued paper it is the moment of issue. `version` is the version that
    was issued, or the one that would be next while `draft`. `commit` is for internal papers only: the last commit
    that touched the case, or None where it is not committed. `meeting` is the id of the one that an agenda or a pack
    is of.
    """

    case: str
    paper: str
    audience: Audience
    version: int
    draft: bool
    as_of: datetime
    fingerprint: str
    issued: datetime | None = None
    commit: str | None = None
    meeting: str | None = None

    @property
    def inside(self) -> bool:
        """Whether only we read it."""
        return self.audience is Audience.INTERNAL

    @property
    def stamp(self) -> str:
        """What `casewright verify` reads in the paper's metadata; the commit is no part of it, for whomever it is."""
        parts = {
            "case": self.case,
            "paper": self.paper,
            "audience": self.audience.value,
            "version": self.version,
            "fingerprint": self.fingerprint,
            "as-of": self.as_of.isoformat(),
            "draft": "yes" if self.draft else "no",
        }
        if self.meeting is not None:
            parts["meeting"] = self.meeting
        return "; ".join(f"{key}={value}" for key, value in parts.items())

    @property
    def grouped(self) -> str:
        """The fingerprint in groups of four, for reading aloud."""
        return " ".join(self.fingerprint[start : start + 4] for start in range(0, 12, 4))


@dataclass(frozen=True, slots=True)
class Copy:
    """A case as an audience reads it, with the fingerprint that all its papers share."""

    read: CustomerCase
    fingerprint: str


def copy_of(read: CustomerCase) -> Copy:
    """A copy with its fingerprint, taken once."""
    return Copy(read, fingerprint(canonical(read)))


def newest_issue(case: Case, paper: str, audience: Audience) -> Issued | None:
    """The newest entry of `issued` for a paper and its readers, of whichever meeting."""
    return max(_issues(case, paper, audience), key=lambda entry: entry.version, default=None)


def newest_of_meeting(
    case: Case, read: CustomerCase, paper: str, audience: Audience, meeting: str | None
) -> Issued | None:
    """The newest entry of `issued` for a paper of one meeting, by its id; the newest of all for any other paper."""
    if meeting is None:
        return newest_issue(case, paper, audience)
    entries = (one for one in _issues(case, paper, audience) if meeting_of(one, read) == meeting)
    return max(entries, key=lambda entry: entry.version, default=None)


def meeting_of(entry: Issued, read: CustomerCase) -> str | None:
    """The id of the meeting that an entry is of: unless it says, of the one that was next when it was issued."""
    if entry.meeting is not None:
        return entry.meeting
    following = next_meeting(read, entry.at.at.astimezone(read.letterhead.zone))
    return following.id if following else None


def _issues(case: Case, paper: str, audience: Audience) -> list[Issued]:
    return [entry for entry in case.issued if entry.paper == paper and entry.audience == audience.value]


def identify(
    case: Case,
    copy: Copy,
    paper: Paper,
    audience: Audience,
    as_of: datetime,
    commit: str | None,
    meeting: str | None = None,
) -> Identity:
    """The identity of a paper of a case that is rendered from a copy of it; `meeting` is the id of the one it is of.

    A paper counts its versions whatever meeting each was of, and is a draft until one of its own meeting is issued.
    """
    read, mark, last = copy.read, copy.fingerprint, newest_issue(case, paper.key, audience)
    newest = newest_of_meeting(case, read, paper.key, audience, meeting)
    zone, number = read.letterhead.zone, last.version if last else 0
    shown = commit if audience is Audience.INTERNAL else None
    shared = (read.key, paper.key, audience)
    if newest is not None and newest.fingerprint == mark:
        moment = newest.at.at.astimezone(zone)
        return Identity(*shared, newest.version, False, moment, mark, moment, shown, meeting)
    return Identity(*shared, number + 1, True, as_of.astimezone(zone), mark, None, shown, meeting)
