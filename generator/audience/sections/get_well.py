"""The get-well plan, as the readers of one case see it."""

from generator.audience.readers import Readers
from generator.audience.shown.get_well import ExtensionShown, GetWellShown, MilestoneShown
from generator.model.get_well import GetWell


def get_well(readers: Readers, plan: GetWell) -> GetWellShown | None:
    """The plan, or of a plan that is withheld only the milestones that are opened one by one."""
    milestones = tuple(
        MilestoneShown(readers.words(item), item.id, item.due, item.met)
        for item in readers.sees.shown("get_well", plan.milestones)
    )
    if not readers.sees.section("get_well"):
        return GetWellShown(milestones=milestones) if milestones else None
    extended = tuple(ExtensionShown(move.old, move.new, move.why, move.told) for move in plan.extended)
    return GetWellShown(plan.start, plan.end, milestones, extended)
