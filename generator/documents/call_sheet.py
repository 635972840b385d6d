"""The call sheet: an area's ladder to ring now, rung by rung, with who was tried already and the words to use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from generator.audience.faces import Face, Faces
from generator.derive.climb import climb, next_ring
from generator.derive.contact import update_promises
from generator.derive.hand_over import is_taken
from generator.documents.call_rings import Ring, Tried, rings_of
from generator.documents.matrix import Rung, rung_of
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject
from generator.model.calls import Escalation
from generator.model.contacts import Area
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment
from generator.model.workspace import CaseFile


@dataclass(frozen=True, slots=True)
class Said:
    """What the words are filled from; None or empty is a line to fill in by hand.

    `why` is the call's (needed, awareness, standing-request). `by` is until when help is wanted: what the call says,
    else the next update that the customer is promised. `person` is the expert whose skills are wanted, `tried` who was
    rung so far.
    """

    why: str
    customer: str | None
    title: str | None
    need: str | None
    purpose: str | None
    by: Moment | None
    bridge: str | None
    helps: str | None
    person: str | None
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class CallPage:
    """One page: an area, its rungs in the order to ring them, what was tried of none of them, and the words.

    `asked` is when help was first asked for. `delegate` is somebody whom the last one named, to ring at once.
    """

    key: str
    area: Area
    rings: tuple[Ring, ...]
    others: tuple[Tried, ...]
    said: Said
    asked: Moment | None
    delegate: Face | None


@dataclass(frozen=True, slots=True)
class Choice:
    """An area that one may have to ring, where the case does not say which."""

    key: str
    area: Area
    primary: Rung
    backup: Rung


def call_subjects(desk: Desk) -> Iterable[Subject]:
    """Every area, and every open case."""
    yield from (Subject("area", key) for key in desk.workspace.contacts.areas)
    if desk.workspace.contacts.areas:
        yield from (Subject("case", file.key) for file in desk.workspace.open_cases)


def call_sheet(desk: Desk, subject: Subject) -> Context:
    """What the sheet is rendered from: a page for an area, or for each climb of a case that nobody has taken on.

    Where nothing is asked of anybody yet it is the area of the case's product, and where that is not known either
    `choices` are all areas.
    """
    case = desk.workspace.cases.get(subject.case or (subject.key if subject.kind == "case" else ""))
    pages = tuple(_pages(desk, subject, case))
    return {
        "pages": pages,
        "choices": () if pages else tuple(_choices(desk)),
        "said": pages[0].said if pages else _said(desk, None, case, None, ()),
        "case_key": case.key if case else None,
        "severity": case.case.severity if case else None,
        "step": desk.workspace.settings.ladder.step,
    }


def _pages(desk: Desk, subject: Subject, case: CaseFile | None) -> Iterable[CallPage]:
    areas, products = desk.workspace.contacts.areas, desk.workspace.settings.products
    if subject.kind == "area":
        wanted = _open(case, subject.key)
        yield page_of_area(desk, subject.key, case, wanted[-1] if wanted else None)
        return
    climbs = [one for one in _open(case, None) if one.area in areas]
    yield from (page_of_area(desk, one.area, case, one) for one in climbs)
    product = products.get(case.case.product) if case and case.case.product else None
    if not climbs and product is not None and product.area in areas:
        yield page_of_area(desk, product.area, case, None)


def _open(case: CaseFile | None, area: str | None) -> list[Escalation]:
    """The climbs of a case that nobody has taken on yet, those for help before others' awareness."""
    found = [one for one in case.case.escalations if not is_taken(one)] if case else []
    return sorted((one for one in found if area in (None, one.area)), key=lambda one: one.why != "needed")


def page_of_area(desk: Desk, key: str, case: CaseFile | None, escalation: Escalation | None) -> CallPage:
    """The page of an area as of the desk's moment, after what an escalation of a case has tried."""
    contacts, settings = desk.workspace.contacts, desk.workspace.settings
    area = contacts.areas[key]
    steps = climb(contacts, area, settings.ladder, desk.as_of)
    attempts = escalation.attempts if escalation else []
    after = next_ring(steps, attempts, settings.ladder.step, desk.as_of)
    faces = Faces(desk.workspace, case.owner if case else None, case, "internal")
    rings, others = rings_of(desk, faces, steps, after, attempts)
    return CallPage(
        key,
        area,
        rings,
        others,
        _said(desk, area, case, escalation, rings),
        escalation.asked if escalation else None,
        faces.of(after.delegate) if after else None,
    )


def _said(
    desk: Desk,
    area: Area | None,
    case: CaseFile | None,
    escalation: Escalation | None,
    rings: Sequence[Ring],
) -> Said:
    need = escalation.need if escalation else None
    return Said(
        why=escalation.why if escalation else "needed",
        customer=case.owner.customer.name if case else None,
        title=case.case.title if case else None,
        need=need.skill if need else None,
        purpose=need.purpose if need else None,
        by=_by(case, escalation, desk.as_of),
        bridge=(case.case.bridge if case else None) or desk.workspace.settings.bridge,
        helps=area.helps if area else None,
        person=_expert(rings),
        tried=tuple(one for ring in rings for one in ring.tried),
    )


def _by(case: CaseFile | None, escalation: Escalation | None, as_of: datetime) -> Moment | None:
    """Until when help is wanted."""
    if escalation is not None and escalation.answer_by is not None:
        return escalation.answer_by
    promises = update_promises(case.case, as_of)[-1:] if case else []
    ahead = [
        one.at for one in promises if one.kept is None and between(as_of, one.at.end).total_seconds() > 0
    ]
    return ahead[0] if ahead else None


def _expert(rings: Sequence[Ring]) -> str | None:
    """Whose skills are wanted: the first expert that was rung, else the first there is."""
    experts = [ring for ring in rings if ring.listener == "expert" and ring.rung.face is not None]
    rung = [ring for ring in experts if ring.tried] or experts
    return rung[0].rung.face.name if rung and rung[0].rung.face else None


def _choices(desk: Desk) -> Iterable[Choice]:
    for key, area in desk.workspace.contacts.areas.items():
        steps = climb(desk.workspace.contacts, area, desk.workspace.settings.ladder, desk.as_of)
        yield Choice(key, area, rung_of(desk, steps[0].holder), rung_of(desk, steps[1].holder))
