"""What is late or due across the open cases, each with who answers for it and since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from generator.derive.actions import status
from generator.derive.contact import update_promises
from generator.derive.criteria import current_reading, state_of
from generator.derive.freshness import stale
from generator.derive.get_well import end_of
from generator.derive.stages import stage_since
from generator.derive.trial import trial_dates
from generator.model.commitments import Commitment
from generator.model.contacts import Absence
from generator.model.scalars.durations import Duration
from generator.model.scalars.instants import between, day_start
from generator.model.scalars.moments import Moment
from generator.model.turns import advocate_at
from generator.model.workspace import CaseFile, CustomerFile, Workspace

TodayKind = Literal[
    "update",
    "commitment",
    "action",
    "trial",
    "reading",
    "get-well",
    "meeting",
    "stage",
    "approval",
    "absence",
    "numbers",
]
SOON = timedelta(hours=24)
STALE = Duration(7, "day")


@dataclass(frozen=True, slots=True)
class TodayItem:
    """One thing that somebody must see to.

    `at` is the aware moment it was or is due; late once that has passed. Where only a day was said, `day` is that day
    and `at` its end. `who` is a person's key; `what` the text of the item where it has one; `case` and `customer` say
    whose it is (neither: the matrix's).
    """

    kind: TodayKind
    at: datetime
    who: str | None
    what: str = ""
    item: str | None = None
    case: CaseFile | None = None
    customer: CustomerFile | None = None
    absence: Absence | None = None
    day: date | None = None

    def is_late(self, as_of: datetime) -> bool:
        """Whether its moment has passed."""
        return self.late_by(as_of) > timedelta()

    @property
    def comes_first(self) -> bool:
        """Whether it stands before all others: numbers that may be wrong, because whatever is late wants a call."""
        return self.kind == "numbers"

    def late_by(self, as_of: datetime) -> timedelta:
        """How long ago its moment was; below zero while it is still to come."""
        return between(self.at, as_of)


def today(workspace: Workspace, as_of: datetime) -> list[TodayItem]:
    """Everything late, or due within the day: what comes first, then the longest late, then by when it is due."""
    found: list[TodayItem] = []
    for file in workspace.open_cases:
        found += _of_case(file, workspace, as_of.astimezone(file.zone))
    for file in workspace.cases.values():
        local = as_of.astimezone(file.zone)
        found += _trials(file, _advocate(file, workspace, as_of), local)
        found += _commitments(file.case.commitments, file, file.owner, local)
    for customer in workspace.customers.values():
        found += _commitments(customer.customer.commitments, None, customer, as_of)
    found += _absences(workspace, as_of)
    found += _numbers(workspace, as_of)
    return sorted(
        found,
        key=lambda item: (
            not item.comes_first,
            item.at.astimezone(UTC),
            item.case.key if item.case else "",
            item.what,
        ),
    )


def _advocate(file: CaseFile, workspace: Workspace, as_of: datetime) -> str:
    return advocate_at(workspace.contacts, file.case.advocate, as_of)


def _of_case(file: CaseFile, workspace: Workspace, as_of: datetime) -> Iterator[TodayItem]:
    advocate = _advocate(file, workspace, as_of)
    yield from _update(file, advocate, as_of)
    yield from _actions(file, advocate, as_of)
    yield from _readings(file, workspace, advocate, as_of)
    yield from _get_well_end(file, advocate, as_of)
    yield from _meetings(file, advocate, as_of)
    yield from _stage(file, workspace, advocate, as_of)


def end_of_day(as_of: datetime) -> datetime:
    """The first instant of the next day, where an aware moment is."""
    return day_start(as_of.date() + timedelta(days=1), as_of.tzinfo)


def day_of(moment: Moment) -> date | None:
    """The day of a moment of which only the day was said."""
    return moment.day if moment.whole_day else None


def _soon(at: datetime, as_of: datetime) -> bool:
    return between(as_of, at) <= max(between(as_of, end_of_day(as_of)), SOON)


def _update(file: CaseFile, advocate: str, as_of: datetime) -> Iterator[TodayItem]:
    for promise in update_promises(file.case, as_of)[-1:]:
        if promise.kept is None and _soon(promise.at.end, as_of):
            day = day_of(promise.at)
            yield TodayItem("update", promise.at.end, advocate, case=file, customer=file.owner, day=day)


def _commitments(
    promises: list[Commitment], file: CaseFile | None, owner: CustomerFile, as_of: datetime
) -> Iterator[TodayItem]:
    for promise in promises:
        if promise.due and promise.kept is None and _soon(promise.due.end, as_of):
            at, day = promise.due.end, day_of(promise.due)
            yield TodayItem("commitment", at, promise.by, promise.what, promise.id, file, owner, day=day)


def _actions(file: CaseFile, advocate: str, as_of: datetime) -> Iterator[TodayItem]:
    for action in file.case.actions:
        state = status(action, file.case.actions, as_of)
        if action.due and state.is_open and _soon(action.due.end, as_of):
            who, at, day = action.owner or advocate, action.due.end, day_of(action.due)
            yield TodayItem("action", at, who, action.what, action.id, file, file.owner, day=day)


def _trials(file: CaseFile, advocate: str, as_of: datetime) -> Iterator[TodayItem]:
    for item in file.case.recommendations:
        offer = item.mitigation
        dates = trial_dates(offer.trial) if offer and offer.trial else None
        if offer is None or dates is None or offer.decision is not None:
            continue
        at = end_of_day(day_start(dates.switch_off, file.zone))
        if _soon(at, as_of + timedelta(days=6)):
            who, day = item.owner or advocate, dates.switch_off
            yield TodayItem("trial", at, who, offer.product, item.id, file, file.owner, day=day)


def reading_due(file: CaseFile, workspace: Workspace, taken: datetime) -> datetime:
    """When a criterion wants its next reading: after the segment's get-well cadence, a week where none is set."""
    segment = workspace.segment_of(file.owner.customer)
    every = (segment[1].get_well_every if segment else None) or STALE
    return every.after(taken)


def _readings(file: CaseFile, workspace: Workspace, advocate: str, as_of: datetime) -> Iterator[TodayItem]:
    plan, disputes = file.case.get_well, file.case.close_out.disputes if file.case.close_out else []
    if file.case.stage != "get-well" or plan is None or plan.start is None:
        return
    for criterion in file.case.exit_criteria:
        if state_of(criterion, disputes) not in ("agreed", "disputed") or criterion.measure is None:
            continue
        reading = current_reading(criterion, as_of)
        taken = reading.at.at if reading else day_start(plan.start, file.zone)
        at = reading_due(file, workspace, taken)
        if between(at, as_of) >= timedelta():
            yield TodayItem("reading", at, advocate, criterion.what, criterion.id, file, file.owner)


def _get_well_end(file: CaseFile, advocate: str, as_of: datetime) -> Iterator[TodayItem]:
    end: date | None = end_of(file.case.get_well) if file.case.get_well else None
    if file.case.stage != "get-well" or end is None:
        return
    at = end_of_day(day_start(end, file.zone))
    if _soon(at, as_of + timedelta(days=2)):
        yield TodayItem("get-well", at, advocate, case=file, customer=file.owner, day=end)


def _meetings(file: CaseFile, advocate: str, as_of: datetime) -> Iterator[TodayItem]:
    rehearsed = {one.rehearses for one in file.case.meetings if one.kind == "dry-run" and one.held}
    for meeting in file.case.meetings:
        at = meeting.at.end
        waits = meeting.kind in ("customer", "close-out") and not meeting.held
        if waits and meeting.id not in rehearsed and between(as_of, at) > timedelta() and _soon(at, as_of):
            day = day_of(meeting.at)
            yield TodayItem("meeting", at, advocate, meeting.kind, meeting.id, file, file.owner, day=day)


def _stage(file: CaseFile, workspace: Workspace, advocate: str, as_of: datetime) -> Iterator[TodayItem]:
    age = workspace.settings.stage_age.get(file.case.stage)
    at = age.after(stage_since(file.case)) if age else None
    if at is not None and between(at, as_of) >= timedelta():
        yield TodayItem("stage", at, advocate, file.case.stage, case=file, customer=file.owner)


def _numbers(workspace: Workspace, as_of: datetime) -> Iterator[TodayItem]:
    """All numbers of the matrix that were checked twice as long ago as agreed, as one item; `what` is how many."""
    overdue = [one.age for one in stale(workspace, as_of) if one.age.level == "overdue"]
    since = [age.since for age in overdue if age.since is not None]
    if since:
        reviewed = workspace.contacts.reviewed
        yield TodayItem("numbers", min(since), reviewed.by if reviewed else None, str(len(since)))


def _absences(workspace: Workspace, as_of: datetime) -> Iterator[TodayItem]:
    for absence in workspace.contacts.absences:
        uncovered = absence.alternate is None or absence.cleared is None
        ahead = between(as_of, absence.end.end) > timedelta()
        if uncovered and ahead and _soon(absence.start.at, as_of):
            start = absence.start
            yield TodayItem("absence", start.at, absence.person, absence=absence, day=day_of(start))
