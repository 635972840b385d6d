"""The call sheet: an area's ladder to ring now, rung by rung, with who was tried already and the words to use."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from generator.audience.faces import Face, Faces
from generator.derive.climb import Next, Step, climb, next_ring
from generator.derive.contact import update_promises
from generator.derive.hand_over import is_taken
from generator.documents.matrix import Rung, rung_of
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject
from generator.model.calls import Attempt, Escalation
from generator.model.contacts import Area
from generator.model.scalars.times import Moment, between
from generator.model.workspace import CaseFile

Listener = Literal["expert", "supervisor", "vp"]
"""To whom the words are said: who can help, who can name somebody that can, and who can make it happen."""
LISTENERS: dict[str, Listener] = {
    "primary": "expert",
    "backup": "expert",
    "again": "expert",
    "manager": "supervisor",
    "director": "supervisor",
    "vp": "vp",
    "last-resort": "vp",
}
TAKEN_UP: tuple[Listener, ...] = ("expert",)


@dataclass(frozen=True, slots=True)
class Tried:
    """A ring of the call log: who, when, what came of it, and to whom it was passed on."""

    at: Moment
    who: Face | None
    outcome: str
    to: Face | None


@dataclass(frozen=True, slots=True)
class Ring:
    """A rung on the sheet. `at` is the aware moment to ring it, None where it is passed over or was tried already.

    `again` says that the same person stands on a rung before it.
    """

    step: Step
    rung: Rung
    at: datetime | None
    tried: tuple[Tried, ...]
    listener: Listener
    is_next: bool = False
    again: bool = False


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
    tried = [_tried(faces, attempt) for attempt in attempts]
    placed = _placed(steps, attempts)
    rings = tuple(_rings(desk, steps, after, [[tried[one] for one in on] for on in placed]))
    return CallPage(
        key,
        area,
        rings,
        tuple(one for index, one in enumerate(tried) if not any(index in on for on in placed)),
        _said(desk, area, case, escalation, rings),
        escalation.asked if escalation else None,
        faces.of(after.delegate) if after else None,
    )


def _placed(steps: Sequence[Step], attempts: Sequence[Attempt]) -> list[list[int]]:
    """For each rung the indexes of the attempts that reached it; an attempt stands on one rung alone."""
    placed: list[list[int]] = [[] for _ in steps]
    for index, attempt in enumerate(attempts):
        fits = [place for place, step in enumerate(steps) if _stands_on(step, attempt)]
        if fits:
            placed[fits[0]].append(index)
    return placed


def _stands_on(step: Step, attempt: Attempt) -> bool:
    own = attempt.rung == step.rung and attempt.person in (None, step.person, step.holder.instead_of)
    return own or (attempt.rung is None and attempt.person == step.person)


def _rings(
    desk: Desk, steps: Sequence[Step], after: Next | None, tried: Sequence[Sequence[Tried]]
) -> Iterable[Ring]:
    """The rungs, those from the next one on with the moment to ring them, a step apart."""
    length, ahead = desk.workspace.settings.ladder.step, False
    at, seen = max(after.at, desk.as_of) if after else desk.as_of, set[str | None]()
    for step, before in zip(steps, tried, strict=True):
        is_next = after is not None and after.step == step
        ahead = ahead or is_next
        moment = at if ahead and step.person is not None else None
        rung = rung_of(desk, step.holder)
        again = step.person is not None and step.person in seen
        seen.add(step.person)
        yield Ring(step, rung, moment, tuple(before), LISTENERS[step.rung], is_next, again)
        at = length.after(at) if moment else at


def _tried(faces: Faces, attempt: Attempt) -> Tried:
    return Tried(attempt.at, faces.of(attempt.person), attempt.outcome, faces.of(attempt.to))


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
    experts = [ring for ring in rings if ring.listener in TAKEN_UP and ring.rung.face is not None]
    rung = [ring for ring in experts if ring.tried] or experts
    return rung[0].rung.face.name if rung and rung[0].rung.face else None


def _choices(desk: Desk) -> Iterable[Choice]:
    for key, area in desk.workspace.contacts.areas.items():
        steps = climb(desk.workspace.contacts, area, desk.workspace.settings.ladder, desk.as_of)
        yield Choice(key, area, rung_of(desk, steps[0].holder), rung_of(desk, steps[1].holder))
