"""From a case to what its readers see: the customer's copy, or our own with everything in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from generator.audience.customer_case import CustomerCase, ExpectedShown, Letterhead, MemberShown, SilverShown
from generator.audience.faces import Faces
from generator.audience.readers import Readers
from generator.audience.sections.actions import action, commitment
from generator.audience.sections.causes import cause, factor
from generator.audience.sections.chronology import event, evidence_shown, impact
from generator.audience.sections.close_out import close_out, lesson, related
from generator.audience.sections.criteria import criterion
from generator.audience.sections.get_well import get_well
from generator.audience.sections.meetings import meeting
from generator.audience.sections.recommendations import recommendation
from generator.audience.shown.actions import CommitmentShown
from generator.audience.visibility import Visibility
from generator.model.case import Case
from generator.model.customer import Customer
from generator.model.promised import promise_followed, promised_update
from generator.model.turns import advocate_at
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalCase(CustomerCase):
    """Our own copy: every item, with the whole record beside it.

    The items of a section stand in the order and number of `whole`; `hidden` names those, as section and index,
    that the customer does not see, and as `mitigation` the recommendations whose offer alone they do not see.
    """

    whole: Case
    customer: Customer
    hidden: frozenset[tuple[str, int]]


def project(file: CaseFile, workspace: Workspace, as_of: datetime) -> CustomerCase:
    """What the customer of a case may read. `as_of` only says whose turn it is where the advocate is a rotation."""
    return CustomerCase(**_fields(file, workspace, as_of, Visibility(file.case, file.owner.key)))


def open_up(file: CaseFile, workspace: Workspace, as_of: datetime) -> InternalCase:
    """A case as we read it ourselves, in the language of the house."""
    fields = _fields(file, workspace, as_of, Visibility(file.case, file.owner.key, whole=True))
    fields["letterhead"] = replace(fields["letterhead"], language=workspace.settings.language)
    hidden = frozenset(_hidden(file))
    return InternalCase(**fields, whole=file.case, customer=file.owner.customer, hidden=hidden)


def _hidden(file: CaseFile) -> Iterator[tuple[str, int]]:
    sees = Visibility(file.case, file.owner.key)
    for section in (*ITEMS, "evidence", "silver_lining", "team"):
        for index, item in enumerate(getattr(file.case, section)):
            if not sees.item(section, item):
                yield section, index
            elif section == "recommendations" and item.mitigation and not sees.offer(item.mitigation):
                yield "mitigation", index


ITEMS: dict[str, Callable[[Readers, Any], Any]] = {
    "impact": impact,
    "events": event,
    "root_causes": cause,
    "contributing_factors": factor,
    "actions": action,
    "recommendations": recommendation,
    "exit_criteria": criterion,
    "commitments": commitment,
    "meetings": meeting,
    "lessons": lesson,
    "related": related,
}


def _fields(file: CaseFile, workspace: Workspace, as_of: datetime, sees: Visibility) -> dict[str, Any]:
    faces = Faces(workspace, file.owner, file, "internal" if sees.whole else "customer")
    evidence = evidence_shown(file.case.evidence, sees)
    readers = Readers(file, workspace, faces, sees, evidence, sees.ids(), sees.withheld_ids())
    fields = {
        name: tuple(build(readers, item) for item in sees.shown(name, getattr(file.case, name)))
        for name, build in ITEMS.items()
    }
    return {
        **_head(file, workspace, as_of, faces),
        **_sections(file, readers, sees),
        **fields,
        "commitments": (*fields["commitments"], *_of_customer(file, readers, sees)),
        "evidence": tuple(evidence.values()),
    }


def _head(file: CaseFile, workspace: Workspace, as_of: datetime, faces: Faces) -> dict[str, Any]:
    case, expected = file.case, file.case.expected_resolution
    return {
        "key": file.key,
        "letterhead": letterhead(file, workspace),
        "title": case.title,
        "stage": case.stage,
        "opened": case.opened,
        "closed": case.closed,
        "advocate": faces.of(advocate_at(workspace.contacts, case.advocate, as_of)),
        "next_update": promised_update(case),
        "update_followed": promise_followed(case),
        "resolution_unknown": case.resolution_unknown,
        "expected_resolution": ExpectedShown(expected.at, expected.sure) if expected else None,
        "sections": tuple(sorted(case.customer_sees)),
    }


def letterhead(file: CaseFile, workspace: Workspace) -> Letterhead:
    """Who writes to whom, in which zone and language."""
    settings, customer = workspace.settings, file.owner.customer
    return Letterhead(
        organisation=settings.organisation,
        customer=customer.name,
        zone=file.zone,
        language=customer.language or settings.language,
        structure=settings.colours.structure,
        logo=settings.logo,
        customer_logo=customer.logo,
    )


def _sections(file: CaseFile, readers: Readers, sees: Visibility) -> dict[str, Any]:
    case = file.case
    team = [member for member in sees.shown("team", case.team) if member.left is None or sees.whole]
    lining = sees.shown("silver_lining", case.silver_lining)
    summary, wants = case.summary, case.engagement.wants if case.engagement else None
    return {
        "summary": summary if sees.section("summary") else None,
        "wants": wants if sees.section("summary") else None,
        "cause_unknown": case.cause_unknown if sees.section("root_causes") else None,
        "get_well": get_well(readers, case.get_well) if case.get_well else None,
        "close_out": close_out(readers, case.close_out) if case.close_out else None,
        "silver_lining": tuple(SilverShown(readers.words(item), item.id) for item in lining),
        "team": tuple(
            MemberShown(face, member.part) for member in team if (face := readers.faces.of(member.person))
        ),
    }


def _of_customer(file: CaseFile, readers: Readers, sees: Visibility) -> list[CommitmentShown]:
    """The customer's own commitments stand with the case's on the customer's papers; ours keep them apart."""
    if sees.whole:
        return []
    return [commitment(readers, item) for item in sees.shown("commitments", file.owner.customer.commitments)]
