"""What a case lacks of each thing that a closed one wants, one function a thing."""

from collections.abc import Iterator

from generator.derive.actions import status
from generator.derive.criteria import CriterionWord, state_of
from generator.model.causes import RootCause
from generator.model.criteria import ExitCriterion
from generator.rules.scene import Scene, named
from generator.rules.stages.wants import AT_STAGE, Lack


def closed(scene: Scene) -> Iterator[Lack]:
    """When the case was closed."""
    if scene.case.closed is None:
        yield Lack("The case does not say when it was closed.", "Add `closed:` with the day.")


def outcome(scene: Scene) -> Iterator[Lack]:
    """How the case ended."""
    if scene.case.outcome is None:
        remedy = "Add `outcome:` with resolved, declined, withdrawn, merged, unconfirmed or customer-left."
        yield Lack("The case does not say how it ended.", remedy)


def settled_criteria(scene: Scene) -> Iterator[Lack]:
    """Each criterion accepted, or dropped by agreement."""
    for index, criterion, state in _states(scene):
        if state not in ("accepted", "dropped"):
            message = f"The customer has not accepted {named(criterion, 'criterion')}, which is {state}."
            remedy = "Add `accepted: {on: ..., by: ...}`, or `dropped: {on: ..., with: ..., why: ...}`."
            yield Lack(message, remedy, ("exit_criteria", index))
    yield from _dropped_alone(scene)


def reached_criteria(scene: Scene) -> Iterator[Lack]:
    """Each criterion met, or dropped by agreement: what a close-out asks the customer to accept."""
    for index, criterion, state in _states(scene):
        if state not in ("met", "accepted", "dropped"):
            message = f"Nothing says that {named(criterion, 'criterion')} is met; it is {state}."
            remedy = "Add `met: {on: ..., evidence: [...]}`, or `dropped: {on: ..., with: ..., why: ...}`."
            yield Lack(message, remedy, ("exit_criteria", index))
    yield from _dropped_alone(scene)


def _states(scene: Scene) -> Iterator[tuple[int, ExitCriterion, CriterionWord]]:
    """Every criterion with its place and its state."""
    disputes = scene.case.close_out.disputes if scene.case.close_out else []
    for index, criterion in enumerate(scene.case.exit_criteria):
        yield index, criterion, state_of(criterion, disputes)


def _dropped_alone(scene: Scene) -> Iterator[Lack]:
    """A criterion that was dropped with nobody of the customer's named."""
    for index, criterion, state in _states(scene):
        if state == "dropped" and criterion.dropped and criterion.dropped.by is None:
            message = f"Nothing says with whom it was agreed to drop {named(criterion, 'criterion')}."
            remedy = "Add `with:` to `dropped`, with the customer's person."
            yield Lack(message, remedy, ("exit_criteria", index, "dropped"))


def settled_causes(scene: Scene) -> Iterator[Lack]:
    """Each cause confirmed, ruled out or not found with why."""
    for index, item in enumerate(scene.case.root_causes):
        if lack := open_cause(item):
            yield Lack(*lack, ("root_causes", index))


def open_cause(item: RootCause) -> tuple[str, str] | None:
    """What is left open about a cause, and what to do."""
    if item.state == "suspected":
        remedy = "Write `state: confirmed`, `state: ruled-out`, or `state: not-found` with `how`."
        return f"Nobody has confirmed or ruled out {named(item, 'cause')}.", remedy
    if item.state == "not-found" and item.how is None:
        return f"Nothing says why {named(item, 'cause')} was not found.", "Add `how:` with what was tried."
    return None


def confirmed_close_out(scene: Scene) -> Iterator[Lack]:
    """The customer's word that it is over."""
    end = scene.case.close_out
    if end is None or end.answer != "confirmed":
        message = f"{scene.file.owner.customer.name} has not confirmed the close-out."
        remedy = "Add `answer: confirmed` with `on` and `by` under `close_out`, or choose another `outcome`."
        yield Lack(message, remedy, AT_STAGE if end is None else ("close_out",))


def hand_back(scene: Scene) -> Iterator[Lack]:
    """Back to standard procedures."""
    end = scene.case.close_out
    if end is None or end.handed_back is None:
        message = f"Nothing says whom {scene.file.owner.customer.name} calls from now on."
        remedy = "Add `handed_back: {area: ..., from: ..., calls: ...}` under `close_out`."
        yield Lack(message, remedy, AT_STAGE if end is None else ("close_out",))


def no_open_action(scene: Scene) -> Iterator[Lack]:
    """No action left that the customer sees."""
    items = scene.case.actions
    for index, action in enumerate(items):
        if scene.sees.item("actions", action) and status(action, items, scene.now).is_open:
            message = f"The customer sees {named(action, 'action')}, and it is still open."
            yield Lack(
                message, "Add `done:` with the day, or `dropped: {on: ..., why: ...}`.", ("actions", index)
            )


def lesson(scene: Scene) -> Iterator[Lack]:
    """A lesson, or why there is none."""
    if not scene.case.lessons and scene.case.no_lesson is None:
        yield Lack(
            "Nothing says what was learnt.", "Add `lessons:`, or say why there is none with `no_lesson:`."
        )


def review(scene: Scene) -> Iterator[Lack]:
    """A management review, where the case was grave."""
    case = scene.case
    if case.severity in (1, 2) and (case.review is None or case.review.held is None):
        message = f"No management review of this severity {case.severity} case is recorded."
        yield Lack(message, "Hold it, and add `review: {held: ..., attended: [...]}`.")
