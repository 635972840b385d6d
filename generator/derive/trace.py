"""The trace of a plan: from each cause to the actions that serve it, and on to the criteria that these serve."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.audience.customer_case import CustomerCase

Source = Literal["cause", "factor", "recommendation", "none"]


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the trace, by the places of its items in the case.

    `source` says in which list `index` is; "none" where an action or criterion is served by nothing before it. A line
    without `action` is a source, or a criterion, that no action serves.
    """

    source: Source
    index: int
    action: int | None
    criteria: tuple[int, ...]
    first: bool = True


def trace(case: CustomerCase) -> tuple[Step, ...]:
    """Every cause, what serves it and where that leads; then actions for criteria alone, then what nothing serves.

    A factor or recommendation stands there only where an action serves it; a cause always, unless it is ruled out.
    """
    steps = [*_from_sources(case), *_without_source(case)]
    reached = {number for step in steps for number in step.criteria}
    left = [number for number in range(len(case.exit_criteria)) if number not in reached]
    open_ones = [number for number in left if case.exit_criteria[number].dropped is None]
    return (*steps, *(Step("none", 0, None, (number,)) for number in open_ones))


def _from_sources(case: CustomerCase) -> Iterator[Step]:
    for index, cause in enumerate(case.root_causes):
        if cause.state not in ("ruled-out", "not-found"):
            yield from _of(case, "cause", index, cause.id, alone=True)
    for index, factor in enumerate(case.contributing_factors):
        yield from _of(case, "factor", index, factor.id)
    for index, item in enumerate(case.recommendations):
        yield from _of(case, "recommendation", index, item.id)


def _of(
    case: CustomerCase, source: Source, index: int, key: str | None, alone: bool = False
) -> Iterator[Step]:
    found = [
        (number, action)
        for number, action in enumerate(case.actions)
        if key is not None and key in action.serves and action.dropped is None
    ]
    for place, (number, action) in enumerate(found):
        yield Step(source, index, number, _criteria(case, action.serves), place == 0)
    if alone and not found:
        yield Step(source, index, None, ())


def _without_source(case: CustomerCase) -> Iterator[Step]:
    """Actions that serve a criterion alone, or nothing."""
    keys = {one.id for one in case.root_causes}
    keys |= {one.id for one in case.contributing_factors} | {one.id for one in case.recommendations}
    for number, action in enumerate(case.actions):
        if action.dropped is None and keys.isdisjoint(action.serves):
            yield Step("none", 0, number, _criteria(case, action.serves))


def _criteria(case: CustomerCase, serves: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(number for number, one in enumerate(case.exit_criteria) if one.id in serves)
