"""Meetings with the customer: rehearsed, with the people the segment wants, and said to be held once they were."""

from collections.abc import Iterator
from datetime import timedelta

from generator.codes import code
from generator.derive.agenda import ends
from generator.finding import Finding, Severity
from generator.model.meetings import Meeting
from generator.model.scalars.instants import is_later
from generator.rules.in_words import length_in_words
from generator.rules.scene import Scene
from generator.rules.seniority import in_words, is_senior, stands_for
from generator.rules.stages.codes import DRY_RUN_MISSING
from generator.rules.stages.wants_expected import rehearsed

SENIOR_MISSING = code(
    "senior-missing",
    Severity.WARNING,
    "A customer meeting without somebody whom the segment wants there",
    "`attends` of the customer's segment says who comes to a meeting with them: the advocate, the account manager, the "
    "sponsor, or somebody from a rung of the ladder or from one above it. Add them to `attendees`; where nobody senior is "
    "to come, `no_senior` on the meeting says why.",
)
MEETING_UNSAID = code(
    "meeting-unsaid",
    Severity.NOTICE,
    "A meeting that is over, and nothing says whether it was held",
    "Once a meeting is over, `held: yes` says that it took place, and the agenda's items get their `outcome` or are "
    "carried over. Where it was moved, change `at`.",
    clock=True,
)
ATTENDEES_MISSING = code(
    "attendees-missing",
    Severity.WARNING,
    "A meeting to come that nobody is to attend",
    "`attendees` says who comes to a meeting and what for. Without them the agenda names nobody, nobody is invited, and "
    "nobody notices that the one who knows the cause is away that day.",
)
REHEARSES_WRONG = code(
    "rehearses-wrong",
    Severity.ERROR,
    "A dry run that rehearses no meeting, or a meeting that rehearses",
    "A meeting of kind `dry-run` says with `rehearses` which meeting it prepares, and no other kind does. It takes "
    "place before that meeting.",
)
WITH_CUSTOMER = ("customer", "close-out")
SOON = timedelta(hours=24)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the meetings of a case."""
    for index, meeting in enumerate(scene.case.meetings):
        yield from rehearsal(scene, meeting, index)
        if not meeting.held and scene.file.is_open:
            yield from ahead(scene, meeting, index)


def ahead(scene: Scene, meeting: Meeting, index: int) -> Iterator[Finding]:
    """What is wrong with a meeting of an open case that was not held yet."""
    if ends(meeting) < scene.as_of:
        message = f"The meeting {meeting.id} of {scene.words(meeting.at)} is over, and nothing says that it was held."
        remedy = "Add `held: yes`, or change `at` where it was moved."
        yield MEETING_UNSAID.at(scene.place("meetings", index, "at"), message, remedy)
        return
    if not meeting.attendees:
        message = f"Nobody is to attend the meeting {meeting.id} of {scene.words(meeting.at)}."
        remedy = "Add `attendees:` with the keys of those who come."
        yield ATTENDEES_MISSING.at(scene.place("meetings", index), message, remedy)
    if meeting.kind in WITH_CUSTOMER:
        yield from missing_people(scene, meeting, index)
        if meeting.at.at - scene.as_of <= SOON and not rehearsed(scene, meeting):
            start = scene.words(meeting.at)
            until = length_in_words(meeting.at.at - scene.as_of) if meeting.at.at > scene.as_of else "no time"
            message = f"The meeting {meeting.id} with the customer begins on {start}, in {until}, and no dry run was held."
            remedy = f"Hold one, and add it with `kind: dry-run`, `rehearses: {meeting.id}` and `held: yes`."
            yield DRY_RUN_MISSING.at(scene.place("meetings", index, "at"), message, remedy)


def missing_people(scene: Scene, meeting: Meeting, index: int) -> Iterator[Finding]:
    """The people whom the segment wants at a meeting with the customer and who do not attend."""
    attend = {attendee.person for attendee in meeting.attendees}
    for role in scene.segment.attends if scene.segment else ():
        may = stands_for(scene, role) - {""}
        if attend.isdisjoint(may) and not (meeting.no_senior and is_senior(role)):
            customer, wanted = scene.file.owner.customer.name, in_words(role)
            message = (
                f"The segment of {customer} wants {wanted} at the meeting {meeting.id}, and none attends."
            )
            example = f", such as `{min(may)}`" if may else ""
            yield SENIOR_MISSING.at(
                scene.place("meetings", index), message, f"Add {wanted} to `attendees`{example}."
            )


def rehearsal(scene: Scene, meeting: Meeting, index: int) -> Iterator[Finding]:
    """Whether what a meeting rehearses fits its kind and its time."""
    if meeting.kind == "dry-run" and meeting.rehearses is None:
        message = f"The dry run {meeting.id} does not say which meeting it prepares."
        remedy = "Add `rehearses:` with the id of the meeting."
        yield REHEARSES_WRONG.at(scene.place("meetings", index), message, remedy)
    if meeting.rehearses is None:
        return
    path = ("meetings", index, "rehearses")
    if meeting.kind != "dry-run":
        message = f"The meeting {meeting.id} is of kind `{meeting.kind}`, and only a dry run rehearses another meeting."
        yield REHEARSES_WRONG.at(
            scene.place(*path), message, "Write `kind: dry-run`, or take `rehearses` out."
        )
        return
    prepared = next((other for other in scene.case.meetings if other.id == meeting.rehearses), None)
    if prepared is not None and is_later(meeting.at.at, prepared.at.end):
        when = scene.words(meeting.at)
        message = (
            f"The dry run {meeting.id} takes place on {when}, after the meeting {prepared.id} it prepares."
        )
        yield REHEARSES_WRONG.at(
            scene.place(*path), message, "Correct the time of one of the two, or the id."
        )
