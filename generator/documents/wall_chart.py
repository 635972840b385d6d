"""The wall chart: the whole matrix on one landscape page."""

from generator.documents.matrix import matrix
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject


def wall_chart(desk: Desk, subject: Subject) -> Context:  # noqa: ARG001 (the chart is of everything)
    """What the chart is rendered from."""
    shown = matrix(desk)
    return {key: shown[key] for key in ("matrix", "rungs", "reviewed", "right_until")}
