"""What is done and promised, as the readers of one case see it."""

from generator.audience.readers import Readers
from generator.audience.shown.actions import ActionShown, CommitmentShown, DroppedShown
from generator.model.actions import Action
from generator.model.commitments import Commitment


def action(readers: Readers, item: Action) -> ActionShown:
    """An action; what it waits for and serves only where they see that too."""
    dropped = item.dropped
    return ActionShown(
        what=readers.words(item),
        id=item.id,
        owner=readers.faces.of(item.owner),
        due=item.due,
        done=item.done,
        dropped=DroppedShown(dropped.on, dropped.why) if dropped else None,
        depends_on=readers.known(item.depends_on),
        serves=readers.known(item.serves),
        evidence=readers.cited(item.evidence),
    )


def commitment(readers: Readers, item: Commitment) -> CommitmentShown:
    """A promise; in which event or meeting it was made only where they see that too."""
    by, where = readers.faces.of(item.by), item.where
    if where in readers.withheld:
        where = None
    return CommitmentShown(readers.words(item), item.id, item.made, by, where, item.due, item.kept)
