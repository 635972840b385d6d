"""Root causes and contributing factors: why it happened, and what made it worse."""

from typing import Literal

from pydantic import Field

from generator.model.base import Said
from generator.model.marks import Never, Shown
from generator.model.references import AreaKey, Category, EvidenceRef, Side
from generator.model.scalars.texts import Words, YesNo


class RootCause(Said):
    """Why it happened."""

    area: Never[AreaKey | None] = None
    """Where it lies."""
    state: Shown[Literal["suspected", "confirmed", "ruled-out", "not-found"]] = "suspected"
    """How sure we are."""
    how: Shown[Words | None] = None
    """How we know, or why it was not found."""
    category: Never[Category | None] = None
    """Its kind, for the roll-up."""
    evidence: Shown[list[EvidenceRef]] = Field(default_factory=list)
    """What backs it."""


class Factor(Said):
    """What made it worse or let it happen."""

    owner: Shown[Side | None] = None
    """Whose it is: us, customer or a third party."""
    swirl: Never[YesNo] = False
    """Whether people were needlessly spun up."""
    evidence: Shown[list[EvidenceRef]] = Field(default_factory=list)
    """What backs it."""
