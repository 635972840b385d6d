"""The hard questions that the record of a case raises, each with the line that it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from generator.derive.actions import status
from generator.derive.contact import gaps
from generator.derive.criteria import current_reading
from generator.derive.hard_questions import Question, Reason
from generator.derive.ledger import Promise, promises_of, promises_to
from generator.model.case import Case
from generator.model.criteria import ExitCriterion
from generator.model.meetings import HardQuestion
from generator.model.scalars.instants import between
from generator.model.turns import advocate_at
from generator.model.workspace import CaseFile, Workspace
from generator.source.file import SourceFile
from generator.source.nodes import Path

LATE_LEARNED = timedelta(hours=24)
"""How much later than it happened we may learn of a thing before the customer asks why."""


@dataclass(frozen=True)
class _Record:
    """A case with all that the questions of it follow from; `as_of` is in the case's zone."""

    file: CaseFile
    workspace: Workspace
    as_of: datetime
    advocate: str
    agreed: dict[str, HardQuestion]

    @property
    def case(self) -> Case:
        return self.file.case

    def asked(
        self, reason: Reason, path: Path, who: str | None, source: SourceFile | None = None, **said: Any
    ) -> Question:
        """A question drawn from a place, with the answer that was agreed for its item."""
        written = self.agreed.get(said.get("id") or "")
        who = (written.by if written else None) or who or self.advocate
        answer = written.answer if written else None
        place = (source or self.file.source).place(path)
        return Question(reason=reason, place=place, who=who, answer=answer, **said)


def drawn(file: CaseFile, workspace: Workspace, as_of: datetime) -> tuple[Question, ...]:
    """The questions that the record of a case raises as of an aware moment, by their lines."""
    local = as_of.astimezone(file.zone)
    agreed = {one.about: one for part in file.case.dry_run for one in part.questions if one.about}
    advocate = advocate_at(workspace.contacts, file.case.advocate, as_of)
    record = _Record(file, workspace, local, advocate, agreed)
    found = [question for draw in DRAWS for question in draw(record)]
    return tuple(sorted(found, key=lambda one: (one.place.path != file.source.path, one.place.line)))


def _promises(record: _Record) -> Iterator[Question]:
    """What was promised and came late, or did not come."""
    between_cases = promises_to(record.file.owner, record.as_of)
    for promise in (*promises_of(record.file, record.workspace, record.as_of), *between_cases):
        if promise.state in ("late", "kept-late") and promise.kind != "action":
            yield _of_promise(record, promise)


def _of_promise(record: _Record, promise: Promise) -> Question:
    reason: Reason = "commitment" if promise.kind == "action" else promise.kind
    return record.asked(
        reason,
        promise.path,
        promise.by,
        None if promise.case else record.file.owner.source,
        what=_product(record, promise.what) if promise.kind == "trial" else promise.what,
        id=promise.id,
        start=promise.due,
        end=promise.outcome.kept,
        length=promise.outcome.late,
        missed=promise.state == "late",
    )


def _product(record: _Record, key: str) -> str:
    product = record.workspace.settings.products.get(key)
    return product.name if product else key


def _moved_ends(record: _Record) -> Iterator[Question]:
    """The ends of a get-well plan that moved."""
    for index, move in enumerate(record.case.get_well.extended if record.case.get_well else ()):
        path = ("get_well", "extended", index)
        yield record.asked("end-moved", path, None, start=move.old, end=move.new, record=move.why)


def _actions(record: _Record) -> Iterator[Question]:
    """Actions that are overdue, and those done before what they depend on."""
    actions = record.case.actions
    over = {one.id for one in actions if one.done or one.dropped}
    for index, action in enumerate(actions):
        state = status(action, actions, record.as_of)
        said: dict[str, Any] = {"what": action.what, "id": action.id}
        if state.word == "late":
            why = action.blocked.why if action.blocked else None
            due = action.due
            yield record.asked(
                "action",
                ("actions", index, "due"),
                action.owner,
                **said,
                start=due,
                length=state.late,
                record=why,
            )
        elif state.word == "done" and (before := [key for key in action.depends_on if key not in over]):
            path = ("actions", index, "depends_on")
            yield record.asked("out-of-turn", path, action.owner, **said, says=", ".join(before))


