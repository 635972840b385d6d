"""Causes that come back in the same product, with a lesson against them or without."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.derive.pareto import Happening
from generator.derive.rollup_period import Period
from generator.model.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Recurrence:
    """One category of cause in one product: how often in the period and before it, back to the first case on record.

    `lesson` says whether a lesson works against it.
    """

    product: str
    cause: str
    now: int
    ever: int
    lesson: bool


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
    against = _against(workspace)
    return tuple(
        Recurrence(
            settings.products[product].name if product in settings.products else product,
            settings.cause_categories.get(cause, cause),
            now[product, cause],
            ever[product, cause],
            any(one in against for one in ((product, cause), (None, cause), (product, None))),
        )
        for product, cause in keys
    )


def _against(workspace: Workspace) -> set[tuple[str | None, str | None]]:
    """The product and category that each lesson works against; one that was declined works against none."""
    written = (lesson for file in workspace.cases.values() for lesson in file.case.lessons)
    return {
        (one.against.product, one.against.category) for one in written if one.against and not one.declined
    }
