"""The customer brief: what an advocate knows of a customer before the next conversation, on five levels."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from generator.audience.faces import Face, Faces
from generator.audience.project import open_up
from generator.derive.glance import glance
from generator.derive.ledger import Promise, PromiseKind, PromiseState, promises_of, promises_to
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject
from generator.model.commitments import Commitment
from generator.model.customer import Customer
from generator.model.relationship import Interaction, Project
from generator.model.scalars.instants import between
from generator.model.scalars.moments import Moment
from generator.model.workspace import CaseFile, CustomerFile

CONVERSATIONS = 10
"""How many of the last conversations are told."""


@dataclass(frozen=True, slots=True)
class BriefCase:
    """A case in a line: `day` counts from 1 while it is open; `met` of `wanted` criteria; `causes` that are known."""

    title: str
    key: str
    severity: int | None
    stage: str
    opened: Moment
    day: int
    met: int
    wanted: int
    next_update: Moment | None
    missed: bool
    closed: Moment | None = None
    outcome: str | None = None
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefPromise:
    """A promise with the name of who answers for it and the title of its case, None between cases."""

    kind: PromiseKind
    what: str
    by: str | None
    case: str | None
    due: Moment | None
    state: PromiseState
    kept: date | None
    late: timedelta | None


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation, with whom by name, and what came of the promise made in it."""

    told: Interaction
    who: str | None
    promised: str | None
    state: PromiseState | None


@dataclass(frozen=True, slots=True)
class BriefProject:
    """A project with its owner's and parties' names, how many steps are reached, and the next one."""

    told: Project
    owner: str | None
    parties: tuple[str, ...]
    reached: int
    next_step: str | None
    next_due: date | None


@dataclass(frozen=True, slots=True)
class Held:
    """A product by name: since when it is held, where it is; `offered` in a case and not decided yet."""

    name: str
    since: date | None = None
    offered: bool = False


def brief_context(desk: Desk, subject: Subject) -> Context:
    """What a customer's brief is rendered from, as of the desk's moment."""
    owner = desk.workspace.customers[subject.key]
    files = [file for file in desk.workspace.cases.values() if file.owner.key == owner.key]
    faces, customer = Faces(desk.workspace, owner, None, "internal"), owner.customer
    promises = _promises(desk, owner, files)
    segment = desk.workspace.segment_of(customer)
    shown = [_case(desk, file) for file in files]
    return {
        "customer": customer,
        "segment": segment[1] if segment else None,
        "ours": tuple(_ours(faces, customer)),
        "open_cases": tuple(sorted((one for one in shown if one.stage != "closed"), key=_worst_first)),
        "past_cases": tuple(sorted((one for one in shown if one.stage == "closed"), key=_last_closed_first)),
        "late": tuple(one for one in promises if one.state == "late"),
        "open": tuple(one for one in promises if one.state == "open"),
        "kept": sum(one.state in ("kept", "kept-late") for one in promises),
        "kept_late": sum(one.state == "kept-late" for one in promises),
        "recently_kept": tuple(_recently_kept(promises)),
        "conversations": tuple(_conversations(customer, faces, desk)),
        "projects": tuple(_project(desk, faces, one) for one in customer.projects),
        "reviews": _reviews(customer, desk.as_of),
        "feedback": tuple(
            (one, face.name if (face := faces.of(one.who)) else None) for one in customer.feedback
        ),
        "held": tuple(_held(desk, customer)),
        "not_held": tuple(_not_held(desk, customer, files)),
    }


def brief_subjects(desk: Desk) -> Iterable[Subject]:
    """Every customer whose file can be read."""
    return [Subject("customer", key) for key in sorted(desk.workspace.customers)]


def _ours(faces: Faces, customer: Customer) -> Iterator[tuple[str, Face]]:
    """Our people for them, each by the role's key."""
    for role in ("advocate", "account_manager", "sponsor"):
        face = faces.of(getattr(customer.ours, role))
        if face is not None:
            yield role, face


def _case(desk: Desk, file: CaseFile) -> BriefCase:
    as_of = desk.as_of.astimezone(file.zone)
    status, case = glance(open_up(file, desk.workspace, as_of), as_of), file.case
    return BriefCase(
        title=case.title,
        key=file.key,
        severity=case.severity,
        stage=case.stage,
        opened=case.opened,
        day=max((as_of.date() - case.opened.day).days + 1, 1),
        met=status.met,
        wanted=status.wanted,
        next_update=status.next_word,
        missed=status.missed is not None,
        closed=case.closed,
        outcome=case.outcome,
        causes=tuple(one.what for one in case.root_causes if one.state == "confirmed"),
    )


