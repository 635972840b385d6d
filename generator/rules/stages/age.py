"""A stage held longer than its age, and an open case in which nothing happens."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from generator.codes import code
from generator.derive.stages import stage_since
from generator.finding import Finding, Severity
from generator.model.scalars.instants import day_start
from generator.model.scalars.moments import Moment
from generator.rules.in_words import length_in_words
from generator.rules.scene import Scene

HELD_TOO_LONG = code(
    "stage-held-too-long",
    Severity.WARNING,
    "A case that stays in a stage for too long",
    "`stage_age` in casewright.yaml says how long a case may stay in each stage. Move it on, or tell the sponsor what "
    "keeps it there.",
    clock=True,
)
CASE_QUIET = code(
    "case-quiet",
    Severity.WARNING,
    "An open case in which nothing happens",
    "Nothing was added to the case for longer than `review_after: {case: ...}` in casewright.yaml. Either it goes on "
    "without being written down, or it does not go on. Add what happened, or close it.",
    clock=True,
)

HOUR = timedelta(hours=1)
"""By how much a number of days can be longer than so many times 24 hours, where the clocks change."""


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with how long an open case has stood."""
    if not scene.file.is_open:
        return
    case, settings = scene.case, scene.workspace.settings
    since, age = stage_since(case), settings.stage_age.get(case.stage)
    if age is not None and age.after(since) < scene.as_of:
        held = length_in_words(scene.as_of - since)
        message = (
            f"The case has been in `{case.stage}` for {held}, since {scene.words(since)}; its age is {age}."
        )
        remedy = "Write the stage it has reached, or take up with the sponsor what keeps it."
        yield HELD_TOO_LONG.at(scene.place("stage"), message, remedy)
    fresh = settings.review_after.case
    surely = fresh.about - HOUR
    if any(moment_of(scene, when) + surely > scene.as_of for _, _, when in reversed(scene.happened)):
        return
    last = last_news(scene)
    if fresh.after(last) < scene.as_of:
        message = f"Nothing was added to this case since {scene.words(last)}, {length_in_words(scene.as_of - last)} ago."
        yield CASE_QUIET.at(
            scene.place("stage"), message, "Add what has happened to `events`, or close the case."
        )


def last_news(scene: Scene) -> datetime:
    """The latest moment up to now at which anything of the case happened."""
    times = (moment_of(scene, when) for _, _, when in scene.happened)
    return max((at for at in times if at <= scene.as_of), default=scene.case.opened.at)


def moment_of(scene: Scene, when: Moment | date) -> datetime:
    """The first instant of what was typed."""
    return when.at if isinstance(when, Moment) else day_start(when, scene.file.zone)
