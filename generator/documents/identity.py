"""Which paper a sheet is: case, audience, version, moment and fingerprint, and whether it is a draft."""

from dataclasses import dataclass
from datetime import datetime

from generator.audience.customer_case import CustomerCase
from generator.audience.sealing import canonical, fingerprint
from generator.documents.papers import Paper
from generator.model.case import Case, Issued
from generator.model.marks import Audience


@dataclass(frozen=True, slots=True)
class Identity:
    """What stands in a paper's head, foot and metadata.

    `as_of` is aware, in the case's zone; of an issued paper it is the moment of issue. `version` is the version that
    was issued, or the one that would be next while `draft`. `commit` is for internal papers only: the last commit
    that touched the case, or None where it is not committed.
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
    """The newest entry of `issued` for a paper and its readers."""
    entries = [entry for entry in case.issued if entry.paper == paper and entry.audience == audience.value]
    return max(entries, key=lambda entry: entry.version, default=None)


def identify(
    case: Case, copy: Copy, paper: Paper, audience: Audience, as_of: datetime, commit: str | None
) -> Identity:
    """The identity of a paper of a case that is rendered from a copy of it."""
    read, mark, newest = copy.read, copy.fingerprint, newest_issue(case, paper.key, audience)
    zone, number = read.letterhead.zone, newest.version if newest else 0
    inside = audience is Audience.INTERNAL
    shared = (read.key, paper.key, audience)
    if newest is not None and newest.fingerprint == mark:
        moment = newest.at.at.astimezone(zone)
        return Identity(*shared, number, False, moment, mark, moment, commit if inside else None)
    return Identity(*shared, number + 1, True, as_of.astimezone(zone), mark, None, commit if inside else None)
