"""A paper about to be issued: what its readers see for the first time, what stands in the way, what is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator.audience.customer_case import CustomerCase
from generator.audience.sealing import canonical
from generator.audience.seals import seal_name, seal_path, sealed_case
from generator.audience.unsealing import Unreadable
from generator.build.single import Print, print_single
from generator.checking import Checked
from generator.derive.changes import Change, changes
from generator.derive.passed import Passed, passed
from generator.documents.identity import Identity, newest_issue
from generator.documents.pack import filled
from generator.documents.papers import Paper
from generator.documents.sheets import Desk, Sheet
from generator.edit import Entry, Quoted, append
from generator.errors import CasewrightError
from generator.finding import Finding, Severity
from generator.model.case import Case
from generator.model.issued import Issued
from generator.model.key_order import order_of
from generator.model.marks import Audience
from generator.model.scalars.instants import with_offset
from generator.model.workspace import CaseFile
from generator.rules.issued_papers import role_in_words, unapproved
from generator.rules.scene import Scene
from generator.rules.seniority import stands_for
from generator.source.disk import read_bytes


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody wants to issue: a paper of a case, for whom, by whom, to whom, approved by whom (person keys).

    `meeting` is the id of the one that an agenda or a pack is wanted of; None takes the next.
    """

    file: CaseFile
    paper: Paper
    audience: Audience
    by: str
    to: tuple[str, ...]
    approved_by: tuple[str, ...]
    meeting: str | None = None


@dataclass(frozen=True)
class Prepared:
    """What issuing would do.

    `before` is the version issued last, None for the first; `differences` are those from it, everything the customer
    would read for the first; `known` whether they could be told (an internal paper is not sealed, a seal may be
    missing). `in_the_way` are findings; `unapproved` says whose approval is missing, in words, each with the keys of
    those who could give it.
    """

    request: Request
    sheet: Sheet
    before: Issued | None
    differences: tuple[Change, ...]
    known: bool
    passed: tuple[Passed, ...]
    in_the_way: tuple[Finding, ...]
    unapproved: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def is_issued_already(self) -> bool:
        """Whether the newest version is of these very data."""
        return not self.sheet.identity.draft

    @property
    def identities(self) -> tuple[Identity, ...]:
        """What is issued: of a pack the papers in it that its readers do not have yet, and the pack itself."""
        parts = (part.identity for part in self.sheet.context.get("parts", ()) if isinstance(part, Sheet))
        new = (one for one in parts if one.draft and one.audience is self.request.audience)
        return (*new, self.sheet.identity)

    @property
    def is_refused(self) -> bool:
        """Whether something must be mended first."""
        return bool(self.in_the_way or self.unapproved)


def prepare(desk: Desk, checked: Checked, request: Request, root: Path) -> Prepared:
    """Looks at everything that issuing a paper would do, and writes nothing."""
    file, paper, audience = request.file, request.paper, request.audience
    alone = desk.sheet(file, paper, audience, request.meeting)
    sheet = next(filled(desk, [alone], drafts=True), alone)
    before = newest_issue(file.case, paper.key, audience)
    old, known = _sealed(file, before) if audience is Audience.CUSTOMER else (None, False)
    read: CustomerCase = sheet.context["case"]
    told = tuple(changes(old, read)) if known else ()
    scene = Scene(file, desk.workspace, desk.as_of)
    lacks = _unapproved(scene, request) if audience is Audience.CUSTOMER else ()
    late = passed(read, desk.as_of.astimezone(file.zone))
    return Prepared(request, sheet, before, told, known, late, _in_the_way(desk, checked, sheet, root), lacks)


def _unapproved(scene: Scene, request: Request) -> tuple[tuple[str, tuple[str, ...]], ...]:
    roles = unapproved(scene, list(request.approved_by))
    people = scene.workspace.contacts.people
    return tuple(
        (role_in_words(scene, role), tuple(sorted(stands_for(scene, role) & people.keys()))) for role in roles
    )


def _sealed(file: CaseFile, entry: Issued | None) -> tuple[CustomerCase | None, bool]:
    """What the customer has read in this paper, and whether that is known."""
    if entry is None:
        return None, True
    try:
        case = sealed_case(file, entry)
    except Unreadable:
        return None, False
    return case, case is not None


def _in_the_way(desk: Desk, checked: Checked, sheet: Sheet, root: Path) -> tuple[Finding, ...]:
    """The errors of the case and its customer, and what would stop the paper itself."""
    made = print_single(desk, sheet, checked, Print(root, False, lambda _: None))
    errors = [one for one in made.findings if one.severity is Severity.ERROR and not one.clock]
    return tuple(dict.fromkeys([*errors, *made.stopped]))


def files_of(prepared: Prepared, root: Path, as_of: datetime) -> dict[str, bytes]:
    """What issuing writes, by path in the workspace: the seal first, then the case's file with its new entry.

    `as_of` is the aware moment of issue. Raises CasewrightError where the case's file changed since it was read, or is
    written in a way that leaves no sure place, or where other data are sealed under that version.
    """
    file = prepared.request.file
    data, finding = read_bytes(root, file.source.path)
    if finding is not None or not _is_as_read(data, file):
        raise CasewrightError(f"{file.source.path} was changed while this ran. Run it again.")
    for identity in prepared.identities:
        data = append(
            file.source.path, data, ("issued",), entry_of(prepared, identity, as_of), order_of(Case).keys
        )
    return {**_seals(prepared), file.source.path: data}


def _seals(prepared: Prepared) -> dict[str, bytes]:
    """The sealed data of each paper that a customer is issued; ours are not sealed."""
    if prepared.request.audience is Audience.INTERNAL:
        return {}
    file, sealed = prepared.request.file, canonical(prepared.sheet.context["case"])
    for one in prepared.identities:
        if file.sealed.get(seal_name(one.paper, one.version), sealed) != sealed:
            path = seal_path(file, one.paper, one.version)
            raise CasewrightError(
                f"{path} is there already and holds other data, so nothing was written. Put its entry back under "
                "`issued`, or take the file away if that version never left the house, and run this again."
            )
    return {seal_path(file, one.paper, one.version): sealed for one in prepared.identities}


def _is_as_read(data: bytes, file: CaseFile) -> bool:
    return (
        data.decode("utf-8", "replace").removeprefix("\ufeff").splitlines() == file.source.text.splitlines()
    )


def entry_of(prepared: Prepared, identity: Identity, as_of: datetime) -> Entry:
    """The entry of the case's record for one paper.

    Its moment is in the case's zone and has its offset, so that a later change of the zone does not move it.
    """
    request = prepared.request
    entry: dict[str, int | str | Sequence[str]] = {
        "paper": identity.paper,
        "version": identity.version,
        "at": with_offset(as_of.astimezone(request.file.zone)),
    }
    if request.audience is Audience.INTERNAL:
        entry["audience"] = "internal"
    if request.to:
        entry["to"] = request.to
    entry["by"] = request.by
    if request.approved_by:
        entry["approved_by"] = request.approved_by
    if identity.meeting is not None:
        entry["meeting"] = identity.meeting
    entry["fingerprint"] = Quoted(identity.fingerprint)
    return entry
