"""The stages of a case: since when it stands in one, and which may follow which."""

from datetime import datetime

from generator.model.case import Case
from generator.model.settings import STAGES, Stage

FOLLOWING: dict[Stage, tuple[Stage, ...]] = {
    "engaged": ("planning", "closed"),
    "planning": ("customer-review", "closed"),
    "customer-review": ("get-well", "planning", "closed"),
    "get-well": ("closed", "customer-review", "planning"),
    "closed": ("get-well", "planning"),
}
"""Where a case may go from each stage (domain.md, Stages); `closed` only once, with why."""


def goes_back(before: Stage, after: Stage) -> bool:
    """Whether a change of stage goes backwards."""
    return STAGES.index(after) < STAGES.index(before)


def stage_since(case: Case) -> datetime:
    """Since when the case stands in its stage: the last entry of its log that leads there, else its opening."""
    entries = [entry.at.at for entry in case.stage_log if entry.to == case.stage]
    return max(entries) if entries else case.opened.at
