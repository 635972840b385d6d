"""Everything that a case records as having happened, with where it stands."""

from collections.abc import Iterator
from datetime import date

from generator.model.case import Case
from generator.model.close_out import CloseOut
from generator.model.criteria import ExitCriterion
from generator.model.scalars.moments import Moment
from generator.source.nodes import Path

Past = tuple[Path, str, Moment | date]
"""Where the time stands, a sentence that wants only its time, and the time."""


def happened(case: Case) -> Iterator[Past]:
    """Each time of a case that must lie in the past."""
    yield ("opened",), "The case was opened", case.opened
    if case.closed:
        yield ("closed",), "The case was closed", case.closed
    for index, event in enumerate(case.events):
        yield ("events", index, "at"), "This event happened", event.at
    for index, entry in enumerate(case.stage_log):
        yield ("stage_log", index, "at"), f"The case went to `{entry.to}`", entry.at
    for index, paper in enumerate(case.issued):
        yield ("issued", index, "at"), f"Version {paper.version} was issued", paper.at
    yield from _work(case)
    yield from _calls(case)
    for index, criterion in enumerate(case.exit_criteria):
        yield from _criterion(("exit_criteria", index), criterion)
    if case.close_out:
        yield from _close_out(case.close_out)


def _work(case: Case) -> Iterator[Past]:
    milestones = case.get_well.milestones if case.get_well else []
    for path, items, name, sentence in (
        (("actions",), case.actions, "done", "This action was done"),
        (("commitments",), case.commitments, "kept", "This promise was kept"),
        (("get_well", "milestones"), milestones, "met", "This milestone was met"),
    ):
        for index, item in enumerate(items):
            if when := getattr(item, name):
                yield (*path, index, name), sentence, when
    for index, meeting in enumerate(case.meetings):
        if meeting.held:
            yield ("meetings", index, "at"), "This meeting was held", meeting.at
    if case.review and case.review.held:
        yield ("review", "held"), "The management review was held", case.review.held


def _calls(case: Case) -> Iterator[Past]:
    for index, climb in enumerate(case.escalations):
        for number, attempt in enumerate(climb.attempts):
            yield ("escalations", index, "attempts", number, "at"), "This call was made", attempt.at
        if climb.engaged and climb.engaged.at:
            yield ("escalations", index, "engaged", "at"), "Somebody took it on", climb.engaged.at


def _criterion(path: Path, criterion: ExitCriterion) -> Iterator[Past]:
    for index, reading in enumerate(criterion.readings):
        yield (*path, "readings", index, "at"), "This reading was taken", reading.at
    for name in ("agreed", "met", "accepted", "dropped"):
        mark = getattr(criterion, name)
        if mark is not None and mark.on is not None:
            yield (*path, name, "on"), f"This criterion was {name}", mark.on


def _close_out(end: CloseOut) -> Iterator[Past]:
    if end.on:
        yield ("close_out", "on"), "The customer answered", end.on
    if end.proposed and end.proposed.on:
        yield ("close_out", "proposed", "on"), "The close-out was proposed", end.proposed.on
    for index, attempt in enumerate(end.attempts):
        yield ("close_out", "attempts", index, "on"), "The customer was tried", attempt.on
    for index, dispute in enumerate(end.disputes):
        if dispute.settled:
            yield ("close_out", "disputes", index, "settled"), "This concern was settled", dispute.settled
