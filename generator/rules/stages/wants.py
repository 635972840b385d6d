"""What a case lacks of each thing that must be there while it is open, one function a thing."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.derive.get_well import end_of
from generator.model.promised import promised_update
from generator.rules.scene import Scene, named
from generator.source.nodes import Path

AT_STAGE: Path = ("stage",)


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a case lacks: what to say, what to do, and where."""

    message: str
    remedy: str
    path: Path = AT_STAGE


def severity(scene: Scene) -> Iterator[Lack]:
    """A severity."""
    if scene.case.severity is None:
        worst, mildest = (scene.workspace.settings.severities.get(level, "") for level in (1, 4))
        remedy = f"Add `severity:` with a number from 1 ({worst}) to 4 ({mildest})."
        yield Lack("The case has no severity.", remedy)


def engagement(scene: Scene) -> Iterator[Lack]:
    """How the case reached us."""
    if scene.case.engagement is None:
        remedy = "Add `engagement:` with `asked_by`, `channel`, `failed` and `wants` below it."
        yield Lack("The case does not say how it reached us and what the customer wants.", remedy)


def event(scene: Scene) -> Iterator[Lack]:
    """One event."""
    if not scene.case.events:
        opened = scene.case.opened.typed
        remedy = f"Add `events:` and below it a line such as `- {{at: {opened}, what: ..., contact: in}}`."
        yield Lack("The chronology has no event yet.", remedy)


def next_update(scene: Scene) -> Iterator[Lack]:
    """When the customer hears next."""
    if promised_update(scene.case) is None:
        message = f"Nothing says when {scene.file.owner.customer.name} hears from us next."
        yield Lack(message, "Add `next_update:` with the moment that was promised.")


def summary(scene: Scene) -> Iterator[Lack]:
    """The executive summary."""
    if scene.case.summary is None:
        yield Lack(
            "The executive summary is not written.", "Add `summary: |` and write it on the lines below."
        )


def customer_sees(scene: Scene) -> Iterator[Lack]:
    """The line that says what the customer sees."""
    if not scene.case.customer_sees:
        remedy = (
            "Add a line such as `customer_sees: [summary, events, actions, exit_criteria, silver_lining]`."
        )
        yield Lack(
            "Nothing says which sections the customer sees, so their papers hold only the update.", remedy
        )


def cause(scene: Scene) -> Iterator[Lack]:
    """A cause, or why none is known."""
    if not scene.case.root_causes and scene.case.cause_unknown is None:
        remedy = (
            "Add one under `root_causes` (a suspected one will do), or say why not with `cause_unknown:`."
        )
        yield Lack("The case names no cause and does not say why it is not known.", remedy)


def actions(scene: Scene) -> Iterator[Lack]:
    """Any action."""
    if not scene.case.actions:
        remedy = "Add `actions:` with `what`, `owner` and `due`."
        yield Lack("The case has no actions yet.", remedy)


def planned_action(scene: Scene) -> Iterator[Lack]:
    """An action with an owner and a due date."""
    if not any(action.owner and action.due for action in scene.case.actions):
        remedy = "Add `owner:` and `due:` to an action under `actions`."
        yield Lack("No action has both an owner and a due date.", remedy)


def criteria(scene: Scene) -> Iterator[Lack]:
    """A criterion, at least proposed."""
    if not scene.case.exit_criteria:
        remedy = "Add `exit_criteria:` with `what` and `measure`, and agree them with the customer."
        yield Lack("No exit criterion is even proposed.", remedy)


def issued_summary(scene: Scene) -> Iterator[Lack]:
    """A situation summary that the customer has."""
    papers = ("situation-summary", "meeting-pack")
    if not any(entry.paper in papers and entry.audience == "customer" for entry in scene.case.issued):
        message = f"No situation summary has been issued to {scene.file.owner.customer.name}."
        yield Lack(message, f"Issue it: casewright issue situation-summary {scene.file.key}.")


def agreed_criteria(scene: Scene) -> Iterator[Lack]:
    """Every criterion agreed, with a measure."""
    for index, criterion in enumerate(scene.case.exit_criteria):
        path = ("exit_criteria", index)
        if criterion.dropped is not None:
            continue
        if criterion.agreed is None:
            message = f"The customer has not agreed to {named(criterion, 'criterion')}."
            yield Lack(message, "Agree it with them, and add `agreed: {on: ..., with: ...}`.", path)
        if criterion.measure is None:
            message = (
                f"Nobody can tell when {named(criterion, 'criterion')} is reached, because it has no measure."
            )
            yield Lack(message, "Add `measure:` with how it is measured.", path)


def get_well(scene: Scene) -> Iterator[Lack]:
    """The first and the last day of the get-well plan."""
    plan = scene.case.get_well
    if plan is None or plan.start is None or end_of(plan) is None:
        missing = "start and end" if plan is None or (not plan.start and not end_of(plan)) else "start"
        missing = "end" if plan and plan.start else missing
        remedy = "Write `get_well: {start: ..., end: ...}` with the days that were agreed."
        yield Lack(
            f"The get-well plan has no {missing}.", remedy, AT_STAGE if plan is None else ("get_well",)
        )
