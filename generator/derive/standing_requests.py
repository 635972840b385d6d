"""Whom management asked to be told of: the standing requests that hold for a case, and when each was met."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from generator.derive.ladder_calls import rung_of
from generator.model.calls import Escalation
from generator.model.contacts import StandingRequest
from generator.model.settings import RUNGS, Rung
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """A standing request that holds for a case, by its index in contacts.yaml.

    `due` is the aware moment by which the call was to be made: `within` after the opening, or the settings' grace where
    nothing is said. `rung` is how far up it goes: the highest that the area has, up to the one asked for. `met` is the
    first call that reached it, as the index of the climb and of the attempt, and `at` its moment.
    """

    index: int
    request: StandingRequest
    rung: Rung
    due: datetime
    met: tuple[int, int] | None
    at: datetime | None


def holds(request: StandingRequest, file: CaseFile) -> bool:
    """Whether a request holds for a case: of its customer, product and severity or worse, opened while it lasts."""
    case = file.case
    return (
        request.customer in (None, file.owner.key)
        and request.product in (None, case.product)
        and (request.severity is None or (case.severity is not None and case.severity <= request.severity))
        and (request.until is None or case.opened.day <= request.until)
    )


def requests_of(workspace: Workspace, file: CaseFile) -> Iterator[Asked]:
    """The standing requests that hold for a case, in the order of contacts.yaml."""
    for index, request in enumerate(workspace.contacts.standing_requests):
        rung = _rung(workspace, request)
        if rung is not None and holds(request, file):
            within = request.within or workspace.settings.grace
            calls = sorted(_calls(workspace, file, request, rung), key=lambda call: call[0])
            at, met = calls[0] if calls else (None, None)
            yield Asked(index, request, rung, within.after(file.case.opened.end), met, at)


def _rung(workspace: Workspace, request: StandingRequest) -> Rung | None:
    area = workspace.contacts.areas.get(request.area)
    if area is None:
        return None
    held = [
        rung for rung, post in area.posts() if post and not post.is_none and (post.person or post.rotation)
    ]
    return next((rung for rung in reversed(held) if RUNGS.index(rung) <= RUNGS.index(request.up_to)), None)


def _calls(
    workspace: Workspace, file: CaseFile, request: StandingRequest, rung: Rung
) -> Iterator[tuple[datetime, tuple[int, int]]]:
    """Every call of a case that reached a rung of the area or one above: also one for help tells whom it reaches."""
    for number, escalation in enumerate(file.case.escalations):
        if escalation.area == request.area:
            for index in _reaching(workspace, escalation, rung):
                yield escalation.attempts[index].at.at, (number, index)


def _reaching(workspace: Workspace, escalation: Escalation, rung: Rung) -> Iterator[int]:
    for index, attempt in enumerate(escalation.attempts):
        reached = rung_of(workspace, escalation, attempt)
        if reached and RUNGS.index(reached) >= RUNGS.index(rung) and attempt.outcome != "bad-number":
            yield index
