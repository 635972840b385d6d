"""The matrix as small cards, to cut, fold and carry."""

from dataclasses import dataclass

from generator.audience.faces import Faces
from generator.derive.freshness import Age
from generator.documents.hand_overs import hand_overs
from generator.documents.matrix import MatrixRow, matrix_rows
from generator.documents.qr_codes import qr_path
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject
from generator.documents.telephone_words import telephone_words
from generator.documents.vcards import ladder_card

AHEAD = 30
"""Days for which hand-overs are looked for."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A card of one area: its rungs, the number that was checked longest ago, and its code for a telephone.

    `squares` is how many squares the code is wide, `path` its dark ones as an SVG path; empty where the area's card
    is longer than a code can be.
    """

    row: MatrixRow
    oldest: Age | None
    squares: int
    path: str


def wallet_card(desk: Desk, subject: Subject) -> Context:  # noqa: ARG001 (the cards are of everything)
    """What the cards are rendered from."""
    workspace, faces = desk.workspace, Faces(desk.workspace, None, None, "internal")
    changes = hand_overs(desk, AHEAD)
    panels = tuple(_panel(desk, row) for row in matrix_rows(desk))
    return {
        "strips": tuple(panels[start : start + 2] for start in range(0, len(panels), 2)),
        "right_until": changes[0].at if changes else None,
        "ahead": AHEAD,
        "last_resort": faces.of(workspace.settings.ladder.last_resort),
        "bridge": workspace.settings.bridge,
    }


def _panel(desk: Desk, row: MatrixRow) -> Panel:
    ages = [rung.age for rung in row.rungs if rung.age is not None and rung.face is not None]
    oldest = max(ages, key=lambda age: (age.level == "never", age.days or 0), default=None)
    settings = desk.workspace.settings
    squares, path = qr_path(ladder_card(row, settings.organisation, telephone_words(settings.language)))
    return Panel(row, oldest, squares, path)