def _causes(record: _Record) -> Iterator[Question]:
    """Causes that are only suspected, and a cause that is confirmed and unknown at once."""
    case = record.case
    for index, cause in enumerate(case.root_causes):
        if cause.state == "suspected":
            path, owner = ("root_causes", index), _working_on(case, cause.id)
            yield record.asked("cause", path, owner, what=cause.what, id=cause.id, record=cause.how)
    confirmed = [cause.what for cause in case.root_causes if cause.state == "confirmed"]
    if case.cause_unknown and confirmed:
        yield record.asked("cause-both", ("cause_unknown",), None, what=case.cause_unknown, says=confirmed[0])


def _working_on(case: Case, key: str | None) -> str | None:
    """Who does the first action that serves an item."""
    return next((one.owner for one in case.actions if key and key in one.serves and one.owner), None)


def _gaps(record: _Record) -> Iterator[Question]:
    """The silences of a day and more; one past a promise is asked as that, unless the customer called in it too."""
    for gap in gaps(record.case, record.as_of):
        if gap.is_silence and (gap.promised is None or gap.unanswered):
            nearest = next((one for one in (gap.after, *gap.unanswered, gap.before) if one is not None), None)
            path: Path = ("opened",) if nearest is None else ("events", nearest)
            calls = len(gap.unanswered)
            yield record.asked(
                "gap", path, None, start=gap.start, end=None if gap.is_open else gap.end, length=gap.length,
                says=str(calls) if calls else None,
            )  # fmt: skip


def _events(record: _Record) -> Iterator[Question]:
    """Accounts that contradict each other, and what we learnt long after it happened."""
    for index, event in enumerate(record.case.events):
        ours = event.person if event.by in (None, "us") else None
        said: dict[str, Any] = {"what": event.say or event.what, "id": event.id, "start": event.at}
        if event.disputed:
            other, path = event.disputed, ("events", index, "disputed")
            yield record.asked("account", path, ours, **said, says=other.says, by=other.by)
        if event.learned and between(event.at.end, event.learned.at) > LATE_LEARNED:
            path = ("events", index, "learned")
            yield record.asked("late-learned", path, ours, **said, end=event.learned)


def _concerns(record: _Record) -> Iterator[Question]:
    """Concerns at close-out that are not settled."""
    for index, one in enumerate(record.case.close_out.disputes if record.case.close_out else ()):
        if one.is_open:
            path = ("close_out", "disputes", index)
            yield record.asked(
                "concern", path, None, what=one.concern, id=one.id, start=one.on, by=one.by, record=one.why
            )


def _criteria(record: _Record) -> Iterator[Question]:
    """Criteria that count as met while their last reading says otherwise."""
    for index, criterion in enumerate(record.case.exit_criteria):
        reading = current_reading(criterion, record.as_of)
        done = "accepted" if criterion.accepted else "met"
        if (criterion.met or criterion.accepted) and reading and not _reached(criterion, reading.value):
            path = ("exit_criteria", index, done)
            yield record.asked(
                "reading",
                path,
                None,
                what=criterion.what,
                id=criterion.id,
                start=reading.at,
                says=str(reading.value),
            )


def _reached(criterion: ExitCriterion, value: Any) -> bool:
    if criterion.target is None:
        return True
    goal = criterion.target.value
    return bool(value <= goal if criterion.target.at_most else value >= goal)


DRAWS = (_promises, _moved_ends, _actions, _causes, _gaps, _events, _concerns, _criteria)
"""What questions are drawn from."""
