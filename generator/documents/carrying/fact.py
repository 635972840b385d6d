"""One kind of thing that a paper carries, as a way through the data that it is printed from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Chain = tuple[Any, ...]
"""The objects that lead to a value, from the paper's data to the one that holds it."""
When = Callable[[Chain, Mapping[str, Any]], bool]


def always(_: Chain, __: Mapping[str, Any]) -> bool:
    """Whatever the case is like."""
    return True


@dataclass(frozen=True, slots=True)
class Fact:
    """One kind of thing that a paper carries: its words, where `{}` is the item, and the way to it, by names.

    `when` says whether the paper carries it, by the objects on the way and all the data of the paper.
    """

    words: str
    way: str
    when: When = always
