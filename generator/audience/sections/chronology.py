"""What happened, what it cost and what backs it, as the readers of one case see it."""

from generator.audience.readers import Readers
from generator.audience.shown.chronology import EventShown, EvidenceShown, ImpactShown, OtherAccountShown
from generator.audience.visibility import Visibility
from generator.model.chronology import Event, Evidence, Impact


def event(readers: Readers, item: Event) -> EventShown:
    """A line of the chronology, in the zone that it was typed in."""
    other = item.disputed
    return EventShown(
        at=item.at,
        what=readers.words(item),
        id=item.id,
        until=item.until,
        zone=item.timezone,
        approximate=item.approximate,
        by=readers.faces.side(item.by),
        person=readers.faces.of(item.person),
        contact=item.contact,
        channel=item.channel,
        next_update=item.next_update,
        evidence=readers.cited(item.evidence),
        disputed=OtherAccountShown(readers.faces.of(other.by), other.says) if other else None,
    )


def impact(readers: Readers, item: Impact) -> ImpactShown:
    """What was lost."""
    return ImpactShown(
        what=readers.words(item),
        id=item.id,
        kind=item.kind,
        amount=item.amount,
        low=item.low,
        high=item.high,
        words=item.words,
        recovered=item.recovered,
        source=item.source,
        basis=item.basis,
        counts=item.counts,
    )


def evidence_shown(items: list[Evidence], sees: Visibility) -> dict[str, EvidenceShown]:
    """The evidence that is seen, numbered after the projection; its link and file only where the item opens them."""
    seen = {}
    for number, item in enumerate(sees.shown("evidence", items), 1):
        opened = sees.whole or item.audience == "customer"
        link, file = (item.link, item.file) if opened else (None, None)
        seen[item.id] = EvidenceShown(item.id, number, item.kind, item.title, item.date, link, file)
    return seen
