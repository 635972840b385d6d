"""What an agenda says beside its topics: senior management at the table, and the papers to read before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.audience.faces import Face, Faces
from generator.audience.shown.meetings import MeetingShown
from generator.documents.identity import newest_issue
from generator.model.marks import Audience
from generator.model.scalars.instants import between
from generator.model.workspace import CaseFile, Workspace
from generator.rules.seniority import seniors

TO_READ = ("situation-summary", "get-well-plan", "chronology", "mitigation-offer", "close-out")
"""The papers that people read before a meeting, in that order."""


@dataclass(frozen=True, slots=True)
class ToRead:
    """A paper that the customer has: its key, its newest version by then, and when that was issued (aware)."""

    paper: str
    version: int
    issued: datetime


@dataclass(frozen=True, slots=True)
class Senior:
    """Senior management at a meeting with the customer; with nobody, `why` says the reason if anybody wrote it."""

    present: tuple[Face, ...]
    why: str | None


def to_read(file: CaseFile, as_of: datetime) -> Iterator[ToRead]:
    """The papers that were issued to the customer of a case by an aware moment."""
    entries = [one for one in file.case.issued if between(one.at.at, as_of).total_seconds() >= 0]
    known = file.case.model_copy(update={"issued": entries})
    for paper in TO_READ:
        entry = newest_issue(known, paper, Audience.CUSTOMER)
        if entry is not None:
            yield ToRead(paper, entry.version, entry.at.at.astimezone(file.zone))


def senior_at(file: CaseFile, workspace: Workspace, meeting: MeetingShown) -> Senior | None:
    """Who of senior management comes to a meeting with the customer; None for meetings among ourselves."""
    typed: Any = next((one for one in file.case.meetings if one.id == meeting.id), None)
    if typed is None or meeting.kind not in ("customer", "close-out"):
        return None
    faces = Faces(workspace, file.owner, file, "internal")
    keys = seniors(workspace, file, [one.person for one in typed.attendees])
    return Senior(tuple(face for key in keys if (face := faces.of(key))), typed.no_senior)
