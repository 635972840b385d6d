"""What a field's annotation says beside its type: who may read it, what it points at, and how it is written."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeVar

Value = TypeVar("Value")


class Audience(StrEnum):
    """Who reads a paper; internal unless said."""

    INTERNAL = "internal"
    CUSTOMER = "customer"


class Kind(StrEnum):
    """The three kinds of field (domain.md, Audience). A field that says none of them fails a test."""

    ALWAYS = "always"
    SECTION = "section"
    NEVER = "never"


Always = Annotated[Value, Kind.ALWAYS]
"""Stands on every customer paper of the case."""
Shown = Annotated[Value, Kind.SECTION]
"""Stands on a customer's paper where `customer_sees`, or the item itself, opts in."""
Never = Annotated[Value, Kind.NEVER]
"""Never leaves the house."""


class Target(StrEnum):
    """What a reference may point at."""

    PERSON = "person"
    OURS = "one of our people"
    THEIRS = "one of the customer's people"
    ADVOCATE = "person or rotation"
    ROTATION = "rotation"
    AREA = "area"
    PARTY = "party"
    SIDE = "customer, us or a third party"
    CUSTOMER = "customer"
    CASE = "case"
    PRODUCT = "product"
    CATEGORY = "cause category"
    SEGMENT = "segment"
    EVIDENCE = "evidence"
    ACTION = "action"
    CRITERION = "exit criterion"
    MEETING = "meeting"
    COMMITMENT = "commitment"
    PURPOSE = "cause, factor, criterion or recommendation"
    ITEM = "anything in this case that has an id"


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a text that is the key of something else."""

    target: Target


@dataclass(frozen=True, slots=True)
class Prose:
    """Marks a text that people read as sentences; Markdown is allowed in it."""


PROSE = Prose()
