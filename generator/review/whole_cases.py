"""Cases that are new, gone, renamed, or another customer's from now on."""

from collections.abc import Iterator
from typing import Any

from generator.model.promised import promised_update
from generator.model.workspace import CaseFile, Workspace
from generator.review.field_names import field_name
from generator.review.promises import is_open_promise
from generator.review.remark import TAKEN_OUT, Remark
from generator.review.speaking import Speech
from generator.rules.in_words import counted, listed

ELSEWHERE = "another customer reads it from now on"


def moved_cases(old: Workspace, new: Workspace) -> dict[str, str]:
    """The key that a case had, for each that stands under another now: one text, else one title and time of opening."""
    left = {key: file for key, file in old.cases.items() if key not in new.cases and key not in new.unread}
    older = {}
    for key, file in new.cases.items():
        if key in old.cases or key in old.unread:
            continue
        was = next((one for one, other in left.items() if _mark(other) == _mark(file)), None)
        if was is not None:
            older[key] = was
            del left[was]
    return older


def _mark(file: CaseFile) -> tuple[Any, ...]:
    return file.case.title, file.case.opened.order


def moved_customers(old: Workspace, new: Workspace) -> dict[str, str]:
    """The key that a customer had, for each that stands under another now, by name."""
    left = {file.customer.name: key for key, file in old.customers.items() if key not in new.customers}
    came = {file.customer.name: key for key, file in new.customers.items() if key not in old.customers}
    return {came[name]: left[name] for name in left if name in came}


def whereabouts(before: CaseFile, after: CaseFile) -> Iterator[Remark]:
    """Under which name a case stood, and whose it was."""
    was, now = before.owner, after.owner
    if was.key != now.key and was.customer.name != now.customer.name:
        says = f"is now {now.customer.name}, was {was.customer.name}"
        yield Remark("customer", says, True, ELSEWHERE)
    elif was.key != now.key:
        yield Remark("customer", f"key is now {now.key}, was {was.key}")
    if before.name != after.name:
        yield Remark("name", f"is now {after.name}, was {before.name}")


def begun(file: CaseFile, speech: Speech) -> Iterator[Remark]:
    """What a new case says first: its stage, the update promised, and what its customer reads of it."""
    case = file.case
    yield Remark("stage", case.stage.replace("-", " "), True)
    if promised := promised_update(case):
        yield Remark("next update", f"promised for {speech.value(promised)}", True)
    if case.customer_sees:
        names = listed([field_name(name) for name in case.customer_sees])
        yield Remark("the customer sees", names, True)
    if case.severity is not None:
        yield Remark("severity", str(case.severity))


def ended(file: CaseFile, speech: Speech) -> Iterator[Remark]:
    """What goes with a case that is taken out: its stage, and the promises that were open."""
    case = file.case
    yield Remark("stage", f"was {case.stage.replace('-', ' ')}", True)
    if case.stage == "closed":
        return
    if promised := promised_update(case):
        yield Remark("next update", f"none any more, was {speech.value(promised)}", True, TAKEN_OUT)
    due = [item for item in (*case.actions, *case.commitments) if is_open_promise(item)]
    if due:
        yield Remark(
            "open actions and commitments", f"{counted(len(due), 'item')} with a day", True, TAKEN_OUT
        )
