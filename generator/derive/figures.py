"""A figure that is told: always with the number of cases behind it, and without its value where those are too few."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Told(Generic[Value]):
    """A figure with enough cases behind it."""

    value: Value
    cases: int
    too_few = False


@dataclass(frozen=True, slots=True)
class TooFew:
    """A figure with fewer cases behind it than the settings ask for. It has no value, so no template can print one."""

    cases: int
    at_least: int
    too_few = True


Figure = Told[Value] | TooFew
"""What a roll-up, a digest or anything else that is published holds in place of a bare number."""


def figure(value: Callable[[], Value], cases: int, at_least: int) -> "Told[Value] | TooFew":
    """A value with the number of cases behind it; it is not even worked out where those are fewer than `at_least`
    (`figures.at_least` of the settings), or where there are none."""
    return Told(value(), cases) if cases >= max(at_least, 1) else TooFew(cases, at_least)
