"""Writes the sample's fingerprints: what `casewright issue` will do for real cases.

Run it after a change of the sample, or of what the projection holds: `python -m tests.sample.seal`. Of each paper the
newest entry of `issued` gets the fingerprint of today's data, if nothing happened since. Any other has one of data that
are gone: twelve digits will do, and they stay as they are once written.
"""

import re
from datetime import datetime
from pathlib import Path

from generator.audience.sealing import fingerprint
from generator.checking import check_workspace
from generator.documents.identity import newest_issue
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk
from generator.model.marks import Audience
from generator.model.workspace import CaseFile

ROOT = Path(__file__).resolve().parents[2]
UNWRITTEN = "0" * 12
AS_OF = datetime.fromisoformat("2026-03-11T14:30-04:00")
FINGERPRINT = re.compile(r"(fingerprint: \"?)[0-9a-f]{12}")


def seals(root: Path = ROOT) -> dict[Path, dict[int, str]]:
    """For each case's file the lines (from 1) that hold a newest fingerprint, with the one that belongs there."""
    checked = check_workspace(root, AS_OF)
    desk = Desk(checked.workspace, checked.as_of, {})
    found: dict[Path, dict[int, str]] = {}
    for file in checked.workspace.cases.values():
        for index, entry in enumerate(file.case.issued):
            audience = Audience(entry.audience)
            newest = newest_issue(file.case, entry.paper, audience)
            gone = fingerprint(f"{file.key} {entry.paper} {entry.version}".encode())
            mark = gone if entry.fingerprint == UNWRITTEN else entry.fingerprint
            if entry.paper in PAPERS and entry is newest and latest(file) <= entry.at.at:
                mark = desk.sheet(file, PAPERS[entry.paper], audience).identity.fingerprint
            if mark != entry.fingerprint:
                line = file.source.place(("issued", index, "fingerprint")).line
                found.setdefault(root / file.source.path, {})[line] = mark
    return found


def latest(file: CaseFile) -> datetime:
    """The last thing that a case records as having happened."""
    readings = (reading.at.at for criterion in file.case.exit_criteria for reading in criterion.readings)
    return max(file.case.opened.at, *(event.at.at for event in file.case.events), *readings)


def seal(path: Path, marks: dict[int, str]) -> None:
    """Writes the fingerprints into one file, touching nothing else."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for line, mark in marks.items():
        lines[line - 1] = FINGERPRINT.sub(rf"\g<1>{mark}", lines[line - 1])
    path.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    for path, marks in seals().items():
        seal(path, marks)
