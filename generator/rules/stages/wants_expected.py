"""What a case lacks of each thing that is expected while it is open, one function a thing."""

from collections.abc import Iterator
from datetime import datetime

from generator.derive.criteria import current_reading, state_of
from generator.model.criteria import ExitCriterion
from generator.model.meetings import Meeting
from generator.model.scalars.instants import day_start, is_later
from generator.rules.in_words import length_in_words
from generator.rules.scene import Scene, named
from generator.rules.stages.wants import Lack


def evidence(scene: Scene) -> Iterator[Lack]:
    """Something that shows what happened."""
    if not scene.case.evidence:
        remedy = "Add `evidence:` with `id`, `kind` and `title`, and cite it in the events."
        yield Lack("No evidence is listed yet.", remedy)


def options(scene: Scene) -> Iterator[Lack]:
    """Ways considered."""
    if not scene.case.options:
        yield Lack(
            "No options are weighed yet.", "Add `options:` with `what`, `for`, `against` and `chosen`."
        )


def impact(scene: Scene) -> Iterator[Lack]:
    """What was lost."""
    if not scene.case.impact:
        remedy = "Add `impact:` with `what` and an `amount`, a `low` and `high`, or `words`."
        yield Lack("The case does not say what the customer lost.", remedy)


def silver_lining(scene: Scene) -> Iterator[Lack]:
    """What is going right."""
    if not scene.case.silver_lining:
        yield Lack("The case does not say what is going right.", "Add `silver_lining:` with a line or two.")


def dry_runs(scene: Scene) -> Iterator[Lack]:
    """A dry run held before each customer meeting that has begun."""
    for index, meeting in enumerate(scene.case.meetings):
        if meeting.kind == "customer" and meeting.at.at <= scene.as_of and not rehearsed(scene, meeting):
            message = (
                f"No dry run was held before the customer meeting {meeting.id} of {scene.words(meeting.at)}."
            )
            remedy = f"Add the meeting of kind `dry-run` with `rehearses: {meeting.id}` and `held: yes`, if there was one."
            yield Lack(message, remedy, ("meetings", index))


def rehearsed(scene: Scene, meeting: Meeting) -> bool:
    """Whether a dry run of a meeting was held before it."""
    return any(
        other.kind == "dry-run"
        and other.rehearses == meeting.id
        and other.held
        and not is_later(other.at.at, meeting.at.end)
        for other in scene.case.meetings
    )


def readings(scene: Scene) -> Iterator[Lack]:
    """Readings no older than the segment's cadence."""
    every = scene.segment.get_well_every if scene.segment else None
    disputes = scene.case.close_out.disputes if scene.case.close_out else []
    for index, criterion in enumerate(scene.case.exit_criteria):
        last = last_read(scene, criterion)
        if every is None or last is None or state_of(criterion, disputes) not in ("agreed", "disputed"):
            continue
        if every.after(last) < scene.as_of:
            age = length_in_words(scene.as_of - last)
            wanted = f"every {str(every).removeprefix('1 ')}"
            message = f"Nobody has read {named(criterion, 'criterion')} for {age}, and the segment wants it {wanted}."
            remedy = f"Add `- {{at: {scene.now:%Y-%m-%d}, value: ...}}` to its `readings`."
            yield Lack(message, remedy, ("exit_criteria", index, "readings"))


def last_read(scene: Scene, criterion: ExitCriterion) -> datetime | None:
    """When a criterion with a number was last read, else when the get-well plan began; None where it has no number."""
    if criterion.target is None and not criterion.readings:
        return None
    if last := current_reading(criterion, scene.as_of):
        return min(last.at.end, scene.as_of)
    start = scene.case.get_well.start if scene.case.get_well else None
    return day_start(start, scene.file.zone) if start else None
