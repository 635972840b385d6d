"""One customer's papers in a folder of their own: issued ones, with drafts only where asked for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.audience.secrets import Secrets, secrets_of
from generator.build.assets import assets
from generator.build.site import Built, Order, Writes, print_papers
from generator.build.words import page_of
from generator.documents.customer_site import customer_index
from generator.documents.pack import filled
from generator.documents.sealed import excused, issued_sheets
from generator.documents.sheets import Desk, Sheet
from generator.errors import CasewrightError
from generator.finding import Finding, in_order
from generator.inspect.gate import leaks_in
from generator.model.marks import Audience
from generator.model.workspace import CaseFile
from generator.rules.scene import Scene
from generator.rules.seals import find_by_reading


class Recorded:
    """A stage that remembers what was written, so that the gate can read the finished bytes."""

    def __init__(self, stage: Writes) -> None:
        self.stage = stage
        self.outputs: dict[str, bytes] = {}

    def write(self, relative: str, data: bytes) -> None:
        """Writes into the stage, and remembers it."""
        self.outputs[relative] = data
        self.stage.write(relative, data)


def build_customer(desk: Desk, customer: str, order: Order, drafts: bool, stage: Writes) -> Built:
    """Writes a customer's papers into the stage; with any leak it is not fit to be published."""
    if customer not in desk.workspace.customers:
        raise CasewrightError(
            f"There is no readable customer `{customer}`; `casewright check` says what is wrong."
        )
    recorded = Recorded(stage)
    sheets = customer_sheets(desk, customer, drafts, order)
    papers, faults, no_pango = print_papers(sheets, desk, order, recorded)
    page = customer_index(desk, customer, sheets, papers)
    html = page_of(page, desk.workspace.settings, desk.as_of, order.team)
    recorded.write(page.path, html.encode())
    for path, data in assets(order.team).items():
        recorded.write(path, data)
    faults += broken_seals(desk, customer)
    leaks = leaks_of(recorded.outputs, sheets, desk, customer, order.team)
    return Built(1, sum(map(len, papers.values())), faults, no_pango, leaks)


def broken_seals(desk: Desk, customer: str) -> list[Finding]:
    """Why papers that were issued to a customer are not printed."""
    files = [file for file in desk.workspace.cases.values() if file.owner.key == customer]
    return [one for file in files for one in find_by_reading(Scene(file, desk.workspace, desk.as_of))]


def leaks_of(
    outputs: Mapping[str, bytes], sheets: Sequence[Sheet], desk: Desk, customer: str, team: Path | None
) -> list[Finding]:
    """What stands in a customer's files and must not: in each paper by what its own case lets them see of us.

    What an issued paper among the sheets says is no secret from whoever has it.
    """
    by_subject: dict[str, dict[str, bytes]] = {}
    for path, data in outputs.items():
        case = path.removeprefix("cases/").rpartition("/")[0]
        by_subject.setdefault(case if case in desk.workspace.cases else customer, {})[path] = data
    found = [leaks_in(files, _secrets(subject, sheets, desk), team) for subject, files in by_subject.items()]
    return in_order([leak for leaks in found for leak in leaks])


def _secrets(subject: str, sheets: Sequence[Sheet], desk: Desk) -> Secrets:
    own = [sheet for sheet in sheets if f"{sheet.identity.case}/".startswith(f"{subject}/")]
    return excused(secrets_of(desk.workspace, subject), own)


def customer_sheets(desk: Desk, customer: str, drafts: bool, order: Order) -> list[Sheet]:
    """A customer's papers: each as it was issued last; with `drafts` as it would be printed now."""
    files = [file for file in desk.workspace.cases.values() if file.owner.key == customer]
    files = [file for file in files if not order.cases or file.key in order.cases]
    return [sheet for file in files for sheet in _of_case(desk, file, drafts)]


def _of_case(desk: Desk, file: CaseFile, drafts: bool) -> list[Sheet]:
    now = list(filled(desk, desk.sheets(file, Audience.CUSTOMER), drafts=True)) if drafts else []
    printed = {(sheet.paper.key, sheet.identity.meeting) for sheet in now}
    issued = filled(desk, issued_sheets(desk, file))
    return [*now, *(sheet for sheet in issued if (sheet.paper.key, sheet.identity.meeting) not in printed)]
