"""The meetings, as the readers of one case see them."""

from generator.audience.readers import Readers
from generator.audience.shown.meetings import AttendeeShown, MeetingShown, TopicShown
from generator.model.meetings import Meeting


def meeting(readers: Readers, item: Meeting) -> MeetingShown:
    """A meeting; what a topic carries over only where they see that too."""
    return MeetingShown(
        id=item.id,
        kind=item.kind,
        at=item.at,
        zone=item.timezone or readers.file.zone,
        minutes=item.minutes,
        purpose=item.purpose,
        where=item.where,
        bridge=item.bridge,
        attendees=tuple(
            AttendeeShown(face, one.role) for one in item.attendees if (face := readers.faces.of(one.person))
        ),
        agenda=tuple(
            TopicShown(
                topic.topic,
                topic.minutes,
                readers.faces.of(topic.presenter),
                topic.purpose,
                topic.outcome,
                next(iter(readers.known([topic.carry])), None) if topic.carry else None,
            )
            for topic in item.agenda
        ),
        decisions=tuple(item.decisions),
        held=item.held,
    )
