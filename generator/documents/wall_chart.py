"""The wall chart: the whole matrix on one landscape page, with less and less detail the more areas there are."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import UTC
from itertools import groupby

from generator.audience.faces import Faces
from generator.documents.hand_overs import HandOver, hand_overs
from generator.documents.matrix import matrix_rows
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject
from generator.model.settings import RUNGS

AHEAD = 30
"""Days for which hand-overs are listed."""


@dataclass(frozen=True, slots=True)
class Level:
    """How much one printing of the chart shows. `size` is the type's in points, `moments` how many hand-overs are listed.

    `covers` is what each area answers for, `dates` the checks that are in time and how far a clock is ahead, `lines`
    whether names and numbers stand on lines of their own.
    """

    size: float
    covers: bool = True
    dates: bool = True
    moments: int = 8
    lines: bool = True


LEVELS = (
    Level(13),
    Level(11),
    Level(9.4),
    Level(8.6),
    Level(8, moments=6),
    Level(8.6, covers=False, moments=6),
    Level(8.3, covers=False, dates=False, moments=6),
    Level(7.6, covers=False, dates=False, moments=3, lines=False),
    Level(6.6, covers=False, dates=False, moments=3, lines=False),
    Level(5.7, covers=False, dates=False, moments=1, lines=False),
    Level(5.1, covers=False, dates=False, moments=1, lines=False),
)
"""What is left out first: the type's size, then what areas cover, then dates in time, then later hand-overs, then lines."""


ROWS = (3, 5, 8, 11, 12, 13, 15, 36, 38, 45)
"""How many areas at most each level but the last may have room for; with more of them it is not even tried."""


def first_level(context: Context) -> int:
    """The level to print the chart at first."""
    return bisect_left(ROWS, len(context["rows"]))


@dataclass(frozen=True, slots=True)
class Moment:
    """The hand-overs of one moment."""

    changes: tuple[HandOver, ...]


def wall_chart(desk: Desk, subject: Subject) -> Context:  # noqa: ARG001 (the chart is of everything)
    """What the chart is rendered from; rungs on which nobody stands in any area have no column."""
    rows, settings = matrix_rows(desk), desk.workspace.settings
    held = {
        rung.holder.rung for row in rows for rung in row.rungs if rung.holder.reason not in ("none", "nobody")
    }
    moments = [
        tuple(group) for _, group in groupby(hand_overs(desk, AHEAD), key=lambda one: one.at.astimezone(UTC))
    ]
    listed = max(level.moments for level in LEVELS)
    faces = Faces(desk.workspace, None, None, "internal")
    return {
        "rows": rows,
        "columns": tuple(index for index, rung in enumerate(RUNGS) if rung in held),
        "levels": LEVELS,
        "moments": tuple(Moment(changes) for changes in moments[:listed]),
        "count": len(moments),
        "ahead": AHEAD,
        "last_resort": faces.of(settings.ladder.last_resort),
        "bridge": settings.bridge,
        "reviewed": desk.workspace.contacts.reviewed,
    }
