"""The digest as a paper: what it is rendered from."""

from generator.derive.digest import digest
from generator.documents.rollup import period_of
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject


def digest_context(desk: Desk, subject: Subject) -> Context:
    """What its templates may ask for: nothing that names anybody."""
    return {"digest": digest(desk.workspace, period_of(desk, subject), desk.as_of)}
