"""What only our own papers of a case say, beside what the customer reads."""

from dataclasses import dataclass
from datetime import datetime

from generator.audience.faces import Face, Faces
from generator.audience.project import InternalCase
from generator.derive.hand_over import Call, Due, before_morning, calls
from generator.model.case import Case
from generator.model.customer import Customer
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True, slots=True)
class Attempted:
    """A ring of the call log with the face of whom we rang."""

    at: datetime
    person: Face | None
    rung: str | None
    outcome: str
    to: Face | None


@dataclass(frozen=True, slots=True)
class CallShown:
    """A climb of the call log as we read it."""

    call: Call
    area: str
    attempts: tuple[Attempted, ...]
    engaged: Face | None


@dataclass(frozen=True, slots=True)
class Inside:
    """The internal side of a case: the whole record, and what follows from it for us alone."""

    whole: Case
    customer: Customer
    customer_key: str
    severity: int | None
    severity_means: str | None
    segment: str | None
    product: str | None
    bridge: str | None
    sponsor: Face | None
    asked_by: Face | None
    calls: tuple[CallShown, ...]
    due: tuple[Due, ...]
    hidden: frozenset[tuple[str, int]]


def inside_of(read: InternalCase, file: CaseFile, workspace: Workspace, as_of: datetime) -> Inside:
    """The internal side of a case as of an aware moment in its zone."""
    case, settings = file.case, workspace.settings
    faces = Faces(workspace, file.owner, file, "internal")
    segment = workspace.segment_of(file.owner.customer)
    product = settings.products.get(case.product) if case.product else None
    return Inside(
        whole=case,
        customer=file.owner.customer,
        customer_key=file.owner.key,
        severity=case.severity,
        severity_means=settings.severities.get(case.severity) if case.severity else None,
        segment=segment[1].name if segment else None,
        product=product.name if product else case.product,
        bridge=case.bridge or settings.bridge,
        sponsor=faces.of(case.sponsor),
        asked_by=faces.of(case.engagement.asked_by) if case.engagement else None,
        calls=tuple(_call(call, faces, workspace) for call in calls(read)),
        due=before_morning(read, as_of),
        hidden=read.hidden,
    )


def _call(call: Call, faces: Faces, workspace: Workspace) -> CallShown:
    escalation = call.escalation
    area = workspace.contacts.areas.get(escalation.area)
    attempts = tuple(
        Attempted(ring.at.at, faces.of(ring.person), ring.rung, ring.outcome, faces.of(ring.to))
        for ring in escalation.attempts
    )
    engaged = faces.of(escalation.engaged.person) if escalation.engaged else None
    return CallShown(call, area.name if area else escalation.area, attempts, engaged)
