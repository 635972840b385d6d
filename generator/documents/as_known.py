"""The chronology as it was known at an earlier moment, from the record as it is now."""

from dataclasses import replace
from datetime import UTC, datetime

from generator.documents.identity import copy_of, identify
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk, Sheet
from generator.model.chronology import Event
from generator.model.marks import Audience
from generator.model.workspace import CaseFile

KNOWN = "chronology"
"""The one paper whose every line says when it was known."""


def known_sheet(desk: Desk, key: str) -> Sheet:
    """Our own chronology of a case as it was known at the desk's moment, with how many lines came later.

    Only for us, because a customer never reads when we learned of an event, and would see it from what is missing. It
    is a draft whatever was issued, as nobody was sent it.
    """
    file, paper = desk.workspace.cases[key], PAPERS[KNOWN]
    then = known_by(file, desk.as_of)
    cases = {**desk.workspace.cases, key: then}
    past = replace(desk, workspace=replace(desk.workspace, cases=cases))
    copy = copy_of(past.read(then, Audience.INTERNAL))
    identity = identify(
        file.case, copy, paper, Audience.INTERNAL, desk.as_of, desk.commits.get(then.source.path)
    )
    if not identity.draft:
        moment = desk.as_of.astimezone(file.zone)
        identity = replace(identity, draft=True, version=identity.version + 1, as_of=moment, issued=None)
    sheet = past.laid_out(then, paper, copy.read, identity)
    later = len(file.case.events) - len(then.case.events)
    return replace(sheet, context={**sheet.context, "known_later": later})


def known_by(file: CaseFile, moment: datetime) -> CaseFile:
    """A case with the events that were known at an aware moment, and the evidence that was there by then.

    An event was known when it was learned of, else when it happened; one that went on beyond the moment had no end yet.
    Evidence without a date was there from the beginning.
    """
    case, day = file.case, moment.astimezone(file.zone).date()
    evidence = [one for one in case.evidence if one.date is None or one.date <= day]
    events = [_as_known(event, moment) for event in case.events if _is_known(event, moment)]
    return replace(file, case=case.model_copy(update={"events": events, "evidence": evidence}))


def _is_known(event: Event, moment: datetime) -> bool:
    learned = event.learned or event.at
    return learned.at.astimezone(UTC) <= moment.astimezone(UTC)


def _as_known(event: Event, moment: datetime) -> Event:
    """An event without an end that was still to come."""
    if event.until is None or event.until.at.astimezone(UTC) <= moment.astimezone(UTC):
        return event
    return event.model_copy(update={"until": None})
