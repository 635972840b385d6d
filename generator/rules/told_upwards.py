"""Standing requests of management that a case's call log does not meet, and numbers that a call proved wrong."""

from collections.abc import Iterator
from datetime import date, datetime

from generator.codes import code
from generator.derive.freshness import people_of
from generator.derive.standing_requests import Asked, requests_of
from generator.finding import Finding, Severity
from generator.model.scalars.instants import between
from generator.model.workspace import CaseFile, Workspace
from generator.rules.in_words import day_in_words, length_in_words
from generator.rules.matrix_words import RUNG_WORDS, area_name, path_of_person, person_name
from generator.rules.scene import Scene

UNMET = code(
    "standing-request-unmet",
    Severity.WARNING,
    "Somebody asked to be told of such cases, and was not called in time",
    "A standing request in contacts.yaml asks for a call to management whenever a case of that customer, product or "
    "severity is opened. Make the call and log it under `escalations` with `why: standing-request`. A call that was made "
    "too late stays a notice.",
    clock=True,
)
BAD_NUMBER = code(
    "bad-number-kept",
    Severity.WARNING,
    "A number that a call proved wrong, and that nobody has checked since",
    "An attempt in a case says `bad-number`, and the person's number was not confirmed after that day. Whoever rings next "
    "loses the same minutes. Find out the right number, write it, and write the day under `confirmed`.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """The standing requests that hold for an open case and were not met in time."""
    if scene.file.is_open and scene.workspace.contacts.standing_requests:
        for asked in requests_of(scene.workspace, scene.file):
            yield from unmet(scene, asked)


def unmet(scene: Scene, asked: Asked) -> Iterator[Finding]:
    """A call that was not made in time; nothing is said before its time is over."""
    met = asked.at or scene.as_of
    if between(asked.due, met).total_seconds() <= 0:
        return
    area = area_name(scene.workspace, asked.request.area)
    whose = (
        f"{scene.name_of(asked.request.asked_by)} asked that"
        if asked.request.asked_by
        else "It was asked that"
    )
    message = f"{whose} {area} is told up to its {RUNG_WORDS[asked.rung]} by {scene.words(asked.due)}"
    late = length_in_words(between(asked.due, met))
    if asked.met is None:
        remedy = "Make the call, and log it under `escalations` with `why: standing-request`."
        yield UNMET.at(
            scene.place("escalations", key=True), f"{message}, {late} ago, and no call went there.", remedy
        )
    else:
        place = scene.place("escalations", asked.met[0], "attempts", asked.met[1])
        remedy = "Correct the time if it is wrong; otherwise leave it for the review."
        yield UNMET.at(place, f"{message}, and the call came {late} late.", remedy).milder(Severity.NOTICE)


def numbers_kept(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:
    """One finding for each number of ours or of a third party's that was wrong when it was last rung."""
    latest: dict[str, tuple[date, CaseFile]] = {}
    for person, day, file in _wrong_rings(workspace):
        if person not in latest or latest[person][0] < day:
            latest[person] = day, file
    records = people_of(workspace.contacts) if latest else {}
    for person, (day, file) in sorted(latest.items(), key=lambda entry: entry[0]):
        record = records.get(person)
        if record is not None and record.phone and (record.confirmed is None or record.confirmed.on < day):
            place = workspace.contacts_source.place((*path_of_person(workspace, person), "phone"))
            on = day_in_words(day, as_of.year)
            message = (
                f"The number of {person_name(workspace, person)} was wrong on {on}, in the case {file.key}."
            )
            yield BAD_NUMBER.at(
                place, message, "Find the right one, write it, and write the day under `confirmed`."
            )


def _wrong_rings(workspace: Workspace) -> Iterator[tuple[str, date, CaseFile]]:
    """Whose number was wrong, on which day, and in which case."""
    for file in workspace.cases.values():
        for attempt in (ring for escalation in file.case.escalations for ring in escalation.attempts):
            if attempt.outcome == "bad-number" and attempt.person is not None:
                yield attempt.person, attempt.at.day, file
