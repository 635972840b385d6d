"""What every record of the model has in common: frozen, closed to unknown keys, with its short form."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from generator.model.marks import Never, Shown
from generator.model.scalars.texts import Id, Words


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


ONE_OR_SEVERAL = BeforeValidator(_as_list)
"""Marks a list that may be written as one text."""
Notes = Annotated[list[Words], ONE_OR_SEVERAL]
"""One note or several."""


class Record(BaseModel):
    """A group of keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False, defer_build=True)


class Short(Record):
    """A record that may be written in another form than its keys; `main` names the key that a plain line stands for.

    Apart from Record, so that a record with no other form is read without a call into Python.
    """

    main: ClassVar[str]

    @model_validator(mode="before")
    @classmethod
    def _prepare(cls, value: Any) -> Any:
        return cls.prepared(value)

    @classmethod
    def prepared(cls, value: Any) -> Any:
        """What was typed, with its short forms written out."""
        return {cls.main: value} if isinstance(value, str) else value


class Item(Record):
    """An entry of a list in a case or a customer's file."""

    id: Shown[Id | None] = None
    """The item's own name, needed only where something points at it; typed ids are printed and never renumbered."""
    audience: Never[Literal["customer", "internal"] | None] = None
    """Overrides, for this item, what `customer_sees` says of its section."""
    notes: Never[Notes] = Field(default_factory=list)
    """For us alone; never leaves the house."""


class Said(Short, Item):
    """An item with one main text, which may be said to the customer in other words."""

    main = "what"
    what: Shown[Words]
    """What it is, in our words."""
    say: Shown[Words | None] = None
    """What the customer's copy prints instead of `what`."""
