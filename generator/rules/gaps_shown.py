"""Silences that only the customer's copy shows, because a contact is kept from it."""

from collections.abc import Iterator, Sequence

from generator.derive.cadence import cadence_of
from generator.derive.contact import Gap, gaps
from generator.rules.scene import Scene


def false_gaps(scene: Scene, hidden: Sequence[int]) -> Iterator[tuple[int, Gap]]:
    """Each silence on the customer's copy in which they were reached, with the place of the first such contact.

    `hidden` are the places in the events of the contacts kept from the customer. A silence is one that the chronology
    draws, or one longer than the segment's cadence allows.
    """
    case = scene.case
    seen = case.model_copy(
        update={"events": [event for event in case.events if scene.sees.item("events", event)]}
    )
    cadence = cadence_of(case, scene.segment, scene.customer_zone)
    for gap in gaps(seen, scene.now):
        inside = [index for index in hidden if gap.start < case.events[index].at.at < gap.end]
        if inside and (gap.is_silence or (cadence is not None and cadence.is_broken(gap))):
            yield inside[0], gap
