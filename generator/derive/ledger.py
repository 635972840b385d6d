"""The ledger of promises: whatever dated thing a customer was told, in every case and between them, and its outcome."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from generator.audience.visibility import Visibility
from generator.derive.actions import is_past
from generator.derive.contact import UpdatePromise, update_promises
from generator.derive.trial import trial_dates
from generator.model.actions import Action
from generator.model.commitments import Commitment
from generator.model.scalars.instants import between, day_start
from generator.model.scalars.moments import Moment
from generator.model.turns import advocate_at
from generator.model.workspace import CaseFile, CustomerFile, Workspace
from generator.source.nodes import Path

PromiseKind = Literal["commitment", "update", "action", "milestone", "trial"]
PromiseState = Literal["late", "open", "kept", "kept-late", "dropped"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a promise: `kept` is the day on which it was done, `late` how long past its time it is or was."""

    state: PromiseState
    kept: date | None = None
    late: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise as of a moment.

    `what` is the item's own text, empty for a next update; `by` the key of who promised or does it; `where` the event
    or meeting it was made in, as it was typed; `made` the day it was made, where that is known. `hidden` says that the
    customer's papers do not show the item. A promise of the customer's own file has no `case`. `path` is where it stands
    in the file of its case, else of its customer.
    """

    kind: PromiseKind
    owner: CustomerFile
    case: CaseFile | None
    path: Path
    what: str = ""
    id: str | None = None
    by: str | None
    where: str | None = None
    made: date | None = None
    due: Moment | None
    outcome: Outcome
    hidden: bool = False

    @property
    def state(self) -> PromiseState:
        """Late, open, kept, kept late or dropped."""
        return self.outcome.state

    @property
    def order(self) -> tuple[datetime, str, str]:
        """By when it was due, those without a day last, then by whose it is."""
        due = self.due.end.astimezone(UTC) if self.due else datetime.max.replace(tzinfo=UTC)
        return (due, self.owner.key, self.what)


def ledger(workspace: Workspace, as_of: datetime) -> tuple[Promise, ...]:
    """Every promise of the workspace as of an aware moment, by when it was due."""
    found = [promise for file in workspace.cases.values() for promise in promises_of(file, workspace, as_of)]
    owners = {file.owner.key: file.owner for file in workspace.cases.values()} | workspace.customers
    for owner in owners.values():
        found += _commitments(owner.customer.commitments, owner, None, as_of)
    return tuple(sorted(found, key=lambda promise: promise.order))


def promises_of(file: CaseFile, workspace: Workspace, as_of: datetime) -> tuple[Promise, ...]:
    """The promises made in one case as of an aware moment, by when they were due.

    Actions, milestones and trials are promises where the customer sees them; a commitment always is one.
    """
    local = as_of.astimezone(file.zone)
    sees = Visibility(file.case, file.owner.key)
    advocate = advocate_at(workspace.contacts, file.case.advocate, as_of)
    found = [
        *_commitments(file.case.commitments, file.owner, file, local),
        *_updates(file, advocate, local),
        *_actions(file, sees, local),
        *_milestones(file, sees, advocate, local),
        *_trials(file, sees, advocate, local),
    ]
    return tuple(sorted(found, key=lambda promise: promise.order))


def promises_to(owner: CustomerFile, as_of: datetime) -> tuple[Promise, ...]:
    """The promises made to a customer between their cases as of an aware moment, in the order of the file."""
    return tuple(_commitments(owner.customer.commitments, owner, None, as_of))


def _commitments(
    items: Iterable[Commitment], owner: CustomerFile, file: CaseFile | None, as_of: datetime
) -> Iterator[Promise]:
    sees = Visibility(file.case, owner.key) if file else None
    for index, item in enumerate(items):
        hidden = item.audience == "internal" or (sees is not None and not sees.item("commitments", item))
        yield Promise(
            kind="commitment",
            owner=owner,
            case=file,
            path=("commitments", index),
            what=item.what,
            id=item.id,
            by=item.by,
            where=item.where,
            made=item.made,
            due=item.due,
            outcome=_by_day(item.due, item.kept, as_of),
            hidden=hidden,
        )


def _updates(file: CaseFile, advocate: str, as_of: datetime) -> Iterator[Promise]:
    for promise in update_promises(file.case, as_of):
        event = file.case.events[promise.event] if promise.event is not None else None
        ours = event.person if event and event.by in (None, "us") else None
        yield Promise(
            kind="update",
            owner=file.owner,
            case=file,
            path=("next_update",) if promise.event is None else ("events", promise.event, "next_update"),
            by=ours or advocate,
            where=event.id if event else None,
            made=event.at.day if event else None,
            due=promise.at,
            outcome=_of_update(file, promise, as_of),
        )


def _of_update(file: CaseFile, promise: UpdatePromise, as_of: datetime) -> Outcome:
    """Kept by the contact that followed; one still open when its case closed is given up with the case."""
    if promise.kept is not None:
        late = max(between(promise.at.end, promise.kept), timedelta())
        return _kept(promise.kept.astimezone(file.zone).date(), late)
    if file.case.stage == "closed":
        return Outcome("dropped")
    return _unkept(promise.at, as_of)


def _actions(file: CaseFile, sees: Visibility, as_of: datetime) -> Iterator[Promise]:
    for index, item in enumerate(file.case.actions):
        if item.due is not None and sees.item("actions", item):
            yield Promise(
                kind="action",
                owner=file.owner,
                case=file,
                path=("actions", index, "due"),
                what=item.say or item.what,
                id=item.id,
                by=item.owner,
                due=item.due,
                outcome=_of_action(item, item.due, as_of),
            )


def _of_action(item: Action, due: Moment, as_of: datetime) -> Outcome:
    done = item.done if item.done and between(item.done.at, as_of) >= timedelta() else None
    if done is None:
        return Outcome("dropped") if item.dropped else _unkept(due, as_of)
    if due.whole_day or done.whole_day:
        return _by_day(due, done.day, as_of)
    return _kept(done.day, max(between(due.at, done.at), timedelta()))


def _milestones(file: CaseFile, sees: Visibility, advocate: str, as_of: datetime) -> Iterator[Promise]:
    steps = file.case.get_well.milestones if file.case.get_well else []
    for index, item in enumerate(steps):
        if item.due is not None and sees.item("get_well", item):
            due = _whole_day(item.due, file)
            yield Promise(
                kind="milestone",
                owner=file.owner,
                case=file,
                path=("get_well", "milestones", index),
                what=item.say or item.what,
                id=item.id,
                by=advocate,
                due=due,
                outcome=_by_day(due, item.met, as_of),
            )


def _trials(file: CaseFile, sees: Visibility, advocate: str, as_of: datetime) -> Iterator[Promise]:
    """A trial is settled by the day on which it is switched off: taken up or refused by then."""
    for index, item in enumerate(file.case.recommendations):
        seen = sees.item("recommendations", item) and sees.offer(item.mitigation)
        offer = item.mitigation if seen else None
        dates = trial_dates(offer.trial) if offer and offer.trial else None
        if offer is not None and dates is not None:
            due, decided = _whole_day(dates.switch_off, file), offer.decision
            day = (decided.on or dates.switch_off) if decided else None
            yield Promise(
                kind="trial",
                owner=file.owner,
                case=file,
                path=("recommendations", index, "mitigation", "trial"),
                what=offer.product,
                id=item.id,
                by=item.owner or advocate,
                made=dates.start,
                due=due,
                outcome=_by_day(due, day, as_of),
            )


def _whole_day(day: date, file: CaseFile) -> Moment:
    return Moment(day.isoformat(), day_start(day, file.zone), whole_day=True)


def _by_day(due: Moment | None, kept: date | None, as_of: datetime) -> Outcome:
    """What came of a promise of which only the day it was kept is known."""
    if kept is None:
        return _unkept(due, as_of)
    return _kept(kept, max(kept - due.day, timedelta()) if due else timedelta())


def _kept(day: date, late: timedelta) -> Outcome:
    return Outcome("kept-late", day, late) if late else Outcome("kept", day)


def _unkept(due: Moment | None, as_of: datetime) -> Outcome:
    if due is not None and is_past(due, as_of):
        return Outcome("late", late=between(due.end, as_of))
    return Outcome("open")
