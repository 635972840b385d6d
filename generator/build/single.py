"""One paper, printed now."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path

from generator.audience.secrets import secrets_of
from generator.build.codes import PDF_REFUSED
from generator.build.guard import unguarded
from generator.build.printing import Printed, printed
from generator.build.words import team_templates
from generator.checking import Checked
from generator.documents.house_sheets import AnySheet, HouseSheet
from generator.documents.sealed import excused
from generator.documents.sheets import Desk, Sheet
from generator.finding import Finding, Severity
from generator.inspect.gate import leaks_in
from generator.model.marks import Audience
from generator.pdf import PangoMissing


@dataclass(frozen=True)
class Single:
    """What came of one paper: its files, what was found on the way, and what keeps them from being written."""

    made: list[Printed]
    findings: list[Finding]
    stopped: list[Finding]
    no_pango: PangoMissing | None


@dataclass(frozen=True)
class Print:
    """How to print one paper: of which workspace, with its PDF or without; `told` hears when it is done."""

    root: Path
    pdf: bool
    told: Callable[[str], None]


def print_single(desk: Desk, sheet: AnySheet, checked: Checked, order: Print) -> Single:
    """Prints one paper. Only a leak, a number on it that nobody can dial, a reach outside, or a case that is not
    ready for it stops it.

    A customer's is stopped too where the gate does not know what to look for.
    """
    made, no_pango = _printed(desk, sheet, order)
    faults = [fault for one in made for fault in one.findings]
    own = _of_files(sheet, checked)
    found = [*own, *faults]
    refused = [fault for fault in faults if fault.code == PDF_REFUSED.name]
    blind = unguarded(checked) if sheet.identity.audience is Audience.CUSTOMER else []
    blind += _unready(desk, sheet)
    leaks = _leaks(desk, sheet, made, order)
    wrong = [
        fault for fault in own if leaks and fault.severity is Severity.ERROR
    ]  # A leak may come of these.
    stopped = [*dict.fromkeys([*blind, *wrong, *_undiallable(sheet, made, checked), *refused, *leaks])]
    return Single([one for one in made if one.data and not stopped], found, stopped, no_pango)


def _unready(desk: Desk, sheet: AnySheet) -> list[Finding]:
    """What the case must have before this paper of it is printed."""
    if isinstance(sheet, HouseSheet):
        return []
    file = desk.workspace.cases[sheet.identity.case]
    return sheet.paper.unready(file, desk.workspace, desk.as_of)


def _of_files(sheet: AnySheet, checked: Checked) -> list[Finding]:
    """What was found in the files that the paper comes from."""
    paths = [source.path for source in sheet.sources(checked.workspace)]
    return [finding for finding in checked.findings if finding.place.path in paths]


def _printed(desk: Desk, sheet: AnySheet, order: Print) -> tuple[list[Printed], PangoMissing | None]:
    made: list[Printed] = []
    try:
        made.extend(printed([sheet], desk, team_templates(order.root), 1, order.pdf, order.told))
    except PangoMissing as missing:
        return made, missing
    return made, None


def _undiallable(sheet: AnySheet, made: list[Printed], checked: Checked) -> list[Finding]:
    """The numbers on a paper of a case, from whichever file, that nobody can dial.

    A house paper marks such a number instead: a matrix that is not printed helps nobody on its other rungs.
    """
    if isinstance(sheet, HouseSheet):
        return []
    page = made[0].data.decode()
    faults = [finding for finding in checked.findings if finding.code == "number-undiallable"]
    return [finding for finding in faults if _stands_in(_typed(finding, checked), page)]


def _stands_in(number: str, page: str) -> bool:
    """Whether a number stands on a page as a whole, and not as the beginning of a longer one."""
    return re.search(rf"(?<![\d+]){re.escape(escape(number))}(?![ -]?\d)", page) is not None


def _typed(finding: Finding, checked: Checked) -> str:
    place = finding.place
    line = checked.texts[place.path].splitlines()[place.line - 1]
    return line[place.column - 1 : place.end_column - 1].strip("\"' ")


def _leaks(desk: Desk, sheet: AnySheet, made: list[Printed], order: Print) -> list[Finding]:
    if isinstance(sheet, HouseSheet) or sheet.identity.audience is Audience.INTERNAL:
        return []
    outputs = {one.name: one.data for one in made if one.data}
    issued = (part for part in sheet.context.get("parts", ()) if isinstance(part, Sheet))
    secrets = excused(secrets_of(desk.workspace, sheet.identity.case), issued)
    withheld = sheet.withheld if isinstance(sheet, Sheet) else ()
    secrets = replace(secrets, hidden=(*secrets.hidden, *withheld))
    return leaks_in(outputs, secrets, team_templates(order.root))
