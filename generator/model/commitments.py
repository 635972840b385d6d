"""Promises, of a case or between cases: both stand on one ledger."""

from pydantic import Field

from generator.model.base import Said
from generator.model.marks import Shown
from generator.model.references import Person
from generator.model.scalars.days import Day
from generator.model.scalars.moments import When
from generator.model.scalars.texts import Text


class Commitment(Said):
    """Something promised; kept on one ledger with those of the cases."""

    made: Shown[Day | None] = None
    """The day it was promised."""
    by: Shown[Person | None] = None
    """Who promised."""
    where: Shown[Text | None] = Field(default=None, alias="in")
    """In which event or meeting."""
    due: Shown[When | None] = None
    """Until when."""
    kept: Shown[Day | None] = None
    """The day it was kept."""
