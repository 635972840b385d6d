"""Writes the sample's seals: what `casewright issue` does for real cases.

Run it after a change of the sample, or of what the projection holds: `python -m tests.sample.seal`. Of each paper the
newest entry of `issued` gets the fingerprint of the data as they were then, and a customer's paper its sealed file. An
older version has a fingerprint of data that are gone: any twelve digits will do, and they stay once written.
"""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from generator.audience.sealing import canonical, fingerprint
from generator.audience.seals import seal_path
from generator.audience.shown.actions import CommitmentShown, DroppedShown
from generator.audience.shown.chronology import EventShown, EvidenceShown
from generator.audience.shown.close_out import CloseOutShown, DisputeShown, HandedBackShown
from generator.audience.shown.criteria import AgreedShown, AmendedShown, ReadingShown
from generator.audience.shown.get_well import ExtensionShown
from generator.audience.shown.recommendations import DecisionShown
from generator.checking import check_workspace
from generator.documents.identity import newest_issue
from generator.documents.sheets import Desk
from generator.model.issued import Issued
from generator.model.marks import Audience
from generator.model.scalars.moments import Moment
from generator.model.workspace import CaseFile

ROOT = Path(__file__).resolve().parents[2]
UNWRITTEN = "0" * 12
AS_OF = datetime.fromisoformat("2026-03-11T14:30-04:00")
HAPPENED = {
    EventShown: ("at",),
    ReadingShown: ("at",),
    EvidenceShown: ("dated",),
    AgreedShown: ("on",),
    DroppedShown: ("on",),
    AmendedShown: ("on",),
    DecisionShown: ("on",),
    ExtensionShown: ("told",),
    CommitmentShown: ("made",),
    DisputeShown: ("on",),
    CloseOutShown: ("proposed_on",),
    HandedBackShown: ("start",),
}
"""Of each part that tells of something past, the fields that say when it was."""
FINGERPRINT = re.compile(r"(fingerprint: \"?)[0-9a-f]{12}")


def desk_of(root: Path) -> Desk:
    """The sample at its moment."""
    checked = check_workspace(root, AS_OF)
    return Desk(checked.workspace, checked.as_of, {})


def seals(desk: Desk, root: Path = ROOT) -> dict[Path, dict[int, str]]:
    """For each case's file the lines (from 1) that hold a newest fingerprint, with the one that belongs there."""
    found: dict[Path, dict[int, str]] = {}
    for file in desk.workspace.cases.values():
        for index, entry in enumerate(file.case.issued):
            newest = newest_issue(file.case, entry.paper, Audience(entry.audience))
            gone = fingerprint(f"{file.key} {entry.paper} {entry.version}".encode())
            mark = gone if entry.fingerprint == UNWRITTEN else entry.fingerprint
            if entry is newest:
                mark = fingerprint(data_of(desk, file, entry))
            if mark != entry.fingerprint:
                line = file.source.place(("issued", index, "fingerprint")).line
                found.setdefault(root / file.source.path, {})[line] = mark
    return found


def data_of(desk: Desk, file: CaseFile, entry: Issued) -> bytes:
    """What an entry was issued from: of a customer's copy, what had happened by then."""
    read = desk.read(file, Audience(entry.audience))
    whole = entry.audience == "internal" or latest(file) <= entry.at.at
    return canonical(read if whole else by_then(read, entry.at.at))


def latest(file: CaseFile) -> datetime:
    """The last thing that a case records as having happened."""
    readings = (reading.at.at for criterion in file.case.exit_criteria for reading in criterion.readings)
    return max(file.case.opened.at, *(event.at.at for event in file.case.events), *readings)


def by_then(value: Any, moment: datetime) -> Any:
    """A customer's copy, or a part of it, without what happened after a moment; None for what had not happened."""
    if isinstance(value, tuple):
        return tuple(kept for one in value if (kept := by_then(one, moment)) is not None)
    if not is_dataclass(value) or isinstance(value, Moment):
        return value
    if any(after(getattr(value, name), moment) for name in HAPPENED.get(type(value), ())):
        return None
    kept = {field.name: by_then(getattr(value, field.name), moment) for field in fields(value)}
    gone = dict.fromkeys(name for name in ("done", "met", "kept", "closed") if after(kept.get(name), moment))
    return replace(value, **{**kept, **gone})


def after(when: Any, moment: datetime) -> bool:
    """Whether a moment or a day is later than a moment."""
    if isinstance(when, Moment):
        return bool(when.at > moment)
    return isinstance(when, date) and when > moment.date()


def seal(path: Path, marks: dict[int, str]) -> None:
    """Writes the fingerprints into one file, touching nothing else."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for line, mark in marks.items():
        lines[line - 1] = FINGERPRINT.sub(rf"\g<1>{mark}", lines[line - 1])
    path.write_text("\n".join(lines), encoding="utf-8")


def sealed_files(desk: Desk, root: Path = ROOT) -> dict[Path, bytes]:
    """The sealed file of every paper that a customer of the sample has, by its path."""
    found: dict[Path, bytes] = {}
    for file in desk.workspace.cases.values():
        for entry in file.case.issued:
            if entry is newest_issue(file.case, entry.paper, Audience.CUSTOMER):
                path = root / seal_path(file, entry.paper, entry.version)
                found[path] = data_of(desk, file, entry)
    return found


if __name__ == "__main__":
    desk = desk_of(ROOT)
    for path, marks in seals(desk).items():
        seal(path, marks)
    files = sealed_files(desk)
    for path in ROOT.glob("cases/*/*/issued/*.json"):
        path.unlink()
    for path, data in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
