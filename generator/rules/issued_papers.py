"""The record of issued papers: versions that follow each other, and the approvals that they want."""

from collections.abc import Iterator

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.issued import Issued
from generator.model.scalars.instants import is_later
from generator.rules.in_words import listed
from generator.rules.scene import Scene
from generator.rules.seniority import in_words, is_role, stands_for

ISSUED_OUT_OF_ORDER = code(
    "issued-out-of-order",
    Severity.ERROR,
    "Issued versions that do not follow each other",
    "`casewright issue` numbers each paper from 1 and writes its versions one below the other. The newest entry decides "
    "whether a paper is still a draft, so the record is not rearranged by hand.",
)
ISSUED_UNAPPROVED = code(
    "issued-unapproved",
    Severity.WARNING,
    "A paper issued without the approval it wants",
    "`issue: {needs: ...}` in casewright.yaml says, by severity, whose approval a customer's paper wants.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the record of issued papers."""
    last: dict[tuple[str, str], Issued] = {}
    for index, entry in enumerate(scene.case.issued):
        before = last.get((entry.paper, entry.audience))
        last[entry.paper, entry.audience] = entry
        yield from in_order(scene, entry, before, index)
        yield from approved(scene, entry, index)


def in_order(scene: Scene, entry: Issued, before: Issued | None, index: int) -> Iterator[Finding]:
    """Whether a version follows the one before it, in number and in time."""
    wanted = before.version + 1 if before else 1
    if entry.version != wanted:
        message = f"Version {entry.version} of the {entry.paper} stands where version {wanted} belongs."
        place = scene.place("issued", index, "version")
        yield ISSUED_OUT_OF_ORDER.at(
            place, message, f"Write `version: {wanted}`, or put back the entry that is missing."
        )
    elif before is not None and is_later(before.at.at, entry.at.at):
        message = f"Version {entry.version} of the {entry.paper} was issued before version {before.version}."
        remedy = "Correct `at`, or put the entries in order."
        yield ISSUED_OUT_OF_ORDER.at(scene.place("issued", index, "at"), message, remedy)


def unapproved(scene: Scene, approved_by: list[str]) -> list[str]:
    """The roles, or people, whose approval a customer's paper of a case still wants once these people approved it."""
    needs = scene.workspace.settings.issue.needs.get(scene.case.severity or 0, [])
    return [role for role in needs if stands_for(scene, role).isdisjoint(approved_by)]


def role_in_words(scene: Scene, role: str) -> str:
    """A role, or a person's name, as a sentence names whose approval is wanted."""
    return in_words(role) if is_role(role) else scene.name_of(role)


def approved(scene: Scene, entry: Issued, index: int) -> Iterator[Finding]:
    """Whether everybody approved whose approval a customer's paper wants."""
    if entry.audience != "customer":
        return
    missing = unapproved(scene, entry.approved_by)
    if missing:
        names = listed(role_in_words(scene, role) for role in missing)
        message = f"Version {entry.version} of the {entry.paper} was issued without the approval of {names}."
        remedy = "Add them to `approved_by` if they did approve it, or issue a version that they approve."
        yield ISSUED_UNAPPROVED.at(scene.place("issued", index), message, remedy)
