"""Real files with slips of every kind in them, and all that `check` does with each, in this process."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from generator.build.words import html_of
from generator.documents.sheets import Desk
from generator.finding import Finding
from generator.lines import lines_of
from generator.model.marks import Audience
from generator.model.workspace import load_workspace
from generator.rules.everything import find_all
from generator.source.file import SourceFile
from generator.source.reader import read_text
from generator.source.sources import Sources
from generator.source.workspace import read_workspace
from tests.leaks.folder import AS_OF
from tests.sample_build import REPOSITORY

PIECES = (
    *"\n\t \"'#:-?,[]{}|>&*!%@`\\<=é 0913.+~",
    "\u00a0", "\u2028", "\ufeff", "\0", "\x07", "\x85", "\ud7ff", "\U0001f600", "\u202e", ": ", " #", "- ", "\n  ", "\n- ",
    "? ", "---\n", "...", "<<: ", "!!x ", "&a ", "*a", "\r\n", "null", "yes", "2026-13-45", "24:00", "1e9", "0x1F", "-1",
    "99999999999999999999", "{}", "[]", "[[[[", "{{{{", "''", '""', "|\n", ">-\n", "~", "inf", "NaN", "1:2:3", "\u0663",
)  # fmt: skip


@cache
def sample() -> tuple[Sources, tuple[str, ...]]:
    """The sample as it was read, and the paths of its files."""
    sources = read_workspace(REPOSITORY)
    cases = [f"cases/{key}.yaml" for key in sources.cases]
    customers = [f"cases/{key}/customer.yaml" for key in sources.customers]
    return sources, (*cases, *cases, *customers, "contacts.yaml", "casewright.yaml", "stories.yaml")


def slipped(data: bytes, chance: Random) -> bytes:
    """A file with one to six slips: letters put in, taken out or changed, lines cut, doubled or moved, bytes broken."""
    text = data
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(text) + 1)
        kind = chance.randrange(8)
        if kind <= 2:
            piece = chance.choice(PIECES).encode("utf-8", "surrogatepass")
            text = text[:at] + piece + text[at + chance.randint(0, 3) * (kind > 0) :]
        elif kind == 3:
            text = text[:at] + text[at + chance.choice((1, 2, 5, 40, 400)) :]
        elif kind == 4:
            text = text[:at] + bytes([chance.randrange(256)]) + text[at + 1 :]
        else:
            text = _lines_slipped(text, kind, chance)
    return text


def _lines_slipped(text: bytes, kind: int, chance: Random) -> bytes:
    lines = text.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    if kind == 5:
        lines[one] = b" " * chance.randint(0, 9) + lines[one].lstrip()
    elif kind == 6:
        lines.insert(other, lines[one])
    else:
        _, _, value = lines[other].partition(b": ")
        key, _, _ = lines[one].partition(b": ")
        lines[one] = key + b": " + value
    return b"\n".join(lines)


@dataclass(frozen=True)
class Read:
    """What came of one slipped file."""

    findings: list[Finding]
    seconds: float
    loaded: bool


def read_slipped(path: str, data: bytes, lay_out: bool) -> Read:
    """Reads the file in the place of the real one beside its customer, contacts and settings, and applies every rule."""
    begun = time.process_time()
    source, faults = read_text(path, data)
    workspace = load_workspace(_beside(path, source, faults))
    findings = [*workspace.findings, *find_all(workspace, AS_OF)]
    if lay_out:
        desk = Desk(workspace, AS_OF, {})
        for file in workspace.cases.values():
            for audience in Audience:
                assert all(html_of(sheet, None) for sheet in desk.sheets(file, audience))
    return Read(findings, time.process_time() - begun, source.root is not None)


def _beside(path: str, source: SourceFile, faults: list[Finding]) -> Sources:
    whole, _ = sample()
    folder, _, name = path.removeprefix("cases/").removesuffix(".yaml").partition("/")
    single = {"contacts.yaml": "contacts", "casewright.yaml": "settings", "stories.yaml": "stories"}.get(path)
    if single:
        folder, few = "kestrel", _of("kestrel", whole)
        return replace(few, **{single: source}, findings=list(faults))  # type: ignore[arg-type]
    few = _of(folder, whole)
    if name == "customer":
        return replace(few, customers={folder: source}, findings=list(faults))
    return replace(few, cases={f"{folder}/{name}": source}, findings=list(faults))


def _of(customer: str, whole: Sources) -> Sources:
    cases: Mapping[str, SourceFile] = {
        key: one for key, one in whole.cases.items() if key.startswith(f"{customer}/")
    }
    first = dict(list(cases.items())[:1])
    evidence = {key: whole.evidence[key] for key in first if key in whole.evidence}
    return replace(
        whole, customers={customer: whole.customers[customer]}, cases=first, evidence=evidence, findings=[]
    )


def tried(seed: int, lay_out: bool = False) -> Read:
    """One slipped file, the same for the same seed. Whatever is raised is our bug, and so is a place outside the file."""
    chance = Random(seed)
    path = chance.choice(sample()[1])
    data = slipped((REPOSITORY / path).read_bytes(), chance)
    read = read_slipped(path, data, lay_out)
    lines = lines_of(read_text(path, data)[0].text)
    for finding in read.findings:
        if finding.place.path == path:
            assert 1 <= finding.place.line <= max(1, len(lines)), (seed, finding)
            assert finding.place.column >= 1, (seed, finding)
    return read
