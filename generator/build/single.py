"""One paper, printed now."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.audience.secrets import secrets_of
from generator.build.printing import Printed, printed
from generator.build.words import team_templates
from generator.documents.sheets import Desk, Sheet
from generator.finding import Finding
from generator.inspect.gate import leaks_in
from generator.model.marks import Audience
from generator.pdf import PangoMissing
from generator.publish import write_file


@dataclass(frozen=True)
class Single:
    """What came of one paper: the files written, or the findings that stopped it."""

    written: list[Path]
    findings: list[Finding]
    stopped: list[Finding]
    no_pango: PangoMissing | None


def print_single(
    desk: Desk,
    sheet: Sheet,
    findings: list[Finding],
    root: Path,
    out: Path,
    pdf: bool,
    told: Callable[[str], None],
) -> Single:
    """Prints one paper into the folder `out`. Only a leak, or a number nobody can dial, stops it."""
    stopped = [finding for finding in findings if finding.code == "number-undiallable"]
    if stopped:
        return Single([], findings, stopped, None)
    made, no_pango = _printed(desk, sheet, root, pdf, told)
    findings = [*findings, *(fault for one in made for fault in one.findings)]
    leaks = _leaks(desk, sheet, made)
    if leaks:
        return Single([], findings, leaks, no_pango)
    out.mkdir(parents=True, exist_ok=True)
    written = [_write(out / one.name, one.data) for one in made if one.data]
    return Single(written, findings, [], no_pango)


def _printed(
    desk: Desk, sheet: Sheet, root: Path, pdf: bool, told: Callable[[str], None]
) -> tuple[list[Printed], PangoMissing | None]:
    made: list[Printed] = []
    try:
        made.extend(printed([sheet], desk, team_templates(root), 1, pdf, told))
    except PangoMissing as missing:
        return made, missing
    return made, None


def _leaks(desk: Desk, sheet: Sheet, made: list[Printed]) -> list[Finding]:
    if sheet.identity.audience is Audience.INTERNAL:
        return []
    customer = sheet.identity.case.partition("/")[0]
    outputs = {one.name: one.data for one in made if one.data}
    return leaks_in(outputs, secrets_of(desk.workspace, customer, desk.as_of))


def _write(path: Path, data: bytes) -> Path:
    write_file(path, data)
    return path
