"""Whether the calls for help of an open case climbed as the ladder says: in order, no rung left out, none too late."""

from collections.abc import Iterator

from generator.codes import code
from generator.derive.climbing import Step, Wait, follows_ladder, next_holder, steps, waits
from generator.finding import Finding, Severity
from generator.model.calls import Escalation
from generator.rules.in_words import length_in_words, listed
from generator.rules.matrix_words import RUNG_WORDS, area_name
from generator.rules.scene import Scene

OUT_OF_ORDER = code(
    "ladder-out-of-order",
    Severity.WARNING,
    "A lower rung was rung after a higher one",
    "A call climbs from the primary to the VP, one rung at a time, so that nobody is woken whose people could have "
    "answered. To ring somebody again who was tried before is no fault. Correct the times or the rungs of the log; where "
    "it really went so, a comment on the line, `# casewright: ignore ladder-out-of-order`, keeps it quiet.",
)
SKIPPED = code(
    "rung-skipped",
    Severity.WARNING,
    "A rung that was passed over",
    "Somebody stood on that rung and was never rung before the next one. If they were rung, add the attempt. Rungs that "
    "are `none`, and people away with nobody standing in, are passed over rightly.",
)
LATE = code(
    "next-call-late",
    Severity.WARNING,
    "Longer than a step until the next call",
    "Nobody had taken it on, and the next rung was rung later than `ladder.step` and `ladder.tolerance` of the settings "
    "allow. Fifteen minutes a rung is what a customer without service can bear. If a call between the two is missing "
    "from the log, add it. A call that may wait has `answer_by`.",
)
MISSING = code(
    "next-call-missing",
    Severity.WARNING,
    "Nobody has taken it on, and the next rung was not rung",
    "A call for help climbs until somebody takes it on. Ring the next rung now and add the attempt; if somebody took it "
    "on, write who under `engaged`. A call that may wait has `answer_by`.",
    clock=True,
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the climbs of an open case; what is closed can no longer be rung."""
    if not scene.file.is_open:
        return
    for number, escalation in enumerate(scene.case.escalations):
        if follows_ladder(escalation) and escalation.area in scene.workspace.contacts.areas:
            for step in steps(scene.workspace, escalation):
                yield from of_step(scene, number, escalation, step)
            for wait in waits(escalation, scene.workspace.settings.ladder, scene.as_of):
                yield of_wait(scene, number, escalation, wait)


def of_step(scene: Scene, number: int, escalation: Escalation, step: Step) -> Iterator[Finding]:
    """One ring that came out of order, or before which a rung was left out."""
    if step.rung is None or not (step.after or step.skipped):
        return
    place = scene.place("escalations", number, "attempts", step.index)
    own = f"{RUNG_WORDS[step.rung]} of {area_name(scene.workspace, escalation.area)}"
    if step.after is not None:
        message = f"The {own} was rung only after the {RUNG_WORDS[step.after]}."
        yield OUT_OF_ORDER.at(place, message, "Correct the time or the rung, if one of them is wrong.")
    if step.skipped:
        passed = listed(f"the {RUNG_WORDS[rung]}" for rung in step.skipped)
        were = "was" if len(step.skipped) == 1 else "were"
        message = f"The {own} was rung, and {passed} {were} not."
        yield SKIPPED.at(place, message, "Add the attempt if it is missing from the log.")


def of_wait(scene: Scene, number: int, escalation: Escalation, wait: Wait) -> Finding:
    """A time without a ring that was too long, or lasts until now."""
    ladder, area = scene.workspace.settings.ladder, area_name(scene.workspace, escalation.area)
    length, limit = (
        length_in_words(wait.length),
        f"a step is {ladder.step}, with {ladder.tolerance} of tolerance",
    )
    if wait.until is not None:
        place = scene.place("escalations", number, "attempts", wait.until, "at")
        message = f"This call to {area} came {length} after {scene.words(wait.start)}, and {limit}."
        return LATE.at(place, message, "Add the call between them if it is missing, or correct the time.")
    last = "the last call was" if escalation.attempts else "nobody was rung since they were asked"
    message = f"Nobody of {area} has taken it on, and {last} {length} ago, on {scene.words(wait.start)}."
    holder = next_holder(scene.workspace, escalation, scene.as_of)
    who = (
        f"Ring {scene.name_of(holder.person)}, {RUNG_WORDS[holder.rung]},"
        if holder and holder.person
        else "Ring on"
    )
    return MISSING.at(scene.place("escalations", number), message, f"{who} and add the attempt.")