def _worst_first(one: BriefCase) -> tuple[int, datetime]:
    return (one.severity or 5, one.opened.at.astimezone(UTC))


def _last_closed_first(one: BriefCase) -> float:
    return -(one.closed or one.opened).at.timestamp()


def _promises(desk: Desk, owner: CustomerFile, files: list[CaseFile]) -> list[BriefPromise]:
    """Every promise to the customer, in their cases and between them, by when it was due."""
    made = [one for file in files for one in promises_of(file, desk.workspace, desk.as_of)]
    every = sorted([*made, *promises_to(owner, desk.as_of)], key=lambda one: one.order)
    return [_promise(desk, one) for one in every]


def _promise(desk: Desk, one: Promise) -> BriefPromise:
    by = Faces(desk.workspace, one.owner, one.case, "internal").of(one.by)
    product = desk.workspace.settings.products.get(one.what) if one.kind == "trial" else None
    return BriefPromise(
        kind=one.kind,
        what=product.name if product else one.what,
        by=by.name if by else None,
        case=one.case.case.title if one.case else None,
        due=one.due,
        state=one.state,
        kept=one.outcome.kept,
        late=one.outcome.late,
    )


def _recently_kept(promises: list[BriefPromise]) -> list[BriefPromise]:
    """The last commitments kept, and whatever was kept late."""
    kept = [
        one for one in promises if one.state == "kept-late" or (one.kind, one.state) == ("commitment", "kept")
    ]
    return sorted(kept, key=lambda one: (one.kept or date.min, one.what), reverse=True)[:5]


def _conversations(customer: Customer, faces: Faces, desk: Desk) -> Iterator[Conversation]:
    """The last ten, the latest first; those without a moment stand last, in the order of the file."""
    dated = [(one.at.order, one) for one in customer.interactions if one.at is not None]
    latest = [one for _, one in sorted(dated, key=lambda pair: pair[0], reverse=True)]
    undated = [one for one in customer.interactions if one.at is None]
    for one in [*latest, *undated][:CONVERSATIONS]:
        promise = next((item for item in customer.commitments if item.id and item.id == one.commitment), None)
        face = faces.of(one.who)
        state = _state(promise, desk.as_of) if promise else None
        yield Conversation(one, face.name if face else None, promise.what if promise else None, state)


def _state(promise: Commitment, as_of: datetime) -> PromiseState:
    if promise.kept is not None:
        return "kept"
    over = promise.due is not None and between(promise.due.end, as_of) >= timedelta()
    return "late" if over else "open"


def _project(desk: Desk, faces: Faces, one: Project) -> BriefProject:
    ahead = [step for step in one.milestones if step.met is None]
    first = min(ahead, key=lambda step: step.due or date.max, default=None)
    owner, parties = faces.of(one.owner), desk.workspace.contacts.parties
    return BriefProject(
        told=one,
        owner=owner.name if owner else None,
        parties=tuple(parties[key].name if key in parties else key for key in one.parties),
        reached=len(one.milestones) - len(ahead),
        next_step=first.what if first else None,
        next_due=first.due if first else None,
    )


def _reviews(customer: Customer, as_of: datetime) -> tuple[date | None, date | None]:
    """The last review of the relationship and the next one that has a day."""
    days = customer.relationship.reviews if customer.relationship else []
    today = as_of.date()
    return max((day for day in days if day < today), default=None), min(
        (day for day in days if day >= today), default=None
    )


def _held(desk: Desk, customer: Customer) -> Iterator[Held]:
    products = desk.workspace.settings.products
    for one in customer.services:
        yield Held(products[one.product].name if one.product in products else one.product, one.since)


def _not_held(desk: Desk, customer: Customer, files: list[CaseFile]) -> Iterator[Held]:
    held = {one.product for one in customer.services}
    offers = (item.mitigation for file in files for item in file.case.recommendations)
    offered = {offer.product for offer in offers if offer and offer.decision is None}
    for key, product in desk.workspace.settings.products.items():
        if key not in held:
            yield Held(product.name, offered=key in offered)
