"""Causes that come back in the same product, with a lesson against them or without."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.derive.rollup.pareto import Happening
from generator.derive.rollup.period import Period
from generator.model.lessons import Against as AgainstWhat
from generator.model.lessons import Lesson
from generator.model.workspace import Workspace

Against = Literal["adopted", "written", "none"]
"""Whether a lesson works against a cause: taken up, only written down, or none."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """One category of cause in one product: how often in the period, and ever since the first case on record."""

    product: str
    cause: str
    now: int
    ever: int
    lesson: Against


def recurrences(workspace: Workspace, every: Iterable[Happening], period: Period) -> tuple[Recurrence, ...]:
    """Causes in products that struck in the period and, with what came before, as often as a figure needs; the most
    frequent first."""
    settings, now, ever = workspace.settings, Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in every:
        pairs = [(product, cause) for product in one.products for cause in one.categories]
        ever.update(pairs if one.opened(period) <= period.end else ())
        now.update(pairs if period.start <= one.opened(period) <= period.end else ())
    wanted = max(settings.figures.at_least, 2)
    keys = sorted((key for key in now if ever[key] >= wanted), key=lambda key: (-ever[key], key))
    lessons = [lesson for file in workspace.cases.values() for lesson in file.case.lessons]
    return tuple(
        Recurrence(
            settings.products[product].name if product in settings.products else product,
            settings.cause_categories.get(cause, cause),
            now[product, cause],
            ever[product, cause],
            _against(lessons, product, cause, period),
        )
        for product, cause in keys
    )


def _against(lessons: Iterable[Lesson], product: str, cause: str, period: Period) -> Against:
    """What the lessons do about a cause in a product by the end of a period; one that was declined does nothing."""
    wanted = [
        one for one in lessons if one.against and one.declined is None and _fits(one.against, product, cause)
    ]
    if any(one.adopted and one.adopted.on <= period.end for one in wanted):
        return "adopted"
    return "written" if wanted else "none"


def _fits(against: AgainstWhat, product: str, cause: str) -> bool:
    """Whether a lesson is against a cause in a product; what it leaves out may be any, and one of the two is said."""
    said = (against.product, against.category)
    return any(said) and against.product in (None, product) and against.category in (None, cause)
