"""The way a case took from stage to stage: where it may go, and why it went back."""

from collections.abc import Iterator

from generator.codes import code
from generator.derive.stages import FOLLOWING, goes_back
from generator.finding import Finding, Severity
from generator.model.case import StageEntry
from generator.model.scalars.instants import is_later
from generator.model.settings import STAGES, Stage
from generator.rules.scene import Scene

STEP_WRONG = code(
    "stage-step-wrong",
    Severity.ERROR,
    "A change of stage that is none",
    "A case goes forward through engaged, planning, customer-review, get-well and closed. From customer-review it may "
    "go back to planning, from get-well to customer-review or planning, and a closed one, once, to get-well or planning.",
)
BACK_UNEXPLAINED = code(
    "stage-back-unexplained",
    Severity.ERROR,
    "A case that went back without saying why",
    "Going forward the stage's log may be left out. Going back is what management asks about, so the entry says why.",
)
LOG_BEHIND = code(
    "stage-log-behind",
    Severity.ERROR,
    "A stage's log that ends in another stage",
    "The last entry of `stage_log` says in which stage the case is and since when. Where a case goes back the entry is "
    "required, with why; where it goes forward the log is optional, but one that is kept is kept to the end.",
)
REOPENED_TWICE = code(
    "reopened-twice",
    Severity.ERROR,
    "A closed case that was opened again more than once",
    "A closed case is not edited back to life. Only one closed by mistake, or one whose accepted criterion proves "
    "false, goes back, and that once. The same cause again is a new case, related as `recurrence`.",
)
REOPENED_LATE = code(
    "reopened-late",
    Severity.WARNING,
    "A closed case that was opened again too late",
    "A closed case whose accepted criterion proves false goes back within the time that `reopen_within` sets in "
    "casewright.yaml. After that, the same cause is a new case, related as `recurrence`.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with the stage's log."""
    log = scene.case.stage_log
    before: Stage = "engaged"
    for index, entry in enumerate(log):
        yield from step(scene, before, entry, index)
        before = entry.to
    yield from reopenings(scene)
    stage = scene.case.stage
    if log and before != stage:
        found = LOG_BEHIND.at(
            scene.place("stage"),
            f"The case is in `{stage}`, and the last entry of its log went to `{before}`.",
            f"Add `- {{to: {stage}, at: ...{', why: ...' if goes_back(before, stage) else ''}}}` to `stage_log`.",
        )
        yield found if goes_back(before, stage) else found.milder(Severity.WARNING)


def step(scene: Scene, before: Stage, entry: StageEntry, index: int) -> Iterator[Finding]:
    """What is wrong with one entry; going forward, stages in between may be left out of the log."""
    if not goes_back(before, entry.to):
        return
    if entry.to not in FOLLOWING[before]:
        back = [stage for stage in FOLLOWING[before] if goes_back(before, stage)]
        message = f"A case does not go back from `{before}` to `{entry.to}`."
        choices = " or ".join(f"`{stage}`" for stage in back)
        remedy = f"Write {choices}." if back else "Take the entry out."
        yield STEP_WRONG.at(scene.place("stage_log", index, "to"), message, remedy)
    if entry.why is None:
        message = f"The case went back from `{before}` to `{entry.to}` on {scene.words(entry.at)}, and nothing says why."
        yield BACK_UNEXPLAINED.at(scene.place("stage_log", index), message, "Add `why:` to this entry.")


def reopenings(scene: Scene) -> Iterator[Finding]:
    """Closed cases that went back: once only, and in time."""
    log, within = scene.case.stage_log, scene.workspace.settings.reopen_within
    opened = [index for index in range(1, len(log)) if log[index - 1].to == STAGES[-1] != log[index].to]
    for number, index in enumerate(opened):
        closed, back = log[index - 1], log[index]
        if number:
            message = f"The case was opened again on {scene.words(back.at)}, for the second time."
            remedy = "Open a new case, related to this one with `how: recurrence`."
            yield REOPENED_TWICE.at(scene.place("stage_log", index, "to"), message, remedy)
        if is_later(back.at.at, within.after(closed.at.end)):
            message = f"The case was opened again on {scene.words(back.at)}, more than {within} after it was closed."
            remedy = "Open a new case, related to this one with `how: recurrence`."
            yield REOPENED_LATE.at(scene.place("stage_log", index, "at"), message, remedy)
