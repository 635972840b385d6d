"""The hard questions that a customer may ask: one as data, and those that somebody wrote down."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from generator.finding import Place
from generator.model.case import Case
from generator.model.scalars.moments import Moment
from generator.model.workspace import CaseFile

Reason = Literal[
    "expected", "update", "commitment", "milestone", "trial", "action", "end-moved", "cause", "gap", "late-learned",
    "account", "concern", "reading", "cause-both", "out-of-turn",
]  # fmt: skip
"""Why a question is to be expected: somebody wrote it down, or what it was drawn from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, as data: its reason, and what the sentence names.

    `what` is the item's own text, `id` its id; `start` and `end` the times it is about, `length` how late or how long;
    `says` what somebody else says of it, `by` who (a person's key). `place` is the line it comes from. `who` is the key
    of the person who answers, `answer` what was agreed, `record` what the record itself has to say. `missed` tells of a
    promise that is still open.
    """

    reason: Reason
    place: Place
    what: str = ""
    id: str | None = None
    start: Moment | datetime | date | None = None
    end: Moment | datetime | date | None = None
    length: timedelta | None = None
    says: str | None = None
    by: str | None = None
    who: str
    answer: str | None = None
    record: str | None = None
    missed: bool = False


def expected(file: CaseFile, meeting: str | None) -> tuple[Question, ...]:
    """The questions that somebody wrote down for a meeting or its dry run, in the order of the file.

    One that is `about` an item stands with the question drawn from it, unless none is: see `unmatched`.
    """
    runs = rehearsals(file.case, meeting)
    return tuple(
        Question(
            reason="expected",
            place=file.source.place(("dry_run", index, "questions", number)),
            what=one.ask,
            id=one.about,
            who=one.by or part.person,
            answer=one.answer,
        )
        for index, part in enumerate(file.case.dry_run)
        if meeting is None or part.meeting in runs
        for number, one in enumerate(part.questions)
    )


def unmatched(written: tuple[Question, ...], from_record: tuple[Question, ...]) -> tuple[Question, ...]:
    """The written questions whose item raised no question of its own."""
    raised = {one.id for one in from_record if one.id}
    return tuple(one for one in written if one.id is None or one.id not in raised)


def rehearsals(case: Case, meeting: str | None) -> set[str]:
    """A meeting and the dry runs that rehearse it, by their ids."""
    return {one.id for one in case.meetings if one.id == meeting or (meeting and one.rehearses == meeting)}
