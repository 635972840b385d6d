"""What was learnt, and where it was adopted."""

from generator.model.base import Record, Said, Short
from generator.model.marks import Never
from generator.model.references import AreaKey, Category, Person, Product
from generator.model.scalars.days import Day
from generator.model.scalars.texts import Key, Text, Words


class Against(Record):
    """What a lesson works against."""

    category: Never[Category | None] = None
    """A kind of cause."""
    product: Never[Product | None] = None
    """In a product."""


class Adopted(Short):
    """A lesson taken up."""

    on: Never[Day]
    """The day."""
    where: Never[Text | None] = None
    """Where it lives now."""

    main = "on"


class Lesson(Said):
    """What was learnt; the same key learnt twice is told."""

    key: Never[Key | None] = None
    """The lesson's name across cases."""
    area: Never[AreaKey | None] = None
    """Whose it is."""
    owner: Never[Person | None] = None
    """Who answers for it."""
    due: Never[Day | None] = None
    """Until when it is taken up."""
    against: Never[Against | None] = None
    """The category and product it works against."""
    adopted: Never[Adopted | None] = None
    """When and where it was taken up."""
    declined: Never[Words | None] = None
    """Why it was not."""
